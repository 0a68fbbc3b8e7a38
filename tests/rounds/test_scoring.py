"""What a pack says of scoring, signing, handing in and the form it was made from: read, shown with
the weight that is applied, and linted."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from asking_round import faults_of, question, round_of
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries

from bidwriter.kinds.hand_in import hand_in_of
from bidwriter.rounds.scoring import percent, scored_under, weights_within

SCALE = [{"score": n, "word": w} for n, w in enumerate(("None", "Poor", "Fair", "Good"))]


def criterion(id_: str = "skills", /, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_.title(), **more}


def test_the_share_shown_beside_an_answer_is_the_share_that_counts() -> None:
    parts = [
        {"id": "team", "name": "Team", "weight": 3, "questions": ["team"]},
        {"id": "past", "name": "Past work", "weight": 1, "questions": ["past", "team"]},
    ]
    round_ = round_of(
        question("team"), question("past"), question("other"),
        criteria=[
            criterion(weight=30, **{"sub-criteria": parts}),
            criterion("value", weight=70, questions=["other"]),
            criterion("open", questions=["past"], **{"pass-or-fail": True}),
        ],
    )  # fmt: skip
    told = {q.id: [s.words for s in scored_under(round_.criteria, q.id)] for q in round_.questions}
    assert told == {
        "title": [],
        "team": ["Team (Skills), 22.5%", "Past work (Skills), 7.5%"],
        "past": ["Past work (Skills), 7.5%", "Open, pass or fail"],
        "other": ["Value, 70%"],
    }


def test_what_a_part_counts_is_not_shown_where_the_round_does_not_say_it() -> None:
    parts = [{"id": id_, "name": id_.title(), "questions": [id_]} for id_ in ("team", "past")]
    asked = (question("team"), question("past"))
    for whole, words in ((50, "Team (Skills, 50%)"), (None, "Team (Skills)")):
        weight = {} if whole is None else {"weight": whole}
        round_ = round_of(*asked, criteria=[criterion(**weight, **{"sub-criteria": parts})])
        [scored] = scored_under(round_.criteria, "team")
        assert scored.words == words


@settings(max_examples=tries(60))
@given(st.lists(st.integers(0, 100), min_size=1, max_size=8), st.integers(0, 100))
def test_the_parts_of_a_criterion_are_all_of_it(weights: list[int], whole: int) -> None:
    parts = [
        {"id": f"p{i}", "name": "P", "weight": w, "questions": ["title"]}
        for i, w in enumerate(weights)
    ]
    round_ = round_of(criteria=[criterion(weight=whole, **{"sub-criteria": parts})])
    [one] = round_.criteria
    assert sum(weights_within(one).values()) == 1
    shares = [scored.share for scored in scored_under(round_.criteria, "title")]
    assert sum(share or 0 for share in shares) == Fraction(whole, 100)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(0), "0%"), (Fraction(1), "100%"), (Fraction(15, 100), "15%"),
        (Fraction(1, 3), "33.3%"), (Fraction(2, 3), "66.7%"), (Fraction(1049, 10000), "10.5%"),
        (Fraction(10449, 100000), "10.4%"), (Fraction(9995, 10000), "100%"),
    ],
)  # fmt: skip
def test_shares_are_shown_to_one_place_half_up(share: Fraction, shown: str) -> None:
    assert percent(share) == shown


def test_what_is_not_said_of_one_question_is_as_for_all() -> None:
    round_ = round_of(
        question("a", "rich-text", **{"hand-in": {"number": "2.1", "limit": 500, "breaks": 1}}),
        question("b", "rich-text"),
        **{"hand-in": {"website": "https://x.gov.uk", "count": "characters", "breaks": 2}},
    )
    a, b = (hand_in_of(round_.hand_in, round_.by_id[id_].hand_in) for id_ in ("a", "b"))
    assert (a.number, a.limit, a.count, a.breaks, a.form) == ("2.1", 500, "characters", 1, None)
    assert (b.number, b.limit, b.count, b.breaks) == ("", None, "characters", 2)


SIGN = {"id": "s151", "role": "Section 151 officer", "statement": "I agree", "covers": "whole"}
SHA = "a" * 64


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"criteria": [criterion(weight=100, questions=["title"])]}, None),
        ({"criteria": [criterion(questions=["titel"])]}, "There is no question “titel”"),
        ({"criteria": [criterion(questions=["title", "title"])]}, "“title” is named 2 times"),
        ({"criteria": [criterion(weight=99)]}, "The weights add up to 99, not 100"),
        ({"criteria": [criterion(weight=101)]}, "is too large"),
        ({"criteria": [criterion(weight=100), criterion("b")]}, "Some criteria have a weight and some have none"),
        ({"criteria": [criterion(weight=100), criterion("b", **{"pass-or-fail": True})]}, None),
        ({"criteria": [criterion(weight=100), criterion("b", weight=0, **{"pass-or-fail": True})]}, "What is passed or failed has no weight"),
        ({"criteria": [criterion(**{"sub-criteria": [{"id": "a", "name": "A", "weight": 0}]})]}, "The weights are all nought"),
        ({"criteria": [criterion(**{"sub-criteria": [{"id": "a", "name": "A"}] * 2})]}, "The id “a” is used 2 times"),
        ({"criteria": [criterion(threshold=3)]}, "There is a threshold, but no scale"),
        ({"criteria": [criterion(threshold=3)], "scoring": {"scale": SCALE}}, None),
        ({"criteria": [criterion(threshold=4)], "scoring": {"scale": SCALE}}, "No score is as high as the threshold"),
        ({"criteria": [criterion(steps=[{"score": 4, "looks-like": "X"}])], "scoring": {"scale": SCALE}}, "The scale has no step 4"),
        ({"criteria": [criterion()], "scoring": {"scale": SCALE[:1]}}, "A scale has at least two steps"),
        ({"criteria": [criterion()], "scoring": {"scale": SCALE[::-1]}}, "The steps do not rise"),
        ({"criteria": [criterion()], "scoring": {"scale": SCALE, "ties": ["skill"]}}, "There is no criterion “skill”"),
        ({"scoring": {"scale": SCALE}}, "nothing that is scored on it"),
        ({"sign-offs": [SIGN]}, None),
        ({"sign-offs": [SIGN, SIGN]}, "The id “s151” is used 2 times"),
        ({"sign-offs": [{**SIGN, "covers": "money"}]}, "It covers the money, and the round asks for no costs"),
        ({"sign-offs": [{**SIGN, "covers": ["titel"]}]}, "There is no question “titel”"),
        ({"sign-offs": [{**SIGN, "covers": []}]}, "It covers nothing"),
        ({"sign-offs": [{**SIGN, "statement": " "}]}, "A text is missing"),
        ({"sign-offs": [{**SIGN, "basis": "assumed"}]}, "It is assumed, but no note says so"),
        ({"hand-in": {"website": "www.x.gov.uk"}}, "It is no web address"),
        ({"hand-in": {"limit": 5}}, "There is a limit, but not of what"),
        ({"hand-in": {"count": "words", "rule": "utf-16"}}, "“utf-16” does not count words"),
        ({"hand-in": {"count": "words", "rule": "whitespace"}}, None),
        ({"source": {"file": "form.docx", "sha256": SHA, "kind": "docx"}}, None),
        ({"source": {"file": "form.docx", "sha256": SHA[1:], "kind": "docx"}}, "sha256"),
    ],
)  # fmt: skip
def test_what_could_not_be_applied_is_a_fault(
    tmp_path: Path, more: dict[str, Any], words: str | None
) -> None:
    told = faults_of(tmp_path, **more)
    assert told == [] if words is None else any(words in one for one in told), told


def test_a_website_that_takes_less_than_the_question_is_a_fault(tmp_path: Path) -> None:
    def told(limit: int) -> list[str]:
        own = {"count": "words", "limit": limit}
        asked = question("a", "rich-text", limit={"words": 300}, **{"hand-in": own})
        return faults_of(tmp_path, asked)

    assert told(300) == told(301) == []
    assert any("takes 299 words, the question 300" in one for one in told(299))


def test_a_place_in_a_form_needs_the_form(tmp_path: Path) -> None:
    told = faults_of(tmp_path, question("a", place="table1/2/3"))
    assert any("does not say which form" in one for one in told)
