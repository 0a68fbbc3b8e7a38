"""What a rule of money says to do, done to the letter, cures; a penny less does not."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from laws import tries
from ruled import HAMBLETON, RYEDALE, Cells, councils, paid, ruled, words

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals

PENNY = Decimal("0.01")
SAID = re.compile(
    r"(?:Bring (?P<less>.+) down|Raise (?P<more>.+)|Give) by £(?P<by>[\d,.]+)"
    r"|Give £(?P<give>[\d,.]+) more (?P<how>.+)|Ask the fund for £(?P<ask>[\d,.]+) or more"
)
PAYERS = {"what is not given in cash": "fund", "what you ask the fund for": "fund",
          "that the fund does not pay": "cash", "paid by the fund": "fund",
          "given in kind": "in-kind", "given in cash": "cash"}  # fmt: skip


def done(bid: Bid, said: str, chosen: Cells, less: Decimal = Decimal(0)) -> Bid:
    """`bid` with one more line that does what `said` says, or `less` than that."""
    found = SAID.match(said)
    assert found, said
    if found["give"]:
        payer = "in-kind" if found["how"] == "in kind or in cash" else "cash"
        return paid(bid, {"total": str(_sum(found["give"]) - less), "payer": payer})
    if found["ask"]:
        more = _sum(found["ask"]) - totals(bid).fund - less
        return paid(bid, {"total": str(more), "payer": "fund"})
    name = found["less"] or found["more"]
    by = (_sum(found["by"]) - less) * (-1 if found["less"] else 1)
    payer = next((to for words, to in PAYERS.items() if words in name), "fund")
    line: Cells = {"payer": payer, "total": str(by)}
    if "other costs" not in name:
        line |= chosen
    return paid(bid, line)


def _sum(words: str) -> Decimal:
    return Decimal(words.replace(",", ""))


pounds = st.integers(-500_00, 5_000_00).map(lambda pence: str(Decimal(pence) / 100))
lines = st.lists(
    st.fixed_dictionaries(
        {"total": pounds, "payer": st.sampled_from(["fund", "in-kind", "cash"])},
        optional={
            "category": st.sampled_from(["supplier", "staff"]),
            "councils": st.sampled_from([(HAMBLETON,), (RYEDALE,), ("all",)]),
        },
    ),
    min_size=1, max_size=5,
)  # fmt: skip
which = st.fixed_dictionaries(
    {},
    optional={
        "payer": st.sampled_from(["fund", "in-kind", "cash"]),
        "category": st.just("supplier"),
        "council": st.just(HAMBLETON),
    },
)
percents = st.integers(0, 100)
sums = st.integers(0, 3_000_00).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
share_rules = st.one_of(
    st.builds(lambda at, of: {"min_percent": at, "of": of}, percents,
              st.sampled_from(["whole", "grant"])),
    st.builds(lambda at, of: {"max_percent": at, "of": of}, percents,
              st.sampled_from(["whole", "grant"])),
)  # fmt: skip
between_rules = st.one_of(
    st.builds(lambda at, or_nothing: {"min": at, "or_nothing": or_nothing}, sums, st.booleans()),
    st.builds(lambda at: {"max": at}, sums),
)


def cured(rule: str, params: dict[str, Any], given_lines: list[Cells]) -> None:
    """Assert that what the rule says is just enough; nothing, where it finds nothing."""
    chosen: dict[str, Any] = {
        cell: params[cell] for cell in ("payer", "category") if cell in params
    }
    if "council" in params:
        chosen["councils"] = (HAMBLETON,)
    bid = paid(councils(ruled(rule, **params), 3), *given_lines)
    for said in words(bid)[:1]:
        assert words(done(bid, said, chosen)) == []
        # A whole of nought has no shares.
        short = done(bid, said, chosen, PENNY)
        if rule != "cost-share" or (totals(short).whole and totals(short).fund):
            assert words(short) != []


@settings(max_examples=tries(60))
@given(lines, which, share_rules)
def test_the_remedy_of_a_share_is_just_enough(
    given_lines: list[Cells], chosen: Cells, rule: dict[str, Any]
) -> None:
    cured("cost-share", {**rule, **chosen}, given_lines)


@settings(max_examples=tries(40))
@given(lines, which, between_rules)
def test_the_remedy_of_a_sum_is_just_enough(
    given_lines: list[Cells], chosen: Cells, rule: dict[str, Any]
) -> None:
    cured("cost-between", {**rule, **chosen}, given_lines)


@settings(max_examples=tries(40))
@given(lines, percents, st.booleans())
@example(given_lines=[{"total": "0.01", "payer": "fund"}], percent=100, cash_only=True)
def test_the_remedy_of_what_the_applicants_give_is_just_enough(
    given_lines: list[Cells], percent: int, cash_only: bool
) -> None:
    cured("contribution-share", {"min_percent": percent, "cash_only": cash_only}, given_lines)


@settings(max_examples=tries(25))
@given(lines, sums, st.booleans())
def test_the_remedy_of_a_cap_and_of_a_least_sum_is_just_enough(
    given_lines: list[Cells], edge: str, least: bool
) -> None:
    rule, name = ("cost-minimum", "min") if least else ("cost-cap", "max")
    cured(rule, {name: edge}, given_lines)


GIVEN = [
    # 20 % of £3,000 with £120 given: (0.2 × 3,000 − 120) ÷ 0.8.
    ("2880.00", "120.00", 20, "Give £600 more in kind or in cash"),
    ("100.00", "0.00", 1, "Give £1.02 more in kind or in cash"),
    ("0.05", "0.00", 1, "Give £0.01 more in kind or in cash"),
    ("100.00", "5.00", 100, "Bring what you ask the fund for down by £100"),
]


@pytest.mark.parametrize(("asked", "own", "percent", "said"), GIVEN)
def test_what_to_give_counts_that_the_whole_grows(
    asked: str, own: str, percent: int, said: str
) -> None:
    bid = ruled("contribution-share", min_percent=percent)
    assert words(paid(bid, {"total": asked}, {"total": own, "payer": "cash"})) == [said]


def test_a_whole_that_others_share_in_is_reached_by_bringing_them_down() -> None:
    bid = paid(ruled("cost-share", min_percent=100, payer="fund"), {"total": "100.00"},
               {"total": "0.01", "payer": "cash"})  # fmt: skip
    assert words(bid) == ["Bring the other costs down by £0.01"]


def test_of_the_grant_it_is_said_whose_costs_to_change() -> None:
    rule = ruled("cost-share", max_percent=50, category="supplier", of="grant")
    fund, own = {"total": "100.00"}, {"total": "60.00", "payer": "cash", "category": "supplier"}
    assert words(paid(rule, fund, own)) == [
        "Bring supplier costs that the fund does not pay down by £10"
    ]
    paid_for = {"total": "100.00", "category": "supplier"}
    assert words(paid(rule, paid_for)) == ["Bring supplier costs paid by the fund down by £100"]


def test_gifts_below_nought_are_found_where_the_whole_is_nothing() -> None:
    bid = ruled("contribution-share", min_percent=20)
    lines = ({"total": "100.00"}, {"total": "-100.00", "payer": "cash"})
    assert words(paid(bid, *lines)) == ["Give £125 more in kind or in cash"]
