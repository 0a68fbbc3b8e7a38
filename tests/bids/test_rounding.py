"""Each sentence of "Rounding" in `docs/file-formats.md`."""

from decimal import Decimal
from typing import Any

import pytest
from making import bid_with

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import WAYS, By, groups
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import add_rows
from bidwriter.bids.record.figures import figures

A, B, C = "E07000164", "E07000166", "E07000167"


def bid_of(*lines: dict[str, Any], lead: str = A) -> Bid:
    """A bid of three councils with these lines; `lead` leads it."""
    bid = bid_with({})
    councils = tuple({"council": {"code": one}, "lead": one == lead} for one in (A, B, C))
    whole = tuple({"what": "Work", "payer": "fund", **line} for line in lines)
    return add_rows(add_rows(bid, "partners", councils), "cost-lines", whole)


def sums(bid: Bid, by: By) -> dict[str, str]:
    return {group.key: str(group.amount) for group in groups(bid, by)}


@pytest.mark.parametrize(
    ("quantity", "unit_cost", "comes_to"),
    [
        ("0.4999", "0.01", "0.00"),
        ("0.5", "0.01", "0.01"),
        ("0.5001", "0.01", "0.01"),
        ("1.4999", "0.01", "0.01"),
        ("1.5", "0.01", "0.02"),
        ("2.4999", "0.01", "0.02"),
        ("2.5", "0.01", "0.03"),
        ("0.5", "-0.01", "-0.01"),
        ("0.4999", "-0.01", "0.00"),
        ("2.5", "-0.01", "-0.03"),
        ("45", "720.00", "32400.00"),
        ("0.3333", "100.00", "33.33"),
    ],
)
def test_half_a_penny_goes_away_from_nought(quantity: str, unit_cost: str, comes_to: str) -> None:
    bid = bid_of({"quantity": quantity, "unit_cost": unit_cost})
    assert abs(totals(bid).whole - Decimal(comes_to)) == 0
    assert figures(bid).requested == Decimal(comes_to)


@pytest.mark.parametrize(
    ("quantity", "unit_cost", "comes_to"),
    [("0.5", "0.01", "0.03"), ("0.4", "0.01", "0.00"), ("1.5", "0.01", "0.06")],
)
def test_totals_add_rounded_lines(quantity: str, unit_cost: str, comes_to: str) -> None:
    bid = bid_of(*({"quantity": quantity, "unit_cost": unit_cost, "principle": 1},) * 3)
    assert totals(bid).fund == totals(bid).by_principle[1] == Decimal(comes_to)
    assert figures(bid).whole_project == Decimal(comes_to)


SHARED = [
    ("0.03", A, ("all",), {A: "0.01", B: "0.01", C: "0.01"}),
    ("0.04", A, ("all",), {A: "0.02", B: "0.01", C: "0.01"}),
    ("0.05", A, ("all",), {A: "0.03", B: "0.01", C: "0.01"}),
    ("0.02", A, ("all",), {A: "0.02", B: "0.00", C: "0.00"}),
    ("-0.05", A, ("all",), {A: "-0.03", B: "-0.01", C: "-0.01"}),
    ("0.04", C, ("all",), {A: "0.01", B: "0.01", C: "0.02"}),
    ("0.04", "", ("all",), {A: "0.02", B: "0.01", C: "0.01"}),
    ("0.03", C, (B, C), {B: "0.01", C: "0.02"}),
    ("0.03", A, (C, B), {B: "0.01", C: "0.02"}),
    ("0.03", "", (C, B), {B: "0.01", C: "0.02"}),
    ("0.03", A, (B,), {B: "0.03"}),
    ("0.03", A, (A, A), {A: "0.03"}),
    ("0.03", A, (C, B, C), {B: "0.01", C: "0.02"}),
]


@pytest.mark.parametrize(("total", "lead", "councils", "by_council"), SHARED)
def test_odd_pence_go_to_the_lead_or_to_the_first(
    total: str, lead: str, councils: tuple[str, ...], by_council: dict[str, str]
) -> None:
    bid = bid_of({"total": total, "councils": councils}, lead=lead)
    assert sums(bid, "council") == by_council
    paid = {code: paid["fund"] for code, paid in totals(bid).by_council.items() if paid}
    assert {code: str(amount) for code, amount in paid.items()} == by_council


MONTHS = [
    ("0.03", "2018-12/2019-02", ["0.01", "0.01", "0.01"]),
    ("0.04", "2018-12/2019-02", ["0.02", "0.01", "0.01"]),
    ("0.05", "2018-12/2019-02", ["0.03", "0.01", "0.01"]),
    ("0.02", "2018-12/2019-02", ["0.02", "0.00", "0.00"]),
    ("-0.05", "2018-12/2019-02", ["-0.03", "-0.01", "-0.01"]),
    ("0.05", "sprint-9/sprint-11", ["0.03", "0.01", "0.01"]),
    ("0.05", "2019-01", ["0.05"]),
]


@pytest.mark.parametrize(("total", "stage", "by_month"), MONTHS)
def test_odd_pence_go_to_the_first_month(total: str, stage: str, by_month: list[str]) -> None:
    found = sums(bid_of({"total": total, "stage": stage}), "month")
    assert list(found.values()) == by_month


def test_without_a_council_or_a_month_a_line_goes_whole_to_no_name() -> None:
    bid = bid_of({"total": "0.05"})
    assert sums(bid, "council") == sums(bid, "month") == {"": "0.05"}
    alone = add_rows(bid_with({}), "cost-lines", (
        {"what": "Work", "payer": "fund", "total": "0.05", "councils": ("all",)},
    ))  # fmt: skip
    assert sums(alone, "council") == {"": "0.05"}


def test_a_line_without_a_sum_adds_nothing_anywhere() -> None:
    bid = bid_of({"councils": ("all",), "stage": "2018-12/2019-02", "principle": 1}, {})
    assert totals(bid).whole == totals(bid).by_principle[1] == totals(bid).by_principle[0] == 0
    for by in WAYS:
        assert {Decimal(amount) for amount in sums(bid, by).values()} == {Decimal(0)}
