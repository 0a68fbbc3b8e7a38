"""How much of a file of tables is read, and what is said of one that holds more."""

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_ROWS
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.disk.trouble import TooLargeError


def whole(sheet: Sheet, name: str) -> Sheet:
    """A sheet in the file `name`. Raises TooLargeError where some were not read."""
    if sheet.goes_on:
        raise TooLargeError(
            f"Sheet “{sheet.name}” of “{name}” goes on beyond row {MOST_ROWS:,} or column "
            f"{MOST_COLUMNS}, more than a table needs. Copy the table into a new workbook and "
            "choose that. Nothing was taken in"
        )
    return sheet


def too_much(name: str) -> TooLargeError:
    """That a workbook is beyond all bounds."""
    return TooLargeError(
        f"“{name}” holds far more than a table needs. Copy the table into a new workbook and "
        "choose that. Nothing was taken in"
    )
