"""OWN TABLE: a table of the fund's own columns, with its totals."""

from dataclasses import replace

from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered, said
from bidwriter.exports.pdf.principle_marks import mark_runs
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Table, Words
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column as TableColumn
from bidwriter.kinds.cells.own import loose_words
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable

_MARKS = 126
_LABELS = 24  # the share of the labels of fixed rows


def own_table_blocks(sheet: Sheet, question: OwnTable) -> list[Block]:
    """The table: each row under its own header cell, then the totals. What stands in no column of
    the table any more is told beneath it."""
    rows = [row for row in rows_of(sheet.bid, question.id) if isinstance(row, OwnRow)]
    marked = question.rows_show and bool(sheet.bid.round.principles)
    columns = [
        *([Column(_LABELS)] if question.is_grid else []),
        *(Column(c.share, align="right" if c.cell.is_right else "left") for c in question.columns),
        *([Column(width=_MARKS)] if marked else []),
    ]
    header = [
        *([said(sheet, _headed(question.noun))] if question.is_grid else []),
        *(said(sheet, column.title) for column in question.columns),
        *(["Principles"] if marked else []),
    ]
    laid = [_row(sheet, question, row, marked=marked) for row in rows]
    total = _total(question, rows, marked=marked)
    if total and laid:  # the sum is not left alone on the next page
        laid[-1] = replace(laid[-1], group=True)
    table = Table(
        columns, [*laid, *([total] if total else [])], style.TABLE, header=header, after=10
    )
    return [table, *_left_over(question, rows)]


def _headed(noun: str) -> str:
    return f"{noun[:1].upper()}{noun[1:]}"


def _row(sheet: Sheet, question: OwnTable, row: OwnRow, *, marked: bool) -> Row:
    around = Around(sheet.bid, question, row)
    told = [_told(sheet, column, row, around) for column in question.columns]
    if question.is_grid:
        label = said(sheet, row.label) if row.label else row.title
        cells = [Cell(label, "Row", style=style.SMALL_BOLD), *map(Cell, told)]
    else:
        cells = [Cell(told[0], "Row", style=style.SMALL_BOLD), *map(Cell, told[1:])]
    marks = [Cell(mark_runs(sheet, Place(question.id).at(row.id)))] if marked else []
    return Row([*cells, *marks])


def _told(sheet: Sheet, column: TableColumn, row: OwnRow, around: Around) -> Words:
    words = column.cell.words(column.leaf(row), around)
    if column.cell.is_chosen:
        return said(sheet, words) if words else "–"
    return answered(sheet, words) if words and column.cell.is_words else words or "–"


def _total(question: OwnTable, rows: list[OwnRow], *, marked: bool) -> Row | None:
    """What the columns that are added up come to; None where there is nothing to add."""
    sums = question.totals(tuple(rows))
    if not sums:
        return None
    shown = {own.id: own.shown(sums[own.id]) for own in question.added_up if own.id in sums}
    words = [shown.get(column.key, "") for column in question.columns]
    bold = style.SMALL_TEXT.but(weight="bold")
    if question.is_grid:
        cells = [Cell("Total", "Row", style=bold), *(Cell(w, style=bold) for w in words)]
    else:
        first = f"Total {words[0]}".strip()
        cells = [Cell(first, "Row", style=bold), *(Cell(w, style=bold) for w in words[1:])]
    return Row([*cells, *([Cell()] if marked else [])], fill=style.SUNKEN)


def _left_over(question: OwnTable, rows: list[OwnRow]) -> list[Block]:
    known = {column.key for column in question.columns}
    found = [
        f"{row.title}: {loose_words(leaf)}"
        for row in rows
        for key, leaf in row.cells.items()
        if key not in known
    ]
    if not found:
        return []
    words = f"Of columns that the round has no more: {'; '.join(found)}"
    return [Paragraph(words, style.NOTE)]
