"""XLSX read for its stored values: the sheets of a workbook, whatever tables they hold.

Formulas are never worked out: the value that was saved with one counts. What is read is bounded
at every step, so that no workbook takes more than some seconds and some tens of megabytes.
"""

import re
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from bidwriter.bids.sheets.grid import MOST_CHARACTERS, MOST_IN_A_CELL, tidy
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError
from bidwriter.files.office.links import links_of
from bidwriter.files.office.parts import (
    BrokenPartError,
    EnoughError,
    Parts,
    Silent,
    TooMuchError,
    attribute,
    is_on,
)
from bidwriter.files.tables.kept_cells import MOST_PLACES, Kept
from bidwriter.files.tables.offered import MOST_LISTS, ToldList, offered
from bidwriter.files.tables.sheets import too_much
from bidwriter.files.tables.xlsx_sheet import SharedText, SheetHeard
from bidwriter.files.tables.xlsx_styles import Styles

MOST_SHEETS = 100
_LONGEST_NAME = 100  # characters; Excel allows 31
_LONGEST_PLACE = 300  # characters: a name of a sheet in another file, and cells
_NAME = "workbook/definedNames/definedName"
_BROKEN = (
    BrokenPartError, ParseError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError,
    ValueError, LookupError, OSError,
)  # fmt: skip


def read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook, as far as a table could reach. Raises FileTroubleError."""
    try:
        parts = Parts(data)
    except TooMuchError:
        raise too_much(name) from None
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise FileTroubleError(
            f"“{name}” is damaged or no workbook. Save it again as .xlsx or CSV. "
            "Nothing was taken in"
        ) from None
    try:
        return _Workbook(parts).sheets()
    except TooMuchError:
        raise too_much(name) from None
    except DefusedXmlException:
        raise DamagedError(f"“{name}” holds XML that could do harm. Nothing was taken in") from None
    except _BROKEN:
        raise FileTroubleError(
            f"“{name}” is no workbook that bidwriter can read. Save it again as .xlsx or CSV. "
            "Nothing was taken in"
        ) from None


class _Workbook:
    """A workbook being read, and how much was kept of all its sheets."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        main = links_of("", parts).first("/officeDocument") or "xl/workbook.xml"
        self._book = _Book()
        parts.hear(main, self._book)
        self._links = links_of(main, parts)
        self._styles = Styles()
        if styles := self._links.first("/styles"):
            parts.hear(styles, self._styles)
        self._places = 0

    def sheets(self) -> tuple[Sheet, ...]:
        """All worksheets in their order."""
        told = [(entry, self._links.by_id.get(attribute(entry, "id"))) for entry in self._book.told]
        listed = [(e, link[1]) for e, link in told if link and link[0].endswith("/worksheet")]
        heard = [(entry, self._heard(path)) for entry, path in listed]
        texts = self._texts([sheet for _, sheet in heard])
        kept = Kept(lambda cell: texts.found[cell.at])
        made = tuple(
            Sheet(
                entry.get("name", "")[:_LONGEST_NAME],
                tidy(kept.rows(sheet.rows, sheet.merges)),
                entry.get("state", "visible") != "visible",
                frozenset(sheet.hidden_rows),
                frozenset(sheet.hidden_columns),
                sheet.goes_on,
                frozenset(sheet.struck | _struck_texts(sheet, texts.struck)),
                sheet.is_filtered,
            )
            for entry, sheet in heard
        )
        lists = [
            ToldList(one.name, areas, source)
            for one, (_, sheet) in zip(made, heard, strict=True)
            for areas, source in sheet.lists
        ]
        found = offered(lists, {one.name: one.grid for one in made}, self._book.names)
        return tuple(one._replace(offered=found.get(one.name, ())) for one in made)

    def _heard(self, path: str) -> SheetHeard:
        sheet = SheetHeard(self._styles, from_1904=self._book.from_1904)
        self._parts.hear(path, sheet)
        self._places += sum(max(row) for row in sheet.rows.values()) + max(sheet.rows, default=0)
        if self._places > MOST_PLACES:
            raise TooMuchError
        return sheet

    def _texts(self, sheets: list[SheetHeard]) -> "_Texts":
        """The shared texts that kept cells name."""
        rows = (row for sheet in sheets for row in sheet.rows.values())
        wanted = {cell.at for row in rows for cell in row.values() if isinstance(cell, SharedText)}
        path = self._links.first("/sharedStrings")
        texts = _Texts(wanted)
        if wanted and path:
            self._parts.hear(path, texts)
        return texts


def _struck_texts(sheet: SheetHeard, struck: set[int]) -> set[tuple[int, int]]:
    """The cells whose text, or a piece of it, is struck through in the list of texts."""
    if not struck:
        return set()
    return {
        (row, column)
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
        if isinstance(cell, SharedText) and cell.at in struck
    }


# --- the smaller parts -----------------------------------------------------------------------


class _Book(Silent):
    """The list of sheets, what its names stand for, and from which year days are counted."""

    def __init__(self) -> None:
        self.told: list[dict[str, str]] = []
        self.names: dict[str, str] = {}
        self._name = ""
        self.from_1904 = False

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        if path == "workbook/workbookPr":
            self.from_1904 = attributes.get("date1904", "") in ("1", "true")
        elif path == "workbook/sheets/sheet":
            if len(self.told) == MOST_SHEETS:
                raise TooMuchError
            self.told.append(attributes)
        elif path == _NAME:
            self._name = attributes.get("name", "").casefold()[:_LONGEST_NAME]

    def text(self, path: str, words: str) -> None:
        if path == _NAME and len(self.names) < MOST_LISTS:
            self.names[self._name] = (self.names.get(self._name, "") + words)[:_LONGEST_PLACE]

    def end(self, path: str) -> None:
        if path == "workbook" and not self.told:
            raise BrokenPartError("no sheets")


class _Texts(Silent):
    """The shared texts, those that are wanted."""

    def __init__(self, wanted: set[int]) -> None:
        self._wanted = wanted
        self.found: dict[int, str] = {}
        self.struck: set[int] = set()
        self._at = self._kept = 0
        self._pieces: list[str] = []

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        if path == "sst/si":
            self._pieces = []
        elif path == "sst/si/r/rPr/strike" and is_on(attributes) and self._at in self._wanted:
            self.struck.add(self._at)

    def text(self, path: str, words: str) -> None:
        if path in ("sst/si/t", "sst/si/r/t") and self._at in self._wanted:
            self._pieces.append(words)
            self._kept += len(words)
            if self._kept > MOST_CHARACTERS:
                raise TooMuchError

    def end(self, path: str) -> None:
        if path != "sst/si":
            return
        if self._at in self._wanted:
            words = _unescaped("".join(self._pieces))
            if len(words) > MOST_IN_A_CELL:
                raise TooMuchError
            self.found[self._at] = words
        self._at += 1
        if len(self.found) == len(self._wanted):
            raise EnoughError


def _unescaped(words: str) -> str:
    """Excel writes an escape for what XML cannot hold; one that stands for itself is `_x005F_`."""
    return re.sub(r"_x000D_", "", words).replace("_x005F_", "_")
