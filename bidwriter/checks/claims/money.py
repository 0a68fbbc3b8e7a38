"""Sums of money typed by hand: which of the bid's sums the words beside them name.

A sum is read with the words between it and its neighbours: those before it, back to the last
sum, and those after it, up to the next. Only plain words of asking, giving, costing or a cap
count; sums a year, a head or each, savings, ranges, other people's and past sums are let be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bidwriter.checks.claims import money_words as words
from bidwriter.checks.claims.claim import LIVE, Claim, Sentence
from bidwriter.checks.claims.phrases import FUND
from bidwriter.councils.register import councils as all_councils

_DIGITS = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?:\.(?P<{0}_part>\d{{1,4}}))?"
_SCALE = r"(?:\s?(?P<{0}>k|m|bn|thousand|million|billion)\b)?"
_SUM = re.compile(
    rf"£\s?{_DIGITS.format('sign')}{_SCALE.format('sign_scale')}"
    rf"|(?<![\w£,.]){_DIGITS.format('word')}{_SCALE.format('word_scale')}\s+pounds\b"
    rf"|{LIVE}+",
    re.IGNORECASE,
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "": 0}


class _Sum(NamedTuple):
    """A sum in a sentence with the words before it and after it. `past` is all that was said
    before it in the sentence."""

    words: str
    start: int
    end: int
    amount: Decimal
    step: Decimal
    before: str
    after: str
    past: str


def sums_of_money(sentence: Sentence) -> Iterator[Claim]:
    """The claims about money in a sentence."""
    for found in _sums(sentence.text):
        what = _meant(found)
        if what:
            start = sentence.start + found.start
            about = words.ABOUT.search(found.before) is not None
            yield Claim(
                what, found.words, start, start + len(found.words), found.amount, found.step, about
            )


def _sums(text: str) -> Iterator[_Sum]:
    found = list(_SUM.finditer(text))
    edges = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    for at, one in enumerate(found):
        if one.group().startswith(LIVE):
            continue
        amount, step = _value(one)
        yield _Sum(
            one.group(), one.start(), one.end(), amount, step,
            text[edges[at] : one.start()], text[one.end() : starts[at + 1]], text[: one.start()],
        )  # fmt: skip


def _value(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    name = "sign" if found["sign"] else "word"
    whole, part = found[name].replace(",", ""), found[f"{name}_part"] or ""
    scale = _SCALES[(found[f"{name}_scale"] or "").casefold()]
    amount = Decimal(f"{whole}.{part}" if part else whole).scaleb(scale)
    return amount, Decimal(1).scaleb(scale - len(part))


# --- what is let be --------------------------------------------------------------------------


def _let_be(found: _Sum) -> bool:
    """Whether a sum is a rate, a bound, a range, somebody else's or of another time."""
    before, after = found.before, found.after
    return bool(
        words.RATE.match(after)
        or words.RANGE_AFTER.match(after)
        # Only between two sums: "comes to £20,000" is no range.
        or (len(before) < len(found.past) and len(before) < 6 and words.RANGE_BEFORE.search(before))
        or words.BOUND.search(before)
        or words.OTHER_MONEY.search(before)
        or words.OTHER_MONEY.search(after[:50])
        or words.OTHER_TIME.search(_clause(before))
        or words.OTHER_TIME_AFTER.search(after[:60])
    )


def _clause(before: str) -> str:
    """The last clause of the words before a sum."""
    return _CLAUSE_END.split(before)[-1]


_CLAUSE_END = re.compile(r"[;:—]\s|\s[-–]\s|,\s(?:and|but|so|which|because)\s")


def _is_part(after: str) -> bool:
    """Whether what follows says that this is for one thing among several."""
    return words.PART.match(after) is not None and words.WHOLE_WORK.match(after) is None


def _is_anothers(found: _Sum) -> bool:
    """Whether a council is named before the sum, whose own it then is, ours or not; or somebody
    after it from whom it comes."""
    return _names_a_council(found.before) or _FROM_OTHERS.match(found.after) is not None


# "Funding of £30,000 came from the LGA" is no grant asked for.
_FROM_OTHERS = re.compile(
    rf"[^.;,]{{0,30}}?\bfrom\s+(?!(?i:{FUND})\b)(?:the\s+)?(?:[A-Z]|lottery|council\b|county|district)"
)


def _names_a_council(words: str) -> bool:
    return any(
        name in words and re.search(rf"\b{re.escape(name)}\b", words) for name in _council_names()
    )


@lru_cache(maxsize=1)
def _council_names() -> frozenset[str]:
    return frozenset(one.name.partition(",")[0] for one in all_councils().values())


# --- what is named ---------------------------------------------------------------------------


def _meant(found: _Sum) -> str:
    """The live figure that the words name; "" where they name none for certain."""
    before, after = found.before, found.after
    if words.BELOW_CAP.match(after) and not words.ABOUT.search(before):
        return "below-cap"
    # Before what is let be: "up to" is a bound, but "the fund gives up to £75,000" states the cap.
    is_cap = words.CAP_AFTER.match(after) or words.CAP_BEFORE.search(before)
    if is_cap or words.UP_TO.search(before):
        return "" if words.RATE.match(after) or words.OTHER_TIME_AFTER.search(after[:60]) else "cap"
    if _let_be(found) or _is_anothers(found):
        return ""
    # "We ask for £32,400 for a user researcher" is a part; "the grant of £80,000 pays for a
    # researcher and a designer" is all of it.
    if _is_part(after) and not words.GRANT.search(before):
        return ""
    return _asked(found) or _given(found) or _whole(found)


def _asked(found: _Sum) -> str:
    asks = words.ASKING.search(found.before)
    opens = asks is not None and not found.past[: asks.start()].strip()
    if asks and (opens or words.US.search(found.past)):
        return "requested"
    if words.GRANT.search(found.before) or words.GRANT_AFTER.match(found.after):
        return "requested"
    return ""


def _given(found: _Sum) -> str:
    before, after = found.before, found.after
    named = words.CONTRIBUTION.search(before)
    sure = named or words.SURELY_GIVING.search(before) or words.OWN_AFTER.match(after)
    kind = words.IN_KIND_AFTER.match(after) or words.IN_KIND.search(_clause(before))
    cash = words.IN_CASH_AFTER.match(after) or words.IN_CASH.search(_clause(before))
    if not (sure or (words.GIVING.search(before) and (kind or cash))):
        return ""
    if not (named or words.US.search(found.past)) or words.EACH.search(found.past):
        return ""
    return "contributed-in-kind" if kind else "contributed-in-cash" if cash else "contributed"


def _whole(found: _Sum) -> str:
    is_whole = words.WHOLE.search(found.before) or words.WHOLE_AFTER.match(found.after)
    return "whole-project" if is_whole else ""
