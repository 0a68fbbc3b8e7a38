"""Writing cells: text that stays text, formulas, numbers, and addresses of cells."""

from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MONEY = '"£"#,##0.00;[Red]-"£"#,##0.00'
PLAIN = "General"
FACTOR = "0.0000000000"
_HEAD = PatternFill("solid", fgColor="E7EAF3")
_TYPED = PatternFill("solid", fgColor="FFF1B8")
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


def formula(
    sheet: Worksheet, row: int, column: int, words: str, shape: str = MONEY, *, strong: bool = False
) -> None:
    """A live formula, written without its equals sign."""
    cell: Any = sheet.cell(row, column, f"={words}")
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
    """Column widths, in characters."""
    for column, width in widths.items():
        sheet.column_dimensions[letter(column)].width = width
