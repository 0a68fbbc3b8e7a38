"""The order and the names of the sums of cost lines, and what is in none."""

from decimal import Decimal
from typing import Any

import pytest
from making import bid_with, round_1, sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import By, groups, ways_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import add_rows, new_bid, set_answer, take_round
from bidwriter.rounds.library import find
from bidwriter.rounds.round import data_of, read_round

A, B, C = "E07000164", "E07000166", "E07000167"


def bid_of(*lines: dict[str, Any]) -> Bid:
    """Two councils, the lead the second, and lines of £1."""
    bid = add_rows(bid_with({"phase": "discovery"}), "partners", (
        {"council": {"code": A}}, {"council": {"code": B}, "lead": True},
    ))  # fmt: skip
    whole = ({"what": "Work", "payer": "fund", "total": "1.00", **line} for line in lines)
    return add_rows(bid, "cost-lines", tuple(whole))


def named(bid: Bid, by: By) -> list[str]:
    return [group.name for group in groups(bid, by)]


ORDERS: list[tuple[By, list[dict[str, Any]], list[str]]] = [
    ("payer", [{"payer": "cash"}, {"payer": "in-kind"}, {}], ["Fund", "In kind", "Cash match"]),
    ("council", [{}, {"councils": (C,)}, {"councils": (A,)}, {"councils": (B,)}],
     ["Richmondshire", "Hambleton", "Ryedale, district", "No council named"]),
    ("category", [{}, {"category": "of-old"}, {"category": "travel"}, {"category": "supplier"}],
     ["Supplier", "Travel", "of-old", "No category given"]),
    ("month", [{}, {"stage": "sprint-10"}, {"stage": "sprint-2"}, {"stage": "2019-01"},
               {"stage": "2018-12"}],
     ["Dec 2018", "Jan 2019", "Sprint 2", "Sprint 10", "No month given"]),
    ("principle", [{}, {"principle": 10}, {"principle": 9}, {"principle": 2}, {"principle": 1}],
     ["User needs", "Fix the plumbing", "Principle 9", "Principle 10", "No principle"]),
    ("phase", [{}], ["Discovery"]),
]  # fmt: skip


@pytest.mark.parametrize(("by", "lines", "names"), ORDERS)
def test_sums_come_in_their_natural_order_and_no_name_last(
    by: By, lines: list[dict[str, Any]], names: list[str]
) -> None:
    assert named(bid_of(*lines), by) == names
    assert named(bid_of(*reversed(lines)), by) == names


def test_a_line_that_does_not_say_who_pays_is_in_no_sum_but_that_of_the_unpaid() -> None:
    bid = bid_of({}, {"payer": None, "total": "5.00", "category": "staff", "councils": (A,)})
    assert [totals(bid).whole, totals(bid).unpaid] == [Decimal(1), Decimal(5)]
    for by in ways_of(bid):
        assert sum(group.amount for group in groups(bid, by)) == 1


def test_each_sum_knows_what_of_it_is_asked_of_the_fund() -> None:
    bid = bid_of({"payer": "cash", "total": "4.00"}, {}, {"payer": "in-kind", "principle": 1})
    found = {group.key: (str(group.fund), str(group.amount)) for group in groups(bid, "principle")}
    assert found == {"1": ("0.00", "1.00"), "": ("1.00", "5.00")}


def test_every_partner_and_principles_in_order_stand_in_the_totals() -> None:
    sums = totals(
        bid_of({"principle": 3}, {}, {"principle": 1}, {"principle": 2, "councils": (A,)})
    )
    assert list(sums.by_council) == [B, A, ""], "the lead first, and those that pay nothing"
    assert sums.by_council[B] == {}
    assert list(sums.by_principle) == list(sums.fund_by_principle) == [0, 1, 2, 3]


def test_two_councils_of_one_short_name_are_called_in_full() -> None:
    unitary, county = "E06000059", "E10000009"
    bid = add_rows(bid_of(), "partners", tuple({"council": {"code": c}} for c in (unitary, county)))
    line = {"what": "Work", "payer": "fund", "total": "1.00", "councils": (unitary, county, A)}
    bid = add_rows(bid, "cost-lines", (line,))
    assert named(bid, "council") == ["Hambleton", "Dorset, unitary", "Dorset, county"]


def test_ways_of_looking_are_those_that_some_line_speaks_of() -> None:
    always = ("payer", "council", "principle", "phase")
    assert ways_of(bid_of({})) == always
    assert ways_of(bid_of({}, {"category": "staff"})) == (
        "payer",
        "council",
        "category",
        *always[2:],
    )
    assert ways_of(bid_of({}, {"stage": "2019-01"})) == ("payer", "council", "month", *always[2:])
    assert ways_of(set_answer(sample(), "cost-lines", None)) == always


def test_a_round_without_phases_has_no_sums_by_phase() -> None:
    commitment = find("local-digital-declaration-commitment").round
    assert ways_of(new_bid(commitment)) == ("payer", "council", "principle")


def test_every_cost_table_counts_whatever_it_is_called() -> None:
    data = data_of(round_1())
    (costs,) = [question for question in data["questions"] if question["kind"] == "cost-lines"]
    data["questions"].append({**costs, "id": "later-costs"})
    data["sections"][0]["tasks"][0]["questions"].append("later-costs")
    bid = take_round(bid_of({}), read_round(data))
    line = {"what": "Later", "payer": "cash", "total": "2.00", "principle": 1}
    bid = add_rows(bid, "later-costs", (line,))
    sums = totals(bid)
    assert [sums.fund, sums.cash, sums.whole] == [Decimal(1), Decimal(2), Decimal(3)]
    assert named(bid, "principle") == ["User needs", "No principle"]
    assert {part.question for group in groups(bid, "payer") for part in group.parts} == {
        "cost-lines", "later-costs",
    }  # fmt: skip
