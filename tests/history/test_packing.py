"""Changes as history packs them: what does not fit is refused, and what fits goes both ways."""

from typing import Any

import pytest
from copying import Desk, same
from making import sample

from bidwriter.bids.changes import ChangeError
from bidwriter.bids.editing import take_round
from bidwriter.bids.history.packing import undone, unpack
from bidwriter.kinds.frozen import Leaf
from bidwriter.rounds.round import data_of, read_round

FITS = [
    # packed, before, after
    (["approach", "was", "is"], "was", "is"),
    (["approach", None, "is"], None, "is"),
    (["approach", ["a"], ["a", "b"]], ("a",), ("a", "b")),
    (["approach", True, None], True, None),
    (["approach", [[0, "a", "x"]]], "abc", "xbc"),
    (["approach", [[0, "a", "x"], [1, "b", "y"]]], "abc", "xyc"),
    (["approach", [[0, "a", "xyz"], [2, "c", ""]]], "abc", "xyzb"),
    (["approach", [[3, "", "d"]]], "abc", "abcd"),
]


@pytest.mark.parametrize(("packed", "before", "after"), FITS)
def test_a_change_that_fits_goes_both_ways(packed: list[Any], before: Leaf, after: Leaf) -> None:
    assert unpack(packed, before).after == after
    assert undone(packed, after) == before


UNFIT = [
    (["approach", "was", "is"], "other"),
    (["approach", [[0, "x", "y"]]], "abc"),
    (["approach", [[0, "a", "y"]]], None),
    (["approach", [[0, "ab", "x"], [1, "b", "y"]]], "abc"),
    (["approach", [[1, "b", "x"], [0, "a", "y"]]], "abc"),
    (["approach", [[4, "d", ""]]], "abc"),
    (["approach", [["0", "a", "y"]]], "abc"),
    (["approach", [[0, "a"]]], "abc"),
    (["approach"], None),
    ([1, "was", "is"], "was"),
    ([], None),
]


@pytest.mark.parametrize(("packed", "before"), UNFIT)
def test_a_change_that_does_not_fit_is_refused(packed: list[Any], before: Leaf) -> None:
    with pytest.raises(ChangeError):
        unpack(packed, before)


BACK = [
    (["approach", "was", "is"], "other"),
    (["approach", [[0, "x", "y"]]], "abc"),
    (["approach", [[0, "x", "a"]]], None),
    (["approach", [[0, "a"]]], "abc"),
    (["approach"], None),
]


@pytest.mark.parametrize(("packed", "after"), BACK)
def test_a_change_that_does_not_fit_is_not_undone(packed: list[Any], after: Leaf) -> None:
    with pytest.raises(ChangeError):
        undone(packed, after)


def test_what_a_round_does_not_ask_for_any_more_is_in_the_history_too() -> None:
    data = data_of(sample().round) | {"version": "9"}
    gone = {"summary", "outputs"}
    data["questions"] = [q for q in data["questions"] if q["id"] not in gone]
    for section in data["sections"]:
        for task in section["tasks"]:
            task["questions"] = [id_ for id_ in task["questions"] if id_ not in gone]
    bid = take_round(sample(), read_round(data))
    log = Desk("Joan", bid).types("title", "A").copy.copy.log
    then = log.bid_at(log.versions[0].id)
    assert same(then, bid)
    assert then.answer("summary") == sample().answer("summary") != ""
    assert then.by_id["outputs"] == sample().by_id["outputs"]
