"""The cost lines of a bid as CSV and XLSX."""

from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.giving_out import MONEY, columns_of, sheet_of
from bidwriter.bids.sheets.headings import is_cost_table
from bidwriter.files.tables.csv_tables import csv_bytes
from bidwriter.files.tables.sheets import Sheet
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines


def sheet_of_costs(sheets: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet to take lines from: the first one that shows a table of costs, or the only one
    that could be meant. None where it must be asked; a hidden sheet is never taken unasked while
    another shows."""
    shown = tuple(sheet for sheet in sheets if not sheet.is_hidden) or sheets
    tables = [sheet for sheet in shown if is_cost_table(sheet.grid)]
    if tables:
        return tables[0]
    hidden_tables = [s for s in sheets if s not in shown and is_cost_table(s.grid)]
    return shown[0] if len(shown) == 1 and not hidden_tables else None


def lines_as_csv(bid: Bid, question: CostLines, lines: tuple[CostLine, ...]) -> bytes:
    """A header and a row for each line."""
    return csv_bytes(sheet_of(bid, question, lines))


def lines_as_xlsx(bid: Bid, question: CostLines, lines: tuple[CostLine, ...]) -> bytes:
    """A sheet with a header, a row for each line, and their sum."""
    from bidwriter.files.tables.xlsx_writing import xlsx_bytes  # openpyxl only when it is needed

    columns = columns_of(bid, question, lines)
    money = [columns.index(key) for key in MONEY]
    return xlsx_bytes(sheet_of(bid, question, lines), money, columns.index("total"), "Costs")


def lines_as_file(bid: Bid, question: CostLines, lines: tuple[CostLine, ...], path: Path) -> bytes:
    """CSV or XLSX, by the name that was chosen."""
    as_csv = path.suffix.casefold() == ".csv"
    return (lines_as_csv if as_csv else lines_as_xlsx)(bid, question, lines)
