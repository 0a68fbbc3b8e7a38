"""DECLARATIONS: each statement, and whether the officer agrees to it."""

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Table
from bidwriter.kinds.values.declarations import Declarations

NOT_SIGNED = "Each is a statement by the officer who made this bid, not a signature."


def declaration_blocks(sheet: Sheet, question: Declarations) -> list[Block]:
    """The statements in a table, and what a tick is worth."""
    value = sheet.bid.answer(question.id)
    agreed = value if isinstance(value, tuple) else ()
    rows = [
        Row(
            (
                Cell(statement.text + (" (optional)" if statement.optional else ""), "Row"),
                _state(agreed=statement.id in agreed),
            )
        )
        for statement in question.statements
    ]
    table = Table(
        (Column(), Column(width=80)),
        rows,
        style.TABLE,
        header=("Statement", "Officer says"),
        after=6,
    )
    return [table, Paragraph(NOT_SIGNED, style.NOTE)]


def _state(*, agreed: bool) -> Cell:
    if agreed:
        return Cell("Agreed", style=style.SMALL_BOLD)
    return Cell("Not agreed", style=style.SMALL.but(colour=style.TEXT3))
