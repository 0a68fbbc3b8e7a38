"""Writing cells: text that stays text, formulas, numbers, and addresses of cells."""

from decimal import Decimal
from typing import Any, NamedTuple

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.files.tables.xlsx_writing import ReckonedBook, Value, put_formula

MONEY = '"£"#,##0.00;[Red]-"£"#,##0.00'
PLAIN = "General"
FACTOR = "0.0000000000"
_HEAD = PatternFill("solid", fgColor="E7EAF3")
_TYPED = PatternFill("solid", fgColor="FFF1B8")
_ROOM = 3  # for the high case, which has more digits, and the edges of the cell
FIRST_YEAR = 3  # the column of the first year on the sheets of working


def letter(column: int) -> str:
    """A column's letters: 1 → A."""
    return str(get_column_letter(column))


def year_column(at: int) -> str:
    """The column of a year on the sheets of working, the first year 0."""
    return letter(FIRST_YEAR + at)


def text(sheet: Worksheet, row: int, column: int, words: str, *, strong: bool = False) -> None:
    """Words that stay words, whatever they begin with: nothing typed is ever a formula."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:32_000]
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=column == 1 and len(words) > 60)
    if strong:
        cell.font = Font(bold=True)


def number(
    sheet: Worksheet, row: int, column: int, value: Decimal | int | None, shape: str = PLAIN
) -> None:
    """A number; none leaves the cell empty."""
    if value is not None:
        cell = sheet.cell(row, column, value)
        cell.number_format = shape


class Live(NamedTuple):
    """A formula without its equals sign, and what bidwriter has for it in the central case."""

    words: str
    comes_to: Value


def formula(
    sheet: Worksheet, row: int, column: int, live: Live, shape: str = MONEY, *, strong: bool = False
) -> None:
    """A live formula; what it comes to stands beside it until it is recalculated."""
    cell: Any = sheet.cell(row, column)
    put_formula(cell, *live)
    cell.number_format = shape
    if strong:
        cell.font = Font(bold=True)


def header(sheet: Worksheet, row: int, words: list[str]) -> None:
    """A row of column headers."""
    for at, one in enumerate(words, 1):
        text(sheet, row, at, one, strong=True)
        sheet.cell(row, at).fill = _HEAD


def mark_typed(sheet: Worksheet, row: int, column: int) -> None:
    """A typed year that stands in place of the rule."""
    sheet.cell(row, column).fill = _TYPED


def widen(sheet: Worksheet, widths: dict[int, float]) -> None:
    """Column widths, in characters: no less than these, and no less than the longest number."""
    longest = dict(widths)
    for row in sheet.iter_rows():
        for column, cell in enumerate(row, 1):
            length = _shown(sheet, cell)
            if length:
                longest[column] = max(longest.get(column, 0), length + _ROOM)
    for column, width in longest.items():
        sheet.column_dimensions[letter(column)].width = width


def _shown(sheet: Worksheet, cell: Any) -> int:
    """How many characters a number takes; words are cut, not shown as ###."""
    book = sheet.parent
    assert isinstance(book, ReckonedBook)
    value = book.reckoned.get((sheet.title, cell.coordinate), cell.value)
    if isinstance(value, str) or value is None:
        return 0
    if cell.number_format == MONEY:
        return len(f"-£{abs(value):,.2f}")
    return len(FACTOR) if cell.number_format == FACTOR else 0
