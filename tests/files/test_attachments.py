"""Attachments are known by their content, and named so that every system takes them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.bids.bid import Attachment
from bidwriter.bids.record.file_names import file_names, safe_name
from bidwriter.files.container.attachments import attachment
from bidwriter.files.disk.trouble import FileTroubleError


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


GOOD = {
    "letter.pdf": b"%PDF-1.4 x",
    "map.png": b"\x89PNG\r\n\x1a\nx",
    "photo.JPG": b"\xff\xd8\xff\xe0",
    "log.xlsx": zipped(**{"xl__workbook.xml": b"<x/>"}),
    "note.docx": zipped(**{"word__document.xml": b"<x/>"}),
    "note.odt": zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old",
}


@pytest.mark.parametrize("name", GOOD)
def test_takes_what_officers_attach(name: str) -> None:
    assert attachment(name, GOOD[name]).size == len(GOOD[name])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("run.exe", b"MZ\x90"),
        ("letter.pdf", b"MZ\x90"),
        ("page.html", b"<html>"),
        ("letter.docx", b"%PDF-1.4"),
        ("macro.docx", zipped(**{"word__document.xml": b"", "word__vbaProject.bin": b""})),
        ("data.zip", zipped(a=b"x")),
        ("empty.pdf", b""),
    ],
)
def test_refuses_the_rest_in_a_sentence(name: str, data: bytes) -> None:
    with pytest.raises(FileTroubleError) as error:
        attachment(name, data)
    assert "\n" not in str(error.value)


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8))
def test_names_in_a_bag_are_plain_and_unique(names: list[str]) -> None:
    items = tuple(
        Attachment(
            sha256=f"{n:064x}",
            name=f"{name.strip() or 'x'}.PDF"[:255],
            type="application/pdf",
            size=1,
        )
        for n, name in enumerate(names)
    )
    made = file_names(items)
    assert len({name.casefold() for name in made.values()}) == len(items)
    assert all(name.isascii() and "/" not in name and "\\" not in name for name in made.values())


def test_reserved_names_are_avoided() -> None:
    assert safe_name("CON") == "con-file"
    assert safe_name("Tell us once: Café’s é") == "tell-us-once-cafes-e"
