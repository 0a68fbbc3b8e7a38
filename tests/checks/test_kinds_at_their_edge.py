"""What a pack asks of an answer, one below, at and one above each edge; and packs that ask what
makes no sense. What breaks a rule is said, and kept."""

from datetime import UTC, datetime
from typing import Any

import pytest
from every_kind import pack_asking, round_asking
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
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
    ({"kind": "date", "not-before-today": True, "not-after-today": True}, ["not-after-today"]),
    ({"kind": "month", "not-before-today": True, "not-after-today": True}, ["not-after-today"]),
]


@pytest.mark.parametrize(("question", "names"), FAULTS)
def test_a_question_that_makes_no_sense_is_named(question: Q, names: list[str]) -> None:
    asked = read_round(pack_asking([{"id": "q", **question}])).by_id["q"]
    found = list(asked.faults())
    assert [fault.name for fault in found] == names
    assert all(fault.words and fault.remedy for fault in found)
