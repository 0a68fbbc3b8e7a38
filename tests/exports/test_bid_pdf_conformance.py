"""The printed bid satisfies PDF/UA-1 and PDF/A, whatever is typed, and is the same each time."""

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import tagged_sample
from making import sample
from pdf_bids import BIDS, data, printed

from bidwriter.bids.telling.finance import Since
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.finance import finance_pdf

ROOT = Path(__file__).parents[2]


def some_now(*now: str) -> list[Any]:
    """Every bid by name, those that are not named among the proofs."""
    return [n if n in now else pytest.param(n, marks=pytest.mark.proof) for n in BIDS]


@pytest.mark.parametrize("name", some_now("sample", "empty", "hostile", "with a file"))
def test_conforms_with_its_data(name: str) -> None:
    assert tagged_sample.failures(printed(name), "ua1") == []


# What the archive asks for besides hangs on fonts, files and facts, not on what is laid out how.
@pytest.mark.parametrize("name", some_now("hostile", "with a file"))
def test_conforms_to_the_archive_with_its_data(name: str) -> None:
    assert tagged_sample.failures(printed(name), "3a") == []


@pytest.mark.parametrize("name", ["sample", "empty"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_conforms_without_its_data(name: str, profile: str) -> None:
    pdf = bid_pdf(BIDS[name](), "final", "full", None)
    assert tagged_sample.failures(pdf, profile) == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_draft_for_the_public_conforms(profile: str) -> None:
    assert tagged_sample.failures(printed("with a file", "draft", "public"), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_finance_summary_conforms(profile: str) -> None:
    for name in ("hostile", "sample", "empty"):
        assert tagged_sample.failures(finance(name), profile) == []


@cache
def finance(name: str) -> bytes:
    """The finance summary of a bid."""
    return finance_pdf(BIDS[name](), Since("before", sample()))


def test_syntax_is_sound_and_every_font_is_our_own() -> None:
    pdf = printed("hostile")
    assert "No syntax or stream encoding errors" in tagged_sample.run("qpdf", pdf, "--check")
    fonts = tagged_sample.run("pdffonts", pdf).splitlines()[2:]
    assert fonts and all("+Atkinson" in row or "+Noto" in row for row in fonts)
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in fonts)
    plain = tagged_sample.run_bytes("qpdf", pdf, "--qdf", after=("-",))
    assert b"Helvetica" not in plain and b"Times" not in plain


def test_the_data_inside_is_the_data_given() -> None:
    document = pypdfium2.PdfDocument(printed("sample"))
    held = document.get_attachment(0)
    assert held.get_name() == "bid.json"
    assert bytes(held.get_data()) == data(sample())
    document.close()


def test_says_who_and_what_and_has_one_date() -> None:
    told = tagged_sample.run("pdfinfo", printed("sample"))
    for line in (
        "Title:           Tell us once when you move home",
        "Subject:         Bid to the Local Digital Fund, round 1",
        "Author:          Hambleton, district",
        "CreationDate:    Tue Nov  6 10:32:00 2018",
        "ModDate:         Tue Nov  6 10:32:00 2018",
    ):
        assert line in told


@pytest.mark.parametrize("name", ["sample", pytest.param("hostile", marks=pytest.mark.proof)])
def test_same_bid_same_bytes(name: str) -> None:
    bid = BIDS[name]()
    first = bid_pdf(bid, "final", "full", b"{}")
    assert bid_pdf(bid, "final", "full", b"{}") == first


@pytest.mark.parametrize("seed", [pytest.param("1", marks=pytest.mark.proof), "77"])
def test_same_bytes_in_another_process(seed: str) -> None:
    code = (
        "import hashlib; from pdf_bids import printed;"
        "print(hashlib.sha256(printed('sample', 'draft', 'public')).hexdigest())"
    )
    folders = (ROOT, ROOT / "tests", Path(__file__).parent)
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True
    )
    told = done.stdout.decode().strip()
    assert told == hashlib.sha256(printed("sample", "draft", "public")).hexdigest()
