"""Any table by its columns: a sheet in, rows of typed cells with doubts out.

What is special to a kind of rows stands beside it: cost lines, their sums and payers, in
`taking_in`. A table of a fund's own columns needs nothing but its type of rows.
"""

from typing import Any, NamedTuple

from bidwriter.bids.sheets.layout import Laid, lay_out
from bidwriter.bids.sheets.row_reader import RowReader, gathered
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.wanted import Wanted
from bidwriter.doubts import Doubt, Settled


class TableRead(NamedTuple):
    """Rows as cells for `add_rows`, each with its row in the sheet; what is doubtful; and how the
    sheet is laid out."""

    rows: tuple[dict[str, Any], ...]
    numbers: tuple[int, ...]
    doubts: tuple[Doubt, ...]
    laid: Laid


def read_table(sheet: Sheet, wanted: Wanted, settled: Settled) -> TableRead:
    """The rows of a sheet that are `wanted`, with what is settled so far."""
    laid = lay_out(sheet, wanted, settled)
    rows: list[dict[str, Any]] = []
    numbers: list[int] = []
    doubts = list(laid.doubts)
    for row in laid.rows:
        if not row.named:
            continue
        reader = RowReader(wanted, row.number, settled)
        made = reader.read(row.named)
        doubts += reader.doubts
        if not reader.left_out:
            rows.append(made)
            numbers.append(row.number)
    return TableRead(tuple(rows), tuple(numbers), gathered(doubts), laid)
