"""What a pack asks of an answer, one below, at and one above each edge; and packs that ask what
makes no sense. What breaks a rule is said, and kept."""

from datetime import UTC, datetime
from typing import Any

import pytest
from every_kind import pack_asking, round_asking
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.joining.join import join
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.values.choice import ChooseSeveral
from bidwriter.rounds.round import read_round

Q = dict[str, Any]


def asking(question: Q, typed: str) -> Bid:
    return set_typed(new_bid(round_asking([{"id": "q", **question}])), "q", typed)


def said(bid: Bid, now: datetime = NOW) -> list[str]:
    return [p.words for p in check(bid, now) if p.place == "q" and p.check == "form"]


HOMES: Q = {"kind": "number", "min": 10, "max": "200", "whole": True, "unit": "homes"}
HALF: Q = {"kind": "number", "min": "0.5"}
GRANT: Q = {"kind": "money", "min": "50000.00", "max": "200000.00"}
OR_NOTHING: Q = {**GRANT, "or-nothing": True}
EDGES: list[tuple[Q, str, list[str]]] = [
    (HOMES, "9", ["Enter 10 to 200 homes"]),
    (HOMES, "10", []),
    (HOMES, "11", []),
    (HOMES, "199", []),
    (HOMES, "200", []),
    (HOMES, "201", ["Enter 10 to 200 homes"]),
    (HOMES, "10.5", ["Enter a whole number"]),
    (HOMES, "9.9999", ["Enter a whole number", "Enter 10 to 200 homes"]),
    (HALF, "0.4999", ["Enter 0.5 or more"]),
    (HALF, "0.5", []),
    (HALF, "0.5001", []),
    ({"kind": "number", "max": -1}, "-1", []),
    ({"kind": "number", "max": -1}, "-0.9999", ["Enter −1 or less"]),
    ({"kind": "number", "min": 3, "max": 3}, "2", ["Enter 3"]),
    (GRANT, "49999.99", ["Enter £50,000 to £200,000"]),
    (GRANT, "50000", []),
    (GRANT, "50000.01", []),
    (GRANT, "199999.99", []),
    (GRANT, "200000", []),
    (GRANT, "200000.01", ["Enter £50,000 to £200,000"]),
    (GRANT, "0", ["Enter £50,000 to £200,000"]),
    (OR_NOTHING, "0", []),
    (OR_NOTHING, "0.01", ["Enter £0, or £50,000 to £200,000"]),
    (OR_NOTHING, "-0.01", ["Enter £0, or £50,000 to £200,000"]),
    (OR_NOTHING, "49999.99", ["Enter £0, or £50,000 to £200,000"]),
    (OR_NOTHING, "50000", []),
    ({"kind": "money", "max": "5"}, "5.01", ["Enter £5 or less"]),
]


@pytest.mark.parametrize(("question", "typed", "words"), EDGES)
def test_an_answer_is_held_to_its_edges(question: Q, typed: str, words: list[str]) -> None:
    bid = asking(question, typed)
    assert said(bid) == words
    made, unknown = read_record(record(bid, whole=True))
    assert bid_of(made, bid.round, unknown).answers == bid.answers  # it still opens


PLANS: list[Q] = [
    {"id": "a", "label": "First"},
    {"id": "b", "label": "Second"},
    {"id": "none", "label": "None of these", "alone": True},
    {"id": "unknown", "label": "Not known", "alone": True},
]
PLAIN = [{"id": plan["id"], "label": plan["label"]} for plan in PLANS]
SEVERAL: Q = {"kind": "choose-several", "options": PLANS, "other": True}
ALONE: list[tuple[str, list[str]]] = [
    ("none", []),
    ("a; b", []),
    ("a; none", ["Choose “None of these” alone, or take it out"]),
    ("none; our own", ["Choose “None of these” alone, or take it out"]),
    ("none; unknown", ["Choose “None of these” or “Not known” alone, or take them out"]),
]


@pytest.mark.parametrize(("typed", "words"), ALONE)
def test_what_stands_alone_takes_none_beside_it(typed: str, words: list[str]) -> None:
    assert said(asking(SEVERAL, typed)) == words


CHOOSING = [
    # before, what is ticked then, what stays
    ((), ("a",), ("a",)),
    (("a", "b"), ("a", "b", "none"), ("none",)),
    (("none",), ("a", "none"), ("a",)),
    (("none",), ("none", "our own"), ("our own",)),
    (("none",), ("none", "unknown"), ("unknown",)),
    (("a", "none"), ("none",), ("none",)),
    (("a", "b", "none"), ("a", "none"), ("a", "none")),  # two copies chose; one is taken out
    (("none",), (), ()),
]


@pytest.mark.parametrize(("before", "now", "kept"), CHOOSING)
def test_choosing_takes_out_what_cannot_stand_beside(
    before: tuple[str, ...], now: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    question = round_asking([{"id": "q", **SEVERAL}]).by_id["q"]
    assert isinstance(question, ChooseSeveral)
    assert question.after_choosing(before, now) == kept


def test_of_all_options_those_that_stand_alone_need_not_be_chosen() -> None:
    pack = pack_asking([{"id": "q", **SEVERAL}])
    bid = new_bid(read_round({**pack, "checks": [{"check": "all-chosen", "question": "q"}]}))
    found = [p.which for p in check(set_typed(bid, "q", "a"), NOW) if p.check == "all-chosen"]
    assert found == ["b"]


def test_two_copies_that_chose_apart_are_joined_and_told() -> None:
    base = new_bid(round_asking([{"id": "q", **SEVERAL}]))
    joined = join(base, set_typed(base, "q", "a"), set_typed(base, "q", "none"))
    assert said(joined.bid) == ["Choose “None of these” alone, or take it out"]


# At 23:30 UTC in July it is the next day in London already.
LATE = datetime(2018, 7, 31, 23, 30, tzinfo=UTC)
BEFORE: Q = {"kind": "date", "not-before-today": True}
AFTER: Q = {"kind": "date", "not-after-today": True}
M_BEFORE: Q = {**BEFORE, "kind": "month"}
M_AFTER: Q = {**AFTER, "kind": "month"}
DAYS: list[tuple[Q, str, list[str]]] = [
    (BEFORE, "31 July 2018", ["Enter today or a day later"]),
    (BEFORE, "1 August 2018", []),
    (BEFORE, "2 August 2018", []),
    (AFTER, "31 July 2018", []),
    (AFTER, "1 August 2018", []),
    (AFTER, "2 August 2018", ["Enter today or a day earlier"]),
    (M_BEFORE, "July 2018", ["Enter this month or one later"]),
    (M_BEFORE, "August 2018", []),
    (M_BEFORE, "September 2018", []),
    (M_AFTER, "July 2018", []),
    (M_AFTER, "August 2018", []),
    (M_AFTER, "September 2018", ["Enter this month or one earlier"]),
    ({"kind": "date"}, "1 January 1900", []),
]


@pytest.mark.parametrize(("question", "typed", "words"), DAYS)
def test_today_is_the_day_in_the_rounds_time_zone(
    question: Q, typed: str, words: list[str]
) -> None:
    assert said(asking(question, typed), LATE) == words


FAULTS: list[tuple[Q, list[str]]] = [
    ({"kind": "number", "min": 2, "max": 1}, ["max"]),
    ({"kind": "number", "min": 1, "max": 1}, []),
    ({"kind": "number", "min": "1.5", "whole": True}, ["min"]),
    ({"kind": "number", "max": "1.5", "whole": True}, ["max"]),
    ({"kind": "number", "unit": "2-bed homes"}, ["unit"]),
    ({"kind": "money", "min": "2", "max": "1"}, ["max"]),
    ({"kind": "money", "min": "1", "max": "1"}, []),
    ({"kind": "money", "max": "1", "or-nothing": True}, ["or-nothing"]),
    ({"kind": "money", "min": "0", "or-nothing": True}, ["or-nothing"]),
    ({"kind": "money", "min": "0.01", "or-nothing": True}, []),
    ({"kind": "choose-several", "options": PLANS[2:]}, ["options"]),
    ({"kind": "choose-several", "options": PLANS[2:], "other": True}, []),
    ({"kind": "choose-several", "options": PLANS[1:]}, []),
    ({"kind": "date", "not-before-today": True, "not-after-today": True}, ["not-after-today"]),
    ({"kind": "month", "not-before-today": True, "not-after-today": True}, ["not-after-today"]),
]


ANSWERS: list[tuple[Q, dict[str, Any], str, list[str]]] = [
    # the question, what must be, what is answered, what is said
    ({"kind": "yes-no"}, {"answer": "yes"}, "no",
     ["You cannot bid unless the answer to “The q?” is “Yes”"]),
    ({"kind": "yes-no", "yes": "We are", "no": "We are not"}, {"answer": "yes"}, "no",
     ["You cannot bid unless the answer to “The q?” is “We are”"]),
    ({"kind": "choose-one", "options": PLAIN}, {"answers": ["a", "b"]}, "none",
     ["You cannot bid unless the answer to “The q?” is “First” or “Second”"]),
    ({"kind": "choose-one", "options": PLAIN}, {"answers": ["a", "b"]}, "b", []),
    ({"kind": "choose-one", "options": PLAIN}, {"answers": ["gone"]}, "b",
     ["You cannot bid unless the answer to “The q?” is “gone”"]),
    (SEVERAL, {"answer": "a"}, "a; b", []),
    (SEVERAL, {"answers": ["a", "none"]}, "b",
     ["You cannot bid unless the answer to “The q?” is “First” or “None of these”"]),
    ({"kind": "yes-no"}, {"answer": "yes", "words": "You cannot apply yet."}, "no",
     ["You cannot apply yet."]),
    ({"kind": "yes-no"}, {"answer": "yes"}, "", []),
    ({"kind": "yes-no"}, {}, "no", []),
    ({"kind": "yes-no"}, {"answer": "yes", "answers": ["no"]}, "no", []),
]  # fmt: skip


@pytest.mark.parametrize(("question", "rule", "typed", "words"), ANSWERS)
def test_an_answer_must_be_one_of_those_that_let_a_council_bid(
    question: Q, rule: Q, typed: str, words: list[str]
) -> None:
    pack = pack_asking([{"id": "q", **question}])
    checks = [{"check": "must-be", "question": "q", **rule}]
    bid = set_typed(new_bid(read_round({**pack, "checks": checks})), "q", typed)
    found = check(bid, NOW)
    assert [p.words for p in found if p.check == "must-be"] == words
    mend = [p.words for p in found if p.words.startswith("Mend the round")]
    assert bool(mend) == (bool(rule.get("answer")) == bool(rule.get("answers")))


def test_what_must_be_is_not_found_where_it_is_not_asked() -> None:
    phases = [{"id": "first", "name": "First"}, {"id": "second", "name": "Second"}]
    choose: Q = {"id": "phase", "kind": "choose-one", "options": [
        {"id": "first", "label": "First"}, {"id": "second", "label": "Second"}]}  # fmt: skip
    pack = pack_asking([choose, {"id": "q", "kind": "yes-no", "phases": ["first"]}])
    checks = [{"check": "must-be", "question": "q", "answer": "yes"}]
    round_ = read_round({**pack, "phases": phases, "phase-question": "phase", "checks": checks})
    bid = set_typed(new_bid(round_), "q", "no")
    for phase, many in (("first", 1), ("second", 0)):
        found = check(set_typed(bid, "phase", phase), NOW)
        assert len([p for p in found if p.check == "must-be"]) == many


@pytest.mark.parametrize(("question", "names"), FAULTS)
def test_a_question_that_makes_no_sense_is_named(question: Q, names: list[str]) -> None:
    asked = read_round(pack_asking([{"id": "q", **question}])).by_id["q"]
    found = list(asked.faults())
    assert [fault.name for fault in found] == names
    assert all(fault.words and fault.remedy for fault in found)
