"""A fund's own table as a sheet for other programs: a header, and a row for each row. What is
written reads back (`own_taking_in`) as the same cells."""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.sheets.own_wanted import titles_of
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable

Cell = str | Decimal


def own_sheet(bid: Bid, question: OwnTable) -> tuple[tuple[Cell, ...], ...]:
    """The header and the rows; a grid's rows begin with their labels. Figures are numbers, all else
    is text; "" is empty."""
    rows: list[tuple[Cell, ...]] = [titles_of(question)]
    for row in rows_of(bid, question.id):
        assert isinstance(row, OwnRow)
        around = Around(bid, question, row)
        label = (row.label or row.title,) if question.is_grid else ()
        cells = (column.cell.written(column.leaf(row), around) for column in question.columns)
        rows.append((*label, *cells))
    return tuple(rows)


def money_columns(question: OwnTable) -> tuple[int, ...]:
    """Which columns of its sheet are pounds, from 0."""
    first = int(question.is_grid)
    return tuple(at for at, c in enumerate(question.columns, first) if c.cell.is_money)


def summed_columns(question: OwnTable) -> tuple[int, ...]:
    """Which columns of its sheet are added up, from 0; none where the first is: no room is left to
    say that it is a total."""
    added = {column.id for column in question.added_up}
    first = int(question.is_grid)
    found = tuple(at for at, c in enumerate(question.columns, first) if c.key in added)
    return found if 0 not in found else ()
