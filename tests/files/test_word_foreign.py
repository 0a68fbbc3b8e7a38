"""Files that are no Word file, and Word files made to do harm: each is refused in words."""

import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_hostile import HOSTILE
from word_made import W, docx, links, paragraph, table, zipped
from workbooks_made import sheet, workbook

from bidwriter.files.disk.trouble import FileTroubleError, TooLargeError
from bidwriter.files.word.drafts import MOST_CHARACTERS
from bidwriter.files.word.reading import LARGEST, LIMITS, read_document

SAVE = "Open it in Word or LibreOffice and save it as .docx. Nothing was taken in"
CHOOSE = "Choose the .docx file. Nothing was taken in"
AGAIN = "Ask for another copy. Nothing was taken in"


def ole(*names: str) -> bytes:
    """An older Office file with streams of these names, as far as it is looked at."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", head, 28, 0xFFFE, 9)
    struct.pack_into("<I", head, 48, 1)  # where the directory begins
    struct.pack_into("<I", head, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HB", 2 * len(name) + 2, 2).ljust(52, b"\0")
        + struct.pack("<I", 2).ljust(12, b"\0")
        for name in names
    )
    table_ = struct.pack("<128I", 0xFFFFFFFD, *[0xFFFFFFFE] * 127)
    return bytes(head) + table_ + entries.ljust(512, b"\0") + bytes(512)


def opened(mimetype: str) -> bytes:
    return zipped({"mimetype": mimetype, "content.xml": "<x/>"}, zipfile.ZIP_STORED)


ODF = "application/vnd.oasis.opendocument."
PACKAGE = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
WHOLE = docx("x")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", f"empty. {AGAIN}"),
        (bytes(2_000), f"empty. {AGAIN}"),
        (ole("WordDocument"), f"a .doc file of an older Word. {SAVE}"),
        (ole("Workbook"), f"an Excel workbook, no Word document. {CHOOSE}"),
        (ole("__properties_version1.0"), f"an e-mail, no Word document. {CHOOSE}"),
        (ole("PowerPoint Document"), f"an older Office file, no Word document. {CHOOSE}"),
        (
            ole("EncryptionInfo", "EncryptedPackage"),
            "locked with a password. Open it in Word, take the password off and save it again. "
            "Nothing was taken in",
        ),
        (ole("WordDocument")[:600], "damaged, or no Word document. Ask for another copy, as .docx. Nothing was taken in"),
        (b"%PDF-1.7\n", f"a PDF, no Word document. {SAVE}"),
        (b"\r\n%PDF-1.7\n", f"a PDF, no Word document. {SAVE}"),
        (rb"{\rtf1\ansi x}", f"an RTF document, no Word document. {SAVE}"),
        (opened(f"{ODF}text"), f"an OpenDocument text, no Word document. {SAVE}"),
        (opened(f"{ODF}text-template"), f"an OpenDocument text, no Word document. {SAVE}"),
        (opened(f"{ODF}spreadsheet"), f"an OpenDocument file, no Word document. {CHOOSE}"),
        (b"<html><p>x", f"a web page, no Word document. {SAVE}"),
        (b"\xef\xbb\xbf <!-- x --><!DOCTYPE html><p>", f"a web page, no Word document. {SAVE}"),
        ("\ufeff<HTML>".encode("utf-16-le"), f"a web page, no Word document. {SAVE}"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", f"a web page, no Word document. {SAVE}"),
        (b"MIME-Version: 1.0\nContent-Type: multipart", f"a web page, no Word document. {SAVE}"),
        (PACKAGE.encode(), f"an XML document, no .docx file. {SAVE}"),
        (b"<?xml version='1.0'?><office:document/>", f"an XML document, no .docx file. {SAVE}"),
        (b"<?xml version='1.0'?><a/>", f"no Word document. {CHOOSE}"),
        (b"Dear all, here is the form", f"no Word document. {CHOOSE}"),
        (b"\x89PNG\r\n", f"no Word document. {CHOOSE}"),
        (zipped({"a.txt": "x"}), f"a zip file, no Word document. {CHOOSE}"),
        (workbook(sheet()), f"a zip file, no Word document. {CHOOSE}"),
        (docx(type_="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), f"an Excel workbook, no Word document. {CHOOSE}"),
        (docx(type_=SLIDES), f"a PowerPoint presentation, no Word document. {CHOOSE}"),
        (docx(type_="application/vnd.ms-visio.drawing.main+xml"), f"a Visio drawing, no Word document. {CHOOSE}"),
        (docx(type_="image/png"), f"no Word document. {CHOOSE}"),
        (docx(type_="image/png", more={"_rels/.rels": links([])}), f"no Word document. {CHOOSE}"),
    ],
    ids=lambda value: value.partition(".")[0] if isinstance(value, str) else "file",
)  # fmt: skip
def test_what_is_no_word_file_is_refused_with_what_it_is_and_what_to_do(
    data: bytes, said: str
) -> None:
    with pytest.raises(FileTroubleError) as caught:
        read_document(data, "form.docx")
    assert str(caught.value) == f"“form.docx” is {said}"


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-30],
        WHOLE[:40],
        WHOLE[: len(WHOLE) // 2] + bytes(len(WHOLE) - len(WHOLE) // 2),
        docx(more={"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>'}),
        docx(more={"word/document.xml": ""}),
        docx(more={"word/document.xml": "<html/>"}),
        docx(more={"word/styles.xml": "<w:styles>"}),
        docx(more={"_rels/.rels": links([("1", "officeDocument", "word/none.xml")])}),
        docx("x", packed=zipfile.ZIP_BZIP2),
    ],
    ids=lambda _: "file",
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(FileTroubleError, match=r"^“a.docx” is .*[.] .* Nothing was taken in$"):
        read_document(data, "a.docx")


@given(st.binary(max_size=40), st.integers(0, len(WHOLE)))
def test_no_bytes_end_otherwise_than_in_blocks_or_words(noise: bytes, at: int) -> None:
    for data in (noise, b"PK\x03\x04" + noise, WHOLE[:at] + noise + WHOLE[at + len(noise) :]):
        try:
            read_document(data, "a.docx")
        except FileTroubleError as error:
            assert str(error).endswith("Nothing was taken in")


@pytest.mark.parametrize("more", [0, 1])
def test_how_much_text_is_read(more: int) -> None:
    half = paragraph("x" * (MOST_CHARACTERS // 2))
    data = docx(half, half, paragraph("x" * more), packed=zipfile.ZIP_STORED)
    if more:
        with pytest.raises(TooLargeError, match="far more than bidwriter reads"):
            read_document(data, "a.docx")
    else:
        assert len(read_document(data, "a.docx").blocks) == 3


@pytest.mark.parametrize("more", [0, 1])
def test_how_large_a_file_is_read(more: int) -> None:
    with pytest.raises(FileTroubleError, match="larger than 50 MB" if more else "no Word document"):
        read_document(b"x" * (LARGEST + more), "a.docx")


@pytest.mark.parametrize("more", [0, 1])
def test_how_deep_tables_are_read(more: int) -> None:
    inside = paragraph("x")  # p, r and t in document and body
    for _ in range((LIMITS.deepest - 5) // 3 + more):
        inside = table((inside,))
    if more:
        with pytest.raises(TooLargeError):
            read_document(docx(inside), "a.docx")
    else:
        assert len(read_document(docx(inside), "a.docx").blocks) == 1


# --- what was made to do harm ------------------------------------------------------------------

# Reads each hostile file with 100 MB to spare, and prints what it says of it.
READER = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from word_hostile import HOSTILE
import bidwriter.files.word.reading as reading
from bidwriter.files.disk.trouble import FileTroubleError
free = resource.getrlimit(resource.RLIMIT_AS)
for name, made in HOSTILE.items():
    resource.setrlimit(resource.RLIMIT_AS, free)
    data = made()
    now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 100_000_000, free[1]))
    try:
        said = f"{len(reading.read_document(data, name).blocks)} blocks"
    except FileTroubleError as error:
        said = str(error)
    print(f"{name}\\t{said}")
"""
READ = {
    "as many empty runs as are heard": 1,
    "as many paragraphs as there may be": 74_990,
    "as many cells as there may be": 1,
    "as deep as tables may be": 1,
    "text boxes in text boxes": 13,
    "fields in fields": 1,
    "fields without end": 1,
    "shown fields without end": 30_000,
    "an endless instruction": 1,
    "changes in changes": 1,
    "every paragraph deleted": 1,
    "every paragraph run on": 1,
    "as many wide letters as there may be": 1,
    "styles in a circle": 1,
    "styles in a chain": 1,
    "very many lists": 1,
    "lists like styles in a circle": 1,
    "letters without end": 1,
    "roman numbers without end": 1,
    "cells of a million columns": 1,
    "cells merged over all rows": 1,
    "a picture of one colour": 1,
}


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    words = [sys.executable, "-c", READER, str(Path(__file__).parent.parent)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


@pytest.mark.proof
@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_takes_more_than_a_hundred_megabytes(name: str, said: dict[str, str]) -> None:
    if name in READ:
        assert said[name] == f"{READ[name]} blocks"
    else:
        assert re.fullmatch(
            r".*[.] .*Nothing was taken in|.*could do harm[.] Nothing.*", said[name]
        )
