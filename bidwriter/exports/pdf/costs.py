"""COSTS: the table of cost lines by who pays, then what they come to."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.principle_marks import named
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.sums import council_name, sum_blocks
from bidwriter.exports.pdf.words import in_words
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Table
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.tables.cost_lines import (
    CostLine,
    CostLines,
    Payer,
    told_beneath,
)
from bidwriter.kinds.values import money

GROUPS: tuple[tuple[Payer | None, str], ...] = (
    ("fund", "Asking the fund"),
    ("in-kind", "Our own, in kind"),
    ("cash", "Our own, in cash"),
    (None, "Nobody named yet to pay"),
)


def cost_blocks(sheet: Sheet, question: CostLines) -> list[Block]:
    """The lines in groups with subtotals and, under the last such table, the sums of the bid."""
    lines = [row for row in rows_of(sheet.bid, question.id) if isinstance(row, CostLine)]
    principled = bool(sheet.bid.round.principles)
    header = ["What", "Quantity", "Unit cost", "Total", "Council"]
    columns = [
        Column(),
        Column(width=54, align="right"),
        _money_column([line.unit_cost for line in lines]),
        _money_column([sheet.figures.whole_project, *(line.amount for line in lines)]),
        Column(width=64),
    ]
    if principled:
        header.append("Principle it serves")
        columns.append(Column(width=98))
    table = Table(
        columns,
        list(_rows(sheet, question, lines, principled=principled)),
        style.TABLE,
        header=header,
        after=10,
    )
    costs = [q for q in sheet.bid.asked if isinstance(q, CostLines) and not sheet.hides(q)]
    return [table, *(sum_blocks(sheet) if question is costs[-1] else [])]


def _money_column(amounts: Iterable[Decimal | None]) -> Column:
    """Wide enough for the longest of the amounts to stay on one line."""
    longest = max((len(money.show(one)) for one in amounts if one is not None), default=0)
    return Column(width=max(44, 5.6 * longest), align="right")


def _rows(
    sheet: Sheet, question: CostLines, lines: list[CostLine], *, principled: bool
) -> Iterator[Row]:
    blank = 2 if principled else 1
    for payer, title in GROUPS:
        members = [line for line in lines if line.payer == payer]
        if members:
            yield _sum_row(title, members, blank, group=True)
            yield from (_line(sheet, question, line, principled=principled) for line in members)
    yield _sum_row("Whole project", [line for line in lines if line.payer], blank, group=False)


def _sum_row(title: str, lines: list[CostLine], blank: int, *, group: bool) -> Row:
    bold = style.SMALL_TEXT.but(weight="bold")
    amount = sum((line.amount or NOUGHT for line in lines), NOUGHT)
    cells = [Cell(title, "Row", 3, bold), Cell(money.show(amount), style=bold)]
    return Row([*cells, *(Cell() for _ in range(blank))], fill=style.SUNKEN, group=group)


def _line(sheet: Sheet, question: CostLines, line: CostLine, *, principled: bool) -> Row:
    cells = [
        Cell(_what(sheet, question, line), "Row"),
        Cell(line.quantity_text),
        Cell("" if line.unit_cost is None else money.show(line.unit_cost)),
        _amount(line.amount),
        Cell(_councils(sheet, line)),
    ]
    return Row([*cells, *([_principle(sheet, line)] if principled else [])], splits=True)


def _what(sheet: Sheet, question: CostLines, line: CostLine) -> list[Block]:
    """What a line is for; beneath it what kind of cost it is and when, its notes and source."""
    told = told_beneath(line, Around(sheet.bid, question, line))
    beneath = [Paragraph(words, style.TINY) for words in told]
    return [Paragraph(line.title, style.SMALL_TEXT), *beneath]


def _amount(amount: Decimal | None) -> Cell:
    if amount is None:
        return Cell("no total yet", style=style.SMALL.but(colour=style.TEXT3))
    return Cell(money.show(amount), style=style.SMALL_BOLD)


def _councils(sheet: Sheet, line: CostLine) -> str:
    if line.councils == (ALL,):
        return f"All {in_words(len(sheet.bid.partners))}" if sheet.bid.partners else "All"
    return ", ".join(council_name(sheet, key) for key in line.councils)


def _principle(sheet: Sheet, line: CostLine) -> Cell:
    if not line.principle:
        return Cell("–", style=style.SMALL.but(colour=style.TEXT3))
    return Cell(named(sheet, line.principle, style.SMALL_TEXT))
