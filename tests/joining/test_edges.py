"""Joining at its edges: sets, rows that both moved, and which versions two copies come from."""

import pytest
from copying import Desk, same
from making import NOW, sample

from bidwriter.bids.bid import Attachment, Bid, Lent, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.editing import (
    add_rows,
    attach,
    detach,
    make_lead,
    move_row,
    remove_row,
    set_answer,
    set_cell,
    set_evidence,
    set_finished,
    take_round,
)
from bidwriter.bids.history.relation import bases, union
from bidwriter.bids.joining.copies import with_conflicts
from bidwriter.bids.joining.join import join
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.partner_copy import lend
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.tables.partners import Partner
from bidwriter.rounds.round import data_of, read_round

LINES = "cost-lines"
LETTER = Attachment(sha256="0" * 64, name="Letter.pdf", type="application/pdf", size=1)


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
    base = set_evidence(set_finished(sample(), "approach", done=True), "approach", 1, "some", "So")
    out = set_evidence(set_finished(base, "approach", done=False), "approach", 1, None)
    elsewhere = set_finished(set_evidence(base, "summary", 1, "some"), "summary", done=True)
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
    assert order == in_order(move_row(base, LINES, first, min(by))), "the higher of the two"


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


def test_after_a_crossing_in_which_each_kept_its_own_both_are_asked() -> None:
    joan = Desk("Joan", sample()).types("contact-role", "Lead officer").later(60)
    ruth = joan.sends("Ruth").types("title", "Ruth's").types("approach", "Ruth's.")
    joan = joan.types("title", "Joan's").types("approach", "Joan's.")
    one, other = joan.later(60).joins(ruth), ruth.later(60).joins(joan)
    one, other = (side.saves(rebuilt(side.bid, conflicts=())) for side in (one, other))
    for mine, theirs in ((one, other), (other, one)):
        made = mine.sees(theirs)
        assert {conflict.place for conflict in made.conflicts} == {"title", "approach"}
        assert made.bid.title == mine.bid.title


def test_what_was_said_of_a_copy_is_about_that_copy_alone() -> None:
    joan = Desk("Joan", sample()).types("title", "Joan's")
    copy = joan.sends("Ruth").saves(lend(joan.bid, Lent(when=NOW, to="Ruth")))
    ruth = copy.types("summary", "Ruth's.")
    assert joan.types("contact-role", "Lead officer").sees(ruth).bid.lent is None
    assert ruth.sees(joan.types("contact-role", "Lead officer")).bid.lent == ruth.bid.lent


def test_a_new_conflict_does_not_push_out_one_that_waits() -> None:
    joan = Desk("Joan", sample()).types("contact-role", "Lead officer").later(60)
    ruth, mark = joan.sends("Ruth").types("title", "Ruth's"), joan.sends("Mark")
    mine = joan.types("title", "Joan's").types("summary", "Joan's.").joins(ruth)
    both = mine.joins(mark.types("summary", "Mark's."))
    assert [conflict.place for conflict in both.bid.conflicts] == ["summary", "title"]


def test_a_conflict_that_both_sides_found_stands_once_and_alike() -> None:
    part = Part(place=Place("title"), base="As it was", mine="One", theirs="Other")
    one, other = (
        with_conflicts(sample(), (Conflict(kind="cell", parts=(part,), file=file),))
        for file in ("mark.bid", "ruth.bid")
    )
    assert [conflict.file for conflict in both_ways(sample(), one, other).conflicts] == ["mark.bid"]


def test_strangers_have_no_base() -> None:
    joan = Desk("Joan", sample()).types("title", "Joan's")
    stranger = Desk("Ruth", joan.bid).types("title", "Ruth's")
    assert common(joan, stranger) == ()


def test_strangers_decide_what_only_one_of_them_has_too() -> None:
    more = add_rows(sample(), LINES, ({"what": "Van", "total": "5.00"},))
    row = Place(LINES).at(rows_of(more, LINES)[-1].id)
    for mine, theirs in ((more, sample()), (sample(), more)):
        made = join(None, mine, theirs)
        assert made.bid == mine, "mine stands until it is decided"
        assert [conflict.place for conflict in made.conflicts] == [row]
        assert not made.conflicts[0].base_known
        places = [part.place for part in made.conflicts[0].parts]
        assert places == sorted(places)
    assert join(None, more, more).conflicts == ()


# --- leads and rounds ------------------------------------------------------------------------------


def test_two_leads_that_were_there_before_are_no_news() -> None:
    first = next(row.id for row in rows_of(sample(), "partners")[1:])
    two = set_cell(sample(), "partners", first, {"lead": True})
    made = both_ways(two, set_typed(two, "title", "Mine"), set_typed(two, "summary", "Theirs."))
    assert len([partner for partner in made.partners if partner.is_lead]) == 2
    one_again = make_lead(two, "partners", first)
    made = both_ways(two, one_again, set_typed(two, "title", "Mine"))
    assert [partner.id for partner in made.partners if partner.is_lead] == [first]


def test_two_partners_who_are_said_not_to_lead_are_no_leads() -> None:
    others = [r.id for r in rows_of(sample(), "partners") if isinstance(r, Partner) and not r.lead]
    one, other = (set_cell(sample(), "partners", row, {"lead": False}) for row in others[:2])
    assert (
        len([partner for partner in both_ways(sample(), one, other).partners if partner.is_lead])
        == 1
    )


def in_round(bid: Bid, version: str) -> Bid:
    return take_round(bid, read_round(data_of(bid.round) | {"version": version}))


ROUNDS = [
    # base, mine, theirs, joined, left out
    ("1", "1", "1", "1", ()),
    ("1", "1", "2", "2", ()),
    ("1", "2", "1", "2", ()),
    ("1", "2", "2", "2", ()),
    ("1", "2", "3", "2", ("round",)),
    (None, "1", "1", "1", ()),
    (None, "1", "2", "1", ("round",)),
]


@pytest.mark.parametrize(("base", "mine", "theirs", "joined", "left_out"), ROUNDS)
def test_a_pack_that_one_side_took_is_taken_and_of_two_mine(
    base: str | None, mine: str, theirs: str, joined: str, left_out: tuple[str, ...]
) -> None:
    start = in_round(sample(), base) if base else None
    made = join(start, in_round(sample(), mine), in_round(sample(), theirs))
    assert (made.bid.round.version, made.left_out) == (joined, left_out)


def test_what_the_joined_pack_does_not_ask_is_left_out_and_said() -> None:
    data = data_of(sample().round) | {"version": "9"}
    data["questions"] = [q for q in data["questions"] if q["id"] != "summary"]
    for task in (task for section in data["sections"] for task in section["tasks"]):
        task["questions"] = [id_ for id_ in task["questions"] if id_ != "summary"]
    mine = take_round(sample(), read_round(data))
    theirs = set_typed(set_typed(sample(), "summary", "Theirs."), "title", "Theirs")
    made = join(sample(), mine, theirs)
    assert (made.left_out, made.bid.title) == (("summary",), "Theirs")
    assert made.bid.answer("summary") == sample().answer("summary")


def test_a_copy_with_a_newer_pack_is_still_a_copy() -> None:
    joan = Desk("Joan", sample()).types("title", "Joan's")
    ruth = joan.sends("Ruth").saves(in_round(joan.bid, "2"))
    assert joan.types("summary", "Mine.").joins(ruth).bid.round.version == "2"


# --- cells that are decided together -----------------------------------------------------------------


def test_evidence_that_both_changed_is_decided_as_one() -> None:
    base = set_evidence(sample(), "approach", 1, "some", "So")
    mine = set_evidence(base, "approach", 1, "strong", "Mine")
    theirs = set_evidence(base, "approach", 1, "some", "Theirs")
    (conflict,) = join(base, mine, theirs).conflicts
    assert (conflict.kind, [part.mine for part in conflict.parts]) == ("item", ["Mine"])


def test_cells_that_both_changed_are_decided_one_by_one() -> None:
    row = rows_of(sample(), LINES)[0].id
    mine = set_cell(sample(), LINES, row, {"note": "Mine", "unit": "hours"})
    theirs = set_cell(sample(), LINES, row, {"note": "Theirs", "unit": "weeks"})
    made = join(sample(), mine, theirs)
    assert [(c.kind, len(c.parts)) for c in made.conflicts] == [("cell", 1), ("cell", 1)]
    assert made.bid == mine


def test_cells_that_make_no_sense_together_are_decided_with_no_other() -> None:
    base = add_rows(sample(), LINES, ({"what": "Van", "note": "As it was"},))
    row = rows_of(base, LINES)[-1].id
    mine = set_cell(base, LINES, row, {"total": "5.00", "unit": "days"})
    theirs = set_cell(base, LINES, row, {"quantity": "2", "unit": "days"})
    for one, other in ((mine, theirs), (theirs, mine)):
        made = join(base, one, other)
        (conflict,) = made.conflicts
        assert conflict.kind == "item"
        assert {part.place.field for part in conflict.parts} == {"total", "quantity"}
        assert made.bid == one


def test_a_row_taken_out_against_a_new_cell_has_all_its_cells_to_decide() -> None:
    base = add_rows(sample(), LINES, ({"what": "Van", "note": "As it was"},))
    row = rows_of(base, LINES)[-1].id
    changed = set_cell(base, LINES, row, {"unit": "days", "note": None})
    (conflict,) = join(base, remove_row(base, LINES, row), changed).conflicts
    assert conflict.kind == "deleted"
    assert {part.place.field for part in conflict.parts} == {"", "what", "note", "unit"}


def test_an_attachment_that_one_took_out_and_the_other_renamed_is_to_decide() -> None:
    one = sample().attachments[0] if sample().attachments else LETTER
    base = attach(sample(), one)
    renamed = attach(base, one.model_copy(update={"name": "Another.pdf"}))
    (conflict,) = join(base, detach(base, one.sha256), renamed).conflicts
    assert conflict.kind == "deleted"


def test_a_row_that_both_put_in_joins_with_what_it_shows() -> None:
    row = rows_of(sample(), LINES)[0].id
    base = remove_row(sample(), LINES, row)
    shown = set_evidence(sample(), Place(LINES).at(row), 5, "some", "So")
    mine = set_cell(shown, LINES, row, {"note": "Mine", "unit": "hours"})
    theirs = set_cell(shown, LINES, row, {"unit": "weeks"})
    made = join(base, mine, theirs)
    assert [(c.kind, [part.place.field for part in c.parts]) for c in made.conflicts] == [
        ("cell", ["unit"])
    ]
    assert made.bid == mine
