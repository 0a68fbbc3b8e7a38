"""What is in an office document that is to be attached: of which kind it is, whether it is locked,
and what in it would run or be fetched. Only names and small parts are read, each within bounds.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_MOST_PARTS = 20_000
_MOST_READ = 2_000_000  # bytes of one part, unpacked
_MOST_READ_IN_ALL = 20_000_000
_DIRECTORY_ENTRY = b"PK\x01\x02"

MACROS = "macros, which are programs"
CONTROLS = "controls that run programs (ActiveX)"
EMBEDDED = "another file embedded in it, which may be a program"
FETCHED = "a link to a template or picture elsewhere, which is fetched when it is opened"


class DamagedError(Exception):
    """No program could open it."""


class Looked(NamedTuple):
    """What was found. `kind` is what the file says of itself: a MIME type, or the name of an OLE
    stream; "" for none that is known. `active` names the first thing in it that would run."""

    kind: str
    is_locked: bool = False
    active: str = ""


# --- zipped documents ------------------------------------------------------------------------

_OOXML = "application/vnd.openxmlformats-officedocument."
# By the main part's type, whatever the part is called; and by its usual name.
_MAIN = {
    kind: (kind.encode() + b".main+xml", part)
    for kind, part in (
        (f"{_OOXML}wordprocessingml.document", "word/document.xml"),
        (f"{_OOXML}spreadsheetml.sheet", "xl/workbook.xml"),
        (f"{_OOXML}presentationml.presentation", "ppt/presentation.xml"),
    )
}
_LINK = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_EXTERNAL = re.compile(r"TargetMode\s*=\s*[\"']\s*External", re.IGNORECASE)
# Links that people click, and other workbooks, which Excel asks about: neither opens by itself.
_HARMLESS = re.compile(r"Type\s*=\s*[\"'][^\"']*/(?:hyperlink|externalLinkPath|xlPathMissing)[\"']")
_MODULE = re.compile(r"basic/[^/]+/(?!(?:script|dialog)-l[bc]\.xml$)[^/]+\.xml|scripts/.*[^/]")
_BROKEN = (
    zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError,
    zlib.error, LookupError, struct.error,
)  # fmt: skip


def look_into_zip(data: bytes) -> Looked:
    """What a zipped document holds. Raises DamagedError."""
    if data.count(_DIRECTORY_ENTRY) > _MOST_PARTS:  # zipfile makes an object of each
        raise DamagedError
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _looked(_Parts(archive))
    except _BROKEN:
        raise DamagedError from None


class _Parts:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = _MOST_READ_IN_ALL
        self.by_name = {entry.filename.lower(): entry for entry in archive.infolist()}
        self.is_locked = any(entry.flag_bits & 1 for entry in self.by_name.values())

    def read(self, name: str) -> bytes:
        """The start of a part, without the noughts of UTF-16; nothing where there is none."""
        entry = self.by_name.get(name)
        if entry is None:
            return b""
        with self._archive.open(entry) as part:
            data = part.read(min(_MOST_READ, self._left) + 1)
        self._left -= len(data)
        if len(data) > _MOST_READ or self._left < 0:
            raise DamagedError  # such parts are a few kilobytes
        return data.replace(b"\0", b"")


def _looked(parts: _Parts) -> Looked:
    if parts.is_locked:
        return Looked("", is_locked=True)
    if "mimetype" in parts.by_name:
        kind = parts.read("mimetype")[:100].decode("ascii", "replace").strip()
        listed = parts.read("meta-inf/manifest.xml").lower()
        active = EMBEDDED if b"oleobject" in listed else ""
        if any(map(_MODULE.fullmatch, parts.by_name)):
            active = MACROS
        return Looked(kind, b"encryption-data" in listed, active)
    types = parts.read("[content_types].xml")
    named = (k for k, (_, part) in _MAIN.items() if part in parts.by_name)
    said = (k for k, (type_, _) in _MAIN.items() if type_ in types)
    active = _active(parts, types.lower())
    # A template or a document with macros says another type: those with macros are told so.
    return Looked(next(said, "") or next(named, ""), active=active)


def _active(parts: _Parts, types: bytes) -> str:
    names = parts.by_name
    if b"macroenabled" in types or b"vbaproject" in types or any(map(_is_vba, names)):
        return MACROS
    if b"activex" in types or any("/activex/" in name for name in names):
        return CONTROLS
    if b"oleobject" in types or any(map(_is_embedded, names)):
        return EMBEDDED
    return FETCHED if any(_fetches(links) for links in _links(parts)) else ""


def _is_vba(name: str) -> bool:
    return name.rpartition("/")[2].startswith(("vbaproject", "vbadata"))


def _is_embedded(name: str) -> bool:
    """Tables behind charts are kept so too, as documents without macros."""
    return "/embeddings/" in name and not name.endswith((".xlsx", ".docx", ".pptx", "/"))


def _links(parts: _Parts) -> Iterator[str]:
    for name in parts.by_name:
        if name.endswith(".rels"):
            yield unescape(parts.read(name).decode("utf-8", "replace"))


def _fetches(links: str) -> bool:
    found = (link[0] for link in _LINK.finditer(links))
    return any(_EXTERNAL.search(link) and not _HARMLESS.search(link) for link in found)


# --- older documents: OLE, a small file system in a file --------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD, EXCEL, OUTLOOK = "WordDocument", "Workbook", "__properties_version1.0"
_LAST = 0xFFFFFFFA  # sector numbers from here on mean an end, or nothing
_ENTRY = struct.Struct("<64sHB49xI8x")
_OLE_MACROS = {"VBA", "Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR"}
_LOCKED_FROM_HERE = 0x2F


def look_into_ole(data: bytes) -> Looked:
    """What an older Office document holds. Raises DamagedError."""
    try:
        streams = _streams(data)
    except (struct.error, ValueError):
        raise DamagedError from None
    kind = next((k for k in (WORD, EXCEL, "Book", OUTLOOK) if k in streams), "")
    locked = "EncryptedPackage" in streams or _is_ole_locked(data, streams)
    active = MACROS if _OLE_MACROS & streams.keys() else ""
    if not active and "\x01Ole10Native" in streams:
        active = EMBEDDED
    return Looked(EXCEL if kind == "Book" else kind, locked, active)


def _streams(data: bytes) -> dict[str, int]:
    """Where the streams and folders of all levels begin, by name."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    if size not in (512, 4096):
        raise ValueError("no size of a sector")
    tables = _tables(data, size)
    found: dict[str, int] = {}
    sector = struct.unpack_from("<I", data, 48)[0]
    for _ in range(len(data) // size):
        if sector >= _LAST:
            return found
        start = (sector + 1) * size
        for at in range(start, start + size, _ENTRY.size):
            name, length, kind, first = _ENTRY.unpack_from(data, at)
            if kind and 2 <= length <= 64:
                found[name[: length - 2].decode("utf-16-le")] = (first + 1) * size
        sector = _next(data, size, tables, sector)
    raise ValueError("a directory without end")


def _tables(data: bytes, size: int) -> list[int]:
    """The sectors that tell which sector follows which: the first 109 are listed at the start of
    the file, more in a chain of sectors."""
    tables = list(struct.unpack_from("<109I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    while more < _LAST:
        *listed, more = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        tables += listed
        if len(tables) > len(data) // size + 109 + size:
            raise ValueError("a chain without end")
    return tables


def _next(data: bytes, size: int, tables: list[int], sector: int) -> int:
    table, at = divmod(sector, size // 4)
    if table >= len(tables) or tables[table] >= _LAST:
        raise ValueError("a sector that no table tells of")
    return int(struct.unpack_from("<I", data, (tables[table] + 1) * size + at * 4)[0])


def _is_ole_locked(data: bytes, streams: dict[str, int]) -> bool:
    if (word := streams.get(WORD)) is not None:
        return bool(data[word + 11 : word + 12] and data[word + 11] & 1)
    at = streams.get(EXCEL, streams.get("Book", len(data)))
    for _ in range(3):  # the beginning, perhaps a write protection, then what locks it
        head = data[at : at + 4]
        if len(head) < 4:
            return False
        kind, long = struct.unpack("<HH", head)
        if kind == _LOCKED_FROM_HERE:
            return True
        at += 4 + long
    return False
