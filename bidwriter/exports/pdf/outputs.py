"""OUTPUTS: what the project will deliver, as a table."""

from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered, said
from bidwriter.exports.pdf.principle_marks import mark_runs
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Row, Table, Words
from bidwriter.kinds.tables.outputs import Output, Outputs


def output_blocks(sheet: Sheet, question: Outputs) -> list[Block]:
    """The table of outputs, with the principles that each shows."""
    rows = [row for row in rows_of(sheet.bid, question.id) if isinstance(row, Output)]
    principled = bool(sheet.bid.round.principles)
    header: list[Words] = [
        said(sheet, column.title) if column.key in question.named else column.title
        for column in question.columns
    ]
    header += ["Principles"] if principled else []
    columns = [Column(2.2), Column(3), Column(1), *([Column(width=126)] if principled else [])]
    return [
        Table(
            columns,
            [_row(sheet, question, row, principled=principled) for row in rows],
            style.TABLE,
            header=header,
            after=10,
        )
    ]


def _row(sheet: Sheet, question: Outputs, row: Output, *, principled: bool) -> Row:
    marks = mark_runs(sheet, Place(question.id).at(row.id))
    title = answered(sheet, row.output) if row.output else row.title
    told = (answered(sheet, words or "") for words in (row.action, row.when))
    cells = [Cell(title, "Row", style=style.SMALL_BOLD), *map(Cell, told)]
    return Row([*cells, *([Cell(marks)] if principled else [])])
