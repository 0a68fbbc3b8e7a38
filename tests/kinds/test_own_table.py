"""A table of a fund's own columns: kept, checked, added up and asked about, whatever its pack says
and whatever the next pack makes of it."""

import json
from datetime import datetime
from typing import Any

import pytest
from own_tables import EVERY, MILESTONES, SPEND, bid_on, own_rows, round_with, table

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff, inverted
from bidwriter.bids.editing import add_rows, move_row, remove_row, take_round
from bidwriter.bids.history.snapshot import bid_of as bid_of_snapshot
from bidwriter.bids.history.snapshot import snapshot
from bidwriter.bids.leaves import leaf_at, leaves_of
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import Place
from bidwriter.bids.principles import items
from bidwriter.bids.printing.live_figures import live_figures
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import RecordError, bid_of, read_record, record
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.problem import Problem
from bidwriter.desk.reading_html import reading_html
from bidwriter.exports.public import public_record
from bidwriter.kinds.frozen import NotAllowedError

NOW = datetime.fromisoformat("2026-01-06T10:32+00:00")


def problems(bid: Bid, root: str) -> list[Problem]:
    return [p for p in check(bid, NOW) if p.place.root == root]


def words(bid: Bid, root: str) -> list[str]:
    return [p.words for p in problems(bid, root)]


def through_a_record(bid: Bid) -> Bid:
    made, unknown = read_record(record(bid, whole=True))
    return bid_of(made, bid.round, unknown)


def through_history(bid: Bid) -> Bid:
    stamp = Stamp(who=Person(), when=NOW)
    return bid_of_snapshot(snapshot("0" * 64, bid), bid.bid_id, bid.round, stamp)


def survives(bid: Bid) -> None:
    """A bid is the same in its file, its history and its leaves."""
    assert through_a_record(bid).answers == bid.answers
    assert through_history(bid).answers == bid.answers
    assert leaves_of(through_a_record(bid)) == leaves_of(bid)


# --- rows --------------------------------------------------------------------------------------


def test_a_row_is_what_its_columns_make_of_it() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"what": "Alpha", "cost": "£1,200"}'})
    [row] = own_rows(bid, "m")
    assert row.title == "Alpha"
    assert row.cells == {"what": "Alpha", "cost": "1200.00"}
    assert leaf_at(bid, f"m/{row.id}/cost") == "1200.00"
    survives(bid)


def test_columns_may_be_called_as_parts_of_a_row_are() -> None:
    names = ("title", "words", "columns", "cells", "copy", "json", "label", "model-config")
    columns = [{"id": n, "label": n, "kind": "short-text", "optional": True} for n in names]
    bid = bid_on(t={"columns": columns}, typed={"t/+": "{}"})
    [row] = own_rows(bid, "t")
    for name in names:
        bid = set_typed(bid, f"t/{row.id}/{name}", f"says {name}")
    survives(bid)
    [row] = own_rows(bid, "t")
    assert row.cells == {name: f"says {name}" for name in names}
    assert row.title == "says title"


def test_a_grid_has_its_rows_before_anything_is_kept() -> None:
    bid = bid_on(s=SPEND)
    assert [row.id for row in own_rows(bid, "s")] == ["year-1", "year-2"]
    assert bid.answer("s") is None and not leaves_of(bid)
    bid = set_typed(bid, "s/year-2/capital", "5000")
    assert leaves_of(bid) == {Place("s/year-2/capital"): "5000.00"}
    assert [row.id for row in own_rows(bid, "s")] == ["year-1", "year-2"]
    survives(bid)
    assert set_typed(bid, "s/year-2/capital", "").answer("s") is None


def test_nobody_adds_moves_or_takes_out_a_fixed_row() -> None:
    bid = bid_on(s=SPEND, typed={"s/year-1/capital": "1"})
    with pytest.raises(NotAllowedError, match="rows"):
        add_rows(bid, "s", ({},))
    with pytest.raises(NotAllowedError, match="stays where it is"):
        move_row(bid, "s", "year-1", 1)
    with pytest.raises(NotAllowedError, match="clear its cells"):
        remove_row(bid, "s", "year-1")
    listed = [row.place for row in places_of(bid)]
    assert "s/+" not in listed and "s/ROW/capital" not in listed
    assert "s/year-2/revenue" in listed


def test_a_cell_of_a_fixed_row_is_told_undone_and_done_again() -> None:
    before = bid_on(s=SPEND)
    after = set_typed(before, "s/year-1/capital", "5000")
    change = Change(when=NOW, edits=diff(before, after))
    assert apply(before, change).answers == after.answers
    assert apply(after, inverted(change, NOW)).answers == before.answers
    assert [t.words for t in tell(before, after)] == ["set “Capital” of 2026 to 2027 to £5,000"]


# --- what is asked -----------------------------------------------------------------------------


def test_an_empty_required_table_is_one_problem() -> None:
    assert words(bid_on(s=SPEND), "s") == ["Fill in “The s?”"]
    assert words(bid_on(m=MILESTONES), "m") == ["Add at least one milestone to “The m?”"]
    assert not words(bid_on(s={**SPEND, "optional": True}), "s")


def test_each_missing_cell_of_a_begun_table_is_a_problem_at_its_place() -> None:
    bid = bid_on(s=SPEND, typed={"s/year-1/capital": "0"})
    assert [p.place for p in problems(bid, "s")] == [
        "s/year-1/revenue", "s/year-2/capital", "s/year-2/revenue",
    ]  # fmt: skip
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"what": "Alpha"}', "m/+#2": "{}"})
    assert words(bid, "m") == ["Enter “Cost” for milestone 1", "Fill in milestone 2, or delete it"]


@pytest.mark.parametrize(
    ("many", "wrong"), [(1, "Add one more"), (2, ""), (3, ""), (4, "Take one")]
)
def test_least_and_most_rows(many: int, wrong: str) -> None:
    typed = {f"m/+#{at}": '{"what": "A", "cost": "1"}' for at in range(many)}
    found = words(bid_on(m={**MILESTONES, "least-rows": 2, "most-rows": 3}, typed=typed), "m")
    assert [one.startswith(wrong) for one in found] == ([True] if wrong else [])


@pytest.mark.parametrize("kind", ["number", "money"])
@pytest.mark.parametrize(
    ("typed", "wrong"), [("9", "at least"), ("10", ""), ("15", ""), ("20", ""), ("21", "at most")]
)
def test_least_and_most_of_figures(kind: str, typed: str, wrong: str) -> None:
    column = {"id": "n", "label": "N", "kind": kind, "min": "10", "max": "20"}
    found = words(bid_on(t={"columns": [column]}, typed={"t/+": f'{{"n": "{typed}"}}'}), "t")
    assert len(found) == bool(wrong)
    assert all(wrong in one for one in found)


@pytest.mark.parametrize(
    ("kind", "limit", "typed", "over"),
    [
        ("short-text", {"words": 2}, "one two", ""),
        ("short-text", {"words": 2}, "one two three", "Take 1 word out"),
        ("long-text", {"characters": 3}, "abc", ""),
        ("long-text", {"characters": 3}, "abcde", "Take 2 characters out"),
    ],
)
def test_a_limit_is_of_each_cell(kind: str, limit: dict[str, int], typed: str, over: str) -> None:
    column = {"id": "n", "label": "N", "kind": kind, "limit": limit}
    bid = bid_on(t={"columns": [column]}, typed={f"t/+#{at}": f'{{"n": "{typed}"}}' for at in "ab"})
    found = words(bid, "t")
    assert len(found) == (2 if over else 0)
    assert all(one.startswith(over) for one in found)


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("when", "2026"), ("when", "Jan to Mar 2026"), ("when", "Sprint 2"), ("many", "1,5"),
        ("many", "a few"), ("cost", "12,50"), ("day", "31 Feb 2026"), ("sure", "perhaps"),
        ("risk", "Third"), ("kinds", "First; Third"), ("council", "Nowhere"),
    ],
)  # fmt: skip
def test_what_a_cell_cannot_be_is_refused_in_words(key: str, typed: str) -> None:
    bid = bid_on(t=EVERY, typed={"t/+": "{}"})
    [row] = own_rows(bid, "t")
    with pytest.raises(NotAllowedError):
        set_typed(bid, f"t/{row.id}/{key}", typed)


def test_an_address_in_the_wrong_form_is_a_problem_not_a_refusal() -> None:
    bid = bid_on(t=EVERY, typed={"t/+": '{"who": "nobody"}'})
    assert any("email address" in one for one in words(bid, "t"))


# --- sums --------------------------------------------------------------------------------------


def test_totals_stand_in_the_record_and_in_prose() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"cost": "1200.50"}', "m/+#2": '{"cost": "-0.50"}'})
    assert record(bid, whole=True)["figures"]["tables"] == [
        {"question": "m", "column": "cost", "money": True, "total": "1200.00"}
    ]
    assert live_figures(bid)["total-m-cost"].value == "£1,200"
    assert "tables" not in record(bid_on(m=MILESTONES), whole=True)["figures"]
    assert live_figures(bid_on(m=MILESTONES))["total-m-cost"].value is None


def test_two_totals_never_have_one_name() -> None:
    column = {"label": "C", "kind": "number", "total": True}
    one = {"columns": [{"id": "b-c", **column}]}
    other = {"columns": [{"id": "c", **column}]}
    long = {"columns": [{"id": "x" * 60, **column}]}
    tables: Any = {"a": one, "a-b": other, "y" * 40: long}
    bid = bid_on(**tables)
    names = [name for name in live_figures(bid) if name.startswith("total-")]
    assert len(names) == 3 and all(len(name) <= 60 for name in names)


def test_sums_larger_than_any_cell_are_recorded() -> None:
    column = {"id": "n", "label": "N", "kind": "number", "total": True}
    most = "9" * 12 + "." + "9" * 12
    typed = {f"t/+#{at}": f'{{"n": "{most}"}}' for at in range(3)}
    bid = bid_on(t={"columns": [column]}, typed=typed)
    [total] = record(bid, whole=True)["figures"]["tables"]
    assert total["total"] == "2999999999999.999999999997"


# --- what shows principles ---------------------------------------------------------------------


def test_its_rows_show_principles_where_the_pack_says_so() -> None:
    shows = {**SPEND, "shows-principles": True}
    assert [i.place for i in items(bid_on(s=shows)) if i.place.root == "s"] == [
        "s/year-1", "s/year-2",
    ]  # fmt: skip
    assert not [i for i in items(bid_on(s=SPEND)) if i.place.root == "s"]
    bid = set_typed(bid_on(s=shows), "evidence/s/year-2/1", "some")
    assert bid.evidence[0].place == "s/year-2"


# --- another pack ------------------------------------------------------------------------------


def changed(bid: Bid, **tables: dict[str, Any]) -> Bid:
    """`bid` under the next version of its pack; it survives there, and can be undone."""
    after = take_round(bid, round_with("2", **tables))
    survives(after)
    change = Change(when=NOW, edits=diff(bid, after))
    assert apply(bid, change).answers == after.answers
    assert apply(after, inverted(change, NOW)).answers == bid.answers
    check(after, NOW)
    record(after, whole=True)
    return after


def test_a_column_that_went_keeps_its_cells_and_is_asked_about() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"what": "A", "cost": "1", "note": "Kept words"}'})
    less = {**MILESTONES, "columns": MILESTONES["columns"][:2]}
    after = changed(bid, m=less)
    [row] = own_rows(after, "m")
    assert row.cells["note"] == "Kept words"
    assert words(after, "m") == [
        "Take out “Kept words” of milestone 1, or put it in another column"
    ]
    assert f"m/{row.id}/note" in [place.place for place in places_of(after)]
    with pytest.raises(NotAllowedError):
        set_typed(after, f"m/{row.id}/note", "other words")
    assert not words(set_typed(after, f"m/{row.id}/note", ""), "m")
    assert changed(after, m=MILESTONES).answers == bid.answers


@pytest.mark.parametrize("kind", ["number", "money", "date", "month", "yes-no", "choose-one", "choose-several", "council", "short-text", "long-text"])  # fmt: skip
def test_a_column_of_another_kind_keeps_what_it_holds_and_asks(kind: str) -> None:
    typed = {f"t/+#{c['id']}": "{}" for c in EVERY["columns"]}
    bid = bid_on(t=EVERY, typed=typed)
    fits = {
        "what": "Words", "who": "a@b.uk", "note": "Two\nlines", "many": "3", "cost": "4",
        "day": "1 May 2026", "when": "May 2026", "sure": "yes", "risk": "a", "kinds": "a; b",
        "council": "Leeds City Council",
    }  # fmt: skip
    for row, (key, value) in zip(own_rows(bid, "t"), fits.items(), strict=True):
        bid = set_typed(bid, f"t/{row.id}/{key}", value)
    options = [{"id": "z", "label": "Z"}] if kind.startswith("choose") else []
    columns = [
        {"id": c["id"], "label": c["label"], "kind": kind, "options": options}
        for c in EVERY["columns"]
    ]
    after = changed(bid, t={"columns": columns})
    assert leaves_of(after) == leaves_of(bid)
    for row in own_rows(after, "t"):
        assert row.title and row.words


def test_a_grid_that_loses_a_row_keeps_it_and_asks() -> None:
    bid = bid_on(s=SPEND, typed={"s/year-2/capital": "5"})
    after = changed(bid, s={**SPEND, "rows": SPEND["rows"][:1]})
    assert [row.id for row in own_rows(after, "s")] == ["year-1", "year-2"]
    assert "Move what “£5” says" in words(after, "s")[-1]
    assert not remove_row(after, "s", "year-2").answers


def test_a_grid_becomes_a_table_and_a_table_a_grid() -> None:
    grid = bid_on(s=SPEND, typed={"s/year-2/capital": "5"})
    free = {**SPEND, "rows": []}
    as_table = changed(grid, s=free)
    [row] = own_rows(as_table, "s")
    moved = add_rows(as_table, "s", ({"capital": "1"},))
    survives(moved)
    back = changed(moved, s=SPEND)
    assert [r.id for r in own_rows(back, "s")][:2] == ["year-1", "year-2"]
    assert len(own_rows(back, "s")) == 3
    assert row.cells == {"capital": "5.00"}


def test_a_table_that_is_asked_no_more_is_kept_whole() -> None:
    bid = bid_on(m=MILESTONES, s=SPEND, typed={"m/+": '{"what": "A"}', "s/year-1/capital": "1"})
    after = changed(bid)
    assert after.answers == bid.answers
    assert changed(after, m=MILESTONES, s=SPEND).answers == bid.answers


def test_content_hash_knows_no_order_and_no_type() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"what": "A"}', "m/+#2": '{"what": "B"}'})
    [first, _] = own_rows(bid, "m")
    assert table(bid, "m").row is type(first)
    assert content_hash(bid) == content_hash(through_a_record(bid))


def test_the_words_that_count_are_the_officers_own() -> None:
    columns = [{"id": "n", "label": "N", "kind": "short-text"}]
    bid = bid_on(s={**SPEND, "columns": columns}, typed={"s/year-1/n": "two words"})
    asked = table(bid, "s")
    assert asked.count(bid.answer("s")) == 2
    assert "2026 to 2027" in asked.text(bid.answer("s"))


def test_a_grid_is_read_with_its_labels_and_totals() -> None:
    html = reading_html(bid_on(s=SPEND, typed={"s/year-2/capital": "5"}))
    assert "<td>2026 to 2027</td>" in html and "<td><b>£5</b></td>" in html


def test_what_has_no_column_is_looked_through_for_what_cannot_be_published() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"what": "A", "note": "Ring 07700 900123"}'})
    after = changed(bid, m={**MILESTONES, "columns": MILESTONES["columns"][:2]})
    assert any(p.check == "personal-data" for p in problems(after, "m"))


def test_more_rows_than_a_file_can_hold_are_never_added() -> None:
    bid = add_rows(bid_on(m=MILESTONES), "m", ({"what": "A"},) * 2000)
    survives(bid)
    with pytest.raises(NotAllowedError, match="2,000 rows at most"):
        add_rows(bid, "m", ({},))


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("a/b", "x"), ("", "x"), ("Upper", "x"), ("x" * 61, "x"), ("what", 1.5), ("what", {"a": 1}),
        ("what", [1]), ("what", "x" * 20_001), ("what", ["x"] * 501), ("id", "a/b"), ("order", "A"),
    ],
)  # fmt: skip
def test_what_no_cell_can_be_is_refused_in_a_sentence(key: str, cell: Any) -> None:
    made = record(bid_on(m=MILESTONES, typed={"m/+": '{"what": "A"}'}), whole=True)
    made["questions"][2]["answer"][0][key] = cell
    with pytest.raises(RecordError, match="cannot be read"):
        bid_of(*_read(made))


@pytest.mark.parametrize("cell", ["", "x\u202ey", "two\nlines", True, 7, ["a", "b"], "\ud800"])
def test_what_breaks_a_rule_opens_and_is_asked_about(cell: Any) -> None:
    made = record(bid_on(m=MILESTONES, typed={"m/+": '{"what": "A"}'}), whole=True)
    made["questions"][2]["answer"][0]["cost"] = cell
    bid = bid_of(*_read(made))
    survives(bid)
    assert any("“Cost”" in one for one in words(bid, "m"))


def _read(made: dict[str, Any]) -> tuple[Any, Any, Any]:
    read, unknown = read_record(made)
    return read, round_with(m=MILESTONES), unknown


def test_a_stated_total_that_is_wrong_is_named() -> None:
    bid = bid_on(m=MILESTONES, typed={"m/+": '{"cost": "5"}'})
    made = record(bid, whole=True)
    assert not differences(read_record(made)[0], bid)
    made["figures"]["tables"][0]["total"] = "6.00"
    [said] = differences(read_record(made)[0], bid)
    assert "own tables" in said


def test_a_public_copy_tells_no_total_of_a_table_that_it_withholds() -> None:
    secret = {**MILESTONES, "personal": True}
    bid = bid_on(m=secret, typed={"m/+": '{"what": "Jo Bloggs", "cost": "54321"}'})
    told = json.dumps(public_record(bid, frozenset()))
    assert "Bloggs" not in told and "54321" not in told
