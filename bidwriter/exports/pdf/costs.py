"""COSTS: the table of cost lines by who pays, then what they come to.

A line is one row, with the columns that a panel compares; all else that is told of it stands
beneath in small type.
"""

from collections.abc import Iterator
from decimal import Decimal

from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered, said_in
from bidwriter.exports.pdf.principle_marks import named
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.sums import council_name, sum_blocks
from bidwriter.exports.pdf.words import all_in_words
from bidwriter.exports.tagged import Block, Cell, Column, Row, Table
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.tables.cost_lines import (
    PAYERS,
    VAT_NOTES,
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
    header = ["What", "Quantity", "Unit cost", "Total", "Who pays"]
    columns = [
        Column(),
        Column(width=54, align="right"),
        Column(width=44, align="right"),
        Column(width=52, align="right"),
        Column(width=50),
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


def _rows(
    sheet: Sheet, question: CostLines, lines: list[CostLine], *, principled: bool
) -> Iterator[Row]:
    blank = 2 if principled else 1
    for payer, title in GROUPS:
        members = [line for line in lines if line.payer == payer]
        if members:
            yield _sum_row(title, members, blank, group=True)
            for line in members:
                yield from _line(sheet, question, line, principled=principled)
    yield _sum_row("Whole project", [line for line in lines if line.payer], blank, group=False)


def _sum_row(title: str, lines: list[CostLine], blank: int, *, group: bool) -> Row:
    bold = style.SMALL_TEXT.but(weight="bold")
    amount = sum((line.amount or NOUGHT for line in lines), NOUGHT)
    cells = [Cell(title, "Row", 3, bold), Cell(money.show(amount), style=bold)]
    return Row([*cells, *(Cell() for _ in range(blank))], fill=style.SUNKEN, group=group)


def _line(sheet: Sheet, question: CostLines, line: CostLine, *, principled: bool) -> Iterator[Row]:
    """A line in one row; what is told beneath it stands in a second over the whole width, on
    the same page."""
    cells = [
        Cell(answered(sheet, line.what) if line.what else line.title, "Row"),
        Cell(answered(sheet, line.quantity_text)),
        Cell("" if line.unit_cost is None else money.show(line.unit_cost)),
        _amount(line.amount),
        Cell(PAYERS[line.payer] if line.payer else "–"),
        *([_principle(sheet, line)] if principled else []),
    ]
    told = (_councils(sheet, line), *told_beneath(line, Around(sheet.bid, question, line)))
    beneath = " · ".join(words for words in told if words)
    yield Row(cells, group=bool(beneath), lined=not beneath)
    if beneath:
        words = said_in(sheet, beneath, *_labels(question), answers=_written(line))
        yield Row([Cell(words, columns=len(cells), style=style.TINY)])


def _labels(question: CostLines) -> Iterator[str]:
    """What the pack calls the kinds of cost."""
    return (option.label for option in question.kinds_of_cost)


def _written(line: CostLine) -> tuple[str, ...]:
    """What the officer wrote of a line; a note on VAT can be one that bidwriter offers."""
    vat = "" if line.vat in VAT_NOTES else line.vat
    return tuple(words for words in (line.note, line.source, vat) if words)


def _amount(amount: Decimal | None) -> Cell:
    if amount is None:
        return Cell("no total yet", style=style.SMALL.but(colour=style.TEXT3))
    return Cell(money.show(amount), style=style.SMALL_BOLD)


def _councils(sheet: Sheet, line: CostLine) -> str:
    """Whose the line is."""
    if line.councils == (ALL,):
        many = len(sheet.bid.partners)
        return f"{all_in_words(many)} councils" if many else "All councils"
    return ", ".join(council_name(sheet, key) for key in line.councils)


def _principle(sheet: Sheet, line: CostLine) -> Cell:
    if not line.principle:
        return Cell("–", style=style.SMALL.but(colour=style.TEXT3))
    return Cell(named(sheet, line.principle, style.SMALL_TEXT))
