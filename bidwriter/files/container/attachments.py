"""Attachments: what a file is by its content, and which are taken."""

import hashlib
import io
import unicodedata
import zipfile
from pathlib import Path
from typing import NamedTuple

from bidwriter.bids.bid import Attachment
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
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = Type(f"{_OOXML}wordprocessingml.document", "Word document", (".docx",))
XLSX = Type(f"{_OOXML}spreadsheetml.sheet", "Excel workbook", (".xlsx",))
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
ACCEPTED = "PDF, PNG, JPEG, GIF, WebP, Word, Excel and OpenDocument files"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_attachment(path: Path, about: str = "") -> tuple[Attachment, bytes]:
    """The attachment that a file makes, and its bytes. Raises FileTroubleError."""
    try:
        if path.stat().st_size > LARGEST:
            raise FileTroubleError(
                f"“{path.name}” is larger than {LARGEST // 10**6} MB; attach a smaller file"
            )
        data = path.read_bytes()
    except OSError as error:
        raise FileTroubleError(f"“{path.name}” could not be read: {reason(error)}") from None
    return attachment(path.name, data, about), data


def attachment(name: str, data: bytes, about: str = "") -> Attachment:
    """The attachment of these bytes. Raises FileTroubleError where its content is not taken, or
    is not what its name says."""
    name = unicodedata.normalize("NFC", name)
    if not data:
        raise FileTroubleError(f"“{name}” is empty")
    type_ = sniff(data, Path(name).suffix.lower())
    if type_ is None:
        raise FileTroubleError(f"“{name}” is not one of the files that can be attached: {ACCEPTED}")
    if Path(name).suffix.lower() not in type_.endings:
        raise FileTroubleError(
            f"“{name}” holds a {type_.name}; rename it to end in {type_.endings[0]}"
        )
    digest = hashlib.sha256(data).hexdigest()
    return Attachment(sha256=digest, name=name, type=type_.mime, size=len(data), about=about)


def check_room(present: tuple[Attachment, ...], new: Attachment) -> None:
    """Raises FileTroubleError where a bid's attachments would become too many or too large."""
    others = [a for a in present if a.sha256 != new.sha256]
    if len(others) >= MOST or sum(a.size for a in others) + new.size > LARGEST_TOGETHER:
        raise FileTroubleError(
            f"“{new.name}” does not fit: a bid takes {MOST} attachments and "
            f"{LARGEST_TOGETHER // 10**6} MB in all"
        )


def sniff(data: bytes, ending: str = "") -> Type | None:
    """What the content is; `ending` only tells old Word from old Excel."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    for start, type_ in (
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\xff\xd8\xff", JPEG),
        (b"GIF87a", GIF),
        (b"GIF89a", GIF),
    ):
        if data.startswith(start):
            return type_
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(_OLE):
        return {".doc": DOC, ".xls": XLS}.get(ending)
    return _sniff_zip(data) if data.startswith(b"PK\x03\x04") else None


def _sniff_zip(data: bytes) -> Type | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:5000])
            if "word/document.xml" in names and "word/vbaProject.bin" not in names:
                return DOCX
            if "xl/workbook.xml" in names and "xl/vbaProject.bin" not in names:
                return XLSX
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    mime = part.read(100).decode("ascii", "replace").strip()
                return next((type_ for type_ in ODF if type_.mime == mime), None)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    return None
