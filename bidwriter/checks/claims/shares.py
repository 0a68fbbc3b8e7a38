"""Shares typed by hand, in per cents or in words ("a fifth"): who pays how much of what."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bidwriter.checks.claims.claim import Claim, Sentence, Stated
from bidwriter.checks.claims.hedges import EXACT, bound, is_open, slack, without_bound
from bidwriter.checks.claims.money_words import LONG_AGO
from bidwriter.checks.claims.phrases import FUND, Phrases, after, before, within
from bidwriter.prose.numbers import read_number

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARE = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per ?cent\b)"
    rf"|\b(?:(?P<many>an?|one|two|three|four|five|six|seven|nine)[\s-])?"
    rf"(?P<part>{'|'.join(_PARTS)})s?\b(?!-)",
    re.IGNORECASE,
)
# A share in words is meant as words are: 21.6 % is a fifth, and no quarter.
_WORDED_SLACK = Decimal("0.1")

_OF = "((of|towards) )?(the|our|this|its|all the|all)"
_WORK = "(project|work|discovery|alpha|bid)"
_OF_WHOLE = after(
    rf"{_OF} (whole|entire|full|total|overall)( (of the )?(project|work|cost|bill|sum))?"
    "(?! (of|number))",
    rf"{_OF} (project|work|discovery|alpha)('s)?( (total|whole|full|overall|costs?|budget))*"
    r"(?! (team|manager|board|lead|group|plan|time))",
    # "Half the cost of a move" is no share of this project's, nor "half the cost when it fails".
    rf"{_OF} (whole |total |full |overall )?(costs?|bill|budget)"
    rf"(?! of(?! (the|this|our) (whole |total )?{_WORK}))(?! (of|to|per|for) (an?|each|every)|"
    r" (?!of |and|but|is|are|come|would|will|from|by|in kind|through|our|them|between|the )\w)",
    rf"of what (the|this|our) {_WORK} (costs|will cost)",
)
_OF_GRANT = after(
    f"of (the|our|this) (grant|funding|({FUND})('s)? (money|grant)|sum (requested|we ask for))"
    "(?!'s)",
    f"of (the )?(money|sum|what)( that)? we (ask|are asking|want|seek|request|need)"
    f"( (for|from|of) ?({FUND})?)?",
    f"of the ({FUND})('s)? (money|grant|funding)",
)
_OF_GIVEN = after(
    "of (our|the councils'?|the partners'?) (own )?(contribution|match)",
    "of (everything |all )?(that )?(what )?(we|the councils|the partners|councils|partners)( all)?"
    " (are |is )?(give|giving|contribute|contributing|put in|putting in)",
)
_SHARE_IS = before(
    "our (own )?(contribution|share|match)( funding)? (is|will be|comes to|of)",
    "(contribution|match( funding)?) as a (share|proportion|percentage) of [^:;.]{0,40}:?",
)
_ENDS = after(r"[.,;]", r"\(\w+", "$")

_PAYS = within(
    r"(bear|meet|pay|cover|carry|carri|giv|contribut|provid|fund|find|match|put|own|mak|ask)\w*",
    "is", "are", "will be",
)  # fmt: skip
_WE = within(
    "we",
    "us",
    "ourselves",
    "our own",
    "our contribution",
    "our match",
    "our share",
    "in[- ]kind",
    "(the |our |all )?councils",
    "partners",
    "(member|partner) authorities",
    "our (staff|officers)",
)
_THEY = within(FUND, "the grant", "grant")
_AFTER_THEY = after(
    rf"[^.;,]{{0,60}}?\b(from|by|of|to|on) ({FUND})",
)
_AFTER_WE = after(
    r"[^.;,]{0,60}?\b((from|by) (us|our own|the councils|the partners|our councils)|ourselves)",
)
_LET_BE = within(
    "pass(es)? on",
    "hands? on",
    "to its partners",
    "month",
    "week",
    "each",
    "every",
    "per",
    "save[sd]?",
    "savings?",
    "avoid\\w*",
    "cut",
    "fewer",
    "calls?",
    "residents?",
    "people",
    "households?",
    "interviews?",
)


def shares(sentence: Sentence) -> Iterator[Claim]:
    """Shares of the whole project that the fund or the applicants are said to bear; shares of the
    grant and of what the councils give, as "share", for the bid to know whose they are."""
    of_whole = False  # "the fund bears 78% of the cost and the councils 22%"
    for found in _shares(sentence.text):
        if _is_other(found):
            continue
        hints = _part_of(found)
        of_whole = of_whole or _OF_WHOLE.match(found.after) is not None
        what = "share" if hints else _who_pays(found) if of_whole or _says_so(found) else ""
        if what:
            worded = found.words[0].isdigit() is False
            yield Claim(
                what, found.words, sentence.start + found.start, sentence.start + found.end,
                found.amount, found.step, max(slack(found), _WORDED_SLACK if worded else EXACT),
                bound(found.before), sentence.text, hints,
            )  # fmt: skip


def _shares(text: str) -> Iterator[Stated]:
    found = list(_SHARE.finditer(text))
    edges = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    for at, one in enumerate(found):
        amount = _amount(one)
        if amount is None:
            continue
        step = Decimal(1).scaleb(-len((one["number"] or "").partition(".")[2]))
        yield Stated(
            one.group(), one.start(), one.end(), amount, step, text[edges[at] : one.start()],
            text[one.end() : starts[at + 1]], text[: one.start()], text,
        )  # fmt: skip


def _amount(found: re.Match[str]) -> Decimal | None:
    if found["number"]:
        return Decimal(found["number"])
    part, many = found["part"].casefold(), (found["many"] or "").casefold()
    if not many and part not in ("half", "halves"):
        return None  # "the third sprint", "fifth council"
    count = read_number(many) if many not in ("", "a", "an") else 1
    return Decimal(100 * (count or 1)) / _PARTS[part]


def _is_other(found: Stated) -> bool:
    """Whether it is no share of this bid's money, or nothing firm is said of it."""
    return bool(
        is_open(found.before)
        or LONG_AGO.search(found.past)
        or _LET_BE.search(found.before.rpartition(",")[2])
        or _LET_BE.search(found.after[:40])
    )


def _part_of(found: Stated) -> tuple[str, ...]:
    if _OF_GRANT.match(found.after):
        return ("requested",)
    return ("contributed",) if _OF_GIVEN.match(found.after) else ()


def _says_so(found: Stated) -> bool:
    return _SHARE_IS.search(without_bound(found.before)) is not None and bool(
        _ENDS.match(found.after) or _OF_WHOLE.match(found.after)
    )


def _who_pays(found: Stated) -> str:
    """The live figure that is spoken of: by who is named after it, else by who is last named
    before it."""
    if _AFTER_THEY.match(found.after):
        return "requested-share"
    if _AFTER_WE.match(found.after) or _SHARE_IS.search(without_bound(found.before)):
        return "contributed-share"
    fund, us = _last(_THEY, found.before), _last(_WE, found.before)
    last = max(fund, us)
    between = found.before[last:].strip() if last >= 0 else ""
    # "... and the councils 22%", or with a word of paying between.
    if last < 0 or (between not in ("", ",", "’s", "'s") and not _PAYS.search(between)):
        return ""
    return "requested-share" if fund > us else "contributed-share"


def _last(phrases: Phrases, said: str) -> int:
    return max((one.end() for one in phrases.all(said)), default=-1)
