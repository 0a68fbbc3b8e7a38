"""Attachments: what a file is by its content, and which are taken."""

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bidwriter.bids.bid import Attachment
from bidwriter.files.container.attached_office import (
    EXCEL,
    OLE,
    OUTLOOK,
    WORD,
    DamagedError,
    Looked,
    look_into_ole,
    look_into_zip,
)
from bidwriter.files.container.attached_pdf import look_into_pdf
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import reason
from bidwriter.files.disk.trouble import FileTroubleError

LARGEST = 20_000_000
LARGEST_TOGETHER = 100_000_000
MOST = 100


class Type(NamedTuple):
    """A kind of file that can be attached."""

    mime: str
    name: str
    endings: tuple[str, ...]


PDF = Type("application/pdf", "PDF", (".pdf",))
PNG = Type("image/png", "PNG picture", (".png",))
JPEG = Type("image/jpeg", "JPEG picture", (".jpg", ".jpeg"))
GIF = Type("image/gif", "GIF picture", (".gif",))
WEBP = Type("image/webp", "WebP picture", (".webp",))
# Without these a picture is cut off.
_ENDS = {PNG: b"IEND", JPEG: b"\xff\xd9"}
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = Type(f"{_OOXML}wordprocessingml.document", "Word document", (".docx",))
XLSX = Type(f"{_OOXML}spreadsheetml.sheet", "Excel workbook", (".xlsx",))
PPTX = Type(f"{_OOXML}presentationml.presentation", "PowerPoint presentation", (".pptx",))
DOC = Type("application/msword", "Word document", (".doc",))
XLS = Type("application/vnd.ms-excel", "Excel workbook", (".xls",))
ODF = {
    Type(f"application/vnd.oasis.opendocument.{kind}", f"OpenDocument {kind}", (ending,))
    for kind, ending in (
        ("text", ".odt"),
        ("spreadsheet", ".ods"),
        ("presentation", ".odp"),
        ("graphics", ".odg"),
    )
}
_ZIP_TYPES = {type_.mime: type_ for type_ in (DOCX, XLSX, PPTX, *ODF)}
_OLE_TYPES = {WORD: DOC, EXCEL: XLS}
ACCEPTED = "PDF, PNG, JPEG, GIF, WebP, Word, Excel, PowerPoint (.pptx) and OpenDocument files"


def read_attachment(path: Path, about: str = "") -> tuple[Attachment, bytes]:
    """The attachment that a file makes, and its bytes. Raises FileTroubleError."""
    try:
        data = read_file(path, LARGEST + 1)
    except OSError as error:
        raise FileTroubleError(f"“{path.name}” could not be read: {reason(error)}") from None
    if len(data) > LARGEST:
        raise FileTroubleError(
            f"“{path.name}” is larger than {LARGEST // 10**6} MB; attach a smaller file"
        )
    return attachment(path.name, data, about), data


def attachment(name: str, data: bytes, about: str = "") -> Attachment:
    """The attachment of these bytes. Raises FileTroubleError where its content is not taken, or
    is not what its name says."""
    name = unicodedata.normalize("NFC", name)
    if not data:
        raise FileTroubleError(f"“{name}” is empty")
    type_, pages = sniff(name, data)
    if type_ is None:
        raise FileTroubleError(f"“{name}” is not one of the files that can be attached: {ACCEPTED}")
    if Path(name).suffix.lower() not in type_.endings:
        raise FileTroubleError(
            f"“{name}” holds a {type_.name}; rename it to end in {type_.endings[0]}"
        )
    digest = hashlib.sha256(data).hexdigest()
    return Attachment(
        sha256=digest, name=name, type=type_.mime, size=len(data), about=about, pages=pages
    )


def check_room(present: tuple[Attachment, ...], new: Attachment) -> None:
    """Raises FileTroubleError where a bid's attachments would become too many or too large, and
    where the same content is there under another name."""
    same = next((a for a in present if a.sha256 == new.sha256), new)
    if same.name != new.name:
        raise FileTroubleError(
            f"“{new.name}” is the same file as “{same.name}”, which is attached already. To give "
            "it another name, take that one out first"
        )
    others = [a for a in present if a.sha256 != new.sha256]
    if len(others) >= MOST or sum(a.size for a in others) + new.size > LARGEST_TOGETHER:
        raise FileTroubleError(
            f"“{new.name}” does not fit: a bid takes {MOST} attachments and "
            f"{LARGEST_TOGETHER // 10**6} MB in all"
        )


def sniff(name: str, data: bytes) -> tuple[Type | None, int | None]:
    """What the content is, None for what is not taken; and how many pages a PDF has. Raises
    FileTroubleError for what nobody could open, what is locked, and what would run."""
    pages = None
    if data.startswith(OLE):
        found = _opened(name, lambda: look_into_ole(data))
        if found.kind == OUTLOOK:
            raise FileTroubleError(
                f"“{name}” is an Outlook message. Save it as a PDF in Outlook, and attach that"
            )
        return _OLE_TYPES.get(found.kind), None
    if data.startswith(b"PK\x03\x04"):
        found = _opened(name, lambda: look_into_zip(data))
        return _ZIP_TYPES.get(found.kind), None
    type_ = next((t for start, t in _STARTS if data.startswith(start)), None)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        type_ = PDF
        looked = look_into_pdf(data)
        _refuse(name, looked.trouble, looked.active)
        pages = looked.pages
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        type_ = WEBP
    if type_ is not None and zipfile.is_zipfile(io.BytesIO(data)):
        raise FileTroubleError(
            f"“{name}” is a {type_.name} with a zip file behind it, which a reader would not see. "
            "Save it again in another program, and attach that"
        )
    if type_ in _ENDS and _ENDS[type_] not in data:
        _refuse(name, "damaged")
    return type_, pages


def _opened(name: str, look: Callable[[], Looked]) -> Looked:
    try:
        found = look()
    except DamagedError:
        _refuse(name, "damaged")
        raise
    _refuse(name, "locked" if found.is_locked else "", found.active)
    return found


def _refuse(name: str, trouble: str, active: str = "") -> None:
    if trouble == "locked":
        raise FileTroubleError(
            f"“{name}” is locked with a password, so the fund could not open it. Save it without "
            "the password, and attach that"
        )
    if trouble:
        raise FileTroubleError(
            f"“{name}” is damaged or cut off: no program could open it. Attach it again from where "
            "it came"
        )
    if active:
        raise FileTroubleError(
            f"“{name}” holds {active}. Save it without, or print it to a new PDF, and attach that"
        )
