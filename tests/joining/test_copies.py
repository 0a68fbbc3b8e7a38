"""Copies come back together: nothing is lost, the order does not matter, and once is enough."""

import itertools
from functools import cache

import pytest
from copying import Desk, same
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, plain_sample, sample
from test_changes import randomly_edited

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.editing import (
    add_rows,
    make_lead,
    remove_row,
    set_evidence,
    take_round,
)
from bidwriter.bids.joining.copies import JoinError, Joining, begin, join_copy
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.telling.telling import tell
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.tables.partners import Partner
from bidwriter.rounds.round import data_of, read_round


@cache
def lead() -> Desk:
    """The lead's desk, with the sample saved once. It never changes."""
    return Desk("Joan", sample()).types("contact-name", "Joan Price")


def only(joining_of: Desk, other: Desk) -> Conflict:
    (found,) = joining_of.sees(other).conflicts
    return found


def first_row(desk: Desk, table: str = "cost-lines") -> str:
    return rows_of(desk.bid, table)[0].id


def test_what_each_did_apart_comes_together() -> None:
    joan = lead()
    ruth, mark = joan.sends("Ruth"), joan.sends("Mark")
    row = first_row(joan)
    joan = joan.types("title", "Moving once")
    ruth = ruth.types(f"cost-lines/{row}/quantity", "50")
    mark = mark.types(f"cost-lines/{row}/unit-cost", "700").types("own-deadline", "2018-11-12")
    done = joan.joins(ruth, mark)
    assert done.bid.conflicts == ()
    line = rows_of(done.bid, "cost-lines")[0]
    assert (str(line.quantity), str(line.unit_cost)) == ("50", "700.00")  # type: ignore[attr-defined]
    assert done.bid.title == "Moving once"
    assert str(done.bid.own_deadline) == "2018-11-12"


def test_new_cells_of_one_line_changed_apart_come_together() -> None:
    joan = Desk("Joan", plain_sample()).types("contact-name", "Joan Price")
    place = f"cost-lines/{first_row(joan)}"
    ruth, mark = joan.sends("Ruth"), joan.sends("Mark")
    ruth = ruth.types(f"{place}/stage", "Jan to Mar 2019").types(f"{place}/vat", "No VAT")
    mark = mark.types(f"{place}/category", "supplier").types(f"{place}/source", "Quote")
    done = joan.joins(ruth, mark)
    assert done.bid.conflicts == ()
    line = rows_of(done.bid, "cost-lines")[0]
    assert isinstance(line, CostLine)
    assert (line.stage, line.category) == ("2019-01/2019-03", "supplier")
    assert (line.vat, line.source) == ("No VAT", "Quote")
    words = [told.words for told in tell(joan.bid, done.bid)]
    assert "set the stage of User researcher, supplier to “Jan to Mar 2019”" in words
    assert "set the category of User researcher, supplier to “Supplier”" in words


def test_copies_of_different_parts_join_in_any_order_to_the_same() -> None:
    joan = lead()
    row = first_row(joan)
    others = (
        joan.sends("Ruth").types("summary", "Another summary.").types("finished/summary", "yes"),
        joan.sends("Mark").types(f"cost-lines/{row}/note", "From Mark"),
        joan.sends("Ann").types("evidence/approach/4", "some"),
    )
    results = [joan.joins(*order) for order in itertools.permutations(others)]
    results += [joan.joins(a).joins(b).joins(c) for a, b, c in itertools.permutations(others)]
    for result in results:
        assert same(result.bid, results[0].bid)
    passed_on = others[0].joins(others[1]).joins(others[2])
    assert same(passed_on.bid, results[0].bid), "whoever joins them"


@settings(max_examples=tries(60))
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_joining_twice_changes_nothing_and_nobody_loses_anything(a: int, b: int) -> None:
    joan = lead()
    ruth = joan.sends("Ruth")
    joan, ruth = joan.saves(randomly_edited(joan.bid, a)), ruth.saves(randomly_edited(ruth.bid, b))
    done = joan.joins(ruth)
    assert done.joins(ruth) == done
    base, mine, theirs, made = (leaves_of(x.bid) for x in (lead(), joan, ruth, done))
    in_doubt = {part.place for c in done.bid.conflicts for part in c.parts}
    gone = {p.rsplit("/", 1)[0] for p in base if "/" in p and (p not in mine or p not in theirs)}
    for place in theirs.keys() | base.keys():
        changed = theirs.get(place) != base.get(place)
        alone = changed and base.get(place) == mine.get(place)
        if alone and place not in in_doubt and not any(place.startswith(g) for g in gone):
            assert made.get(place) == theirs.get(place), place
    for conflict in done.bid.conflicts:
        for part in conflict.parts:
            if conflict.kind != "prose":
                assert (part.mine, part.theirs) == (mine.get(part.place), theirs.get(part.place))
                assert made.get(part.place) == part.mine


@settings(max_examples=tries(60))
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_both_sides_see_the_same_conflicts_and_the_same_bid(a: int, b: int) -> None:
    joan = lead()
    ruth = joan.sends("Ruth")
    joan, ruth = joan.saves(randomly_edited(joan.bid, a)), ruth.saves(randomly_edited(ruth.bid, b))
    mine, theirs = joan.sees(ruth), ruth.sees(joan)
    assert _disputed(mine) == _disputed(theirs)
    if not mine.conflicts:
        assert same(mine.bid, theirs.bid)


def _disputed(joining: Joining) -> set[tuple[str, ...]]:
    """The places of all conflicts but those about the lead alone: where one side took its new lead
    out again, only the other is left with two."""
    places = (tuple(p.place for p in c.parts) for c in joining.conflicts)
    return {found for found in places if not all(p.endswith("/lead") for p in found)}


def test_one_cell_changed_twice_is_a_conflict_that_says_who() -> None:
    joan = lead()
    place = f"cost-lines/{first_row(joan)}/unit-cost"
    ruth = joan.sends("Ruth").types(place, "260")
    joan = joan.types(place, "245")
    found = only(joan, ruth)
    part = found.parts[0]
    assert (found.kind, part.place, part.mine, part.theirs) == ("cell", place, "245.00", "260.00")
    assert found.mine_by and found.theirs_by
    assert (found.mine_by.who.name, found.theirs_by.who.name) == ("Joan", "Ruth")
    assert found.file == "Ruth.bid"


def test_a_row_taken_out_against_changed_is_a_conflict() -> None:
    joan = lead()
    row = first_row(joan)
    out = joan.saves(remove_row(joan.bid, "cost-lines", row))
    changed = joan.sends("Ruth").types(f"cost-lines/{row}/quantity", "1")
    assert only(out, changed).kind == "deleted"
    assert only(changed, out).kind == "deleted"
    shown = joan.sends("Ruth").saves(set_evidence(joan.bid, f"cost-lines/{row}", 5, "strong", "x"))
    assert only(out, shown).kind == "deleted"


def test_two_new_leads_are_a_conflict_and_never_two_leads() -> None:
    joan = lead()
    rows = [r for r in rows_of(joan.bid, "partners") if isinstance(r, Partner) and not r.lead]
    mine = joan.saves(make_lead(joan.bid, "partners", rows[0].id))
    theirs = joan.sends("Ruth").saves(make_lead(joan.bid, "partners", rows[1].id))
    made = mine.sees(theirs)
    assert len(made.conflicts) == 1
    assert [p.id for p in made.bid.partners if p.is_lead] == [rows[0].id]


def test_a_total_against_a_quantity_is_decided_together() -> None:
    joan = lead()
    added = joan.saves(add_rows(joan.bid, "cost-lines", ({"what": "Van"},)))
    row = rows_of(added.bid, "cost-lines")[-1].id
    mine = added.types(f"cost-lines/{row}/total", "500")
    theirs = added.sends("Ruth").types(f"cost-lines/{row}/quantity", "2")
    found = only(mine, theirs)
    assert found.kind == "item"
    assert {p.place.rsplit("/", 1)[1] for p in found.parts} == {"total", "quantity"}


def test_choices_join_as_a_set() -> None:
    joan = lead()
    question = next(q for q in joan.bid.round.questions if q.kind == "choose-several")
    ids = [option.id for option in question.options]
    base = joan.types(question.id, ";".join(ids[:2]))
    mine = base.types(question.id, ";".join([*ids[:2], ids[2]]))
    theirs = base.sends("Ruth").types(question.id, ";".join([ids[1], ids[3]]))
    done = mine.joins(theirs)
    assert done.bid.conflicts == ()
    assert set(done.bid.answer(question.id)) == {ids[1], ids[2], ids[3]}  # type: ignore[arg-type]


def test_the_base_is_found_in_the_middle_of_a_stretch() -> None:
    """The file was copied while somebody went on writing in it within the same stretch."""
    joan = lead().types("approach", "First.\n\nSecond.")
    ruth = joan.sends("Ruth").later(60)
    joan = joan.types("approach", "First, changed.\n\nSecond.")
    assert len(joan.copy.copy.log.versions) == len(ruth.copy.copy.log.versions), "one stretch"
    ruth = ruth.types("approach", "First.\n\nSecond, changed.")
    done = joan.joins(ruth)
    assert done.bid.answer("approach") == "First, changed.\n\nSecond, changed."
    assert done.bid.conflicts == ()


def test_copies_of_copies_and_crossing_copies() -> None:
    joan = lead().types("approach", "One.\n\nTwo.\n\nThree.")
    ruth = joan.sends("Ruth")
    mark = ruth.types("approach", "One.\n\nTwo.\n\nThree by Ruth.").sends("Mark")
    joan = joan.types("approach", "One by Joan.\n\nTwo.\n\nThree.")
    mark = mark.types("approach", "One.\n\nTwo by Mark.\n\nThree by Ruth.")
    done = joan.joins(mark)
    assert done.bid.answer("approach") == "One by Joan.\n\nTwo by Mark.\n\nThree by Ruth."
    # Each joins the other's copy, then both go on and meet again.
    ruth = ruth.types("title", "Ruth's title")
    crossed_a, crossed_b = joan.joins(ruth), ruth.joins(joan)
    crossed_a = crossed_a.types("summary", "A")
    crossed_b = crossed_b.types("approach", "One by Joan.\n\nTwo.\n\nThree again.")
    met = crossed_a.joins(crossed_b)
    assert met.bid.conflicts == ()
    assert (met.bid.title, met.bid.answer("summary")) == ("Ruth's title", "A")
    assert str(met.bid.answer("approach")).endswith("Three again.")


def test_a_conflict_decided_two_ways_after_a_crossing_is_asked_again() -> None:
    joan = lead()
    ruth = joan.sends("Ruth").types("title", "Ruth's")
    joan = joan.types("title", "Joan's")
    a, b = joan.joins(ruth), ruth.joins(joan)
    a = a.types("title", "Settled by Joan").saves(rebuilt(a.bid, conflicts=()))
    a, b = a.types("title", "Settled by Joan"), b.types("title", "Settled by Ruth")
    places = {c.place for c in a.sees(b).conflicts}
    assert places == {"title"}


def test_an_undecided_conflict_stays_through_copies_until_it_is_decided() -> None:
    joan = lead()
    ruth = joan.sends("Ruth").types("title", "Ruth's")
    joan = joan.types("title", "Joan's").joins(ruth)
    (conflict,) = joan.bid.conflicts
    again = joan.sends("Mark").types("summary", "From Mark")
    assert again.bid.conflicts == (conflict,)
    decided = again.saves(rebuilt(again.bid, conflicts=()))
    assert joan.joins(decided).bid.conflicts == ()


def test_without_a_common_version_every_difference_is_to_decide() -> None:
    joan = Desk("Joan", sample()).types("title", "Joan's")
    stranger = Desk("Ruth", joan.bid).types("title", "Ruth's").types("summary", "Another")
    made = joan.sees(stranger)
    assert {c.place for c in made.conflicts} == {"title", "summary"}
    assert not any(c.base_known for c in made.conflicts)
    assert made.strangers == ("Ruth.bid",)
    assert made.bid == joan.bid
    done = joan.joins(stranger)
    assert done.joins(stranger) == done


def test_another_round_is_refused() -> None:
    joan = lead()
    data = data_of(joan.bid.round) | {"id": "another-fund"}
    other = Desk("Ruth", take_round(joan.bid, read_round(data)))
    with pytest.raises(JoinError, match="another round"):
        join_copy(begin(joan.copy.copy), other.copy.copy)


def test_comments_join_as_a_set_and_alone_are_enough() -> None:
    joan = lead()
    heads = [Comment(id=f"com{n}", about="approach", when=NOW, text=f"Number {n}") for n in "12"]
    base = joan.saves(rebuilt(joan.bid, comments=(heads[0],)))
    mine = base.saves(rebuilt(base.bid, comments=(heads[0], heads[1])))
    reply = Comment(id="com3", thread="com1", about="approach", when=NOW, text="Yes")
    settled = heads[0].model_copy(update={"settled": True})
    theirs = base.sends("Ruth").saves(rebuilt(base.bid, comments=(settled, reply)))
    assert mine.joins(theirs).bid.comments == theirs.joins(mine).bid.comments
    assert len(mine.joins(theirs).bid.comments) == 3
    assert mine.joins(theirs).history == mine.copy.history, "history keeps no comments"
