"""Sums that stand across a row: a column for each payer, council, month or year.

A row with payers or councils becomes a line for each; months and years are added up, and told in
the note.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.sheets.headings import plain
from bidwriter.bids.sheets.money_marks import without_marks
from bidwriter.bids.sheets.row_read import RowRead
from bidwriter.bids.sheets.wanted import ACROSS, Part
from bidwriter.doubts import Doubt, Reading, Settled, Way
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.councils import ALL, COUNCILS
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import payer_named
from bidwriter.kinds.values import money, money_reading, stage
from bidwriter.kinds.values.financial_years import parse_year
from bidwriter.kinds.values.numbers import plain as plain_number

_ASKED, _AS_QUANTITY, _AS_MONEY = "across", Way("quantity"), Way("money")
# They pay, but whether in cash or in kind is not said.
_MATCH = re.compile(
    r"(?:the )?(?:match(?:ed)?|councils?|authority|local authority|la|own|our|partners?|applicant|"
    r"third party|other|internal|external)"
    r"(?: (?:match|funding|funds|fund|funded|contribution|contributions|share|pays|cost|council))*",
)
_PERIOD = re.compile(
    r"(?:fy|financial year|year|yr|y|quarter|qtr|q|month|m|sprint|week|wk|phase|stage|period)"
    r" ?\d{1,2}(?: .{0,20})?|(?:fy ?)?\d{2,4} ?[/–-] ?\d{2,4}|fy ?\d{2,4}|20\d\d|q[1-4]\b.{0,12}"
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?(?: \d{2,4})?"
)


class _Share(NamedTuple):
    """A part of a row that holds something."""

    part: Part
    words: str
    amount: Decimal


def parts_of_costs(around: Around) -> Callable[[str], Part | None]:
    """What headings of cost tables say that each sum below them is a part for."""

    def part(heading: str) -> Part | None:
        words = " ".join(without_marks(heading).split())
        if not words or len(words) > 60:
            return None
        payer = payer_named(words) or payer_named(plain(heading))
        if payer or _MATCH.fullmatch(plain(heading)):
            return Part("payer", payer, words)
        if period := _period(words):
            return period
        council = _council(words, around)
        return Part("council", council, words) if council else None

    return part


def _period(words: str) -> Part | None:
    try:
        return Part("period", stage.parse(words), words)
    except NotAllowedError:
        pass
    plain_words = words.casefold()
    if _MONTH.fullmatch(plain_words):
        return Part("period", "", words)
    if not _PERIOD.fullmatch(plain_words):
        return None
    try:
        year = parse_year(re.sub(r"^(?:fy|financial year) ?", "", plain_words))
    except NotAllowedError:
        return Part("period", "", words)
    return Part("period", f"{year}-04/{year + 1}-03", words)


def _council(words: str, around: Around) -> str:
    if len(words) < 3 or not words[0].isalpha():
        return ""
    try:
        keys = COUNCILS.read(words, around)
    except NotAllowedError:
        return ""
    found = keys if isinstance(keys, tuple) else ()
    return found[0] if len(found) == 1 and found[0] != ALL else ""


def shares_in(row: RowRead) -> list[_Share]:
    """What stands across a row, but for noughts and dashes."""
    parts = dict(row.columns.parts)
    found: list[_Share] = []
    for key, words in row.named.items():
        if key[:1] != ACROSS:
            continue
        try:
            amount = money_reading.read(words)
        except money_reading.UnreadError:
            amount = Decimal(0)
            if words in ("-", "–", "—"):
                continue
        if amount:
            found.append(_Share(parts[int(key[1:])], words, amount))
    return found


def across_in(row: RowRead) -> Decimal | None:
    """What stands across a row, added up; None where nothing does."""
    shares = shares_in(row)
    return sum((share.amount for share in shares), Decimal(0)) if shares else None


def spread(row: RowRead, *, as_quantity: bool) -> list[dict[str, str]]:
    """A row's cells by column, for each line that it makes."""
    named = {key: cell for key, cell in row.named.items() if key[:1] != ACROSS}
    shares = shares_in(row)
    givers = [share for share in shares if share.part.kind != "period"]
    if givers:
        many = len(givers) > 1
        return [_for_giver(named, share, many=many) for share in givers]
    return [_over_time(named, shares, as_quantity=as_quantity)] if shares else [named]


def _for_giver(named: dict[str, str], share: _Share, *, many: bool) -> dict[str, str]:
    made = {**named, "share": f"{share.amount:f}"}
    if many:
        made["shared"] = "yes"
    if share.part.kind == "council":
        made["councils"] = share.part.key
        made.setdefault("payer", share.part.words)
    else:
        made["payer"] = share.part.key or share.part.words
    period = _period(share.part.over)
    if period is not None:
        made["note"] = "; ".join(filter(None, [named.get("note", ""), share.part.over]))
        if period.key:
            made.setdefault("stage", period.key)
    return made


def _over_time(named: dict[str, str], shares: list[_Share], *, as_quantity: bool) -> dict[str, str]:
    """The parts added up, each told in the note; when, where they are alike and side by side."""
    whole = sum((share.amount for share in shares), Decimal(0))
    shown = (f"{s.part.words}: {s.words if as_quantity else money.show(s.amount)}" for s in shares)
    note = "; ".join(filter(None, [named.get("note", ""), *shown]))
    made = {**named, "note": note}
    if as_quantity:
        made["quantity"] = plain_number(whole)
    else:
        made["share"] = f"{whole:f}"
    when = _when(shares)
    if when and "stage" not in named:
        made["stage"] = when
    return made


def _when(shares: list[_Share]) -> str:
    keys = [share.part.key for share in shares]
    if not all(keys) or len({share.amount for share in shares}) > 1:
        return ""
    parts = [part for key in keys for part in stage.parts(key)]
    joined = f"{parts[0]}/{parts[-1]}" if len(parts) > 1 else parts[0]
    try:
        return joined if stage.parts(stage.parse(joined)) == tuple(parts) else ""
    except NotAllowedError:
        return ""


def is_quantity(
    rows: tuple[RowRead, ...], rates: Callable[[RowRead], tuple[Decimal | None, Decimal | None]],
    settled: Settled,
) -> tuple[bool, tuple[Doubt, ...]]:  # fmt: skip
    """Whether what stands across by time is how much and not how many pounds, and what to ask.
    `rates` are a row's unit cost and total."""
    timed = [row for row in rows if any(s.part.kind == "period" for s in shares_in(row))]
    keys = timed[0].columns.keys if timed else ()
    if not timed or "unit-cost" not in keys or "quantity" in keys:
        return False, ()
    if any("£" in cell for row in timed for key, cell in row.named.items() if key[:1] == ACROSS):
        return False, ()
    told = [(across_in(row) or Decimal(0), *rates(row)) for row in timed]
    if all(total == whole for whole, _, total in told):
        return False, ()
    if all(total is not None and rate is not None and total == whole * rate
           for whole, rate, total in told):  # fmt: skip
        return True, ()
    way = settled.get(_ASKED)
    if way is not None:
        return way == _AS_QUANTITY, ()
    words = ", ".join(part.words for _, part in timed[0].columns.parts)
    ways = (
        Reading("How much, times the unit cost", _AS_QUANTITY),
        Reading("Sums of money", _AS_MONEY),
    )
    why = "It is not clear whether these columns say how much or what it costs"
    return True, (Doubt(_ASKED, "Columns", words, why, ways),)
