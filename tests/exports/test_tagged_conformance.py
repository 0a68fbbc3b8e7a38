"""The file as validators see it: PDF/UA-1, PDF/A-2a and -3a, and what no validator checks."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pypdfium2
import pytest
import tagged_sample as sample
from PIL import ImageCms

from bidwriter.exports.tagged import (
    Embedded,
    Furniture,
    Heading,
    PageFacts,
    Paragraph,
    Run,
    TaggedDocument,
)
from bidwriter.paths import RESOURCES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return sample.build(sample.everything())


@pytest.fixture(scope="module")
def with_data() -> bytes:
    return sample.document([sample.data_file()]).build(sample.everything())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_conforms(pdf: bytes, profile: str) -> None:
    assert sample.failures(pdf, profile) == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_conforms_with_an_embedded_file(with_data: bytes, profile: str) -> None:
    assert sample.failures(with_data, profile) == []


def test_the_validator_can_fail(pdf: bytes) -> None:
    assert sample.failures(pdf.replace(b"<pdfuaid:part>1", b"<pdfuaid:part>9"), "ua1")


def test_syntax_is_sound(with_data: bytes) -> None:
    assert "No syntax or stream encoding errors" in sample.run("qpdf", with_data, "--check")


def test_every_font_is_embedded_as_a_subset_with_unicode(pdf: bytes) -> None:
    rows = sample.run("pdffonts", pdf).splitlines()[2:]
    assert len(rows) >= 6
    for row in rows:
        assert re.match(r"[A-Z]{6}\+", row)
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def test_unicode_maps_hold_no_forbidden_value(pdf: bytes) -> None:
    plain = sample.run_bytes("qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",))
    targets = re.findall(rb"^<[0-9A-F]{4}> <([0-9A-F]+)>$", plain, re.MULTILINE)
    assert b"0000" not in targets and b"FEFF" not in targets and b"FFFE" not in targets
    assert b"D835DC00" in targets, "an astral character maps to its surrogate pair"


def test_colour_profile_is_valid_and_its_own_bytes() -> None:
    path = RESOURCES / "colour" / "sRGB.icc"
    where = ROOT / "tools" / "make_icc.py"
    spec = importlib.util.spec_from_file_location("make_icc", where)
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert path.read_bytes() == tool.profile()
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(str(path)))


def test_same_story_same_bytes(pdf: bytes) -> None:
    document, story = sample.document(), sample.everything()
    assert document.build(story) == pdf
    assert document.build(story) == pdf, "building the very same blocks again"


@pytest.mark.parametrize("seed", ["1", "77"])
def test_same_bytes_in_another_process(pdf: bytes, seed: str) -> None:
    code = (
        "import hashlib, tagged_sample as s;"
        "print(hashlib.sha256(s.build(s.everything())).hexdigest())"
    )
    here = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": here, "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True
    )
    assert done.stdout.decode().strip() == hashlib.sha256(pdf).hexdigest()


def test_other_words_other_id() -> None:
    ids = {
        re.search(rb"/ID ?\[ ?<([0-9A-Fa-f]+)>", sample.build(story)).group(1)  # type: ignore[union-attr]
        for story in ([Heading(1, "A", sample.H1)], [Heading(1, "B", sample.H1)])
    }
    assert len(ids) == 2


def test_metadata_says_the_same_twice(with_data: bytes) -> None:
    told = sample.run("pdfinfo", with_data)
    assert "Title:           Tell us once when you move home" in told
    assert "Author:          Hambleton District Council" in told
    assert "Tagged:          yes" in told
    xmp = sample.run("pdfinfo", with_data, "-meta")
    for part in (
        "Tell us once when you move home",
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<xmp:CreateDate>2018-11-13T10:32:00+00:00</xmp:CreateDate>",
        "<rdf:li>en-GB</rdf:li>",
    ):
        assert part in xmp


def test_embedded_file_comes_out_as_it_went_in(with_data: bytes) -> None:
    document = pypdfium2.PdfDocument(with_data)
    held = document.get_attachment(0)
    assert held.get_name() == "bid.json"
    assert bytes(held.get_data()) == sample.data_file().content
    document.close()
    told = sample.run_bytes("qpdf", with_data, "--qdf", "--object-streams=disable", after=("-",))
    assert b"/AFRelationship /Data" in told and b"/Subtype /application#2fjson" in told.replace(
        b"#2F", b"#2f"
    )


@pytest.mark.parametrize(
    "title", ["<b> & ]]> \x00 %", "Tŷ Cŵn \U0001d400", "(unbalanced \\", "a\nb"]
)
def test_odd_titles(title: str) -> None:
    document = TaggedDocument(title, title, title, created=sample.WHEN)
    pdf = document.build([Heading(1, title, sample.H1), Paragraph("x", sample.PROSE)])
    assert sample.failures(pdf, "ua1") == sample.failures(pdf, "2a") == []


@pytest.mark.parametrize("address", ["https://é.example/ü?q=a b", "mailto:a@b.example", "x(y\\"])
def test_odd_addresses(address: str) -> None:
    words = Paragraph((Run("here", link=address),), sample.PROSE)
    pdf = sample.build([Heading(1, "T", sample.H1), words])
    assert sample.failures(pdf, "ua1") == sample.failures(pdf, "2a") == []


def test_a_name_outside_ascii_embeds() -> None:
    held = Embedded("Cyngor Tŷ (1).json", b"{}", "ŷ", sample.WHEN)
    pdf = sample.document([held]).build([Heading(1, "T", sample.H1)])
    assert sample.failures(pdf, "3a") == sample.failures(pdf, "ua1") == []


def test_draft_marks_are_artifacts() -> None:
    def draft(facts: PageFacts) -> Furniture:
        return Furniture(left="x" * 300 * facts.number, right="→ Ж", pill="DRAFT", diagonal="DRAFT")

    pdf = sample.document(furniture=draft).build([Heading(1, "T", sample.H1)])
    assert sample.failures(pdf, "ua1") == sample.failures(pdf, "2a") == []
    assert "DRAFT" not in sample.structure(pdf)
    assert sample.words(pdf).count("DRAFT") == 1, "the pill; the slanted one is not a word"


def test_a_stream_that_ends_in_a_carriage_return_keeps_its_length() -> None:
    """A lone line feed after it would seem to be the second half of CR LF."""
    ending_in_cr = next(
        data
        for data in (b'"%b"' % (b"a" * number) for number in range(1, 400))
        if zlib.compress(data, 6).endswith(b"\r")
    )
    held = Embedded("n.json", ending_in_cr, "n", sample.WHEN)
    pdf = sample.document([held]).build([Heading(1, "T", sample.H1)])
    assert sample.failures(pdf, "3a") == []
