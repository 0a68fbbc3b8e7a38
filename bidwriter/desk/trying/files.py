"""Made-up files that answer questions, with their bytes where small right ones can be made."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from bidwriter.bids.bid import Attachment
from bidwriter.desk.trying.setting import Setting
from bidwriter.files.container.attachments import attachment
from bidwriter.kinds.values.files import ENDINGS, Files

_SIZE = 1_000  # bytes of a file that is only spoken of
_LONGEST = 200  # letters of a name
_EPOCH = (1980, 1, 1, 0, 0, 0)


class MadeFile(NamedTuple):
    """A file; `data` is empty where it is only spoken of, which is enough for the checks."""

    attachment: Attachment
    data: bytes


def file(question: Files, setting: Setting) -> MadeFile | None:  # noqa: ARG001
    """One file of a type that is taken, of one page."""
    taken = [ending for ending in (*_MADE, *ENDINGS) if question.takes(f"made-up.{ending}")]
    if not taken:
        return None
    name = f"made-up-{question.id}"[:_LONGEST] + f".{taken[0]}"
    if taken[0] in _MADE:
        data = _MADE[taken[0]](question.id)
        made = attachment(name, data, "Made up, only to try this round")
    else:
        data = b""
        digest = hashlib.sha256(name.encode()).hexdigest()
        made = Attachment(sha256=digest, name=name, type="application/octet-stream", size=_SIZE)
    return MadeFile(made.model_copy(update={"for_": (question.id,)}), data)


def _pdf(mark: str) -> bytes:
    """A PDF of one page with nothing on it."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Title(%s)>>" % mark.encode(),
    ]
    made, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    trailer = b"<</Size 5/Root 1 0 R/Info 4 0 R>>"
    where = b"%d" % len(made)
    return (
        made + b"xref\n0 5\n0000000000 65535 f \n" + table
        + b"trailer" + trailer + b"\nstartxref\n" + where + b"\n%%EOF\n"
    )  # fmt: skip


def _png(mark: str) -> bytes:
    """A white dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        sum_ = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + sum_

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Title\0" + mark.encode())
        + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
    )  # fmt: skip


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _docx(mark: str) -> bytes:
    """A document of a line."""
    return _zipped({
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCX_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>Made up: '
        f"{mark}</w:t></w:r></w:p></w:body></w:document>",
    })  # fmt: skip


_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = "application/vnd.oasis.opendocument.text"


def _odt(mark: str) -> bytes:
    """The same as OpenDocument."""
    return _zipped({
        "mimetype": _ODT,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
        "content.xml": f'<office:document-content xmlns:office="{_OPEN}:office:1.0" '
        f'xmlns:text="{_OPEN}:text:1.0"><office:body><office:text><text:p>Made up: {mark}'
        "</text:p></office:text></office:body></office:document-content>",
    })  # fmt: skip


def _zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text)
    return held.getvalue()


_MADE: dict[str, Callable[[str], bytes]] = {"pdf": _pdf, "docx": _docx, "odt": _odt, "png": _png}
