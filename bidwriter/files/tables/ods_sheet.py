"""The sheets of an OpenDocument workbook as they are heard: the cells that hold something."""

import re
from collections.abc import Callable
from decimal import Decimal

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_IN_A_CELL, MOST_ROWS, InFull
from bidwriter.files.office.parts import Silent, TooMuchError, attribute
from bidwriter.files.tables.kept_cells import MOST_PLACES, Area
from bidwriter.files.tables.ods_styles import Styles
from bidwriter.files.tables.offered import MOST_LISTS
from bidwriter.files.tables.xlsx_cells import (
    NOT_WORKED_OUT,
    DateCell,
    ErrorCell,
    NumberCell,
    TruthCell,
    UnworkedCell,
    plain,
)
from bidwriter.files.tables.xlsx_styles import other_sign

MOST_SHEETS, _MOST_MERGES = 100, 20_000
_LONGEST_NAME = 100
_LONGEST_NUMBER = 40
_HOURS = 24  # of a day: more is a length of time
_POUNDS = ("", "GBP")
_PERIOD = re.compile(r"(?P<minus>-?)PT(?P<h>\d+)H(?P<m>\d+)M(?P<s>\d+)(?:[.,]\d+)?S")
_TIMES = re.compile(r"\d ?([kKmM])(?:n|ln)?$")  # "80k", of a stored 80
_OUTSIDE = ("/tracked-changes", "/annotation", "/shapes", "/dde-links")
_CELLS = ("table-cell", "covered-table-cell")
Begin = Callable[[dict[str, str]], None]


class OdsSheet:
    """One sheet: `cells` by row and column, from 1; `lists` are the names of the lists that cells
    drop down."""

    def __init__(self, name: str, *, is_hidden: bool) -> None:
        self.name, self.is_hidden = name, is_hidden
        self.cells: dict[int, dict[int, str]] = {}
        self.merges: list[Area] = []
        self.lists: list[tuple[Area, str]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.struck: set[tuple[int, int]] = set()
        self.goes_on = self.is_filtered = False


class Sheets(Silent):
    """Hears the content of a workbook: `sheets`, and the `sources` of lists by their names."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.sheets: list[OdsSheet] = []
        self.sources: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self._row = self._column = 0  # before the next one
        self._deep = self._places = 0
        self._repeated = 1  # times that the row stands
        self._cell: dict[str, str] = {}
        self._words: list[str] = []
        self._length = 0
        self._column_styles: list[tuple[int, str]] = []  # up to which column, and its cells' style
        self._row_style = ""
        self._is_struck = False
        self._anywhere: dict[str, Begin] = {
            "table": self._begin_table,
            "content-validation": self._begin_list,
            "named-range": self._begin_name,
        }
        self._in_sheet: dict[str, Begin] = {
            "table-column": self._begin_column,
            "table-row": self._begin_row,
            **dict.fromkeys(_CELLS, self._begin_cell),
            "p": self._begin_paragraph,
            "s": self._begin_spaces,
            "tab": lambda _: self._hear("\t"),
            "line-break": lambda _: self._hear("\n"),
            "span": self._begin_span,
        }

    # --- what is heard -----------------------------------------------------------------------

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """An element begins; those of nested tables and of notes are passed by."""
        name = path.rpartition("/")[2]
        if _is_outside(path):
            return
        if name in self._anywhere:
            self._anywhere[name](attributes)
        elif self._deep == 1 and name in self._in_sheet:
            self._in_sheet[name](attributes)

    def text(self, path: str, words: str) -> None:
        """The words of a cell stand in its paragraphs."""
        if self._deep == 1 and "/p/" in f"{path}/" and not _is_outside(path):
            self._hear(words)

    def end(self, path: str) -> None:
        """An element ends."""
        name = path.rpartition("/")[2]
        if _is_outside(path):
            return
        if name == "table":
            self._deep -= 1
        elif self._deep == 1 and name == "table-row":
            self._end_row()
        elif self._deep == 1 and name in _CELLS:
            self._end_cell()

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._deep += 1
        if self._deep == 1:
            self._begin_sheet(attributes)

    def _begin_list(self, attributes: dict[str, str]) -> None:
        if len(self.sources) == MOST_LISTS:
            raise TooMuchError
        self.sources[attribute(attributes, "name")] = attribute(attributes, "condition")

    def _begin_name(self, attributes: dict[str, str]) -> None:
        if len(self.names) == MOST_LISTS:
            raise TooMuchError
        place = attribute(attributes, "cell-range-address")
        self.names[attribute(attributes, "name").casefold()] = place

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._words, self._length = attributes, [], 0
        self._is_struck = False

    def _begin_paragraph(self, _attributes: dict[str, str]) -> None:
        if self._words:
            self._hear("\n")

    def _begin_spaces(self, attributes: dict[str, str]) -> None:
        self._hear(" " * min(_many(attributes, "c"), MOST_IN_A_CELL))

    def _begin_span(self, attributes: dict[str, str]) -> None:
        self._is_struck |= self._styles.is_struck(attribute(attributes, "style-name"))

    def _hear(self, words: str) -> None:
        self._length += len(words)
        if self._length > MOST_IN_A_CELL:
            raise TooMuchError
        self._words.append(words)

    # --- sheets, columns and rows ------------------------------------------------------------

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        if len(self.sheets) == MOST_SHEETS:
            raise TooMuchError
        name = attribute(attributes, "name")[:_LONGEST_NAME]
        is_hidden = attribute(attributes, "style-name") in self._styles.hidden
        self.sheets.append(OdsSheet(name, is_hidden=is_hidden))
        self._row = self._column = 0
        self._column_styles = []

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _many(attributes, "number-columns-repeated")
        if len(self._column_styles) < MOST_COLUMNS:
            style = attribute(attributes, "default-cell-style-name")
            self._column_styles.append((self._column, style))
        if attribute(attributes, "visibility") not in ("", "visible"):
            shown = range(first, min(self._column, MOST_COLUMNS) + 1)
            self.sheets[-1].hidden_columns |= {*shown}

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._repeated, self._column = _many(attributes, "number-rows-repeated"), 0
        self._row_style = attribute(attributes, "default-cell-style-name")
        shows = attribute(attributes, "visibility")
        if shows not in ("", "visible"):
            last = min(self._row + self._repeated, MOST_ROWS)
            self.sheets[-1].hidden_rows |= {*range(self._row + 1, last + 1)}
            self.sheets[-1].is_filtered |= shows == "filter"

    def _end_row(self) -> None:
        sheet, first = self.sheets[-1], self._row + 1
        self._row += self._repeated
        row = sheet.cells.get(first)
        if row is None:
            return
        for at in range(first + 1, min(self._row, MOST_ROWS) + 1):
            self._count(max(row))
            sheet.cells[at] = dict(row)
            sheet.struck |= {(at, column) for column in row if (first, column) in sheet.struck}

    def _count(self, places: int) -> None:
        self._places += places
        if self._places > MOST_PLACES:
            raise TooMuchError

    # --- cells -------------------------------------------------------------------------------

    def _end_cell(self) -> None:
        sheet, row, first = self.sheets[-1], self._row + 1, self._column + 1
        self._column += _many(self._cell, "number-columns-repeated")
        last = min(self._column, MOST_COLUMNS)
        self._reach(sheet, row, first, last)
        cell = self._words_of(first)
        if not cell or cell.isspace():
            return
        if row > MOST_ROWS or first > MOST_COLUMNS:
            sheet.goes_on = True
            return
        self._count(last - first + 1 if row in sheet.cells else last)
        is_struck = self._is_struck or self._styles.is_struck(self._style(first))
        for column in range(first, last + 1):
            sheet.cells.setdefault(row, {})[column] = cell
            if is_struck:
                sheet.struck.add((row, column))
        sheet.goes_on |= self._column > MOST_COLUMNS or row + self._repeated - 1 > MOST_ROWS

    def _reach(self, sheet: OdsSheet, row: int, first: int, last: int) -> None:
        """How far a merged cell reaches, and what list these cells drop down."""
        if row > MOST_ROWS or first > MOST_COLUMNS:
            return
        across = _many(self._cell, "number-columns-spanned")
        down = _many(self._cell, "number-rows-spanned")
        if across > 1 or down > 1:
            if len(sheet.merges) == _MOST_MERGES:
                raise TooMuchError
            bottom, right = min(row + down - 1, MOST_ROWS), min(first + across - 1, MOST_COLUMNS)
            sheet.merges.append(Area(row, first, bottom, right))
        if (named := attribute(self._cell, "content-validation-name")) and len(
            sheet.lists
        ) < _MOST_MERGES:
            bottom = min(row + self._repeated - 1, MOST_ROWS)
            sheet.lists.append((Area(row, first, bottom, last), named))

    def _style(self, column: int) -> str:
        own = attribute(self._cell, "style-name") or self._row_style
        return own or next((style for last, style in self._column_styles if column <= last), "")

    def _words_of(self, column: int) -> str:
        """The cell by the kind that the workbook gives it."""
        words, kind = "".join(self._words), attribute(self._cell, "value-type")
        if not kind:
            is_formula = attribute(self._cell, "formula") and not words
            return UnworkedCell(NOT_WORKED_OUT) if is_formula else words
        if self._cell_says("error"):
            return ErrorCell(words or "#VALUE!")
        match kind:
            case "boolean":
                is_so = attribute(self._cell, "boolean-value") == "true"
                return TruthCell("Yes" if is_so else "No")
            case "date":
                return DateCell(attribute(self._cell, "date-value")[:10] or words)
            case "time":
                return DateCell(_length(attribute(self._cell, "time-value")) or words)
            case "float" | "percentage" | "currency":
                return self._number(kind, words, column)
            case _:
                return words or attribute(self._cell, "string-value")

    def _cell_says(self, kind: str) -> bool:
        """Whether a newer word for the kind of a cell says so."""
        return any(name.endswith("value-type") and v == kind for name, v in self._cell.items())

    def _number(self, kind: str, words: str, column: int) -> str:
        stored = attribute(self._cell, "value")
        try:
            value = Decimal(f"{float(stored):.15g}") if len(stored) <= _LONGEST_NUMBER else None
        except ValueError:
            value = None
        if value is None or not value.is_finite():
            return words or stored
        if kind == "percentage":
            return NumberCell(f"{plain(value * 100)}%")
        if (shown := words.strip().casefold()) in ("true", "false") and value in (0, 1):
            return TruthCell("Yes" if shown == "true" else "No")
        sign = other_sign(words)
        if not sign and kind == "currency" and attribute(self._cell, "currency") not in _POUNDS:
            sign = attribute(self._cell, "currency")[:3]
        if self._styles.is_in_full(self._style(column)):
            return InFull(f"{sign}{plain(value)}")
        times = _TIMES.search(words)
        return NumberCell(f"{sign}{plain(value)}{times[1] if times else ''}")


def _is_outside(path: str) -> bool:
    return any(part in path for part in _OUTSIDE)


def _many(attributes: dict[str, str], name: str) -> int:
    written = attribute(attributes, name)
    return max(1, int(written)) if written.isdecimal() and len(written) < 9 else 1


def _length(stored: str) -> str:
    """ "PT37H30M00S" → "37:30"; a time of day, "PT09H30M00S" → "09:30:00"."""
    found = _PERIOD.fullmatch(stored)
    if found is None:
        return ""
    if int(found["h"]) < _HOURS and not found["minus"]:
        return f"{found['h'].zfill(2)}:{found['m'].zfill(2)}:{found['s'].zfill(2)}"
    seconds = f":{found['s'].zfill(2)}" if int(found["s"]) else ""
    return f"{found['minus']}{int(found['h'])}:{found['m'].zfill(2)}{seconds}"
