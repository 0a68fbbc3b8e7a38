"""Where a decided passage goes, and what can be taken from both."""

from typing import Any

import pytest
from making import sample

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.deciding import can_take_both, decide, passage
from bidwriter.bids.joining.paragraphs import join_prose
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.prose.markdown import parse


def prose(base: str, mine: str, theirs: str, after: str = "") -> Conflict:
    part = Part(place=Place("approach"), base=base, mine=mine, theirs=theirs)
    return Conflict(kind="prose", parts=(part,), after=after)


def decided(text: str, conflict: Conflict) -> str:
    bid: Bid = rebuilt(set_typed(sample(), "approach", text), conflicts=(conflict,))
    done = decide(bid, conflict, "theirs")
    assert done.conflicts == ()
    return str(done.answer("approach") or "")


ONE, TWO, NEW = "One is here.", "Two stands there.", "Quite other words."
SPOTS = [
    # mine, the paragraph before, what comes of it
    (ONE, "", f"{NEW}\n\n{TWO}"),
    (TWO, ONE, f"{ONE}\n\n{NEW}"),
    ("", "", f"{NEW}\n\n{ONE}\n\n{TWO}"),
    ("", ONE, f"{ONE}\n\n{NEW}\n\n{TWO}"),
    ("", TWO, f"{ONE}\n\n{TWO}\n\n{NEW}"),
    ("", "It was taken out since.", f"{ONE}\n\n{TWO}\n\n{NEW}"),
    ("Nothing like any of them", ONE, f"{ONE}\n\n{NEW}\n\n{TWO}"),
    ("Nothing like any of them", "", f"{NEW}\n\n{ONE}\n\n{TWO}"),
    (f"{ONE}\n\n{TWO}", "", NEW),
]


@pytest.mark.parametrize(("mine", "after", "text"), SPOTS)
def test_a_passage_goes_where_mine_stood(mine: str, after: str, text: str) -> None:
    assert decided(f"{ONE}\n\n{TWO}", prose("Was.", mine, NEW, after)) == text


def test_of_two_that_read_the_same_the_one_in_its_old_place_is_meant() -> None:
    text = f"{ONE}\n\n{TWO}\n\nThree.\n\n{ONE}"
    assert decided(text, prose("Was.", ONE, NEW, "Three.")) == f"{ONE}\n\n{TWO}\n\nThree.\n\n{NEW}"
    assert decided(text, prose("Was.", ONE, NEW, "")) == f"{NEW}\n\n{TWO}\n\nThree.\n\n{ONE}"


@pytest.mark.parametrize(
    ("now", "at"),
    [("one two river plain", (0, 1)), ("one forest river plain", (1, 1))],
)
def test_half_the_words_make_a_changed_paragraph_the_same(now: str, at: tuple[int, int]) -> None:
    conflict = prose("", "one two mountain valley", "", now)
    assert passage(parse(now), conflict) == at


@pytest.mark.parametrize(
    ("kind", "mine", "theirs", "can"),
    [
        ("prose", "Mine.", "Theirs.", True),
        ("prose", "", "Theirs.", False),
        ("prose", "Mine.", "", False),
        ("cell", "Mine.", "Theirs.", False),
        ("cell", "2.00", "3.00", False),
        ("cell", True, None, False),
    ],
)
def test_words_can_stand_together_and_figures_cannot(
    kind: Any, mine: Any, theirs: Any, can: bool
) -> None:
    part = Part(place=Place("approach"), base=None, mine=mine, theirs=theirs)
    assert can_take_both(Conflict(kind=kind, parts=(part,))) is can


def test_an_item_beneath_another_stays_there_whichever_is_taken() -> None:
    base, mine = "1. a\n   - bravo was\n2. c", "1. a\n   - bravo mine\n2. c"
    joined = join_prose(base, mine, "1. a\n   - bravo theirs\n2. c")
    (clash,) = joined.disagreements
    conflict = prose(clash.base, clash.mine, clash.theirs, clash.after)
    assert decided(joined.text, conflict) == "1. a\n   - bravo theirs\n2. c"


def test_copies_join_item_by_item_at_both_levels() -> None:
    base = "3. a\n   - b\n4. c"
    joined = join_prose(
        base, "3. a\n   - b\n   - mine\n4. c", "3. a\n   - b\n4. c theirs\n\n1) new"
    )
    assert not joined.disagreements
    assert joined.text == "3. a\n   - b\n   - mine\n4. c theirs\n\n1) new"
