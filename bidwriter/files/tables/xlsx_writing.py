"""XLSX written by openpyxl, which reads nothing from outside: one sheet of rows.

Text stays text, sums are numbers, the one formula is the sum at the foot; the same rows give the
same bytes. openpyxl writes formulas without what they come to, so that a preview or a protected
view shows nothing: a `ReckonedBook` knows it, and it is put beside each formula.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Context, Decimal
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_KEPT = Context(prec=17)
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zone
_MONEY = '"£"#,##0.00;[Red]-"£"#,##0.00'
_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v ?/>')
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


Value = Decimal | int | str


class ReckonedBook(Workbook):
    """A workbook that knows what its formulas come to: (sheet, address) → value."""

    def __init__(self) -> None:
        super().__init__()
        self.reckoned: dict[tuple[str, str], Value] = {}


def put_formula(cell: Any, words: str, comes_to: Value) -> None:
    """A live formula, without its equals sign, and what it comes to."""
    book = cell.parent.parent
    assert isinstance(book, ReckonedBook)
    cell.value = f"={words}"
    book.reckoned[cell.parent.title, cell.coordinate] = comes_to


def for_print(sheet: Any, header_rows: str) -> None:
    """Print in landscape on A4, as wide as the page, with the header rows on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = header_rows


def xlsx_bytes(
    rows: Sequence[Sequence[str | Decimal]], money: Sequence[int], totals: Sequence[int], title: str
) -> bytes:
    """One sheet: a header, the rows, and the sums of the columns `totals` (from 0, not the first)
    as formulas. `money` are the columns of pounds."""
    book = ReckonedBook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for at, row in enumerate(rows, 1):
        for across, value in enumerate(row, 1):
            _write(sheet.cell(at, across), value, is_money=across - 1 in money)
    _dress(sheet, rows)
    for total in totals:
        _add_up(sheet, rows, total, is_money=total in money)
    return workbook_bytes(book)


def workbook_bytes(book: ReckonedBook) -> bytes:
    """A workbook as it is written: the same cells give the same bytes."""
    book.properties.creator = "bidwriter"
    book.properties.created = _FIXED
    made = io.BytesIO()
    book.save(made)
    return _finished(made.getvalue(), book)


def _write(cell: Any, value: str | Decimal, *, is_money: bool) -> None:
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _MONEY if is_money else "General"
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # text, whatever it begins with
        if value[0] in "=+-@'":
            cell.quotePrefix = True


def _dress(sheet: Any, rows: Sequence[Sequence[str | Decimal]]) -> None:
    bold = Font(bold=True)
    for across, cells in enumerate(zip(*rows, strict=True), 1):
        sheet.cell(1, across).font = bold
        longest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[get_column_letter(across)].width = min(48, max(10, longest + 3))
    sheet.freeze_panes = "B2"
    for_print(sheet, "1:1")


def _add_up(
    sheet: Any, rows: Sequence[Sequence[str | Decimal]], total: int, *, is_money: bool
) -> None:
    bold, last = Font(bold=True), len(rows)
    sums = [row[total] for row in rows[1:] if isinstance(row[total], Decimal)]
    if sums:
        letter = get_column_letter(total + 1)
        sheet.cell(last + 1, 1, "Total").font = bold
        foot = sheet.cell(last + 1, total + 1)
        comes_to = sum(map(Decimal, sums), Decimal(0))
        put_formula(foot, f"SUM({letter}2:{letter}{last})", comes_to)
        foot.font, foot.number_format = bold, _MONEY if is_money else "General"


def _finished(data: bytes, book: ReckonedBook) -> bytes:
    """The same workbook without the time of its making, and with what its formulas come to."""
    sheets = {f"xl/worksheets/sheet{at}.xml": s.title for at, s in enumerate(book.worksheets, 1)}
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            if entry.filename in sheets:
                content = _with_values(content, sheets[entry.filename], book.reckoned)
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return made.getvalue()


def _with_values(xml: bytes, sheet: str, reckoned: Mapping[tuple[str, str], Value]) -> bytes:
    def one(found: re.Match[bytes]) -> bytes:
        at, attributes, formula = found.groups()
        value = reckoned[sheet, at.decode()]
        if isinstance(value, str):
            said = escape(value).encode()
            return b'<c r="%b"%b t="str">%b<v>%b</v>' % (at, attributes, formula, said)
        return b'<c r="%b"%b>%b<v>%b</v>' % (at, attributes, formula, _digits(value).encode())

    return _FORMULA.sub(one, xml)


def _digits(value: Decimal | int) -> str:
    """As many digits as a spreadsheet keeps."""
    return f"{_KEPT.create_decimal(value).normalize(_KEPT) + 0:f}"
