"""XLSX by openpyxl: workbooks read for their stored values, and one sheet written.

Reading: the zip is bounded before it is unpacked, XML with entities is refused (defusedxml), and
formulas are never worked out: the value that was saved with one counts. Writing: text stays text,
sums are numbers, the one formula is the sum at the foot; the same rows give the same bytes.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from defusedxml.common import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from bidwriter.bids.sheets.grid import COVERED, Grid, tidy
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, TooLargeError
from bidwriter.files.tables.table_files import MOST_COLUMNS, MOST_ROWS, Sheet

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 1_000, 40_000_000, 250
NOT_WORKED_OUT = "(a formula that was never worked out)"
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zone
_MONEY = '"£"#,##0.00;[Red]-"£"#,##0.00'
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


# --- reading ---------------------------------------------------------------------------------


def read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook, as far as a cost table could reach. Raises FileTroubleError."""
    _check_zip(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that a table does not need
            values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            formulas = load_workbook(io.BytesIO(data), keep_links=False)
            return tuple(
                Sheet(sheet.title, _grid(sheet, formulas[sheet.title]))
                for sheet in values.worksheets
            )
    except DefusedXmlException:
        raise DamagedError(f"“{name}” holds XML that could do harm. Nothing was taken in") from None
    except Exception as error:  # openpyxl raises whatever a broken part leads it to
        if isinstance(error, FileTroubleError):
            raise
        raise FileTroubleError(
            f"“{name}” is no workbook that bidwriter can read. Save it again as .xlsx or CSV. "
            "Nothing was taken in"
        ) from None


def _check_zip(data: bytes, name: str) -> None:
    """Look at the zip's own list before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise FileTroubleError(
            f"“{name}” is damaged or no workbook. Save it again as .xlsx or CSV. "
            "Nothing was taken in"
        ) from None
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or swollen:
        raise TooLargeError(
            f"“{name}” holds far more than a table of costs needs. Copy the table into a new "
            "workbook and import that. Nothing was taken in"
        )


def _grid(sheet: Any, formulas: Any) -> Grid:
    most = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    covered = _covered(sheet)
    rows: list[tuple[str, ...]] = []
    for row, told in zip(
        sheet.iter_rows(max_row=most[0], max_col=most[1]),
        formulas.iter_rows(max_row=most[0], max_col=most[1]),
        strict=True,
    ):
        cells: list[str] = []
        for cell, formula in zip(row, told, strict=True):
            if (cell.row, cell.column) in covered:
                cells.append(COVERED)
            elif cell.value is None and formula.value is not None:
                cells.append(NOT_WORKED_OUT)
            else:
                cells.append(_words(cell))
        rows.append(tuple(cells))
    return tidy(rows)


def _covered(sheet: Any) -> set[tuple[int, int]]:
    """The cells below the first one of each merged range, in its first column."""
    found: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        last = min(area.max_row, MOST_ROWS)
        found |= {(row, area.min_col) for row in range(area.min_row + 1, last + 1)}
    return found


def _words(cell: Any) -> str:
    """A stored value as one would type it; sums in other currencies keep their sign."""
    value, shape = cell.value, str(getattr(cell, "number_format", "") or "")
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case int() | float() | Decimal():
            return _number(value, shape)
        case _:
            return str(value)


def _number(value: int | float | Decimal, shape: str) -> str:
    """Fifteen digits, as spreadsheet programs show them; a double holds no more."""
    amount = Decimal(f"{value:.15g}")
    if "%" in shape:
        return f"{_plain(amount * 100)}%"
    other = re.search(r"[€$¥](?!-)|\[\$([^-\]£]+)", shape.replace("[$£", ""))
    sign = (other[1] or other[0]).strip("[$") if other else ""
    return f"{sign}{_plain(amount)}"


def _plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


# --- writing ---------------------------------------------------------------------------------


def xlsx_bytes(
    rows: Sequence[Sequence[str | Decimal]], money: Sequence[int], total: int, title: str
) -> bytes:
    """One sheet: a header, the rows, and the sum of the column `total` (from 0) as a formula.
    `money` are the columns of sums."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for at, row in enumerate(rows, 1):
        for across, value in enumerate(row, 1):
            _write(sheet.cell(at, across), value, is_money=across - 1 in money)
    _dress(sheet, rows, total)
    return workbook_bytes(book)


def workbook_bytes(book: Workbook) -> bytes:
    """A workbook as it is written: the same cells give the same bytes."""
    book.properties.creator = "bidwriter"
    book.properties.created = _FIXED
    made = io.BytesIO()
    book.save(made)
    return _with_fixed_times(made.getvalue())


def _write(cell: Any, value: str | Decimal, *, is_money: bool) -> None:
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _MONEY if is_money else "General"
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # text, whatever it begins with
        if value[0] in "=+-@'":
            cell.quotePrefix = True


def _dress(sheet: Any, rows: Sequence[Sequence[str | Decimal]], total: int) -> None:
    bold, last = Font(bold=True), len(rows)
    for across, cells in enumerate(zip(*rows, strict=True), 1):
        sheet.cell(1, across).font = bold
        longest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[get_column_letter(across)].width = min(48, max(10, longest + 3))
    sheet.freeze_panes = "B2"
    if last > 1:
        letter = get_column_letter(total + 1)
        sheet.cell(last + 1, 1, "Total").font = bold
        foot = sheet.cell(last + 1, total + 1, f"=SUM({letter}2:{letter}{last})")
        foot.font, foot.number_format = bold, _MONEY


def _with_fixed_times(data: bytes) -> bytes:
    """The same workbook without the time of its making."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return made.getvalue()
