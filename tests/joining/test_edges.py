"""Joining at its edges: sets, rows that both moved, and which versions two copies come from."""

import pytest
from copying import Desk, same
from making import sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import (
    make_lead,
    move_row,
    remove_row,
    set_answer,
    set_cell,
    set_evidence,
    set_finished,
)
from bidwriter.bids.history.relation import bases, union
from bidwriter.bids.joining.join import join
from bidwriter.bids.leaves import leaves_of
from bidwriter.kinds.tables.partners import Partner

LINES = "cost-lines"


def both_ways(base: Bid, one: Bid, other: Bid) -> Bid:
    """What the two come to, the same from either side."""
    made, turned = join(base, one, other), join(base, other, one)
    assert made.conflicts == turned.conflicts == ()
    assert leaves_of(made.bid) == leaves_of(turned.bid)
    return made.bid


def in_order(bid: Bid, table: str = LINES) -> list[str]:
    return [row.id for row in rows_of(bid, table)]


# --- choices -----------------------------------------------------------------------------------

CHOICES = [
    # base, one, other, joined
    ("a b", "a", "a b", "a"),
    ("a b", "a", "a b c", "a c"),
    ("a b", "a", "b", ""),
    ("a b", "", "a b", ""),
    ("a b", "", "a b c", "c"),
    ("a", "a b", "a c", "a b c"),
    ("", "a", "b", "a b"),
    ("a", "b", "b", "b"),
]


@pytest.mark.parametrize(("base", "one", "other", "joined"), CHOICES)
def test_a_choice_that_either_took_out_does_not_come_back(
    base: str, one: str, other: str, joined: str
) -> None:
    options = [option.id for option in sample().round.by_id["regions"].options]  # type: ignore[union-attr]

    def chose(letters: str) -> Bid:
        chosen = tuple(options["abc".index(letter)] for letter in letters.split())
        return set_answer(sample(), "regions", chosen or None)

    made = both_ways(chose(base), chose(one), chose(other))
    assert made.answer("regions") == chose(joined).answer("regions")


def test_marks_and_evidence_that_one_took_out_do_not_come_back() -> None:
    base = set_evidence(set_finished(sample(), "approach", True), "approach", 1, "some", "So")
    out = set_evidence(set_finished(base, "approach", False), "approach", 1, None)
    elsewhere = set_finished(set_evidence(base, "summary", 1, "some"), "summary", True)
    made = both_ways(base, out, elsewhere)
    assert "approach" not in made.finished
    assert "summary" in made.finished
    assert ("approach", 1) not in [(e.place, e.principle) for e in made.evidence]
    assert ("summary", 1) in [(e.place, e.principle) for e in made.evidence]


# --- rows --------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [(1, 2), (1, 3), (3, 1), (2, 2)])
def test_a_row_that_both_moved_stands_where_both_sides_put_it_alike(by: tuple[int, int]) -> None:
    base = sample()
    first = in_order(base)[0]
    one, other = (move_row(base, LINES, first, steps) for steps in by)
    order = in_order(both_ways(base, one, other))
    assert order in (in_order(one), in_order(other))
    assert sorted(order) == sorted(in_order(base))


def test_a_row_moved_by_one_and_changed_by_the_other_is_both() -> None:
    base = sample()
    first = in_order(base)[0]
    moved = move_row(base, LINES, first, 1)
    changed = set_cell(base, LINES, first, {"note": "Changed"})
    made = both_ways(base, moved, changed)
    assert in_order(made) == in_order(moved)
    assert rows_of(made, LINES)[1].note == "Changed"  # type: ignore[attr-defined]
    both = set_cell(moved, LINES, first, {"unit": "hours"})
    made = both_ways(base, both, move_row(changed, LINES, first, 2))
    cells = {row.id: row for row in rows_of(made, LINES)}[first]
    assert (cells.note, cells.unit) == ("Changed", "hours")  # type: ignore[attr-defined]


def test_a_row_taken_out_by_one_and_only_moved_by_the_other_is_gone() -> None:
    base = sample()
    first = in_order(base)[0]
    made = both_ways(base, remove_row(base, LINES, first), move_row(base, LINES, first, 1))
    assert first not in in_order(made)
    assert not any(first in e.place for e in made.evidence)


def test_a_new_lead_against_another_partners_change_is_none_to_decide() -> None:
    base = sample()
    others = [r.id for r in rows_of(base, "partners") if isinstance(r, Partner) and not r.lead]
    led = make_lead(base, "partners", others[0])
    changed = set_cell(base, "partners", others[1], {"part": "Tests it"})
    made = both_ways(base, led, changed)
    assert [partner.id for partner in made.partners if partner.is_lead] == [others[0]]


# --- what two copies come from -------------------------------------------------------------------


def common(one: Desk, other: Desk) -> tuple[str, ...]:
    mine, theirs = one.copy.copy, other.copy.copy
    return bases(union(mine.log, theirs.log), (mine.head,), theirs.head)


def test_the_base_is_the_newest_version_alone_however_many_are_older() -> None:
    joan = Desk("Joan", sample()).types("title", "One").later(60).types("title", "Two")
    newest = joan.later(60).types("title", "Three")
    ruth = newest.sends("Ruth").later(60).types("summary", "Ruth's")
    mine = newest.later(90).types("approach", "Joan's")
    assert common(mine, ruth) == common(ruth, mine) == (newest.copy.copy.head,)
    assert common(newest, ruth) == (newest.copy.copy.head,)
    assert common(newest, newest) == (newest.copy.copy.head,)
    base_when = mine.sees(ruth).base_when
    assert base_when == newest.bid.changed
    again = mine.joins(ruth).later(120)
    assert common(again, ruth) == (ruth.copy.copy.head,)


def test_saves_within_one_stretch_are_older_than_the_last_of_them() -> None:
    joan = Desk("Joan", sample()).types("title", "One").types("title", "Two").types("title", "3")
    ruth = joan.sends("Ruth").later(60).types("summary", "Ruth's")
    mine = joan.later(1).types("approach", "Joan's")
    assert common(mine, ruth) == common(ruth, mine) == (joan.copy.copy.head,)


def test_after_a_criss_cross_there_are_two_bases_and_no_older_ones() -> None:
    joan = Desk("Joan", sample()).types("contact-role", "Lead officer").later(60)
    ruth = joan.sends("Ruth").types("title", "Ruth's")
    joan = joan.types("summary", "Joan's")
    heads = {joan.copy.copy.head, ruth.copy.copy.head}
    one, other = joan.later(60).joins(ruth).later(60), ruth.later(60).joins(joan).later(60)
    assert {*common(one, other)} == {*common(other, one)} == heads
    assert same(one.bid, other.bid)
    # What both said before they crossed is no news, and what one takes back since is taken back.
    back = one.types("title", sample().title)
    assert same(back.joins(other).bid, other.joins(back).bid)
    assert back.joins(other).bid.title == sample().title


def test_strangers_have_no_base() -> None:
    joan = Desk("Joan", sample()).types("title", "Joan's")
    stranger = Desk("Ruth", joan.bid).types("title", "Ruth's")
    assert common(joan, stranger) == ()
