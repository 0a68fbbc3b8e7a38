"""XLSX written by openpyxl, which reads nothing from outside: one sheet of rows.

Text stays text, sums are numbers, the one formula is the sum at the foot; the same rows give the
same bytes.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zone
_MONEY = '"£"#,##0.00;[Red]-"£"#,##0.00'
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


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
