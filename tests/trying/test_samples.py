"""Sample answers of a pack: what is taken, what is said of those that are not, and the shipped ones."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from asking_round import question, round_of
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.bids.person import Person, Stamp
from bidwriter.checks.checking import check, stops
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.trying.bid_to_try import bid_to_try
from bidwriter.desk.trying.samples import EVIDENCE, MOST_ROWS, Samples, samples_of
from bidwriter.desk.trying.sampling import found_in, tried_with
from bidwriter.desk.trying.trial import moment_of
from bidwriter.exports.package import Wanted, make_package
from bidwriter.paths import RESOURCES
from bidwriter.rounds import library
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import lint
from bidwriter.rounds.loading import load
from bidwriter.rounds.round import Round
from bidwriter.rounds.samples import sample_file

NOW = datetime(2026, 11, 28, 10, 32, tzinfo=UTC)
STAMP = Stamp(who=Person(id="", name="Made Up", council=""), when=NOW)
LOOKS = partial(found_in, now=NOW)
COLUMNS = [
    {"id": "what", "label": "What", "kind": "short-text"},
    {"id": "sum", "label": "Sum", "kind": "money", "min": "0"},
]
YES_NO = question("open", "yes-no")
ASKED = (
    YES_NO,
    question("why", "rich-text", limit={"words": 5}),
    question("who", **{"asked-when": [{"question": "open", "is": ["yes"]}]}),
    question("plan", "table", columns=COLUMNS, **{"least-rows": 1}),
    question("spend", "table", columns=COLUMNS, rows=[{"id": "y1", "label": "1"}]),
    question("office", "address"), question("paper", "file"), question("kinds", "choose-several",
        options=[{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]),
    question("begins", "date"), question("worth", "money", max="100"),
)  # fmt: skip
WHOLE: dict[str, Any] = {
    "title": "Ours", "open": True, "why": "Because of **rain**.", "who": "Everyone",
    "plan": [{"what": "Roof", "sum": "12.50"}, {"what": "Door", "sum": 7}],
    "spend": {"y1": {"what": "All", "sum": "3"}},
    "office": {"line-1": "1 Street", "town": "Town", "postcode": "ZZ99 3WZ"},
    "kinds": ["a", "b"], "begins": "2027-05-01", "worth": 100,
}  # fmt: skip


def told(data: dict[str, Any], round_: Round | None = None) -> dict[str, str]:
    """What is found in sample answers: place → words."""
    found = found_in(round_ or round_of(*ASKED), data, NOW)
    return {one.place: one.words for one in found if not one.is_advice}


def without(name: str, **other: Any) -> dict[str, Any]:
    return {key: value for key, value in WHOLE.items() if key != name} | other


def test_each_form_of_answer_is_read_as_set_reads_it() -> None:
    round_ = round_of(*ASKED)
    assert told(WHOLE, round_) == {}
    assert told(without("", plan=[{"what": "A", "sum": 1}] * MOST_ROWS), round_) == {}
    samples = samples_of(WHOLE, round_)
    assert {*samples.answers} == {*WHOLE}
    bid = tried_with(round_, samples, NOW).bid
    assert {id_: bid.answer(id_) for id_ in WHOLE} == samples.answers
    assert bid.round.by_id["plan"].text(bid.answer("plan")).count("Door") == 1
    assert bid.answer("paper")  # made up beside them
    assert stops(check(bid, NOW)) == ()


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (without("", tilte="Ours"), "samples/tilte", "nothing called “tilte”"),
        (without("", questions=[{"id": "x"}]), "samples/questions", "sample answers alone"),
        (without("", begins="someday"), "samples/begins", "real date"),
        (without("", worth="100.01"), "samples/worth", "£100"),
        (without("", why="one two three four five six"), "samples/why", "1 word"),
        (without("", open=False), "samples/who", "nobody is asked this"),
        (without("", plan=[{"what": "Roof", "cost": 3}]), "samples/plan/0", "“cost”"),
        (without("", plan=[{"what": "Roof"}]), "samples/plan", "Sum"),
        (without("", plan="Roof"), "samples/plan", "by rows"),
        (without("", plan=[]), "samples/plan", "says nothing"),
        (without("", plan=[{"what": "A", "sum": 1}] * (MOST_ROWS + 1)), "samples/plan", "at most"),
        (without("", spend=[{"what": "All"}]), "samples/spend", "by their ids"),
        (without("", spend={"y2": {"what": "All"}}), "samples/spend/y2", "no row y2"),
        (without("", office={"city": "Town"}), "samples/office", "“city”"),
        (without("", kinds=["a", "c"]), "samples/kinds", "c"),
        (without("", kinds=[["a"]]), "samples/kinds", "list"),
        (without("", who=["Everyone"]), "samples/who", "list"),
        (without("", who={"name": "Everyone"}), "samples/who", "one value"),
        (without("", who="   "), "samples/who", "says nothing"),
        (without("", paper="a.pdf"), "samples/paper", "cannot be a file"),
        (without("", evidence={"why": {"1": {"strength": "some"}}}), "samples/evidence/why/1", "principle"),
    ],
    ids=range(21),
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(data: dict[str, Any], place: str, words: str) -> None:
    found = told(data)
    assert list(found) == [place], found
    assert words in found[place]


def test_a_bid_to_try_takes_what_is_right_and_can_be_finished_all_the_same() -> None:
    round_ = round_of(*ASKED)
    data = without("", worth="101", tilte="x", why="one two three four five six")
    samples = samples_of(data, round_)
    made = bid_to_try(round_, NOW, STAMP, samples)
    assert made.stopping == ()
    assert made.bid.answer("who") == "Everyone"
    assert made.bid.answer("worth") == 100  # made up
    assert made.sampled == len(WHOLE) - 2
    assert bid_to_try(round_, NOW, STAMP).sampled == 0


def test_answers_for_another_phase_wait_and_are_held_to_their_limits() -> None:
    phases = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    options = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    later = question("later", phases=["b"], limit={"characters": 4})
    asked = (question("phase", "choose-one", options=options), later)
    round_ = round_of(*asked, phases=phases, **{"phase-question": "phase"})
    data = {"title": "T", "phase": "a", "later": "four"}
    assert told(data, round_) == {}
    bid = bid_to_try(round_, NOW, STAMP, samples_of(data, round_)).bid
    assert (bid.phase, bid.answer("later"), "later" in bid.asked_by_id) == ("a", "four", False)
    assert list(told({**data, "later": "fifth"}, round_)) == ["samples/later"]


def test_a_rule_that_the_samples_break_is_said_of_them() -> None:
    rule = [{"check": "must-be", "question": "open", "answer": "yes"}]
    assert list(told({"open": False}, round_of(YES_NO, checks=rule))) == ["samples/open"]


@given(st.dictionaries(st.sampled_from(["why", "plan", "open", "x", EVIDENCE]), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=6)))  # fmt: skip
def test_whatever_stands_there_is_taken_or_said(data: dict[str, Any]) -> None:
    round_ = round_of(*ASKED)
    samples = samples_of(data, round_)
    said = {one.place.split("/")[1] for one in samples.passed}
    assert {*samples.answers} | said | {EVIDENCE} >= {*data}
    assert tried_with(round_, samples, NOW).stopping == ()


# --- the file ---------------------------------------------------------------------------------


def linted(folder: Path, samples: str | bytes, name: str = "samples.toml") -> list[Finding]:
    docs = Path(__file__).parents[2] / "docs" / "round-packs.md"
    text = docs.read_text("utf-8")
    text = text[text.index("## A whole small pack") :].split("```toml\n")[1].split("```")[0]
    (folder / "round.toml").write_text(text, "utf-8")
    data = samples if isinstance(samples, bytes) else samples.encode()
    (folder / name).write_bytes(data)
    return [one for one in lint(folder, CATALOGUE, LOOKS) if not one.is_advice]


def test_the_sample_answers_of_the_documentation_are_right(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "round-packs.md"
    text = docs.read_text("utf-8")
    text = text[text.index("### Sample answers") :].split("```toml\n")[1].split("```")[0]
    assert linted(tmp_path, text) == []
    round_ = load(tmp_path)
    assert {*samples_of(sample_file(tmp_path).data, round_).answers} == {*round_.by_id}


def test_the_linter_names_file_and_line(tmp_path: Path) -> None:
    text = '# Made up\ntitle = "A hall"\nopen-to-all = "maybe"\n\n[[costs]]\nwhat = "Roof"\n'
    text += '\n[[costs]]\nwhat = "Door"\nprice = 3\n'
    [first, second] = linted(tmp_path, text)
    assert (first.file, first.line, first.place) == ("samples.toml", 3, "samples/open-to-all")
    assert (second.line, second.place) == (8, "samples/costs/1")
    [point] = linted(tmp_path, "title = 'T'\nneed = 1.5")
    assert (point.line, point.place) == (2, "samples/need")
    [long] = linted(tmp_path, "title = 0x" + "9" * 5000)
    assert (long.line, "18 figures" in long.words) == (1, True)
    [hidden] = linted(tmp_path, 'title = "A\u202e hall"')
    assert (hidden.line, "nobody can see" in hidden.words) == (1, True)


@pytest.mark.parametrize(
    "data", [b"title = ", b"title = 'caf\xe9'", b"[" * 4000, b"worth = 9" + b"9" * 5000]
)
def test_a_file_that_cannot_be_read_is_named_and_the_pack_is_used(
    tmp_path: Path, data: bytes
) -> None:
    [found] = linted(tmp_path, data)
    assert found.file == "samples.toml"
    assert load(tmp_path).id == "village-halls-2027"
    assert sample_file(tmp_path).data == {}


def test_a_name_in_capitals_is_not_read_as_the_pack(tmp_path: Path) -> None:
    [found] = linted(tmp_path, "title = 'T'", "Samples.toml")
    assert (found.file, found.remedy) == ("Samples.toml", "Call it samples.toml")


def test_samples_are_no_part_of_the_pack(tmp_path: Path) -> None:
    assert linted(tmp_path, "title = 'T'") == []
    before = load(tmp_path)
    (tmp_path / "samples.toml").unlink()
    assert load(tmp_path) == before and load(tmp_path).hash == before.hash
    assert "'T'" not in before.as_read and sample_file(tmp_path).data == {}


# --- the rounds that ship ------------------------------------------------------------------------


@pytest.mark.parametrize("id_", library.SHIPPED)
def test_a_round_that_ships_is_right_and_its_samples_make_a_finished_bid(id_: str) -> None:
    folder = RESOURCES / "rounds" / id_
    assert lint(folder, CATALOGUE, LOOKS) == ()
    round_, samples = shipped(id_)
    run = tried_with(round_, samples, NOW)
    assert (run.stopping, run.tries) == ((), 1)  # nothing made up had to be tried otherwise
    assert "(a made-up example)" in run.bid.title
    for question_ in run.bid.asked:
        assert question_.is_of_files or question_.id in samples.answers, question_.id
    # What is said to show a principle is all there, and each principle is shown by somebody.
    assert {*samples.evidence} <= {*run.bid.evidence}


def shipped(id_: str) -> tuple[Round, Samples]:
    folder = RESOURCES / "rounds" / id_
    round_ = load(folder)
    return round_, samples_of(sample_file(folder).data, round_)


@pytest.mark.parametrize("id_", [
    pytest.param(id_, marks=[pytest.mark.proof] if id_[0] != "d" else [])
    for id_ in library.SHIPPED
])  # fmt: skip
def test_the_final_package_of_its_samples_can_be_made(id_: str) -> None:
    round_, samples = shipped(id_)
    made = bid_to_try(round_, NOW, STAMP, samples)
    assert make_package(made.bid, made.contents, Wanted(), moment_of(round_, NOW)).data
