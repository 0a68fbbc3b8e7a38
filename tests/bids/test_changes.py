"""Changes: whatever differs between two bids is a change that leads from one to the other."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, round_1, sample
from pydantic import BaseModel

from bidwriter.bids.bid import Answer, Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.changes import Change, ChangeError, apply, diff, inverted, joined
from bidwriter.bids.editing import (
    add_rows,
    make_lead,
    move_row,
    new_bid,
    remove_row,
    set_answer,
    set_evidence,
    set_finished,
    set_own_deadline,
)
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.person import Person
from bidwriter.bids.typed.setting import set_typed  # fmt: skip
from bidwriter.bids.undo import Timeline

QUESTIONS = ["summary", "approach", "title", "themes", "phase", "contact-consent"]


def randomly_edited(bid: Bid, seed: int, steps: int = 6) -> Bid:
    """`bid` after some edits of every sort, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(steps):
        bid = _one_edit(bid, chance)
    return bid


def _one_edit(bid: Bid, chance: random.Random) -> Bid:
    table = chance.choice(["cost-lines", "outputs", "partners"])
    rows = rows_of(bid, table)
    row = chance.choice(rows).id if rows else ""
    match chance.randrange(9):
        case 0:
            return set_answer(bid, "summary", f"Words {chance.randrange(99)}\n\n- and more")
        case 1:
            return set_typed(bid, "phase", chance.choice(["discovery", "alpha", ""]))
        case 2:
            cells: dict[str, dict[str, Any]] = {
                "cost-lines": {
                    "what": "x",
                    "quantity": "2.5",
                    "unit-cost": "3.01",
                    "payer": "fund",
                },
                "outputs": {"output": "y"},
                "partners": {"council": "E07000164"},
            }
            return add_rows(bid, table, (cells[table],), after=chance.choice([row, ""]))
        case 3 if row:
            return remove_row(bid, table, row)
        case 4 if row:
            return move_row(bid, table, row, chance.choice([-1, 1]))
        case 5:
            place = f"{table}/{row}" if row and table != "partners" else "approach"
            return set_evidence(
                bid, place, chance.randrange(1, 6), chance.choice(["strong", "some", None]), "why"
            )
        case 6:
            return set_finished(bid, chance.choice(QUESTIONS), done=chance.random() < 0.5)
        case 7:
            return set_own_deadline(bid, chance.choice([None, NOW.date()]))
        case 8 if table == "partners" and row:
            return make_lead(bid, table, row)
        case _:
            return set_typed(bid, "services", "planning; Our own words")


BIDS = st.builds(
    randomly_edited, st.just(sample()) | st.just(new_bid(round_1())), st.integers(0, 10**6)
)


def change(old: Bid, new: Bid) -> Change:
    return Change(when=NOW, edits=diff(old, new))


def same(one: Bid, other: Bid) -> bool:
    """Equal but for who changed it last."""
    return leaves_of(one) == leaves_of(other) and one.answers == other.answers


@settings(max_examples=tries(60))
@given(BIDS, BIDS)
def test_a_difference_leads_there_and_back(old: Bid, new: Bid) -> None:
    if old.bid_id != new.bid_id:
        return
    made = change(old, new)
    there = apply(old, made)
    assert same(there, new)
    assert same(apply(there, inverted(made, NOW)), old)


@settings(max_examples=tries(60))
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_joined_changes_do_what_both_did(one: int, other: int) -> None:
    first = randomly_edited(sample(), one, 2)
    second = randomly_edited(first, other, 2)
    both = joined(change(sample(), first), change(first, second))
    assert same(apply(sample(), both), second)


@settings(max_examples=tries(40))
@given(st.lists(st.integers(0, 10**6), max_size=6))
def test_undo_and_redo_go_through_every_step(seeds: list[int]) -> None:
    states, timeline = [sample()], Timeline()
    for seed in seeds:
        new = randomly_edited(states[-1], seed, 1)
        if diff(states[-1], new):
            made = change(states[-1], new)
            states.append(apply(states[-1], made))
            timeline = timeline.after(made, join=False)
    bid = states[-1]
    for before in reversed(states[:-1]):
        step = timeline.undo(bid, NOW)
        assert step is not None
        timeline, bid, _ = step
        assert same(bid, before)
    for after in states[1:]:
        step = timeline.redo(bid, NOW)
        assert step is not None
        timeline, bid, _ = step
        assert same(bid, after)


def test_a_change_that_does_not_fit_applies_not_at_all() -> None:
    old = sample()
    made = change(old, set_typed(old, "title", "Other"))
    moved_on = set_typed(old, "title", "Third")
    with pytest.raises(ChangeError):
        apply(moved_on, made)


def test_a_change_says_who_and_when() -> None:
    old = sample()
    who = Person(id="abcd", name="Priya Nair", council="E10000023")
    when = datetime(2018, 11, 7, 9, 0, tzinfo=UTC) + timedelta(minutes=1)
    new = apply(old, Change(who=who, when=when, edits=diff(old, set_typed(old, "title", "x"))))
    assert new.changed is not None
    assert (new.changed.who, new.changed.when) == (who, when)


def test_a_bid_is_immutable_to_its_last_part() -> None:
    def walk(value: Any) -> None:
        if isinstance(value, BaseModel):
            assert value.model_config.get("frozen")
            for name in type(value).model_fields:
                walk(getattr(value, name))
        elif isinstance(value, tuple):
            for part in value:
                walk(part)
        else:
            hash(value)

    walk(sample())
    assert isinstance(hash(sample()), int)
    assert all(isinstance(answer, Answer) for answer in sample().answers)
