"""One sheet of a workbook as it is heard: the cells that hold something, and what is hidden."""

import re
from typing import NamedTuple

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_IN_A_CELL, MOST_ROWS
from bidwriter.files.office.parts import BrokenPartError, EnoughError, TooMuchError, is_on
from bidwriter.files.tables.kept_cells import Area
from bidwriter.files.tables.offered import MOST_LISTS, areas_of, column_number
from bidwriter.files.tables.xlsx_cells import NOT_WORKED_OUT, UnworkedCell, cell_of
from bidwriter.files.tables.xlsx_styles import Styles

MOST_MERGES = 20_000
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ROW = "worksheet/sheetData/row"
_C = f"{_ROW}/c"
_VALUE, _FORMULA = f"{_C}/v", f"{_C}/f"
_STORED = (_VALUE, f"{_C}/is/t", f"{_C}/is/r/t")
_MERGE = "worksheet/mergeCells/mergeCell"
_COLUMN = "worksheet/cols/col"
_FILTER = "worksheet/autoFilter/filterColumn"
_STRUCK = f"{_C}/is/r/rPr/strike"
_LIST = "worksheet/dataValidations/dataValidation"
# Lists that name cells of another sheet, as Excel 2010 writes them.
_LIST_2010 = "worksheet/extLst/ext/dataValidations/dataValidation"
_LISTS = (_LIST, _LIST_2010)
_LIST_SOURCE = (f"{_LIST}/formula1", f"{_LIST_2010}/formula1/f")
_LIST_CELLS = f"{_LIST_2010}/sqref"
_LONGEST_LIST = 10_000  # characters of a list or of the cells that drop it down


class SharedText(NamedTuple):
    """A cell whose words stand in the workbook's list of texts."""

    at: int


Cell = str | SharedText


class SheetHeard:
    """Hears a sheet. `rows` are its cells by row and column, from 1."""

    def __init__(self, styles: Styles, *, from_1904: bool) -> None:
        self._styles, self._from_1904 = styles, from_1904
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.struck: set[tuple[int, int]] = set()
        self.goes_on = self.is_filtered = False
        self.lists: list[tuple[tuple[Area, ...], str]] = []
        self._is_list = False
        self._list_cells = self._list_source = ""
        self._row = self._column = 0
        self._kind = self._style = ""
        self._has_formula = self._has_value = self._is_struck = False
        self._words: list[str] = []
        self._length = 0

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        if path == _C:
            self._begin_cell(attributes)
        elif path == _VALUE:
            self._has_value = True
        elif path == _FORMULA:
            self._has_formula = True
        elif path == _ROW:
            self._begin_row(attributes)
        elif path == _MERGE:
            self._merge(attributes.get("ref", ""))
        elif path == _COLUMN:
            self._hide_columns(attributes)
        elif path == _STRUCK:
            self._is_struck = self._is_struck or is_on(attributes)
        elif path == _FILTER:
            self.is_filtered = True
        elif path in _LISTS:
            self._is_list = attributes.get("type") == "list"
            self._list_cells, self._list_source = attributes.get("sqref", ""), ""

    def text(self, path: str, words: str) -> None:
        if path in _STORED:
            self._length += len(words)
            if self._length > MOST_IN_A_CELL:
                raise TooMuchError
            self._words.append(words)
        elif path in _LIST_SOURCE and len(self._list_source) < _LONGEST_LIST:
            self._list_source += words
        elif path == _LIST_CELLS and len(self._list_cells) < _LONGEST_LIST:
            self._list_cells += words

    def end(self, path: str) -> None:
        if path == _C:
            self._end_cell()
        elif path in _LISTS and self._is_list and len(self.lists) < MOST_LISTS:
            self.lists.append((areas_of(self._list_cells), self._list_source))

    # --- rows and columns --------------------------------------------------------------------

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if _is_hidden(attributes, "ht") and self._row <= MOST_ROWS:
            self.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first = _number(attributes.get("min", "1"))
            last = min(_number(attributes.get("max", "1")), MOST_COLUMNS)
            self.hidden_columns |= {*range(first, last + 1)}

    def _merge(self, ref: str) -> None:
        ends = [_CELL.fullmatch(end) for end in ref.split(":")]
        if len(ends) != 2 or None in ends:
            return
        (left, top), (right, bottom) = ((column_number(e[1]), int(e[2])) for e in ends if e)
        if len(self.merges) == MOST_MERGES:
            raise TooMuchError
        if top <= MOST_ROWS and left <= MOST_COLUMNS:
            self.merges.append(Area(top, left, min(bottom, MOST_ROWS), min(right, MOST_COLUMNS)))

    # --- cells -------------------------------------------------------------------------------

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        if "r" in attributes:
            place = _CELL.fullmatch(attributes["r"])
            if place is None:
                raise BrokenPartError(attributes["r"])
            self._column, self._row = column_number(place[1]), int(place[2])
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._has_formula = self._has_value = False
        self._is_struck = self._styles.shape(self._style).is_struck
        self._words, self._length = [], 0

    def _end_cell(self) -> None:
        cell = self._cell()
        if not cell:
            return
        if self._row > MOST_ROWS:
            self.goes_on = True
            raise EnoughError  # rows come in order: all that follows lies beyond too
        if self._column > MOST_COLUMNS:
            self.goes_on = True
            return
        row = self.rows.setdefault(self._row, {})
        if self._column in row or self._row < 1:
            raise BrokenPartError("a cell stands twice")
        row[self._column] = cell
        if self._is_struck:
            self.struck.add((self._row, self._column))

    def _cell(self) -> Cell:
        stored = "".join(self._words)
        if not stored:
            # A formula may come to an empty text; without any value it was never worked out.
            worked = not self._has_formula or (self._kind == "str" and self._has_value)
            return "" if worked else UnworkedCell(NOT_WORKED_OUT)
        if self._kind == "s":
            return SharedText(_number(stored.strip()))
        shape = self._styles.shape(self._style)
        cell = cell_of(self._kind, stored, shape, from_1904=self._from_1904)
        return cell if not cell.isspace() else ""


def _number(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > 9:
        raise BrokenPartError(digits[:20])
    return int(digits)


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Hidden by name, or made so narrow that nothing shows."""
    hidden = attributes.get("hidden", "") in ("1", "true")
    return hidden or re.fullmatch(r"0+(?:\.0*)?", attributes.get(size, "")) is not None
