"""What is wrong with a pack's own table is said with its remedy; what cannot be read is said too."""

import copy
import json
from typing import Any

import pytest
from own_tables import MILESTONES, SPEND, own_rows, pack
from pydantic import ValidationError

from bidwriter.bids.editing import new_bid
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.question import Fault
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.linting.later_names import later_names
from bidwriter.rounds.round import read_round


def with_column(**names: Any) -> dict[str, Any]:
    made = copy.deepcopy(MILESTONES)
    made["columns"].append({"id": "x", "label": "X", "kind": "short-text", **names})
    return made


def faults(table: dict[str, Any]) -> list[Fault]:
    question = read_round(pack(t=table)).by_id["t"]
    assert isinstance(question, OwnTable)
    return list(question.faults())


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "one id twice": (with_column(id="what"), "columns"),
    "one label twice": (with_column(label=" milestone "), "columns"),
    "no label": (with_column(label=" "), "columns"),
    "a total of words": (with_column(total=True), "columns"),
    "a limit on a figure": (with_column(kind="number", limit={"words": 3}), "columns"),
    "a limit without a unit": (with_column(limit={}), "columns"),
    "a limit with two units": (with_column(limit={"words": 1, "characters": 1}), "columns"),
    "a limit that counts more": (with_column(limit={"words": 1, "also-counts": ["t"]}), "columns"),
    "bounds of words": (with_column(min="1"), "columns"),
    "bounds that cross": (with_column(kind="money", min="2", max="1"), "columns"),
    "a format of a figure": (with_column(kind="number", format="email"), "columns"),
    "a choice of nothing": (with_column(kind="choose-one"), "columns"),
    "options of words": (with_column(options=[{"id": "a", "label": "A"}]), "columns"),
    "two options of one label": (
        with_column(
            kind="choose-one", options=[{"id": "a", "label": "A"}, {"id": "b", "label": "a"}]
        ),
        "columns",
    ),
    "an option without a label": (
        with_column(kind="choose-several", options=[{"id": "a", "label": ""}]),
        "columns",
    ),
    "least over most": ({**MILESTONES, "least-rows": 3, "most-rows": 2}, "least-rows"),
    "rows and least": ({**SPEND, "least-rows": 1}, "least-rows"),
    "rows and most": ({**SPEND, "most-rows": 2}, "most-rows"),
    "one row twice": ({**SPEND, "rows": [*SPEND["rows"], SPEND["rows"][0]]}, "rows"),
    "a row without a label": ({**SPEND, "rows": [{"id": "a", "label": " "}]}, "rows"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_remedy(name: str) -> None:
    table, where = FAULTS[name]
    found = faults(table)
    assert found and {fault.name for fault in found} == {where}
    assert all(fault.words and fault.remedy for fault in found)


@pytest.mark.parametrize("table", [MILESTONES, SPEND, with_column(kind="money", min="1", max="1")])
def test_a_right_table_has_none(table: dict[str, Any]) -> None:
    assert not faults(table)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"columns": []}, "names no column"),
        ({}, "is missing"),
        (with_column(id="id"), "has a meaning of its own"),
        (with_column(id="order"), "has a meaning of its own"),
        (with_column(id="Not an id"), "not written in the right form"),
        (with_column(kind="rich-text"), "must be"),
        (with_column(maximum=3), "is not known here"),
        (
            {"columns": [{"id": f"c{n}", "label": f"C{n}", "kind": "date"} for n in range(41)]},
            "too many",
        ),
        ({**MILESTONES, "most-rows": 501}, "too large"),
        ({**MILESTONES, "least-rows": 0}, "too small"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(table: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        read_round(pack(t=table))
    assert any(says in words for words in plain_errors(refused.value))


def test_as_many_columns_and_rows_as_there_may_be() -> None:
    columns = [{"id": f"c{n}", "label": f"C{n}", "kind": "number"} for n in range(40)]
    rows = [{"id": f"r{n}", "label": f"R{n}"} for n in range(500)]
    assert not faults({"columns": columns, "rows": rows})


def test_a_pack_of_the_first_format_is_told_what_came_later() -> None:
    data = pack(t=MILESTONES)
    found = [words for _, words, _ in later_names(read_round(data), 1)]
    assert "“table” came with format 2, and the pack says format 1" in found


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_table_can_be_answered_all_the_same(name: str) -> None:
    table, _ = FAULTS[name]
    bid = new_bid(read_round(json.loads(json.dumps(pack(t=table)))))
    assert places_of(bid)


def test_a_label_is_never_taken_for_the_place_of_a_row() -> None:
    odd = {"columns": [{"id": "x", "label": "{} <b>{{figure:x}}</b> %s", "kind": "number"}]}
    bid = set_typed(new_bid(read_round(pack(t={**odd, "row-name": "{}"}))), "t/+", "{}")
    [row] = own_rows(bid, "t")
    after = set_typed(bid, f"t/{row.id}/x", "5")
    assert [t.words for t in tell(bid, after)] == ["set “{ } <b>{{figure:x}}</b> %s” of 5 to 5"]
