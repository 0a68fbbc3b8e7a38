"""Attachments are known by their content, and named so that every system takes them."""

import subprocess
import sys
from pathlib import Path

import pytest
from attached_made import (
    BOOK,
    JPEG,
    PNG,
    link,
    office,
    ole,
    open_document,
    pdf,
    pdf_holding,
    pdf_of,
    zipped,
)
from hypothesis import given
from hypothesis import strategies as st
from making import sample

from bidwriter.bids.bid import Attachment
from bidwriter.bids.editing import attach
from bidwriter.bids.record.file_names import file_names, safe_name
from bidwriter.files.container.attachments import attachment, check_room
from bidwriter.files.disk.trouble import FileTroubleError

WEB, SHARE = "https://example.org/a", "file://server/share/a.dotm"
GOOD = {
    "letter.pdf": pdf(),
    "by hand.pdf": pdf_of(packed=b"<</S/GoTo>>"),
    "with its data.pdf": pdf_holding("bid.json"),
    "map.png": PNG,
    "photo.JPG": JPEG,
    "log.xlsx": office("spreadsheetml.sheet"),
    "linked.xlsx": office(
        "spreadsheetml.sheet", {"xl/externalLinks/_rels/a.rels": link("externalLinkPath", "b.xlsx")}
    ),
    "note.docx": office(),
    "from the web.docx": office(main="word/document2.xml"),
    "with links.docx": office(more={"word/_rels/document.xml.rels": link("hyperlink", WEB)}),
    "with a chart.docx": office(more={"word/embeddings/Sheet1.xlsx": b"PK"}),
    "talk.pptx": office("presentationml.presentation"),
    "note.odt": open_document(),
    "talk.odp": open_document("presentation", {"Basic/Standard/script-lb.xml": "<x/>"}),
    "old.doc": ole("WordDocument"),
    "large.doc": ole("WordDocument", padding=40_000),
    "old.xls": ole("Workbook", stream=BOOK),
}


@pytest.mark.parametrize("name", GOOD)
def test_takes_what_officers_attach(name: str) -> None:
    assert attachment(name, GOOD[name]).size == len(GOOD[name])


VBA = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
MACRO_TYPE = '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
TEMPLATE = {"word/_rels/settings.xml.rels": link("attachedTemplate", SHARE)}
SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"

REFUSED = {
    "is empty": [("empty.pdf", b"")],
    "is not one of the files that can be attached": [
        ("run.exe", b"MZ\x90"),
        ("letter.pdf", b"MZ\x90"),
        ("page.html", b"<html>"),
        ("data.zip", zipped({"a": "x"})),
        ("old.ppt", ole("PowerPoint Document")),
    ],
    "holds a PDF; rename it to end in .pdf": [("letter.docx", pdf())],
    "holds a Word document; rename it": [("letter.xls", ole("WordDocument"))],
    "is locked with a password": [
        ("letter.pdf", pdf(lock="secret")),
        ("note.docx", ole("EncryptedPackage", "EncryptionInfo")),
        ("old.doc", ole("WordDocument", stream=bytes(11) + b"\x01")),
        ("old.xls", ole("Workbook", stream=BOOK + b"\x2f\0\4\0")),
        ("note.odt", open_document(more={"META-INF/manifest.xml": "<m:encryption-data/>"})),
    ],
    "is damaged or cut off": [
        ("nine bytes.pdf", b"%PDF-1.4\n"),
        ("half.pdf", pdf()[: len(pdf()) // 2]),
        ("no pages.pdf", b"%PDF-1.4\nwords\n%%EOF"),
        ("half.docx", office()[:-30]),
        ("wrong place.docx", office()[:-6] + b"\x09\x09\0\0\0\0"),
        ("half.doc", ole("WordDocument")[:1000]),
        ("bytes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old"),
        ("half.png", PNG[:12]),
        ("half.jpg", JPEG[:5]),
        ("parts.docx", zipped({"[Content_Types].xml": b"PK\x01\x02" * 20_001})),
        ("long.docx", office(types="x" * 3_000_000)),
    ],
    "is an Outlook message": [
        ("mail.doc", ole("__properties_version1.0")),
        ("mail.msg", ole("__properties_version1.0")),
    ],
    "holds macros": [
        ("macro.docx", office(more={"word/vbaProject.bin": b""})),
        ("macro.docx", office(more={"WORD/VBAPROJECT.BIN": b""})),
        ("macro.docx", office(more={"custom/VbaData.xml": b""})),
        ("macro.docx", office(more={"word/other.bin": b""}, types=VBA)),
        ("docm renamed.docx", office(types=MACRO_TYPE)),
        ("macro.xlsx", office("spreadsheetml.sheet", {"xl/vbaProject.bin": b""})),
        ("macro.odt", open_document(more={"Basic/Standard/Module1.xml": "<x/>"})),
        ("macro.ods", open_document("spreadsheet", {"Scripts/python/a.py": "x"})),
        ("macro.xls", ole("Workbook", "_VBA_PROJECT_CUR", stream=BOOK)),
        ("macro.doc", ole("WordDocument", "Macros")),
    ],
    "holds controls that run programs": [
        ("a.docx", office(more={"word/activeX/activeX1.xml": ""}))
    ],
    "holds another file embedded": [
        ("a.docx", office(more={"word/embeddings/oleObject1.bin": b""})),
        ("a.docx", office(more={"word/embeddings/a.docm": b""})),
        ("a.doc", ole("WordDocument", "\x01Ole10Native")),
        (
            "a.odt",
            open_document(
                more={"META-INF/manifest.xml": "<m t='application/vnd.sun.star.oleobject'/>"}
            ),
        ),
    ],
    "holds a link to a template or picture elsewhere": [
        ("a.docx", office(more=TEMPLATE)),
        (
            "a.docx",
            office(
                more={
                    "word/_rels/b.rels": link("attachedTemplate", SHARE).replace("Ext", "&#69;xt")
                }
            ),
        ),
        ("a.docx", office(more={"word/_rels/b.rels": link("image", WEB).encode("utf-16")})),
        (
            "a.docx",
            office(more={"word/_rels/b.rels": link("oleObject", WEB).replace("<Rel", "<r:Rel")}),
        ),
    ],
    "holds a script": [
        ("a.pdf", pdf_of(b"/OpenAction 4 0 R", SCRIPT)),
        ("a.pdf", pdf_of(b"/OpenAction 4 0 R", SCRIPT.replace(b"Java", b"J#61v#61"))),
        ("a.pdf", pdf_of(packed=SCRIPT)),
    ],
    "holds a command that starts a program": [
        ("a.pdf", pdf_of(b"/OpenAction<</S/Launch/F(a.exe)>>"))
    ],
    "holds other files inside it": [
        ("a.pdf", pdf_holding("a.exe")),
        ("a.pdf", pdf_holding("a.docx")),
    ],
    "holds more hidden parts": [("a.pdf", pdf_of(packed=b" " * 21_000_000))],
    "with a zip file behind it": [
        ("a.png", PNG + zipped({"a": "x"})),
        ("a.jpg", JPEG + zipped({"a": "x"})),
        ("a.pdf", pdf() + zipped({"a": "x"})),
    ],
}
CASES = [(words, name, data) for words, those in REFUSED.items() for name, data in those]


@pytest.mark.parametrize(("words", "name", "data"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_refuses_the_rest_in_a_sentence(words: str, name: str, data: bytes) -> None:
    with pytest.raises(FileTroubleError) as error:
        attachment(name, data)
    assert str(error.value).startswith(f"“{name}” ")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@given(st.data(), st.sampled_from(sorted(set(GOOD) - {"large.doc"})))
def test_no_broken_file_raises_anything_else(data: st.DataObject, name: str) -> None:
    broken = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        attachment(name, bytes(broken[: data.draw(st.integers(1, len(broken)))]))
    except FileTroubleError as error:
        assert "\n" not in str(error)


CHILD = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from attached_made import *
import io, zipfile
from bidwriter.files.container.attachments import attachment
from bidwriter.files.disk.trouble import FileTroubleError
import pypdfium2
attachment("a.pdf", pdf())
def zipped_small(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
free = resource.getrlimit(resource.RLIMIT_AS)
zeros = bytes(19_000_000)
for name, data in {
    "packed.docx": zipped_small({"[Content_Types].xml": bytes(300_000_000)}),
    "directory.docx": b"PK\\x03\\x04" + (b"PK\\x01\\x02" + bytes(42)) * 400_000 + b"PK\\x05\\x06" + bytes(18),
    "streams.pdf": pdf_of(b"", b"<</Type/ObjStm>>stream\\n" * 700_000),
    "names.pdf": pdf_of(b"/J#61" * 3_000_000),
    "chain.doc": ole("WordDocument")[:68] + b"\\0" * 18_000_000,
    "zeros.doc": ole("WordDocument")[:512] + zeros,
}.items():
    resource.setrlimit(resource.RLIMIT_AS, free)
    now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 100_000_000, free[1]))
    try:
        attachment(name, data)
    except FileTroubleError as error:
        print(error)
    else:
        print("taken")
"""


@pytest.mark.proof
def test_looking_takes_little_memory() -> None:
    words = [sys.executable, "-c", CHILD, str(Path(__file__).parent.parent)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 6


def test_the_same_content_under_another_name_is_asked_about() -> None:
    first = attachment("plan.pdf", pdf("Plan"), "The plan")
    bid = attach(sample(), first)
    again = attachment("other.pdf", pdf("Plan"))
    with pytest.raises(FileTroubleError, match=r"“other\.pdf” is the same file as “plan\.pdf”"):
        check_room(bid.attachments, again)
    same = attachment("plan.pdf", pdf("Plan"))
    check_room(bid.attachments, same)
    assert first in attach(bid, same).attachments


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
