"""What is asked of a bid: by earlier answers, with one meaning everywhere."""

from pathlib import Path
from typing import Any

import pytest
from asking_round import YES, faults_of, question, round_of
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid, set_evidence
from bidwriter.bids.joining.doubtful import doubtful
from bidwriter.bids.places import Place
from bidwriter.bids.printing.limits import words_in
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.telling.doubtful import doubtful_words
from bidwriter.bids.telling.put_aside import put_aside_words
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.desk.reading_html import reading_html
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.rounds.round import Round


def bid_of_round(round_: Round, **answers: str) -> Bid:
    bid = new_bid(round_)
    for id_, typed in answers.items():
        bid = set_typed(bid, id_.replace("_", "-"), typed)
    return bid


def asked(bid: Bid) -> list[str]:
    return [question.id for question in bid.asked]


def places(bid: Bid) -> list[str]:
    return [p.place for p in check(bid, NOW) if p.stops]


CHAIN = round_of(
    question("match", "yes-no"),
    question("kind", "choose-one", **{"asked-when": YES[0]}, options=[
        {"id": "cash", "label": "Cash"},
        {"id": "kind", "label": "In kind"},
        {"id": "land", "label": "Land", "asked-when": {"question": "title", "is": "land"}},
    ]),
    question("how-much", "money", **{"asked-when": {"question": "kind", "is-not": ["kind"]}}),
    question("why-so-much", "rich-text", **{"asked-when": [
        {"question": "match", "is": ["yes"]}, {"question": "how-much", "at-least": "1000"}]}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "title match"),
        ({"match": "no"}, "title match"),
        ({"match": "yes"}, "title match kind"),
        ({"match": "yes", "kind": "kind"}, "title match kind"),
        ({"match": "yes", "kind": "cash"}, "title match kind how-much"),
        ({"match": "yes", "kind": "cash", "how_much": "999.99"}, "title match kind how-much"),
        ({"match": "yes", "kind": "cash", "how_much": "1000"}, "title match kind how-much why"),
        ({"match": "yes", "kind": "cash", "how_much": "1000.01"}, "title match kind how-much why"),
        # a deciding question that is not asked itself decides nothing, whatever it holds
        ({"match": "no", "kind": "cash", "how_much": "5000"}, "title match"),
    ],
)
def test_a_question_is_asked_where_each_term_holds_of_an_asked_answer(
    answers: dict[str, str], expected: str
) -> None:
    bid = bid_of_round(CHAIN, **answers)
    assert asked(bid) == expected.replace("why", "why-so-much").split()


def test_what_is_not_asked_is_kept_unchecked_unprinted_and_outside_the_hash() -> None:
    full = bid_of_round(
        CHAIN, title="Halls", match="yes", kind="cash", how_much="2000", why_so_much="Word one"
    )
    full = set_evidence(full, "why-so-much", 1, "some", "Because")
    aside = set_typed(full, "match", "no")
    bare = bid_of_round(CHAIN, title="Halls", match="no")
    assert content_hash(aside) == content_hash(bare) != content_hash(full)
    assert places(aside) == places(bare)
    assert "Word one" in reading_html(full)
    assert "Word one" not in reading_html(aside)
    package = record(aside, whole=False)
    assert [q["id"] for q in package["questions"]] == ["title", "match"]
    assert not package["kept"] and not package["evidence"]
    made, unknown = read_record(record(aside, whole=True))
    assert bid_of(made, CHAIN, unknown).answers == aside.answers
    assert asked(set_typed(aside, "match", "yes")) == asked(full)
    assert content_hash(set_typed(aside, "match", "yes")) == content_hash(full)
    [kept] = [p for p in check(aside, NOW) if p.check == "kept"]
    assert not kept.stops and "The how-much?" in kept.detail
    assert put_aside_words(full, aside) == "3 answers are not asked any more. They are kept"
    assert put_aside_words(aside, full) == put_aside_words(aside, aside) == ""


def test_an_option_that_is_not_offered_now_is_chosen_again() -> None:
    bid = bid_of_round(CHAIN, title="land", match="yes", kind="land")
    assert "kind" not in places(bid)
    other = set_typed(bid, "title", "Halls")
    [problem] = [p for p in check(other, NOW) if p.place == "kind"]
    assert problem.words == "Choose again: “Land” is not offered with your other answers"
    with pytest.raises(NotAllowedError):
        set_typed(set_typed(other, "kind", "cash"), "kind", "land")


def test_statements_checks_tasks_and_sections_are_asked_when_too() -> None:
    statements = [
        {"id": "true", "text": "It is true"},
        {"id": "sure", "text": "The money is sure", "asked-when": YES},
    ]
    task = {"id": "m", "label": "M", "questions": ["how-much"], "asked-when": YES}
    first = {"id": "f", "label": "F", "questions": ["title", "match", "agree"]}
    later = {"id": "l", "label": "L", "questions": ["where"]}
    round_ = round_of(
        question("match", "yes-no"),
        question("agree", "declarations", statements=statements),
        question("how-much", "money"),
        question("where"),
        sections=[
            {"id": "a", "title": "A", "tasks": [first, task]},
            {"id": "b", "title": "B", "tasks": [later], "asked-when": YES},
        ],
        checks=[{"check": "cost-cap", "max": "5.00", "asked-when": YES}],
    )
    no, yes = (bid_of_round(round_, title="T", match=m, agree="true") for m in ("no", "yes"))
    assert asked(no) == ["title", "match", "agree"]
    assert asked(yes) == ["title", "match", "agree", "how-much", "where"]
    assert places(no) == []
    assert places(yes) == ["agree", "how-much", "where"]
    assert (no.cap, str(yes.cap)) == (None, "5.00")


def test_a_question_that_two_tasks_ask_is_asked_once_so_that_its_bid_opens_again() -> None:
    task = {"label": "All", "title": "All", "questions": ["title", "more"]}
    tasks = [{"id": "one", **task}, {"id": "two", **task}]
    round_ = round_of(question("more"), sections=[{"id": "a", "title": "A", "tasks": tasks}])
    bid = bid_of_round(round_, title="T", more="M")
    assert asked(bid) == ["title", "more"]
    made, unknown = read_record(record(bid, whole=True))
    assert bid_of(made, round_, unknown).answers == bid.answers


def test_a_limit_counts_only_what_is_asked() -> None:
    round_ = round_of(
        question("match", "yes-no"),
        question("more", "rich-text", **{"asked-when": YES}),
        question("all", "rich-text", limit={"words": 3, "also-counts": ["more"]}),
    )
    bid = bid_of_round(round_, match="yes", more="two words", all="two more")
    counts = [words_in(b, b.round.by_id["all"]) for b in (bid, set_typed(bid, "match", "no"))]
    assert counts == [4, 2]


def test_joining_says_what_came_in_and_is_not_asked_and_what_is_asked_no_more() -> None:
    mine = bid_of_round(CHAIN, title="T", match="yes", kind="cash")
    came = set_typed(mine, "how-much", "50")
    joined = set_typed(came, "match", "no")
    told = {one.place: doubtful_words(joined, one) for one in doubtful(mine, mine, came, joined)}
    assert told[Place("how-much")].startswith("What came in for “The how-much?” is kept, but")
    assert (
        told[Place("kind")]
        == "“The kind?” is not asked any more after what came in; its answer is kept"
    )


@settings(max_examples=tries(60))
@given(st.data())
def test_what_is_not_asked_changes_nothing_that_leaves_the_office(data: st.DataObject) -> None:
    """Law: over any answers and any chain of terms, two bids that differ only in answers that are
    not asked have the same content, problems and pages."""
    many = 6
    terms: list[Any] = [
        data.draw(st.lists(st.tuples(st.integers(0, i - 1), st.booleans()), max_size=2))
        if i
        else []
        for i in range(many)
    ]
    round_ = round_of(
        *(
            question(f"q{i}", "yes-no", **{"asked-when": [
                {"question": f"q{on}", "is" if is_ else "is-not": ["yes"]} for on, is_ in terms[i]
            ]})
            for i in range(many)
        )
    )  # fmt: skip
    answers = data.draw(st.lists(st.sampled_from(["yes", "no", ""]), min_size=many, max_size=many))
    bid = bid_of_round(round_, **{f"q{i}": a for i, a in enumerate(answers)})
    told = set(asked(bid))
    for i in range(many):
        held = all(
            f"q{on}" in told and answers[on] and (answers[on] == "yes") == is_
            for on, is_ in terms[i]
        )
        assert (f"q{i}" in told) == held
    other = bid
    for i in range(many):
        if f"q{i}" not in told:
            other = set_typed(other, f"q{i}", data.draw(st.sampled_from(["yes", "no", ""])))
    assert asked(other) == asked(bid)
    assert content_hash(other) == content_hash(bid)
    assert places(other) == places(bid)


# --- the linter ------------------------------------------------------------------------------


MATCH = question("match", "yes-no")


def when(**term: Any) -> dict[str, Any]:
    return {"asked-when": {k.replace("_", "-").rstrip("-"): v for k, v in term.items()}}


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        ((MATCH, question("b", **when(question="match", is_=["yes"]))), None),
        ((question("s", "money"), question("b", **when(question="s", at_least="5"))), None),
        ((MATCH, question("b", **when(question="mach", is_=["yes"]))), "There is no question “mach”"),
        ((question("b", **when(question="match", is_=["yes"])), MATCH), "“match” decides it, but is asked later"),
        ((question("match", "yes-no", **when(question="match", is_=["yes"])),), "“match” decides it, but is asked later"),
        ((MATCH, question("b", **when(question="match", is_=["maybe"]))), "“match” has no answer “maybe”"),
        ((MATCH, question("b", **when(question="match", is_not=["yes", "no"]))), "No answer is left that would meet it"),
        ((MATCH, question("b", **when(question="match"))), "A term says one thing of one answer"),
        ((MATCH, question("b", **when(question="match", is_=["yes"], is_not=["no"]))), "A term says one thing of one answer"),
        ((MATCH, question("b", **when(question="match", at_least="5"))), "“match” asks for none"),
        ((question("a", "rich-text"), question("b", **when(question="a", is_=["yes"]))), "has no answers to name"),
        ((question("match", "yes-no", personal=True), question("b", **when(question="match", is_=["yes"]))), "“match” is personal"),
    ],
)  # fmt: skip
def test_terms_that_cannot_hold_are_faults(
    tmp_path: Path, questions: tuple[dict[str, Any], ...], words: str | None
) -> None:
    told = faults_of(tmp_path, *questions)
    assert told == [] if words is None else any(words in one for one in told), told


def test_the_title_must_always_be_asked(tmp_path: Path) -> None:
    tasks = [
        {"id": "m", "label": "M", "questions": ["match"]},
        {"id": "t", "label": "T", "questions": ["title"], "asked-when": YES},
    ]
    sections = [{"id": "all", "title": "All", "tasks": tasks}]
    told = faults_of(tmp_path, MATCH, sections=sections)
    assert any("“title” names the bid, so it must always be asked" in one for one in told)
