"""Every answer, one below, at and one above its limit, and what is said of one that is not there."""

from datetime import date, datetime, timedelta

import pytest
from making import NOW, bid_with, sample

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.editing import set_answer
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import Place
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


CLOSING = sample().round.closing or NOW
LAST_DAY = CLOSING.date()
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)
DEADLINES = [
    # the own deadline, now, what is said
    (None, CLOSING, []),
    (None, CLOSING + A_SECOND, ["The round closed on Thu 15 Nov 2018"]),
    (LAST_DAY, NOW, []),
    (LAST_DAY + A_DAY, NOW, ["Set your own deadline to Thu 15 Nov 2018 or before"]),
    (NOW.date(), NOW, []),
    (NOW.date() - A_DAY, NOW, ["Your own deadline was Mon 5 Nov 2018"]),
    (NOW.date(), CLOSING, ["Your own deadline was Tue 6 Nov 2018"]),
    (NOW.date(), CLOSING + A_SECOND, ["The round closed on Thu 15 Nov 2018"]),
]


@pytest.mark.parametrize(("own", "now", "said"), DEADLINES)
def test_a_deadline_is_over_once_it_is_over(
    own: date | None, now: datetime, said: list[str]
) -> None:
    bid = rebuilt(sample(), own_deadline=own)
    problems = [p for p in check(bid, now) if p.check in ("closed", "deadline")]
    assert [problem.words for problem in problems] == said
    assert not any(problem.stops for problem in problems)


@pytest.mark.parametrize(
    ("place", "by", "file", "words", "detail"),
    [
        ("summary", "Ruth", "ruth.bid", f"of Ruth in “{NAME}”", "now. From “ruth.bid”"),
        ("round", "", "", "of the other copy in what two copies changed", "stands for now"),
    ],
)
def test_what_two_copies_changed_is_to_decide(
    place: str, by: str, file: str, words: str, detail: str
) -> None:
    part = Part(place=Place(place), base="Was", mine="Mine", theirs="Theirs")
    stamp = Stamp(who=Person(name=by), when=NOW) if by else None
    conflict = Conflict(kind="cell", parts=(part,), theirs_by=stamp, file=file)
    ((_, said, why),) = found(rebuilt(sample(), conflicts=(conflict,)), "conflict")
    assert said.endswith(words)
    assert why.endswith(detail)
