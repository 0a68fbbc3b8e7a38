"""Files to attach, honest ones and those that run, hide or are locked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

TYPES = "application/vnd.openxmlformats-officedocument."
_LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@lru_cache
def pdf(words: str = "A letter", lock: str | None = None) -> bytes:
    """A PDF of one page, perhaps with a password."""
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=lock, invariant=True)
    canvas.drawString(100, 700, words)
    canvas.save()
    return made.getvalue()


def pdf_of(catalogue: bytes = b"", *more: bytes, packed: bytes = b"") -> bytes:
    """A PDF written by hand, with this in its catalogue and further objects; `packed` is kept in a
    stream of objects."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
        *more,
    ]
    if packed:
        body = zlib.compress(b"9 0 " + packed)
        head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(body)
        objects.append(head + b"\nstream\n" + body + b"\nendstream")
    data, places = b"%PDF-1.7\n", []
    for at, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (at, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    many = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (many, rows)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (many, len(data))
    return data + table + end


def pdf_holding(name: str) -> bytes:
    """A PDF with a file inside."""
    held = b"/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>"
    named = b"<</Type/Filespec/F(%b)/UF(%b)/EF<</F 5 0 R>>>>" % ((name.encode(),) * 2)
    return pdf_of(held, named, b"<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream")


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def office(
    kind: str = "wordprocessingml.document",
    more: Mapping[str, bytes | str] | None = None,
    types: str = "",
    main: str = "",
) -> bytes:
    """A document of an Office program, with further parts and types."""
    usual = {"w": "word/document.xml", "s": "xl/workbook.xml", "p": "ppt/presentation.xml"}
    part = main or usual[kind[0]]
    named = f'<Override PartName="/{part}" ContentType="{TYPES}{kind}.main+xml"/>'
    return zipped(
        {"[Content_Types].xml": f"<Types>{named}{types}</Types>", part: "<x/>"} | dict(more or {})
    )


def link(kind: str, target: str, before: str = "") -> str:
    """The part that says what a document links with outside itself."""
    return f'{before}<Relationships><Relationship Id="a" Type="{_LINKED}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'


def open_document(kind: str = "text", more: Mapping[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument file."""
    return zipped(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"}
        | dict(more or {})
    )


def ole(*names: str, stream: bytes = b"", padding: int = 0) -> bytes:
    """A file of an older Office program: these streams, of which the first holds `stream`. With
    `padding` sectors before its directory."""
    size, each = 512, 128
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE), *(_entry(name, 2, 0) for name in names)]
    entries += [bytes(128)] * (-len(entries) % 4)
    directory = b"".join(entries)
    sectors = [stream.ljust(size, b"\0"), *[bytes(size)] * padding]
    first = len(sectors)
    sectors += [directory[at : at + size] for at in range(0, len(directory), size)]
    last = len(sectors) - 1
    nexts = [0xFFFFFFFE] * len(sectors)
    for at in range(first, last):
        nexts[at] = at + 1
    tables = -(-len(nexts) // each)
    nexts += [0xFFFFFFFF] * (tables * each - len(nexts))
    at_tables = list(range(len(sectors), len(sectors) + tables))
    sectors += [struct.pack("<128I", *nexts[at : at + each]) for at in range(0, len(nexts), each)]
    listed, beyond = at_tables[:109], at_tables[109:]
    chain = 0xFFFFFFFE
    if beyond:
        chain = len(sectors)
        for at in range(0, len(beyond), 127):
            part = beyond[at : at + 127]
            goes_on = len(sectors) + 1 if at + 127 < len(beyond) else 0xFFFFFFFE
            filled = [*part, *[0xFFFFFFFF] * (127 - len(part)), goes_on]
            sectors.append(struct.pack("<128I", *filled))
    listed += [0xFFFFFFFF] * (109 - len(listed))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables,
        first,
        0,
        4096,
        0xFFFFFFFE,
        0,
        chain,
        0,
    )
    return head.ljust(76, b"\0")[:76] + struct.pack("<109I", *listed) + b"".join(sectors)


def _entry(name: str, kind: int, start: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHB49xIQ", written, len(written), kind, start, 4096)


PNG = b"\x89PNG\r\n\x1a\nx\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0 x \xff\xd9"
BOOK = struct.pack("<HH4x", 0x809, 4)  # how the stream of an old workbook begins
