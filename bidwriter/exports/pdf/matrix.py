"""THE MATRIX: every item against every principle, as a table that reads in words."""

from collections.abc import Iterator
from itertools import groupby

from bidwriter.bids.principles import Item
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.principle_marks import item_title
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Heading, Paragraph, Row, Table

_KEY = "Strong: the item shows the principle strongly. Some: in part. A dash: nothing is said."


def matrix_blocks(sheet: Sheet) -> list[Block]:
    """The table; nothing where no item can show a principle."""
    principles = sheet.bid.round.principles
    if not sheet.items:
        return []
    wide = min(62.0, 300 / len(principles))
    header = ("Item", *(f"{one.number} {one.name}" for one in principles))
    table = Table(
        (Column(), *[Column(width=wide)] * len(principles)),
        list(_rows(sheet)),
        style.TABLE,
        header=header,
        after=10,
    )
    words = "All items against all principles"
    heading = Heading(3, words, style.QUESTION, topic="Principles", rule=style.INK)
    note = Paragraph(_KEY, style.NOTE.but(keep_with_next=True))
    return [heading, note, table]


def _rows(sheet: Sheet) -> Iterator[Row]:
    bold = style.SMALL_TEXT.but(weight="bold")
    blank = ("",) * len(sheet.bid.round.principles)
    for group, members in groupby(sheet.items, key=lambda item: item.group):
        title = Cell(group.capitalize(), "Row", style=bold)
        yield Row((title, *blank), fill=style.SUNKEN, group=True)
        yield from (_row(sheet, item) for item in members)


def _row(sheet: Sheet, item: Item) -> Row:
    empty = " (empty)" if item.empty else ""
    cells = [_cell(sheet, item, one.number) for one in sheet.bid.round.principles]
    return Row((Cell(item_title(item) + empty, "Row"), *cells), splits=True)


def _cell(sheet: Sheet, item: Item, principle: int) -> Cell:
    strength = sheet.strength(item.place, principle)
    colour = style.look(principle).colour
    if strength == "strong":
        return Cell("strong", style=style.SMALL.but(colour=colour, weight="bold"))
    if strength == "some":
        return Cell("some", style=style.SMALL.but(colour=colour))
    return Cell("–", style=style.SMALL.but(colour=style.TEXT3))
