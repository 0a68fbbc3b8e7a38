"""What was decided while joining becomes the bid that was shown, in any order, with any left."""

from functools import cache

import pytest
from copying import Desk
from making import sample

from bidwriter.bids.cells import rows_of
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.editing import add_rows, remove_row, set_answer, set_evidence
from bidwriter.bids.history.relation import joined_when
from bidwriter.bids.joining.deciding import both_words, decide, passage
from bidwriter.bids.person import Person
from bidwriter.bids.telling.conflicts import finding, in_short
from bidwriter.bids.telling.sides import Side, copies_title, possessive, side_of
from bidwriter.desk.decisions import (
    Decision,
    Work,
    around,
    check_decision,
    outcome,
    preview,
    result,
    standing,
    with_decision,
    with_left_out,
    work_left,
    work_on,
)
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.prose.markdown import parse

THEM = Side("Scarborough")
MINE, THEIRS = Decision("mine"), Decision("theirs")


@cache
def base() -> Desk:
    return Desk("Joan", sample()).types(
        "approach", "One is here.\n\nTwo is here.\n\nThree is here."
    )


def work(mine: Desk, *others: Desk) -> Work:
    seen = mine.sees(*others)
    return work_on(mine.bid, seen.bid, seen.conflicts)


def approach(made: Work) -> str:
    return str(result(made).answer("approach"))


def texts(one: str, two: str, three: str) -> str:
    return "\n\n".join(part for part in (one, two, three) if part)


def test_undecided_keeps_mine_and_the_conflict() -> None:
    desk = base()
    mine = desk.types("approach", texts("One is mine.", "Two is here.", "Three is here."))
    theirs = desk.sends("Ruth").types(
        "approach", texts("One is theirs.", "Two is here.", "Three is here.")
    )
    made = work(mine, theirs)
    assert result(made).conflicts == made.conflicts
    assert approach(made).startswith("One is mine.")
    assert made.is_untouched
    decided = with_decision(made, made.conflicts[0].id, THEIRS)
    assert result(decided).conflicts == ()
    assert approach(decided).startswith("One is theirs.")
    assert with_decision(decided, made.conflicts[0].id, None).undecided == made.conflicts


def test_conflicts_side_by_side_stay_in_their_places_in_any_order() -> None:
    """Both changed the first paragraph; mine took the second out, theirs changed it."""
    first, second, third = "Councils begin slowly.", "Nobody pays twice.", "Spring follows winter."
    desk = base().types("approach", texts(first, second, third))
    mine = desk.types("approach", texts("Councils begin very slowly.", "", third))
    theirs = desk.sends("Ruth").types(
        "approach", texts("Councils all begin slowly.", "Nobody ever pays twice.", third)
    )
    made = work(mine, theirs)
    one, two = made.conflicts
    assert two.parts[0].mine == ""
    made = with_decision(made, one.id, Decision("other", "Some quite new start."))
    made = with_decision(made, two.id, THEIRS)
    assert approach(made) == texts("Some quite new start.", "Nobody ever pays twice.", third)


def test_two_copies_that_disagree_on_one_thing_are_decided_one_after_the_other() -> None:
    desk = base()
    place = f"cost-lines/{rows_of(desk.bid, 'cost-lines')[0].id}/unit-cost"
    mine = desk.types(place, "245").types(
        "approach", texts("One is mine.", "Two is here.", "Three is here.")
    )
    ruth = (
        desk.sends("Ruth")
        .types(place, "260")
        .types("approach", texts("Quite other words of Ruth.", "Two is here.", "Three is here."))
    )
    mark = (
        desk.sends("Mark")
        .types(place, "270")
        .types("approach", texts("Something that Mark wrote.", "Two is here.", "Three is here."))
    )
    made = work(mine, ruth, mark)
    prose = [c for c in made.conflicts if c.kind == "prose"]
    cells = [c for c in made.conflicts if c.kind == "cell"]
    assert [len(prose), len(cells)] == [2, 2]
    made = with_decision(made, prose[0].id, THEIRS)
    made = with_decision(made, cells[0].id, THEIRS)
    assert standing(made, prose[1].id).parts[0].mine == "Quite other words of Ruth."
    assert standing(made, cells[1].id).parts[0].mine == "260.00"
    for choice, text, cost in (
        (THEIRS, "Something that Mark wrote.", "270"),
        (MINE, "Quite other words of Ruth.", "260"),
    ):
        done = with_decision(with_decision(made, prose[1].id, choice), cells[1].id, choice)
        assert approach(done) == texts(text, "Two is here.", "Three is here.")
        assert str(rows_of(result(done), "cost-lines")[0].unit_cost) == f"{cost}.00"  # type: ignore[attr-defined]
    left = outcome(made).left
    assert {part.mine for c in left for part in c.parts} == {"Quite other words of Ruth.", "260.00"}
    later = work_left(result(made))
    for conflict in later.conflicts:
        later = with_decision(later, conflict.id, THEIRS)
    assert approach(later).startswith("Something that Mark wrote.")
    assert result(later).conflicts == ()


def test_copies_that_say_the_same_disagree_once() -> None:
    desk = base()
    mine = desk.types("title", "Mine")
    ruth, mark = (desk.sends(who).types("title", "Theirs") for who in ("Ruth", "Mark"))
    assert len(mine.sees(ruth, mark).conflicts) == 1


def test_a_decision_that_another_one_made_impossible_is_left() -> None:
    desk = base()
    row = rows_of(desk.bid, "cost-lines")[0].id
    mine = desk.types(f"cost-lines/{row}/unit-cost", "245")
    ruth = desk.sends("Ruth").saves(remove_row(desk.bid, "cost-lines", row))
    mark = desk.sends("Mark").types(f"cost-lines/{row}/unit-cost", "270")
    made = work(mine, ruth, mark)
    assert {c.kind for c in made.conflicts} == {"deleted", "cell"}
    for conflict in made.conflicts:
        made = with_decision(made, conflict.id, THEIRS)
    done = result(made)
    assert row not in {r.id for r in rows_of(done, "cost-lines")}
    (left,) = done.conflicts
    assert (left.parts[0].mine, left.parts[0].theirs) == (None, "270.00")
    again = work_left(done)
    with pytest.raises(NotAllowedError):
        check_decision(again, left.id, THEIRS)
    assert result(with_decision(again, left.id, MINE)).conflicts == ()


def test_both_is_a_start_and_a_third_value_is_checked() -> None:
    desk = base()
    place = f"cost-lines/{rows_of(desk.bid, 'cost-lines')[0].id}/unit-cost"
    mine = desk.types(
        "approach", texts("One is really here.", "Two is here.", "Three is here.")
    ).types(place, "245")
    ruth = (
        desk.sends("Ruth")
        .types("approach", texts("One is here today.", "Two is here.", "Three is here."))
        .types(place, "260")
    )
    made = work(mine, ruth)
    prose, cell = made.conflicts
    assert both_words(prose) == "One is really here today."
    assert str(
        preview(made, prose.id, Decision("both", "One, both."), around(made, prose.id)).answer(
            "approach"
        )
    ).startswith("One, both.")
    with pytest.raises(NotAllowedError, match="sum of money"):
        check_decision(made, cell.id, Decision("other", "lots"))
    check_decision(made, cell.id, Decision("other", "£1,250"))
    done = with_decision(made, cell.id, Decision("other", "£1,250"))
    assert str(rows_of(result(done), "cost-lines")[0].unit_cost) == "1250.00"  # type: ignore[attr-defined]


def test_left_out_and_decided_together() -> None:
    desk = base()
    mine = desk.types("approach", texts("One is mine.", "Two is here.", "Three is here."))
    ruth = (
        desk.sends("Ruth")
        .types("approach", texts("One is theirs.", "Two is here.", "Three, changed."))
        .types("title", "Ruth's")
    )
    made = work(mine, ruth)
    out = next(t.key for t in made.things if t.root == "approach")
    made = with_decision(with_left_out(made, out, out=True), made.conflicts[0].id, THEIRS)
    assert approach(made) == texts("One is theirs.", "Two is here.", "Three is here.")
    assert result(made).title == "Ruth's"
    assert approach(with_left_out(made, out, out=False)).endswith("Three, changed.")


def test_a_passage_that_stands_twice_is_changed_in_its_own_place() -> None:
    bid = set_answer(sample(), "approach", texts("To do.", "Between.", "To do."))
    part = Part(place="approach", base="Was.", mine="To do.", theirs="Done.")
    conflict = Conflict(kind="prose", parts=(part,), after="Between.")
    assert passage(parse(str(bid.answer("approach"))), conflict) == (2, 3)
    assert decide(bid, conflict, "theirs").answer("approach") == texts(
        "To do.", "Between.", "Done."
    )


def test_a_passage_taken_out_comes_back_after_a_paragraph_that_was_changed_since() -> None:
    bid = set_answer(
        sample(), "approach", texts("We begin with people in May.", "The end.", "After.")
    )
    part = Part(place="approach", base="Was.", mine="", theirs="Is.")
    conflict = Conflict(kind="prose", parts=(part,), after="We begin with people.")
    assert (
        decide(bid, conflict, "theirs").answer("approach")
        == "We begin with people in May.\n\nIs.\n\nThe end.\n\nAfter."
    )


def test_findings_say_what_happened() -> None:
    desk = base()
    row = rows_of(desk.bid, "cost-lines")[3]
    place = f"cost-lines/{row.id}"
    mine = desk.types("approach", texts("One is mine.", "", "Three is here.")).types(
        f"{place}/unit-cost", "250"
    )
    ruth = (
        desk.sends("Ruth")
        .types("approach", texts("One is theirs.", "Two is longer here.", "Three is here."))
        .types(f"{place}/unit-cost", "260")
    )
    said = [
        (finding(mine.bid, c, THEM), in_short(mine.bid, c, THEM))
        for c in work(mine, ruth).conflicts
    ]
    assert said[-1] == (
        "You both changed the unit cost of Data analyst, backfill",
        "Data analyst, backfill: £250 or £260 a day",
    )
    gone = desk.saves(remove_row(desk.bid, "cost-lines", row.id))
    (out,), (back,) = work(gone, ruth).conflicts[-1:], work(ruth, gone).conflicts
    assert finding(gone.bid, out, THEM) == "You took this line out; Scarborough changed it"
    assert in_short(gone.bid, out, THEM) == "Data analyst, backfill, you took it out"
    assert finding(ruth.bid, back, Side()) == "You changed this line; the copy took it out"


def test_a_row_taken_out_with_what_it_shows_is_told_as_a_row() -> None:
    desk = base()
    row = rows_of(desk.bid, "outputs")[0]
    place = f"outputs/{row.id}"
    desk = desk.saves(set_evidence(desk.bid, place, 3, "some", "So it does"))
    gone = desk.saves(remove_row(desk.bid, "outputs", row.id))
    ruth = desk.sends("Ruth").types(f"{place}/when", "May 2019")
    (conflict,) = work(gone, ruth).conflicts
    assert finding(gone.bid, conflict, THEM) == "You took this output out; Scarborough changed it"
    assert in_short(gone.bid, conflict, THEM).startswith(row.title)
    again = decide(gone.bid, conflict, "theirs")
    assert rows_of(again, "outputs")[0].id == row.id
    assert again.evidence == desk.bid.evidence


def test_strangers_are_told_as_such() -> None:
    desk = base()
    other = Desk("Ruth", set_answer(desk.bid, "summary", "Another."))
    (conflict,) = work(desk, other).conflicts
    assert (
        finding(desk.bid, conflict, THEM)
        == "Yours and Scarborough’s differ: “Summarise the problem”"
    )
    assert in_short(desk.bid, conflict, THEM).endswith(", the two differ")


def test_people_are_called_by_council_then_name() -> None:
    own = Person(id="joan", name="Joan Price", council="E07000164")
    ruth = Person(id="ruth", name="Ruth Selwyn", council="E07000168")
    assert side_of(ruth, own).heading == "Scarborough’s"
    assert side_of(ruth.model_copy(update={"council": own.council}), own).whose == "Ruth Selwyn’s"
    assert side_of(own, own) == side_of(None, own) == Side()
    assert Side().heading == "The copy’s"
    assert possessive("St Helens") == "St Helens’"
    assert copies_title([(Side(), "team.bid")]) == "“team.bid”"
    assert copies_title([(THEM, "a.bid"), (Side(), "b.bid")]) == "2 copies"


def test_history_tells_when_a_copy_was_joined() -> None:
    desk = base()
    ruth = desk.sends("Ruth").types("title", "Ruth's")
    done = desk.types("summary", "Mine.").later(60).joins(ruth)
    log = done.copy.copy.log
    found = joined_when(log, ruth.copy.copy.head)
    assert found and found.who.name == "Joan"
    assert joined_when(log, desk.copy.copy.head) is None, "mine came from it"
    assert joined_when(desk.copy.copy.log, ruth.copy.copy.head) is None


def test_a_new_row_on_each_side_is_no_matter_to_decide() -> None:
    desk = base()
    mine = desk.saves(add_rows(desk.bid, "cost-lines", ({"what": "Van"},)))
    ruth = desk.sends("Ruth").saves(add_rows(desk.bid, "cost-lines", ({"what": "Room"},)))
    made = work(mine, ruth)
    assert made.conflicts == ()
    assert len(made.things) == 1
