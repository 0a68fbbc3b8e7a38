"""OpenDocument workbooks (.ods) read for their stored values, as those of Excel are: what is read
is bounded at every step, and formulas are never worked out."""

import re
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from bidwriter.bids.sheets.grid import tidy
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError
from bidwriter.files.office.parts import BrokenPartError, Parts, Silent, TooMuchError
from bidwriter.files.tables.kept_cells import Kept
from bidwriter.files.tables.ods_sheet import OdsSheet, Sheets
from bidwriter.files.tables.ods_styles import Styles
from bidwriter.files.tables.offered import ToldList, offered
from bidwriter.files.tables.sheets import too_much

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_BROKEN = (
    BrokenPartError, ParseError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError,
    ValueError, LookupError, OSError,
)  # fmt: skip
_IN_LIST = re.compile(r"(?:of:|oooc:)?cell-content-is-in-list\((?P<words>.*)\)", re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
# The sheet before the second cell is the first one's: "$Lists.$A$1:$Lists.$A$5".
_SECOND = re.compile(r":(?:\$?'[^']+'|\$?[^'.:!]+)?\.")


def is_ods(data: bytes) -> bool:
    """Whether a zip is an OpenDocument file, by what is in it."""
    try:
        return Parts(data).has(_CONTENT)
    except (TooMuchError, *_BROKEN):
        return False


def read_ods(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook, as far as a table could reach. Raises FileTroubleError."""
    try:
        parts = Parts(data)
        if not _is_locked(parts):
            return _sheets(parts)
    except TooMuchError:
        raise too_much(name) from None
    except DefusedXmlException:
        raise DamagedError(f"“{name}” holds XML that could do harm. Nothing was taken in") from None
    except _BROKEN:
        raise FileTroubleError(
            f"“{name}” is damaged or no workbook. Save it again as .xlsx, .ods or CSV. "
            "Nothing was taken in"
        ) from None
    raise FileTroubleError(
        f"“{name}” has a password. Save it without one and choose that. Nothing was taken in"
    )


class _Manifest(Silent):
    """Whether a password is needed."""

    is_locked = False

    def begin(self, path: str, _attributes: dict[str, str]) -> None:
        self.is_locked = self.is_locked or path.endswith("/encryption-data")


def _is_locked(parts: Parts) -> bool:
    manifest = _Manifest()
    if parts.has(_MANIFEST):
        parts.hear(_MANIFEST, manifest)
    return manifest.is_locked


def _sheets(parts: Parts) -> tuple[Sheet, ...]:
    styles = Styles()
    if parts.has(_STYLES):
        parts.hear(_STYLES, styles)
    parts.hear(_CONTENT, styles)  # those of the cells stand before them
    heard = Sheets(styles)
    parts.hear(_CONTENT, heard)
    if not heard.sheets:
        raise BrokenPartError("no sheets")
    kept = Kept()
    made = tuple(
        Sheet(
            sheet.name,
            tidy(kept.rows(sheet.cells, sheet.merges)),
            sheet.is_hidden,
            frozenset(sheet.hidden_rows),
            frozenset(sheet.hidden_columns),
            sheet.goes_on,
            frozenset(sheet.struck),
            sheet.is_filtered,
        )
        for sheet in heard.sheets
    )
    lists = [told for sheet in heard.sheets for told in _lists(sheet, heard.sources)]
    names = {name: _place(place) for name, place in heard.names.items()}
    found = offered(lists, {one.name: one.grid for one in made}, names)
    return tuple(one._replace(offered=found.get(one.name, ())) for one in made)


def _lists(sheet: OdsSheet, sources: dict[str, str]) -> list[ToldList]:
    told: list[ToldList] = []
    for area, named in sheet.lists:
        found = _IN_LIST.fullmatch(sources.get(named, ""))
        if found is None:
            continue
        words = tuple(one.replace('""', '"') for one in _QUOTED.findall(found["words"]))
        told.append(ToldList(sheet.name, (area,), _place(found["words"]), words))
    return told


def _place(written: str) -> str:
    """ "[$Lists.$A$1:.$A$5]" → "$Lists.$A$1:$A$5"."""
    return _SECOND.sub(":", written.strip("[]")).removeprefix(".")
