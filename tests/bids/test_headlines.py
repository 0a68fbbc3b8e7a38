"""How strongly a principle is shown: what counts as strong, and the thresholds of the round's
headline words."""

import pytest
from making import bid_with

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_evidence, set_finished
from bidwriter.bids.principles import evidence_of, headlines
from bidwriter.bids.typed.setting import set_typed

PROSE = [q.id for q in bid_with({"phase": "discovery"}).asked if q.shows_principles]


def showing(many: int, strength: str = "strong", reason: str = "So") -> Bid:
    """A discovery in which so many finished answers show principle 1."""
    bid = bid_with({"phase": "discovery"})
    for question in PROSE[:many]:
        bid = set_finished(set_typed(bid, question, "Something"), question, done=True)
        bid = set_evidence(bid, question, 1, strength, reason)  # type: ignore[arg-type]
    return bid


def counted(bid: Bid) -> tuple[str, int, int]:
    first = headlines(bid)[0]
    return first.word, first.strong, first.some


@pytest.mark.parametrize(
    ("strong", "word"),
    [(0, "Not shown"), (1, "Thin"), (2, "Fair"), (3, "Fair"), (4, "Strong"), (5, "Strong")],
)
def test_the_headline_word_changes_at_its_threshold(strong: int, word: str) -> None:
    assert counted(showing(strong)) == (word, strong, 0)
    assert headlines(showing(strong))[1].word == "Not shown"


def test_some_alone_is_very_thin_however_often() -> None:
    assert counted(showing(5, "some")) == ("Very thin", 0, 5)


def test_strong_counts_as_some_without_the_mark_a_reason_or_an_answer() -> None:
    bid = showing(1)
    assert counted(bid) == ("Thin", 1, 0)
    for less in (
        set_finished(bid, PROSE[0], done=False),
        set_typed(bid, PROSE[0], ""),
        showing(1, reason=""),
    ):
        assert counted(less) == ("Very thin", 0, 1)


def test_another_answers_mark_does_not_count() -> None:
    bid = set_finished(showing(1), PROSE[0], done=False)
    assert counted(set_finished(bid, PROSE[1], done=True)) == ("Very thin", 0, 1)


def test_what_is_said_of_a_line_stands_before_its_main_principle() -> None:
    line = {"what": "Work", "total": "1.00", "payer": "fund", "principle": 1}
    bid = bid_with({"phase": "discovery", "cost-lines/+": dict(line)})
    ((place, number),) = evidence_of(bid)
    assert number == 1
    said = set_evidence(bid, place, 1, "strong", "So")
    assert [one.strength for one in evidence_of(said).values()] == ["strong"]
    assert counted(said) == ("Not shown", 0, 0), "headlines count answers alone"
