"""SUMS: what the cost lines come to, by who pays, by council, by
category, by month and by principle: charts and tables.

Every number is taken from the bid's `figures`, which `bid.json` states too.
"""

from dataclasses import replace
from decimal import Decimal

from bidwriter.bids.costs.groups import WAY_NAMES, By, group_name
from bidwriter.bids.record.figures import NamedSum
from bidwriter.exports.pdf import charts, style
from bidwriter.exports.pdf.languages import said, said_in
from bidwriter.exports.pdf.principle_marks import named
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import spoken
from bidwriter.exports.tagged import (
    Beside,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
)
from bidwriter.kinds.values import body, money

_RIGHT = Column(width=78, align="right")
_SUMS = "The sums are in the next table."
_HALF = 231.0
"""Width in points of what stands beside something else."""

_BY_TIME = ("month", "year")
_SHORT = 14
"""Rows of a table that stands beside another."""


def sum_blocks(sheet: Sheet) -> list[Block]:
    """The charts and tables that follow the last table of costs."""
    if not sheet.figures.whole_project:
        return []
    by_year = sheet.figures.by_year
    way: By = "month" if by_year is None else "year"
    when = sheet.figures.by_month if by_year is None else by_year
    return [
        *_by_payer(sheet),
        *_by_council(sheet),
        *_beside(
            _by_name(sheet, "category", sheet.figures.by_category),
            _by_name(sheet, way, when),
            max(len(sums or ()) for sums in (sheet.figures.by_category, when)),
        ),
        *_by_giver(sheet),
        *_by_principle(sheet),
    ]


def _by_giver(sheet: Sheet) -> list[Block]:
    """A table of who gives what the fund does not pay, where the round asks."""
    rows = [
        Row((Cell(group_name(sheet.bid, "giver", s.name), "Row"), money.show(s.whole)))
        for s in sheet.figures.by_giver or ()
    ]
    if not rows:
        return []
    header = (WAY_NAMES["giver"], "Match funding")
    table = Table((Column(), _RIGHT), rows, style.TABLE, header=header, after=10)
    return [Heading(4, "Match funding by who gives it", style.SUBHEAD), table]


def _beside(left: list[Block], right: list[Block], rows: int) -> list[Block]:
    """Two parts side by side where both are there and neither is long; else one after another."""
    if left and right and rows <= _SHORT:
        return [Beside(left, right, before=style.SUBHEAD.before, after=4)]
    return [*left, *right]


def _by_payer(sheet: Sheet) -> list[Block]:
    sums = sheet.figures
    bars = (
        charts.Bar("Fund", sums.requested, style.INK),
        charts.Bar("In kind", sums.contributed_in_kind, style.INK2),
        charts.Bar("In cash", sums.contributed_in_cash, style.TEXT3),
    )
    chart = charts.bars([bar for bar in bars if bar.amount], money.show)
    finding = charts.payers_finding(sums.requested, sums.contributed)
    return [
        Heading(4, "Who pays", style.SUBHEAD),
        Paragraph(finding, style.BODY.but(keep_with_next=True)),
        Figure(chart, f"Bar chart. {finding} {_SUMS}", after=8),
    ]


def _by_council(sheet: Sheet) -> list[Block]:
    sums = sheet.figures
    cash = bool(sums.contributed_in_cash)
    header = ("Council", "Fund", "In kind", *(["In cash"] if cash else []), "Together")
    rows = [
        _sum_row(council_name(sheet, one.council), (one.fund, one.in_kind, one.cash), cash=cash)
        for one in sums.by_council
    ]
    whole = (sums.requested, sums.contributed_in_kind, sums.contributed_in_cash)
    bold = style.SMALL_TEXT.but(weight="bold")
    rows.append(replace(_sum_row("Whole project", whole, cash=cash), style=bold, fill=style.SUNKEN))
    return [
        Heading(4, "By council and who pays", style.SUBHEAD),
        Table((Column(), *[_RIGHT] * (len(header) - 1)), rows, style.TABLE, header=header, after=4),
        Paragraph(
            "A line that belongs to several councils is shared equally; odd pence go to the lead.",
            style.NOTE,
        ),
    ]


def _sum_row(name: str, parts: tuple[Decimal, Decimal, Decimal], *, cash: bool) -> Row:
    """A name, its sums by who pays (the last is cash, left out where nobody gives any), and
    the three together."""
    shown = parts if cash else parts[:2]
    cells = [money.show(amount) if amount else "–" for amount in (*shown, sum(parts, Decimal(0)))]
    return Row((Cell(name, "Row"), *cells))


def _by_name(sheet: Sheet, by: By, sums: tuple[NamedSum, ...] | None) -> list[Block]:
    """A table of sums by category or by month, where lines name theirs."""
    if not sums:
        return []
    bold = style.SMALL_TEXT.but(weight="bold")
    rows = [
        Row(
            (
                Cell(said(sheet, group_name(sheet.bid, by, s.name)), "Row"),
                money.show(s.fund),
                money.show(s.whole),
            )
        )
        for s in sums
    ]
    whole = money.show(sheet.figures.requested), money.show(sheet.figures.whole_project)
    rows.append(Row((Cell("Whole project", "Row"), *whole), style=bold, fill=style.SUNKEN))
    name = WAY_NAMES[by]
    table = Table(
        (Column(), _RIGHT, _RIGHT), rows, style.TABLE, header=(name, "Grant", "Whole project"),
        after=4 if by in _BY_TIME else 10,
    )  # fmt: skip
    note = "A line over several months is shared equally; odd pence go to the first."
    notes = [Paragraph(note, style.NOTE)] if by in _BY_TIME else []
    return [Heading(4, f"By {name.lower()}", style.SUBHEAD), table, *notes]


def council_name(sheet: Sheet, key: str) -> str:
    """The council that cost lines call `key`: its short name, where no other partner has it."""
    if not key:
        return "No council named"
    try:
        named = body.Body.model_validate(key)
    except ValueError:
        return key
    short = [p.council.short_name for p in sheet.bid.partners if p.council]
    return named.short_name if short.count(named.short_name) == 1 else spoken(named)


def _by_principle(sheet: Sheet) -> list[Block]:
    sums = {one.principle: one for one in sheet.figures.by_principle}
    numbers = [p.number for p in sheet.bid.round.principles]
    if not numbers:
        return []
    grant = [(n, sums[n].fund if n in sums else Decimal(0)) for n in numbers]
    bars = [
        charts.Bar(_name(sheet, number), amount, style.look(number).colour)
        for number, amount in grant
    ]
    rows = [
        Row(
            (
                Cell(named(sheet, n, style.SMALL_TEXT) if n else "No principle", "Row"),
                money.show(sums[n].fund) if n in sums else "£0",
                money.show(sums[n].whole) if n in sums else "£0",
            )
        )
        for n in [*numbers, *(n for n in sums if n not in numbers)]
    ]
    parts = [(_name(sheet, number), amount) for number, amount in grant]
    finding = charts.grant_finding(parts, sheet.figures.requested)
    header = ("Principle", "Grant", "Whole project")
    return [
        Heading(4, "Grant by the principle it mainly serves", style.SUBHEAD),
        Paragraph(
            said_in(sheet, finding, *(name for name, _ in parts)),
            style.BODY.but(keep_with_next=True),
        ),
        *_beside(
            [Figure(charts.bars(bars, money.show, _HALF), f"Bar chart. {finding} {_SUMS}")],
            [Table((Column(), _RIGHT, _RIGHT), rows, style.TABLE, header=header, after=10)],
            len(rows),
        ),
    ]


def _name(sheet: Sheet, number: int) -> str:
    principle = sheet.bid.round.principle(number)
    return principle.name if principle else "No principle"
