"""Drafts and public copies: marked on every page, and without what they may not show."""

import json
import re

import pytest
import tagged_sample
from making import round_1, sample
from pdf_bids import BIDS, data, pages, printed, stamped

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import bid_of, read_record
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.public import public_bid, public_record
from bidwriter.rounds.round import data_of, read_round

SECRETS = (
    "Joan Price", "joan.price@hambleton.example", "01632 960123", "Digital services manager",
    "Quentin Zebedee",
)  # fmt: skip


def test_a_draft_is_marked_on_every_page() -> None:
    for name in ("sample", "empty", "commitment"):
        found = pages(printed(name, "draft"))
        assert "Draft, not the final bid." in found[0]
        assert all(re.search(r"\bDRAFT\b", page) for page in found)
        plain = tagged_sample.run_bytes("qpdf", printed(name, "draft"), "--qdf", after=("-",))
        assert plain.count(b"/Subtype /Watermark") == len(found)


def test_a_final_copy_is_not_marked() -> None:
    pdf = printed("sample")
    assert not any(re.search(r"\b(DRAFT|Draft|Public copy)\b", page) for page in pages(pdf))
    assert b"/Watermark" not in tagged_sample.run_bytes("qpdf", pdf, "--qdf", after=("-",))


def test_a_public_copy_says_so_and_shows_nothing_personal() -> None:
    bid = stamped(sample())
    full = bid_pdf(bid, "final", "full", data(bid))
    public = bid_pdf(bid, "final", "public", data(bid, "final", "public"))
    found = pages(public)
    assert all("Public copy" in page for page in found)
    assert " ".join(found).count("Withheld") == 5
    assert not leaks(public)
    assert {secret for secret in SECRETS[:4] if secret in " ".join(pages(full))} == set(SECRETS[:4])
    assert leaks(full), "the search finds what is there"


def leaks(pdf: bytes) -> list[str]:
    """Secrets in the pages' text, in the data inside or anywhere else in the file."""
    plain = tagged_sample.run_bytes(
        "qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",)
    ).lower()
    shown = " ".join(pages(pdf))
    return [
        secret
        for secret in SECRETS
        if secret in shown
        or any(
            form in plain
            for form in (
                secret.lower().encode(),
                secret.lower().encode("utf-16-be"),
                secret.encode().hex().encode(),
                secret.encode("utf-16-be").hex().encode(),
            )
        )
    ]


def test_a_public_copy_prints_the_hash_of_what_it_holds() -> None:
    bid = BIDS["with a file"]()
    found = " ".join(pages(printed("with a file", "final", "public")))
    digest = content_hash(public_bid(bid))
    assert f"version {digest[:4]} {digest[4:8]}" in found
    assert " ".join(digest[at : at + 4] for at in range(0, 64, 4)) in found
    assert "the hash of what this public copy holds; the full bid has another" in found


def test_whatever_a_pack_marks_personal_is_withheld() -> None:
    found = " ".join(pages(printed("all personal", "final", "public")))
    assert found.count("Withheld") >= len(sample().asked)
    for words in ("Forty interviews", "Hambleton", "Tell us once", "User researcher"):
        assert words not in found
    told = tagged_sample.run("pdfinfo", printed("all personal", "final", "public"))
    assert "Hambleton" not in told and "Tell us once" not in told


@pytest.mark.parametrize("name", ["sample", "empty"])
def test_every_page_is_numbered_and_names_the_version(name: str) -> None:
    found = pages(printed(name))
    digest = content_hash(BIDS[name]())
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page
        assert name == "empty" or f"version {digest[:4]} {digest[4:8]}, Tue 6 Nov 2018" in page


def test_the_only_dates_are_the_bids_and_the_rounds() -> None:
    found = " ".join(pages(printed("empty")))
    assert set(re.findall(r"\d{1,2} [A-Z][a-z]{2} \d{4}", found)) == {"15 Nov 2018"}
    assert "closed on" not in found


def test_no_live_figure_tells_what_is_withheld() -> None:
    data_ = data_of(round_1())
    questions = [{**q, "personal": q["id"] == "title"} for q in data_["questions"]]
    secret = rebuilt(sample(), round=read_round({**data_, "questions": questions}))
    bid = set_typed(secret, "approach", "{{figure:title}} asks for {{figure:requested}}.")
    record = public_record(bid, frozenset())
    approach = next(entry for entry in record["questions"] if entry["id"] == "approach")
    assert approach["text"] == "[no title of the bid yet] asks for £78,400."
    assert bid.title not in json.dumps(record, ensure_ascii=False)
    made = read_record(record)[0]
    assert differences(made, bid_of(made, bid.round)) == ()
