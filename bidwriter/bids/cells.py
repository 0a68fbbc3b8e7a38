"""The table, the row, the part and the column at a place, and what a cell there may look at."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.bids.remembered import Remembered
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table


def rows_of(bid: Bid, question: str) -> tuple[Row, ...]:
    """The rows that a table question shows; none for any other."""
    value = bid.answer(question)
    asked = bid.round.by_id.get(question)
    if not isinstance(asked, Table):
        return _rows(value)
    return _KNOWN.of((value, asked), lambda: asked.every_row(_rows(value)))


_KNOWN: Remembered[tuple[Row, ...]] = Remembered()


def _rows(value: object) -> tuple[Row, ...]:
    return tuple(r for r in value if isinstance(r, Row)) if isinstance(value, tuple) else ()


def row_places(bid: Bid) -> set[Place]:
    """The places of all rows that the tables of the round show."""
    tables = [question.id for question in bid.round.questions if isinstance(question, Table)]
    return {Place(table).at(row.id) for table in tables for row in rows_of(bid, table)}


def row_at(bid: Bid, place: Place) -> Row | None:
    """The row that a place is in, if the bid has it."""
    return next((row for row in rows_of(bid, place.root) if row.id == place.row), None)


def table_at(bid: Bid, place: Place) -> Table | None:
    """The table that a place is in."""
    question = bid.round.by_id.get(place.root)
    return question if isinstance(question, Table) else None


def parts_at(bid: Bid, place: Place) -> InParts | None:
    """The question in parts that a place is in."""
    question = bid.round.by_id.get(place.root)
    return question if isinstance(question, InParts) else None


def column_at(bid: Bid, place: Place) -> Column | None:
    """The column of the place of a cell, or of a part of an answer."""
    parts = parts_at(bid, place)
    if parts is not None:
        return None if place.field else parts.column(place.row)
    table = table_at(bid, place)
    return next((c for c in table.columns if c.key == place.field), None) if table else None


def around_at(bid: Bid, place: Place) -> Around:
    """What the cell at a place may look at."""
    return Around(bid, bid.round.by_id.get(place.root), row_at(bid, place))
