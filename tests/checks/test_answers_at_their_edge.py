"""Every answer, one below, at and one above its limit, and what is said of one that is not there."""

import pytest
from making import NOW, bid_with, sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_answer
from bidwriter.checks.checking import check


def found(bid: Bid, rule: str) -> list[tuple[str, str, str]]:
    return [(p.place, p.words, p.detail) for p in check(bid, NOW) if p.check == rule]


NAME = sample().round.by_id["summary"].name
LIMITS = [
    (299, []),
    (300, []),
    (301, [("summary", f"Take 1 word out of “{NAME}”", "301 of 300 words")]),
    (302, [("summary", f"Take 2 words out of “{NAME}”", "302 of 300 words")]),
    (1300, [("summary", f"Take 1,000 words out of “{NAME}”", "1,300 of 300 words")]),
]


@pytest.mark.parametrize(("words", "problems"), LIMITS)
def test_a_limit_is_met_to_the_word(words: int, problems: list[tuple[str, str, str]]) -> None:
    assert found(set_answer(sample(), "summary", "word " * words), "limit") == problems


def test_a_title_one_letter_too_long_is_said_so() -> None:
    ((place, words, _),) = found(set_answer(sample(), "title", "x" * 121), "limit")
    assert (place, words.split(" out")[0]) == ("title", "Take 1 character")
    assert found(set_answer(sample(), "title", "x" * 120), "limit") == []


def test_a_question_without_an_answer_is_called_by_its_number_or_its_name() -> None:
    bid = bid_with({"phase": "discovery"})
    details = {place: detail for place, _, detail in found(bid, "required")}
    number = bid.round.by_id["summary"].number
    assert details["summary"] == f"Question {number} has no answer yet"
    unnumbered = next(q for q in bid.asked if not q.number and q.id in details)
    assert details[unnumbered.id] == f"“{unnumbered.name}” has no answer yet"
