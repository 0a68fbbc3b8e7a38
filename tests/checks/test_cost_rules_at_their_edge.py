"""The rules of sums and shares, one penny below, at and one above each edge."""

from decimal import Decimal
from typing import Any

import pytest
from ruled import HAMBLETON, RYEDALE, Cells, councils, found, paid, ruled, words

from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.rounds.round import data_of, read_round

CASH: Cells = {"payer": "cash"}
KIND: Cells = {"payer": "in-kind"}

# --- sums ------------------------------------------------------------------------------------

CAPS = [
    ("99.99", []),
    ("100.00", []),
    ("100.01", ["Bring what you ask the fund for down by £0.01"]),
]


@pytest.mark.parametrize(("asked", "problems"), CAPS)
def test_a_cap_is_met_to_the_penny(asked: str, problems: list[str]) -> None:
    bid = ruled("cost-cap", max="100.00")
    assert words(paid(bid, {"total": asked})) == problems
    assert words(paid(bid, {"total": asked}, {"total": "0.01", **CASH})) == problems


def test_the_cap_is_called_by_its_phase() -> None:
    for phase, name in (("discovery", "discovery cap"), ("alpha", "alpha cap"), ("", "cap")):
        bid = set_typed(paid(ruled("cost-cap", max="1.00"), {"total": "1.01"}), "phase", phase)
        assert [p.detail for p in found(bid)] == [f"You ask for £1.01; the {name} is £1"]


LEAST = [
    ("99.99", False, ["Ask the fund for £100 or more"]),
    ("100.00", False, []),
    ("100.01", False, []),
    ("0.00", False, ["Ask the fund for £100 or more"]),
    ("0.00", True, []),
    ("0.01", True, ["Ask the fund for £100 or more"]),
    ("99.99", True, ["Ask the fund for £100 or more"]),
    ("100.00", True, []),
]


@pytest.mark.parametrize(("asked", "or_nothing", "problems"), LEAST)
def test_a_least_sum_is_met_to_the_penny(asked: str, or_nothing: bool, problems: list[str]) -> None:
    bid = ruled("cost-minimum", min="100.00", or_nothing=or_nothing)
    assert words(bid) == [], "nothing is said while there are no lines"
    assert words(paid(bid, {"total": asked})) == problems


BETWEEN = [
    ("9.99", {}, ["Raise costs by £0.01"]),
    ("10.00", {}, []),
    ("10.01", {}, []),
    ("19.99", {}, []),
    ("20.00", {}, []),
    ("20.01", {}, ["Bring costs down by £0.01"]),
    ("0.00", {}, ["Raise costs by £10"]),
    ("0.00", {"or_nothing": True}, ["Raise costs by £10 or take them out"]),
    ("9.99", {"or_nothing": True}, ["Raise costs by £0.01 or take them out"]),
    ("20.01", {"or_nothing": True}, ["Bring costs down by £0.01"]),
]


@pytest.mark.parametrize(("comes_to", "more", "problems"), BETWEEN)
def test_between_two_sums_includes_both(
    comes_to: str, more: dict[str, Any], problems: list[str]
) -> None:
    bid = ruled("cost-between", min="10.00", max="20.00", **more)
    assert words(bid) == [], "nothing is said while there are no lines"
    assert words(paid(bid, {"total": comes_to})) == problems


@pytest.mark.parametrize(
    ("bounds", "rule"),
    [
        ({"min": "10.00"}, "the rule is £10 or more"),
        ({"max": "1.00"}, "the rule is £1 or less"),
        ({"max": "0.00"}, "the rule is £0 or less"),
        ({"max": "0.00", "or_nothing": True}, "the rule is nothing, or £0 or less"),
    ],
)
def test_one_bound_alone_is_said_alone(bounds: dict[str, Any], rule: str) -> None:
    (problem,) = found(paid(ruled("cost-between", **bounds), {"total": "5.00"}))
    assert problem.detail == f"They come to £5; {rule}"


def test_a_least_sum_is_asked_for_once_any_cost_table_has_a_line() -> None:
    data = data_of(ruled("cost-minimum", min="100.00").round)
    (costs,) = [question for question in data["questions"] if question["kind"] == "cost-lines"]
    data["questions"].append({**costs, "id": "later-costs"})
    data["sections"][0]["tasks"][0]["questions"].append("later-costs")
    bid = new_bid(read_round(data))
    assert found(bid) == []
    assert found(paid(bid, {"total": "5.00"})) != []


def test_nothing_or_between_takes_lines_of_others_for_nothing() -> None:
    bid = ruled("cost-between", min="10.00", payer="cash", or_nothing=True)
    assert words(paid(bid, {"total": "5.00"})) == []
    assert words(paid(bid, {"total": "5.00"}, {"total": "9.99", **CASH})) == [
        "Raise costs given in cash by £0.01 or take them out"
    ]


def test_a_line_that_does_not_say_who_pays_is_in_no_sum() -> None:
    unpaid: Cells = {"total": "1000.00", "payer": None}
    for rule, bounds in (("cost-cap", {"max": "100.00"}), ("cost-between", {"max": "100.00"}),
                         ("cost-share", {"max_percent": 100, "payer": "fund"}),
                         ("contribution-share", {"min_percent": 0})):  # fmt: skip
        assert words(paid(ruled(rule, **bounds), {"total": "100.00"}, unpaid)) == []


# --- shares ----------------------------------------------------------------------------------

# Of £200 whole, half of it the fund's.
SHARES = [
    ({"max_percent": 25, "payer": "cash"}, "50.00", []),
    ({"max_percent": 25, "payer": "cash"}, "50.01", ["Bring costs given in cash down by £0.02"]),
    ({"max_percent": 25, "payer": "cash"}, "49.99", []),
    ({"min_percent": 25, "payer": "cash"}, "49.99", ["Raise costs given in cash by £0.02"]),
    ({"min_percent": 25, "payer": "cash"}, "50.00", []),
    ({"min_percent": 25, "payer": "cash"}, "50.01", []),
    ({"max_percent": 50, "payer": "cash", "of": "grant"}, "50.00", []),
    ({"max_percent": 50, "payer": "cash", "of": "grant"}, "50.01",
     ["Bring costs given in cash down by £0.01"]),
    ({"min_percent": 50, "payer": "cash", "of": "grant"}, "50.00", []),
    ({"min_percent": 50, "payer": "cash", "of": "grant"}, "49.99",
     ["Raise costs given in cash by £0.01"]),
    ({"min_percent": 0, "max_percent": 25, "payer": "cash"}, "0.00", []),
    ({"max_percent": 0, "payer": "cash"}, "0.00", []),
    ({"max_percent": 0, "payer": "cash"}, "0.01", ["Bring costs given in cash down by £0.01"]),
]  # fmt: skip


@pytest.mark.parametrize(("params", "cash", "problems"), SHARES)
def test_a_share_is_met_to_the_penny(
    params: dict[str, Any], cash: str, problems: list[str]
) -> None:
    rest = str(Decimal(100) - Decimal(cash))
    lines = ({"total": "100.00"}, {"total": cash, **CASH}, {"total": rest, **KIND})
    assert words(paid(ruled("cost-share", **params), *lines)) == problems


def test_the_whole_may_have_a_share_of_one_hundred() -> None:
    bid = ruled("cost-share", min_percent=100, payer="fund")
    assert words(paid(bid, {"total": "100.00"})) == []
    assert words(paid(bid, {"total": "100.00"}, {"total": "0.01", **CASH})) == [
        "Bring the other costs down by £0.01"
    ]


def test_what_a_share_says_is_just_enough_up_to_ninety_nine_in_a_hundred() -> None:
    bid, given = ruled("cost-share", max_percent=99, payer="fund"), {"total": "1.00", **CASH}
    assert words(paid(bid, {"total": "100.00"}, given)) == [
        "Bring costs paid by the fund down by £1"
    ]
    assert words(paid(bid, {"total": "99.01"}, given)) != []
    assert words(paid(bid, {"total": "99.00"}, given)) == []


def test_a_share_of_nothing_is_not_asked_for() -> None:
    bid = ruled("cost-share", min_percent=50, payer="fund", of="grant")
    assert words(paid(bid, {"total": "5.00", **CASH})) == []
    assert words(bid) == []


def test_both_bounds_of_a_share_are_said() -> None:
    bid = ruled("cost-share", min_percent=10, max_percent=20, payer="fund")
    (problem,) = found(paid(bid, {"total": "30.00"}, {"total": "70.00", **CASH}))
    assert problem.detail == (
        "They come to £30; the rule is at least 10% and at most 20% of the whole project, £100"
    )


GIVEN = [
    ("19.99", "0.00", False, ["Give £0.02 more in kind or in cash"]),
    ("20.00", "0.00", False, []),
    ("20.01", "0.00", False, []),
    ("10.00", "9.99", False, ["Give £0.02 more in kind or in cash"]),
    ("10.00", "10.00", False, []),
    ("20.00", "0.00", True, []),
    ("19.99", "0.01", True, ["Give £0.02 more in cash"]),
    ("0.00", "20.00", True, ["Give £25 more in cash"]),
]


@pytest.mark.parametrize(("cash", "in_kind", "cash_only", "problems"), GIVEN)
def test_what_the_applicants_give_is_met_to_the_penny(
    cash: str, in_kind: str, cash_only: bool, problems: list[str]
) -> None:
    bid = ruled("contribution-share", min_percent=20, cash_only=cash_only)
    assert words(bid) == [], "nothing is said while there are no lines"
    asked = str(Decimal(100) - Decimal(cash) - Decimal(in_kind))
    lines = ({"total": asked}, {"total": cash, **CASH}, {"total": in_kind, **KIND})
    assert words(paid(bid, *lines)) == problems


# --- which lines -------------------------------------------------------------------------------

CHOSEN: list[tuple[Cells, Cells, bool]] = [
    ({"payer": "cash"}, CASH, True),
    ({"payer": "cash"}, KIND, False),
    ({"category": "supplier"}, {"category": "supplier"}, True),
    ({"category": "supplier"}, {"category": "staff"}, False),
    ({"category": "supplier"}, {}, False),
    ({"principle": 3}, {"principle": 3}, True),
    ({"principle": 3}, {"principle": 4}, False),
    ({"principle": 3}, {}, False),
    ({"council": HAMBLETON}, {"councils": (HAMBLETON,)}, True),
    ({"council": HAMBLETON}, {"councils": (RYEDALE,)}, False),
    ({"council": HAMBLETON}, {}, False),
    ({"payer": "cash", "category": "staff"}, {**CASH, "category": "staff"}, True),
    ({"payer": "cash", "category": "staff"}, {**CASH, "category": "travel"}, False),
    ({"payer": "cash", "category": "staff"}, {**KIND, "category": "staff"}, False),
]


@pytest.mark.parametrize(("which", "line", "counts"), CHOSEN)
def test_only_the_chosen_lines_count(which: Cells, line: Cells, counts: bool) -> None:
    bid = ruled("cost-between", max="0.00", **which)
    assert bool(words(paid(bid, {"total": "0.01", **line}))) is counts


def test_of_a_shared_line_each_council_has_its_share() -> None:
    bid = councils(ruled("cost-between", max="33.33", council="each"), 3)
    assert words(paid(bid, {"total": "99.99", "councils": ("all",)})) == []
    assert words(paid(bid, {"total": "100.00", "councils": ("all",)})) == [
        "Bring costs for Hambleton down by £0.01"
    ]
    lead = councils(ruled("cost-between", max="33.33", council="lead"), 3)
    assert words(paid(lead, {"total": "100.00", "councils": (RYEDALE,)})) == []
    assert len(words(paid(lead, {"total": "100.00", "councils": ("all",)}))) == 1
