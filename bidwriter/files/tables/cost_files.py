"""The cost lines of a bid as CSV and XLSX."""

from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.giving_out import MONEY, columns_of, sheet_of
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.taking_in import is_cost_table
from bidwriter.files.tables.csv_tables import csv_bytes
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines


def sheets_of_costs(bid: Bid, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets that lines could be taken from, the likeliest first; where it is more than one,
    it must be asked. Those that show tables of costs, or if none does any that is not empty; a
    hidden one is never taken unasked while another shows."""
    shown = tuple(sheet for sheet in sheets if not sheet.is_hidden) or sheets
    costs = [sheet for sheet in sheets if is_cost_table(bid, sheet)]
    if found := tuple(sheet for sheet in shown if sheet in costs):
        return found
    filled = tuple(sheet for sheet in shown if any(map(any, sheet.grid))) or shown
    return (*filled, *(sheet for sheet in costs if sheet not in shown))


def lines_as_csv(bid: Bid, question: CostLines, lines: tuple[CostLine, ...]) -> bytes:
    """A header and a row for each line."""
    return csv_bytes(sheet_of(bid, question, lines))


def lines_as_xlsx(bid: Bid, question: CostLines, lines: tuple[CostLine, ...]) -> bytes:
    """A sheet with a header, a row for each line, and their sum."""
    from bidwriter.files.tables.xlsx_writing import xlsx_bytes  # openpyxl only when it is needed

    columns = columns_of(bid, question, lines)
    money = [columns.index(key) for key in MONEY]
    return xlsx_bytes(sheet_of(bid, question, lines), money, [columns.index("total")], "Costs")


def lines_as_file(bid: Bid, question: CostLines, lines: tuple[CostLine, ...], path: Path) -> bytes:
    """CSV or XLSX, by the name that was chosen."""
    as_csv = path.suffix.casefold() == ".csv"
    return (lines_as_csv if as_csv else lines_as_xlsx)(bid, question, lines)
