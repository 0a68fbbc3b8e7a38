"""What a file of tables holds: sheets of cells, and how much of one is read."""

from typing import NamedTuple

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid
from bidwriter.files.disk.trouble import TooLargeError


class Sheet(NamedTuple):
    """One sheet of a file; a CSV file has one, named after the file. Rows and columns that are
    hidden are numbered from 1. `goes_on`: there is more beyond the rows and columns that are
    read."""

    name: str
    grid: Grid
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    goes_on: bool = False


def whole_grid(sheet: Sheet, name: str) -> Grid:
    """The cells of a sheet in the file `name`. Raises TooLargeError where some were not read."""
    if sheet.goes_on:
        raise TooLargeError(
            f"Sheet “{sheet.name}” of “{name}” goes on beyond row {MOST_ROWS:,} or column "
            f"{MOST_COLUMNS}, more than a table of costs needs. Copy the table into a new "
            "workbook and import that. Nothing was taken in"
        )
    return sheet.grid


def too_much(name: str) -> TooLargeError:
    """That a workbook is beyond all bounds."""
    return TooLargeError(
        f"“{name}” holds far more than a table of costs needs. Copy the table into a new "
        "workbook and import that. Nothing was taken in"
    )
