"""Joining tables of a fund's own columns: cell by cell, and a fixed row is never added or gone."""

from own_tables import MILESTONES, SPEND, bid_on, own_rows, round_with, table

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import add_rows, remove_row, take_round
from bidwriter.bids.joining.brought import brought, without
from bidwriter.bids.joining.copies import with_conflicts
from bidwriter.bids.joining.deciding import decide
from bidwriter.bids.joining.doubtful import doubtful
from bidwriter.bids.joining.join import Joined, join
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.telling.conflicts import thing
from bidwriter.bids.typed.setting import set_typed


def joined(base: Bid, mine: Bid, theirs: Bid) -> Joined:
    done, other = join(base, mine, theirs), join(base, theirs, mine)
    assert bool(done.conflicts) == bool(other.conflicts)
    doubtful(base, mine, theirs, done.bid)
    if not done.conflicts:
        assert leaves_of(done.bid) == leaves_of(other.bid)
    return done


def test_two_councils_fill_in_one_fixed_row() -> None:
    base = bid_on(s=SPEND)
    mine = set_typed(base, "s/year-1/capital", "10")
    theirs = set_typed(base, "s/year-1/revenue", "20")
    done = joined(base, mine, theirs)
    assert not done.conflicts
    assert own_rows(done.bid, "s")[0].cells == {"capital": "10.00", "revenue": "20.00"}
    [one] = brought(mine, done.bid)
    assert one.place == "s/year-1/revenue"
    assert without(mine, done.bid, [one]).answers == mine.answers


def test_one_empties_a_fixed_row_that_the_other_fills() -> None:
    base = set_typed(bid_on(s=SPEND), "s/year-1/capital", "10")
    mine = set_typed(base, "s/year-1/capital", "")
    theirs = set_typed(base, "s/year-1/revenue", "20")
    done = joined(base, mine, theirs)
    assert not done.conflicts
    assert own_rows(done.bid, "s")[0].cells == {"revenue": "20.00"}


def test_one_cell_filled_twice_is_one_conflict() -> None:
    base = bid_on(s=SPEND)
    done = joined(
        base, set_typed(base, "s/year-1/capital", "10"), set_typed(base, "s/year-1/capital", "20")
    )
    [conflict] = done.conflicts
    assert (conflict.kind, conflict.place) == ("cell", "s/year-1/capital")
    assert thing(done.bid, conflict) == "the capital of 2026 to 2027"
    open_ = with_conflicts(done.bid, done.conflicts)
    theirs = decide(open_, conflict, "theirs")
    assert own_rows(theirs, "s")[0].cells == {"capital": "20.00"} and not theirs.conflicts
    assert own_rows(decide(open_, conflict, "other", "30"), "s")[0].cells == {"capital": "30.00"}


def test_a_file_with_an_older_pack_joins_what_the_newer_still_asks() -> None:
    base = bid_on(m=MILESTONES, s=SPEND, typed={"m/+": '{"what": "Alpha", "note": "Kept"}'})
    [alpha] = own_rows(base, "m")
    less = {**MILESTONES, "columns": MILESTONES["columns"][:2]}
    mine = take_round(base, round_with("2", m=less, s=SPEND))
    theirs = set_typed(base, f"m/{alpha.id}/cost", "5")
    done = joined(base, mine, set_typed(theirs, "s/year-2/capital", "7"))
    assert not done.conflicts
    assert own_rows(done.bid, "m")[0].cells == {"what": "Alpha", "cost": "5.00", "note": "Kept"}
    assert own_rows(done.bid, "s")[1].cells == {"capital": "7.00"}
    assert type(own_rows(done.bid, "m")[0]) is table(done.bid, "m").row


def test_what_a_fixed_row_shows_stays_with_it() -> None:
    base = bid_on(s={**SPEND, "shows-principles": True})
    mine = set_typed(base, "evidence/s/year-2/1", "some")
    theirs = set_typed(base, "s/year-1/revenue", "20")
    done = joined(base, mine, theirs)
    assert not done.conflicts
    assert [e.place for e in done.bid.evidence] == ["s/year-2"]
    assert own_rows(done.bid, "s")[0].cells == {"revenue": "20.00"}


def test_rows_of_both_sides_join_and_a_row_gone_and_changed_is_asked() -> None:
    base = bid_on(m=MILESTONES, typed={"m/+": '{"what": "Alpha"}'})
    [alpha] = own_rows(base, "m")
    mine = add_rows(base, "m", ({"what": "Mine"},))
    theirs = add_rows(base, "m", ({"what": "Theirs"},))
    done = joined(base, mine, theirs)
    assert {row.title for row in own_rows(done.bid, "m")} == {"Alpha", "Mine", "Theirs"}
    changed = set_typed(base, f"m/{alpha.id}/cost", "5")
    [conflict] = joined(base, remove_row(base, "m", alpha.id), changed).conflicts
    assert conflict.kind == "deleted"
