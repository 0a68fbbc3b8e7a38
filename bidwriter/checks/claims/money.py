"""Sums of money typed by hand: which of the bid's sums the words beside them name.

A sum is read with the words between it and its neighbours: those before it, back to the last
sum, and those after it, up to the next. Plain words of asking, giving, costing or a cap name a
total for certain. Of any other sum what is said is handed on, for the bid's councils, cost lines
and totals to be looked for in it; sums a year, a head or each, savings, ranges, other people's and
past sums are let be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from bidwriter.checks.claims import money_words as words
from bidwriter.checks.claims.claim import LIVE, Claim, Sentence, Stated
from bidwriter.checks.claims.hedges import bound, is_open, slack, without_bound
from bidwriter.checks.claims.phrases import FUND
from bidwriter.councils.register import councils as all_councils
from bidwriter.prose.numbers import NUMBER_WORDS, read_number

_DIGITS = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?:\.(?P<{0}_part>\d{{1,4}}))?"
_SCALE = r"(?:\s?(?P<{0}>k|m|bn|thousand|million|billion)\b)?"
_SUM = re.compile(
    rf"£\s?{_DIGITS.format('sign')}{_SCALE.format('sign_scale')}"
    rf"|(?<![\w£,.]){_DIGITS.format('word')}{_SCALE.format('word_scale')}\s+pounds\b"
    rf"|(?<![\w-])(?P<spelt>{NUMBER_WORDS})\s+pounds\b"
    rf"|{LIVE}+",
    re.IGNORECASE,
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "": 0}


def sums_of_money(sentence: Sentence) -> Iterator[Claim]:
    """The claims about money in a sentence: "sum" where the words name no total for certain."""
    for found in sums_in(sentence.text):
        what = _meant(found)
        if not what:
            continue
        yield Claim(
            what, found.words, sentence.start + found.start, sentence.start + found.end,
            found.amount, found.step, slack(found),
            "" if what == "cap" else bound(found.before),
            sentence.text, _hints(found) if what == "sum" else (),
            found.past,
        )  # fmt: skip


def sums_in(text: str) -> Iterator[Stated]:
    """Every sum of money in a sentence with the words on both its sides."""
    found = list(_SUM.finditer(text))
    edges = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    for at, one in enumerate(found):
        if one.group().startswith(LIVE):
            continue
        amount, step = _value(one)
        after = text[one.end() : starts[at + 1]]
        if words.A_PART_OF.match(after) and at + 1 < len(found):
            after = text[found[at + 1].end() : starts[at + 2]]
        yield Stated(
            one.group(), one.start(), one.end(), amount, step,
            text[edges[at] : one.start()], after, text[: one.start()], text,
        )  # fmt: skip


def _value(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    if found["spelt"]:
        return Decimal(read_number(found["spelt"]) or 0), Decimal(1)
    name = "sign" if found["sign"] else "word"
    whole, part = found[name].replace(",", ""), found[f"{name}_part"] or ""
    scale = _SCALES[(found[f"{name}_scale"] or "").casefold()]
    amount = Decimal(f"{whole}.{part}" if part else whole).scaleb(scale)
    return amount, Decimal(1).scaleb(scale - len(part))


# --- what is named ---------------------------------------------------------------------------


def _meant(found: Stated) -> str:
    """The live figure that the words name; "sum" where they name none for certain; "" where it
    is no sum of the bid's."""
    before = without_bound(found.before)
    for read in (_of_cap, _of_no_total, _surely, _in_plain_words):
        what = read(found, before)
        if what is not None:
            return what
    return "sum"


def _of_cap(found: Stated, before: str) -> str | None:
    """Read before what is let be: "up to" is a bound, but "the fund gives up to £75,000" states
    the cap."""
    after = found.after
    if words.BELOW_CAP.match(after) and not slack(found):
        return "below-cap"
    is_cap = (
        words.CAP_AFTER.match(after)
        or words.CAP_BEFORE.search(before)
        or words.LIMIT_AT.search(before)
    )
    if not (is_cap or words.UP_TO.search(found.before)):
        return None
    return "" if words.RATE.match(after) or words.OTHERS_AFTER.search(after[:60]) else "cap"


def _of_no_total(found: Stated, before: str) -> str | None:
    """A day's price, a council's part of the grant, what others are a part of, and what says
    nothing firm."""
    if words.THE_WHOLE.search(before) and not words.WHOLE_AFTER.match(found.after):
        return "sum"
    if words.A_DAY.match(found.after) or words.A_DAY_BEFORE.search(before):
        return "" if words.LONG_AGO.search(found.sentence) else "day-rate"
    if _is_loose(found, before):
        return ""
    gets = words.GETS.search(before) and words.OF_THE_GRANT.match(found.after)
    is_part = gets or words.SHARE_OF_GRANT.search(before)
    return "council-grant" if is_part and not words.LONG_AGO.search(found.past) else None


def _surely(found: Stated, before: str) -> str | None:
    """Words that can mean nothing but this bid, so that "would" and "if" are no doubt."""
    if words.INSTALMENT.search(found.sentence):
        return None
    if words.THE.search(before) and words.WE_ASK_AFTER.match(found.after):
        return "requested"
    bids_own = not words.LONG_AGO.search(found.past)
    part = _is_part(found.after) and not words.OF_THAT.match(found.after)
    if bids_own and not part and _fund_pays(before, found.after):
        return "requested"
    if words.COUNCILS_REST.search(before) and _follows_the_grant(found):
        return "contributed"
    if bids_own and _whole(before, found.after) and not _unreal(before):
        return "whole-project"
    return None


def _in_plain_words(found: Stated, before: str) -> str | None:
    clause = _clause(before)
    if _of_others(found, before) or _was_done(found.before):
        return ""
    # Nothing certain; a slip may show all the same.
    if words.WORTH.search(before) or words.WOULD.search(clause) or words.ONE_OF_MANY.search(clause):
        return "sum"
    if _is_other_money(found, before):
        return ""
    # "We ask for £32,400 for a user researcher" is a part; "the grant of £80,000 pays for a
    # researcher and a designer" is all of it.
    is_part = _is_part(found.after) and not words.GRANT.search(before)
    if _is_anothers(found) or is_part:
        return "sum"
    return _asked(found, before) or _given(found, before) or None


def _hints(found: Stated) -> tuple[str, ...]:
    """The totals that a sum may mean by the words on both its sides."""
    around = f"{found.before} £ {found.after}"
    hints = tuple(what for what, said in words.HINTS.items() if said.search(around))
    before = words.OF_GRANT_BEFORE.search(without_bound(found.before))
    if _is_part(found.after) or before or words.OF_GRANT_AFTER.match(found.after):
        return ("part", *hints)
    return hints


def _was_done(before: str) -> bool:
    """Whether something is told that was done once, as "a firm priced it at £96,000" is."""
    return any(one["by"].casefold() not in _STILL for one in _DONE.finditer(_clause(before)))


_DONE = re.compile(
    r"\b(?P<by>\w+)\s+(?:(?!requested|needed|expected)[a-z]{3,}ed|came|took|won|made|went|found|bought|built|ran|cost(?=\s+us))\b"
)
_STILL = frozenset("have has had is are be been being as a an the our its all".split())


def _fund_pays(before: str, after: str) -> bool:
    return bool(words.FUND_PAYS.search(before) or words.FUND_PAYS_AFTER.match(after))


def _follows_the_grant(found: Stated) -> bool:
    """Whether the sum before this one in its sentence is what the fund is said to pay."""
    for one in [one for one in sums_in(found.sentence) if one.end <= found.start][-1:]:
        before = without_bound(one.before)
        return _fund_pays(before, one.after) or _asked(one, before) != ""
    return False


def _asked(found: Stated, before: str) -> str:
    asks = words.ASKING.search(before)
    opens = asks is not None and not found.past[: asks.start()].strip()
    if asks and (opens or words.US.search(found.past)):
        return "requested"
    if words.GRANT.search(before) or words.GRANT_AFTER.match(found.after):
        return "requested"
    return ""


def _given(found: Stated, before: str) -> str:
    after = found.after
    named = words.CONTRIBUTION.search(before)
    sure = named or words.SURELY_GIVING.search(before) or words.OWN_AFTER.match(after)
    kind = words.IN_KIND_AFTER.match(after) or words.IN_KIND.search(_clause(before))
    cash = words.IN_CASH_AFTER.match(after) or words.IN_CASH.search(_clause(before))
    if not (sure or (words.GIVING.search(before) and (kind or cash))):
        return ""
    if not (named or words.US.search(found.past)) or words.EACH.search(found.past):
        return ""
    return "contributed-in-kind" if kind else "contributed-in-cash" if cash else "contributed"


def _whole(before: str, after: str) -> bool:
    return bool(words.WHOLE.search(before) or words.WHOLE_AFTER.match(after))


# --- what is let be --------------------------------------------------------------------------


def _is_loose(found: Stated, before: str) -> bool:
    """Whether a sum is a rate, one end of a range, or said to be something else's instead."""
    after = found.after
    return bool(
        words.RATE.match(after)
        or words.RANGE_AFTER.match(after)
        # Only between two sums: "comes to £20,000" is no range.
        or (len(before) < len(found.past) and len(before) < 6 and words.RANGE_BEFORE.search(before))
        or is_open(found.before)
        or words.EXTRA.search(before)
        or words.INSTEAD_AFTER.match(after)
    )


def _of_others(found: Stated, before: str) -> bool:
    """Whether a sum is somebody else's, of another time, or one that might be."""
    clause = _clause(before)
    return bool(
        words.OTHERS.search(clause)
        or words.UNREAL.search(clause)
        or words.OTHERS_AFTER.search(found.after[:60])
    )


def _unreal(before: str) -> bool:
    clause = _clause(before)
    return bool(words.UNREAL.search(clause) or words.WOULD.search(clause))


def _is_other_money(found: Stated, before: str) -> bool:
    around = words.OTHER_MONEY.search(before) or words.OTHER_MONEY.search(found.after[:50])
    return around is not None


def _clause(before: str) -> str:
    """The last clause of the words before a sum."""
    return _CLAUSE_END.split(before)[-1]


_CLAUSE_END = re.compile(
    r"[;:—]\s|\s[-–]\s|,\s(?:and|but|so|which|because)\s"
    r"|,\s(?=(?:accounts|costs|comes|is|are|takes|has|have|gets)\s)"  # what a parenthesis parted
)


def _is_part(after: str) -> bool:
    """Whether what follows says that this is for one thing among several."""
    return words.PART.match(after) is not None and words.WHOLE_WORK.match(after) is None


def _is_anothers(found: Stated) -> bool:
    """Whether a council is named before the sum, whose own it then is, ours or not; or somebody
    after it from whom it comes."""
    return bool(councils_named(found.before)) or _FROM_OTHERS.match(found.after) is not None


# "Funding of £30,000 came from the LGA" is no grant asked for.
_FROM_OTHERS = re.compile(
    rf"[^.;,]{{0,30}}?\bfrom\s+(?!(?i:{FUND})\b)(?:the\s+)?(?:[A-Z]|lottery|council\b|county|district)"
)


@lru_cache(maxsize=4096)
def councils_named(said: str) -> tuple[str, ...]:
    """The councils of the register that are named."""
    return tuple(
        name
        for name in _council_names()
        if name in said and re.search(rf"\b{re.escape(name)}\b", said)
    )


@lru_cache(maxsize=1)
def _council_names() -> frozenset[str]:
    return frozenset(one.name.partition(",")[0] for one in all_councils().values())
