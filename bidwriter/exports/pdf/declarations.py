"""DECLARATIONS: each statement, and whether the officer agrees to it."""

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Table, Words
from bidwriter.kinds.values.declarations import Declarations, Statement

NOT_SIGNED = "Each is a statement by the officer who made this bid, not a signature."


def declaration_blocks(sheet: Sheet, question: Declarations) -> list[Block]:
    """The statements in a table, and what a tick is worth."""
    value = sheet.bid.answer(question.id)
    agreed = value if isinstance(value, tuple) else ()
    rows = [
        Row(
            (
                Cell(_words(sheet, statement), "Row"),
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


def _words(sheet: Sheet, statement: Statement) -> Words:
    optional = " (optional)" if statement.optional else ""
    return said_in(sheet, statement.text + optional, statement.text)


def _state(*, agreed: bool) -> Cell:
    if agreed:
        return Cell("Agreed", style=style.SMALL_BOLD)
    return Cell("Not agreed", style=style.SMALL.but(colour=style.TEXT3))
