"""Telling what changed in the rows of a table."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.rows import Row


def row_added(row: Row) -> str:
    """ "added User researcher, 45 days at £720"."""
    return f"added {row.in_full}"


def row_removed(row: Row) -> str:
    """ "took out User researcher, 45 days at £720"."""
    return f"took out {row.in_full}"


def cell_changed(bid: Bid, place: Place, row: Row, before: Leaf, after: Leaf) -> str:
    """ "raised User researcher from 40 to 45 days"; `row` as it is afterwards."""
    column = row.column(place.field)
    if column is None:
        return f"changed {place.field} of {row.title}"
    around = Around(bid, bid.round.by_id.get(place.root), row)
    if column.tell:
        was, is_ = (column.cell.words(leaf, around) for leaf in (before, after))
        return column.tell(row.title, was, is_)
    return column.cell.changed(_named(column, row), before, after, around)


def _named(column: Column, row: Row) -> str:
    """ "the unit cost of User researcher"."""
    told = column.told or f"{column.label.lower()} of {{}}"
    return told.replace("{}", row.title)
