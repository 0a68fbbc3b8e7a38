"""What joins by itself and is said all the same; and what is no matter to ask about at all."""

import pytest
from copying import Desk
from making import sample

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import add_rows, move_row, remove_row, set_finished
from bidwriter.bids.joining.copies import JoinError
from bidwriter.bids.joining.doubtful import Doubtful
from bidwriter.bids.joining.folded import folded
from bidwriter.bids.places import Place
from bidwriter.bids.telling.doubtful import doubtful_words, sentences
from bidwriter.clock import now as clock_now
from bidwriter.kinds.frozen import Leaf
from bidwriter.prose.markdown import stored

LINES = "cost-lines"
VAN = {"what": "Van hire", "total": "500.00", "payer": "fund", "councils": ("E07000164",)}


@pytest.fixture
def joan() -> Desk:
    """Joan's bid, with nothing marked as finished."""
    bid = rebuilt(sample(), finished=())
    return Desk("Joan", bid).types("contact-role", "Lead officer").later(60)


def looked_at(mine: Desk, *others: Desk) -> list[tuple[str, Place]]:
    joining = mine.sees(*others)
    assert not joining.conflicts
    return [(one.kind, one.place) for one in joining.doubtful]


def row(desk: Desk, at: int = 0) -> Place:
    return Place(LINES).at(rows_of(desk.bid, LINES)[at].id)


def adds(desk: Desk, **cells: object) -> Desk:
    return desk.saves(add_rows(desk.bid, LINES, ({**VAN, **cells},)))


def test_a_finished_mark_over_words_of_another_is_said(joan: Desk) -> None:
    ruth = joan.sends("Ruth").types("summary", "Ruth's words.")
    marked = joan.saves(set_finished(joan.bid, "summary", done=True))
    assert looked_at(marked, ruth) == [("finished", Place("summary"))]
    assert looked_at(ruth, marked) == [("finished", Place("summary"))]
    both = ruth.saves(set_finished(ruth.bid, "summary", done=True))
    assert looked_at(joan.types("contact-role", "Other"), both) == []


def test_what_each_side_added_alike_is_said_once(joan: Desk) -> None:
    ruth = joan.sends("Ruth")
    for cells in ({}, {"total": "300.00"}, {"what": "van  Hire"}, {"councils": ("all",)}):
        made = looked_at(adds(joan), adds(ruth, **cells))
        assert [kind for kind, _ in made] == ["twice"]
    for cells in ({"what": "Van hires"}, {"councils": ("E06000014",)}, {"what": ""}):
        assert looked_at(adds(joan), adds(ruth, **cells)) == []
    one = adds(joan)
    assert looked_at(one.types("title", "Other"), one.sends("Ruth").types("summary", "So.")) == []


def test_a_row_that_is_another_thing_by_now_is_said(joan: Desk) -> None:
    place = row(joan)
    priced = joan.sends("Ruth").types(f"{place}/quantity", "7")
    renamed = joan.types(f"{place}/what", "Lawyer")
    assert looked_at(renamed, priced) == looked_at(priced, renamed) == [("renamed", place)]
    assert looked_at(joan.types(f"{place}/what", "User researcher"), priced) == [], "half the words"
    noted = joan.sends("Ruth").types(f"{row(joan, 1)}/note", "Other")
    assert looked_at(renamed, noted) == []


def test_a_row_that_both_moved_is_said(joan: Desk) -> None:
    id_ = row(joan).row
    far = joan.sends("Ruth").saves(move_row(joan.bid, LINES, id_, 3))
    assert looked_at(joan.saves(move_row(joan.bid, LINES, id_, 1)), far) == [("moved", row(joan))]
    assert looked_at(joan.saves(move_row(joan.bid, LINES, id_, 3)), far) == []


def test_a_comment_on_a_row_that_is_gone_is_said(joan: Desk) -> None:
    place = row(joan)
    comment = Comment(id="said", about=place, when=clock_now(), text="Is it dear?")
    ruth = joan.sends("Ruth")
    ruth = ruth.saves(rebuilt(ruth.bid, comments=(comment,))).types("title", "Other")
    out = joan.saves(remove_row(joan.bid, LINES, place.row))
    assert looked_at(out, ruth) == [("comment", Place("comments/said"))]
    settled = rebuilt(ruth.bid, comments=(comment.model_copy(update={"settled": True}),))
    assert looked_at(out, ruth.saves(settled)) == []


SENTENCES = [
    ("finished", "summary", "", "is still marked as finished, but what came in has not"),
    ("twice", "{row}", "", "it stands twice and is counted twice"),
    ("renamed", "{row}", "Lawyer", "was “Lawyer” to whoever changed"),
    ("moved", "{row}", "", "in the higher of the two places"),
    ("comment", "comments/none", "", "A comment is about a row that was taken out"),
]


@pytest.mark.parametrize(("kind", "place", "was", "said"), SENTENCES)
def test_each_has_its_sentence(kind: str, place: str, was: str, said: str, joan: Desk) -> None:
    one = Doubtful(kind, Place(place.format(row=row(joan))), was)  # type: ignore[arg-type]
    assert said in doubtful_words(joan.bid, one)


def test_marks_that_may_not_hold_are_one_sentence(joan: Desk) -> None:
    marks = [Doubtful("finished", Place(question)) for question in ("title", "summary", "approach")]
    moved = Doubtful("moved", row(joan))
    said = sentences(joan.bid, (marks[0], moved, *marks[1:]))
    assert said == (
        "“Title”, “Summarise the problem” and “Describe your approach” are still marked as "
        "finished, but what came in has not been seen by whoever marked it: read them again",
        doubtful_words(joan.bid, moved),
    )
    assert sentences(joan.bid, marks[:1]) == (doubtful_words(joan.bid, marks[0]),)
    assert sentences(joan.bid, ()) == ()


# --- what is not asked ---------------------------------------------------------------------------

MARKS = [
    ("don't", "don’t"),
    ('"so"', "“so”"),
    ("2017-18", "2017–18"),
    ("a - b", "a — b"),
    ("10 days", "10\u00a0days"),
    ("wait...", "wait…"),
    ("co\u00adop", "coop"),
]


@pytest.mark.parametrize(("one", "other"), MARKS)
def test_marks_alone_are_the_same_words(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [*MARKS[:2], *(pytest.param(*m, marks=pytest.mark.proof) for m in MARKS[2:])]
)
def test_marks_alone_are_no_difference(one: str, other: str, joan: Desk) -> None:
    was, typeset = f"We say {one} of it here.", f"We say {other} of it here."
    joan = joan.types("approach", was).types("title", f"Title {one}")
    word = joan.sends("Ruth").types("approach", typeset).types("title", f"Title {other}")
    changed = joan.types("approach", f"We say {one} of it now.").types("title", f"New title {one}")
    for mine, theirs in ((word, changed), (changed, word)):
        made = mine.sees(theirs)
        assert made.conflicts == ()
        assert made.bid.answer("approach") == stored(f"We say {one} of it now.")
        assert made.bid.title == f"New title {one}"
    for mine, theirs in (
        (word, joan.types("summary", "So.")),
        (joan.types("summary", "So."), word),
    ):
        assert mine.sees(theirs).bid.answer("approach") == stored(typeset), "the newer form"


def test_the_same_new_words_set_two_ways_are_one(joan: Desk) -> None:
    joan = joan.types("approach", "Before.").types("title", "Before")
    one = joan.types("approach", "It's new.").types("title", "It's new")
    other = joan.sends("Ruth").types("approach", "It’s new.").types("title", "It’s new")
    made, turned = one.sees(other), other.sees(one)
    assert made.conflicts == turned.conflicts == ()
    assert made.bid.answer("approach") == turned.bid.answer("approach") == "It’s new."
    assert made.bid.title == turned.bid.title == "It’s new"


def test_words_beside_the_marks_are_still_a_difference(joan: Desk) -> None:
    joan = joan.types("title", "As it was")
    one, other = joan.types("title", "It's mine"), joan.sends("Ruth").types("title", "It’s hers")
    assert [conflict.place for conflict in one.sees(other).conflicts] == ["title"]


# --- copies that are none, and what was decided already ------------------------------------------


def test_another_bid_is_never_joined(joan: Desk) -> None:
    other = Desk("Ruth", rebuilt(joan.bid, bid_id="anotherbid0000000001")).types("title", "Other")
    with pytest.raises(JoinError, match="another bid, no copy of this one"):
        joan.sees(other)


def decided(desk: Desk, **said: Leaf) -> Desk:
    """With words of one's own in place of a conflict."""
    desk = desk.saves(rebuilt(desk.bid, conflicts=())).later(desk.minutes + 5)
    for place, words in said.items():
        desk = desk.types(place, str(words))
    return desk


def test_what_one_decided_is_not_asked_again_by_the_mirror_copy(joan: Desk) -> None:
    joan = joan.types("approach", "One.\n\nTwo.\n\nThree.").types("title", "As it was").later(70)
    ruth = (
        joan.sends("Ruth").types("approach", "One by Ruth.\n\nTwo.\n\nThree.").types("title", "R")
    )
    mine = joan.types("approach", "One by Joan.\n\nTwo.\n\nThree.").types("title", "J").later(80)
    crossed, mirror = mine.joins(ruth), ruth.later(80).joins(mine)
    assert len(crossed.bid.conflicts) == len(mirror.bid.conflicts) == 2
    crossed = decided(crossed, approach="One by both.\n\nTwo.\n\nThree.", title="Both")
    mirror = mirror.later(90).types("summary", "By Ruth since.")
    for one, other in ((crossed, mirror), (mirror, crossed)):
        made = one.sees(other)
        assert made.conflicts == ()
        assert made.bid.conflicts == ()
        assert made.bid.answer("approach") == "One by both.\n\nTwo.\n\nThree."
        assert (made.bid.title, made.bid.answer("summary")) == ("Both", "By Ruth since.")


def test_what_the_other_wrote_since_is_asked_again(joan: Desk) -> None:
    joan = joan.types("title", "As it was").later(70)
    ruth, mine = joan.sends("Ruth").types("title", "R"), joan.types("title", "J").later(80)
    crossed, mirror = decided(mine.joins(ruth), title="Both"), ruth.later(80).joins(mine)
    mirror = mirror.later(95).types("title", "R again")
    assert {conflict.place for conflict in crossed.sees(mirror).conflicts} == {"title"}


def test_a_decision_of_somebody_who_never_saw_the_other_is_none(joan: Desk) -> None:
    joan = joan.types("title", "As it was").later(70)
    ruth, mine = joan.sends("Ruth").types("title", "R"), joan.types("title", "J").later(80)
    mirror = ruth.later(80).joins(mine)
    mark = joan.sends("Mark").later(90).types("title", "M")
    assert {conflict.place for conflict in mark.sees(mirror).conflicts} == {"title"}
    assert len(mark.sees(mirror).bid.conflicts) == 1
