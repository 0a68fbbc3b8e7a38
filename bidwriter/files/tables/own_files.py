"""A fund's own table as CSV and XLSX."""

from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.headings import heading_rows
from bidwriter.bids.sheets.own_giving_out import money_columns, own_sheet, summed_columns
from bidwriter.bids.sheets.own_wanted import OwnWanted
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.tables.csv_tables import csv_bytes
from bidwriter.kinds.tables.own_table import OwnTable


def sheets_of_rows(bid: Bid, question: OwnTable, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets that its rows could be taken from; where it is more than one, it must be asked.
    Those that have its headings, or if none has any that is not empty; a hidden one is never taken
    unasked while another shows."""
    shown = tuple(sheet for sheet in sheets if not sheet.is_hidden) or sheets
    wanted = OwnWanted(bid, question)
    like = [sheet for sheet in sheets if heading_rows(sheet.grid, wanted)]
    if found := tuple(sheet for sheet in shown if sheet in like):
        return found
    filled = tuple(sheet for sheet in shown if any(map(any, sheet.grid))) or shown
    return (*filled, *(sheet for sheet in like if sheet not in shown))


def rows_as_csv(bid: Bid, question: OwnTable) -> bytes:
    """A header and the rows."""
    return csv_bytes(own_sheet(bid, question))


def rows_as_xlsx(bid: Bid, question: OwnTable) -> bytes:
    """A sheet with a header, the rows, and the sums of the columns that have a total."""
    from bidwriter.files.tables.xlsx_writing import xlsx_bytes  # openpyxl only when it is needed

    rows = own_sheet(bid, question)
    return xlsx_bytes(rows, money_columns(question), summed_columns(question), "Table")


def rows_as_file(bid: Bid, question: OwnTable, path: Path) -> bytes:
    """CSV or XLSX, by the name that was chosen."""
    as_csv = path.suffix.casefold() == ".csv"
    return (rows_as_csv if as_csv else rows_as_xlsx)(bid, question)
