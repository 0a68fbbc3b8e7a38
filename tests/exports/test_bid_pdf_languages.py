"""A bid whose form is in Welsh, printed: a screen reader speaks every run in its own language."""

import re
from functools import lru_cache

import pytest
import tagged_sample
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, halls, sample, welsh_bid
from spoken_pdf import Heard, heard, language_of

from bidwriter.bids.bid import Attachment, Bid, rebuilt
from bidwriter.bids.editing import add_rows, attach, set_evidence, set_language
from bidwriter.bids.person import Person, Stamp
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.finance import finance_pdf
from bidwriter.exports.pdf.languages import said_in
from bidwriter.exports.pdf.sheet import make_sheet
from bidwriter.exports.tagged.text import as_runs
from bidwriter.rounds.languages import in_language, texts_in

TYPED = {
    "title": "To newydd i neuadd y pentref",
    "stage": "repair",
    "open-to-all": "yes",
    "uses": "sport; lunch",
    "rooms": "3",
    "need": "## Beth sydd o'i le\n\nMae'r to yn **gollwng** bob gaeaf, "
    "gweler [yr adroddiad](https://example.org/adroddiad).\n\n- Mae'r llawr yn wlyb",
    "terms": "true; share",
}
ROWS: dict[str, dict[str, object]] = {
    "partners": {"council": "E07000164", "lead": True, "part": "Rheoli'r gwaith"},
    "outputs": {"output": "To newydd", "action": "Codi'r to", "when": "Erbyn yr haf"},
    "costs": {
        "what": "Towr", "quantity": "2", "unit": "diwrnod", "unit-cost": "300.00", "payer": "fund",
        "category": "builder", "note": "Pris cyfartalog", "vat": "No VAT", "principle": 1,
    },
}  # fmt: skip


@lru_cache(maxsize=1)
def in_welsh() -> Bid:
    """A whole bid: every kind of answer, evidence, and a file."""
    bid = welsh_bid(TYPED)
    for question, row in ROWS.items():
        bid = add_rows(bid, question, (row,))
    bid = set_evidence(bid, "need", 1, "strong", "Mae pawb yn cael dod")
    bid = set_evidence(bid, "need", 2, "some", "")
    file = Attachment(sha256="a" * 64, name="cynllun.pdf", type="application/pdf", size=9)
    bid = attach(bid, file.model_copy(update={"about": "Cynllun y to"}))
    return rebuilt(bid, changed=Stamp(who=Person(), when=NOW))


@lru_cache(maxsize=4)
def welsh_pdf(audience: str = "full") -> bytes:
    return bid_pdf(in_welsh(), "draft", audience, None)  # type: ignore[arg-type]


def words_of(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def typed_words() -> set[str]:
    told = ("part", "output", "action", "when", "what", "unit", "note")
    rows = [str(row[cell]) for row in ROWS.values() for cell in told if cell in row]
    said = ("Mae pawb yn cael dod", "cynllun", "Cynllun y to")
    written = (TYPED["title"], TYPED["need"].split("https")[0], TYPED["need"].split(")")[1])
    return words_of(*rows, *said, *written)


def welsh_words() -> set[str]:
    """Every word that can be Welsh: of the pack's texts that are, and of what was typed."""
    round_ = in_language(halls(), "cy")
    return words_of(*(t for _, t in texts_in(round_) if not round_.is_english(t))) | typed_words()


def english_words() -> set[str]:
    """Every word of the form and of bidwriter's own."""
    print_ = bid_pdf(set_language(in_welsh(), ""), "draft", "full", None)
    own = words_of(*(one.text for one in heard(print_, "en-GB"))) - typed_words()
    return own | words_of(*(text for _, text in texts_in(halls())))


@pytest.mark.parametrize("audience", ["full", "public"])
def test_every_run_is_spoken_in_its_own_language(audience: str) -> None:
    welsh, english = welsh_words(), english_words()
    wrong: list[Heard] = []
    for one in heard(welsh_pdf(audience), "cy"):
        words = words_of(one.text) - {"pdf"}
        is_welsh = one.language == "cy"
        # A drawing is told by its description, which is bidwriter's own sentence.
        if one.tag != "Figure" and (words - welsh if is_welsh else words & (welsh - english)):
            wrong.append(one)
        assert one.language in ("cy", "en-GB")
    assert not wrong


def test_known_words_are_heard_where_they_belong() -> None:
    found = {(one.language, one.text) for one in heard(welsh_pdf(), "cy")}
    for text in ("To newydd i neuadd y pentref", "1 Teitl", "Ydy", "3 ystafell", "yr adroddiad",
                 "2 diwrnod", "Pris cyfartalog", "Adeiladwr", "Heb ei ddangos", "Chwaraeon",
                 "Rheoli'r gwaith", "Cynllun y to", "Mae pawb yn cael dod",
                 "Cronfa Neuaddau Pentref 2027"):  # fmt: skip
        assert ("cy", text) in found, text
    for text in ("Contents", "Who pays", "Agreed", "Draft, not the final bid", "Lunch club",
                 "What will the work leave behind?", "The fund may share the bid", "2 Cared for",
                 "17 of 250 words, limit assumed"):  # fmt: skip
        assert ("en-GB", text) in found, text


def test_a_contents_list_reads_each_heading_in_its_language() -> None:
    found = heard(welsh_pdf(), "cy")
    links = {one.text: one.language for one in found if one.tag == "Link"}
    assert links["Y gwaith"] == "cy"
    assert links["Attachments"] == "en-GB"


def test_the_document_says_its_language() -> None:
    for bid, code in ((in_welsh(), "cy"), (set_language(in_welsh(), ""), "en-GB")):
        pdf = bid_pdf(bid, "final", "full", None)
        assert language_of(pdf) == code
        assert f"<dc:language><rdf:Bag><rdf:li>{code}</rdf:li>".encode() in pdf


def test_the_print_of_a_form_in_english_says_no_language_but_its_own() -> None:
    for bid in (set_language(in_welsh(), ""), sample()):
        found = heard(bid_pdf(bid, "final", "full", None), "that of the document")
        assert {one.language for one in found} == {"that of the document"}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_conforms(profile: str) -> None:
    assert tagged_sample.failures(welsh_pdf(), profile) == []


def test_a_finance_summary_is_english_but_for_the_title() -> None:
    found = {(one.language, one.text) for one in heard(finance_pdf(in_welsh()), "en-GB")}
    assert ("cy", "To newydd i neuadd y pentref") in found


@settings(max_examples=tries(60), deadline=None)
@given(st.text("ab £.\n", max_size=12), st.lists(st.text("ab .", max_size=4), max_size=3))
def test_saying_the_language_of_words_changes_no_word(sentence: str, answers: list[str]) -> None:
    sheet = make_sheet(in_welsh(), "final", "full")
    words = said_in(sheet, sentence, "Teitl", answers=tuple(answers))
    assert "".join(run.text for run in as_runs(words)) == sentence
    english = make_sheet(set_language(in_welsh(), ""), "final", "full")
    assert said_in(english, sentence, "Title", answers=tuple(answers)) == sentence
