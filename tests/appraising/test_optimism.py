"""Optimism in costs and in time, the year of prices, ratios as precise as they can be, and what
the cost lines and the appraisal say of each other."""

from decimal import Decimal

import pytest
from appraised import EXAMPLE, Cells, bid_of, inputs, worked_out
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW

from bidwriter.bids.appraising.findings import (
    finding,
    optimism_words,
    ratio_words,
    scenario_title,
    value_words,
)
from bidwriter.bids.appraising.slots import groups, put_value
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.appraisal import INPUTS, InputName
from bidwriter.kinds.tables.appraisal_cells import USED

BUILD: Cells = {"input": "development", "whose": "lead", "amount": "1000"}
RENEW: Cells = {"input": "renewal", "whose": "lead", "amount": "100", "first": "2020", "every": "1"}
RUN: Cells = {"input": "fixed-cost", "whose": "lead", "amount": "10"}
GAIN: Cells = {"input": "fixed-benefit", "whose": "lead", "amount": "100"}


def test_optimism_makes_building_and_renewing_dearer_and_nothing_else() -> None:
    stream = worked_out([BUILD, RENEW, RUN, GAIN, {"input": "cost-optimism", "number": "50"}])[0]
    year = [series[1] for series in stream.stream]
    assert stream.stream.development[0] == 1500
    assert year[:3] == [0, 10, 150]
    assert stream.stream.benefits[1] == 100


@pytest.mark.parametrize(
    ("late", "gains"),
    [
        ("0", [100, 100, 100]), ("1", [0, 100, 100]), ("0.5", [50, 100, 100]),
        ("1.25", [0, 75, 100]), ("12", [0, 0, 0]), ("99", [0, 0, 0]),
    ],
)  # fmt: skip
def test_benefits_come_as_much_later(late: str, gains: list[int]) -> None:
    found = worked_out([BUILD, GAIN, {"input": "benefit-delay", "number": late}])[0]
    assert list(found.stream.benefits[:3]) == gains
    assert found.stream.development[0] == 1000


@settings(max_examples=tries(20))
@given(st.integers(0, 300), st.integers(0, 1200))
def test_optimism_never_makes_a_bid_worth_more(cost: int, late: int) -> None:
    rows: list[Cells] = [{"input": "cost-optimism", "number": str(cost)},
                         {"input": "benefit-delay", "number": str(Decimal(late) / 100)}]  # fmt: skip
    pairs = zip(worked_out(EXAMPLE), worked_out(EXAMPLE + rows), strict=True)
    assert all(after.npv <= before.npv for before, after in pairs)


def test_they_can_be_doubted_and_are_said() -> None:
    rows: list[Cells] = [BUILD, GAIN, {"input": "cost-optimism", "number": "50",
                                       "uncertainty": "20"}]  # fmt: skip
    low, _, high = cases(inputs(rows), "lead")
    assert (low.costs, high.costs) == (Decimal(1600), Decimal(1400))
    assert optimism_words(inputs(rows)) == "Allowed for optimism: 50% on building and renewing"
    assert optimism_words(inputs([BUILD])) == "Nothing is allowed for optimism"


# --- prices, ratios, titles -----------------------------------------------------------------------


def test_present_values_are_called_so_with_their_prices() -> None:
    priced = [BUILD, GAIN, {"input": "price-year", "first": "18/19"}]
    said = finding(bid_of(priced), inputs(priced), worked_out(priced)[0])
    assert "net present value" in said
    assert "in 18/19 prices, no inflation" in said
    assert "in the prices of 18/19: no inflation" in value_words(inputs(priced))
    assert "not said" in value_words(inputs([BUILD]))


def test_the_year_of_prices_changes_no_sum() -> None:
    assert [one.npv for one in worked_out(EXAMPLE)] == [
        one.npv for one in worked_out([*EXAMPLE, {"input": "price-year", "first": "18/19"}])
    ]


def test_the_year_of_prices_is_typed_in_its_box() -> None:
    bid = bid_of([BUILD])
    slot = next(s for g in groups(bid, "lead") for s in g.slots if s.input == "price-year")
    with pytest.raises(NotAllowedError, match="19/20"):
        put_value(bid, "appraisal", slot, "next year")
    bid = put_value(bid, "appraisal", slot, "18/19")
    slot = next(s for g in groups(bid, "lead") for s in g.slots if s.input == "price-year")
    assert slot.row is not None
    assert slot.row.first == 2018
    assert len(rows_of(put_value(bid, "appraisal", slot, ""), "appraisal")) == 1


def doubted(uncertainty: str) -> tuple[str, str]:
    gain: Cells = {**GAIN, "amount": "366", "last": "2019", "uncertainty": uncertainty}
    return ratio_words(cases(inputs([{**BUILD, "amount": "100"}, gain]), "lead"))


@pytest.mark.parametrize(
    ("uncertainty", "said"),
    [
        ("0", ("£3.66", "benefits over costs")),
        ("1", ("About £3.66", "£3.62 to £3.70")),
        ("6", ("About £3.66", "£3.44 to £3.88")),
        ("7", ("About £3.7", "£3.4 to £3.9")),
        ("68", ("About £3.7", "£1.2 to £6.1")),
        ("70", ("About £4", "£1 to £6")),
        ("90", ("About £3.7", "£0.4 to £7.0")),
    ],
)
def test_a_ratio_is_rounded_to_what_its_range_bears_out(
    uncertainty: str, said: tuple[str, str]
) -> None:
    assert doubted(uncertainty) == said


def test_costs_without_benefits_are_not_nothing_spent() -> None:
    assert ratio_words(cases(inputs([BUILD]), "lead")) == ("£0.00", "benefits over costs")
    assert ratio_words(cases(inputs([GAIN]), "lead")) == ("–", "nothing is spent")


def test_no_more_councils_are_not_counted() -> None:
    found = worked_out([BUILD])
    titles = [
        scenario_title(bid_of([BUILD]), one, before)
        for one, before in zip(found, (None, *found), strict=False)
    ]
    assert titles == ["The lead alone", "With no partner", "And no other council"]


# --- what would be printed and change nothing -----------------------------------------------------

VALUES: dict[str, str] = {
    "shared-by": "3", "first": "20/21", "last": "21/22", "every": "3", "rise": "5",
    "years": "20/21 5", "uncertainty": "10", "benefit-class": "cash-releasing",
    "citizens": "yes", "stage": "beta", "unit": "hours",
}  # fmt: skip
EVERY = [(name, cell) for name in INPUTS for cell in VALUES]


@pytest.mark.parametrize(("name", "cell"), EVERY)
def test_a_cell_holds_or_is_refused(name: InputName, cell: str) -> None:
    value = {"first": "19/20"} if name == "price-year" else (
        {"amount": "5"} if INPUTS[name].unit == "pounds" else {"number": "5"})  # fmt: skip
    row: Cells = {"input": name, "whose": "all", "source": "x", **value, cell: VALUES[cell]}
    found = [
        p for p in check(bid_of([row]), NOW) if p.place.field == cell and "no effect" in p.words
    ]
    assert bool(found) is (cell not in USED[name])
    assert all(p.stops for p in found)


@pytest.mark.parametrize(("number", "stops"), [("-1", True), ("0", False), ("1", False)])
def test_there_are_no_councils_below_nought(number: str, stops: bool) -> None:
    bid = bid_of([{"input": "partners", "number": number, "source": "x"}])
    assert any(p.stops for p in check(bid, NOW) if p.place.field == "number") is stops


@pytest.mark.parametrize(("number", "stops"), [("-101", True), ("-100", False), ("25", False)])
def test_the_lead_never_pays_less_than_nothing(number: str, stops: bool) -> None:
    effect: Cells = {"input": "lead-effect", "whose": "lead", "number": number, "source": "x"}
    found = check(bid_of([effect]), NOW)
    assert any(p.stops for p in found if p.place.field == "number") is stops


# --- beside the cost lines ------------------------------------------------------------------------


def costing(total: str, *rows: Cells) -> Bid:
    bid = set_typed(bid_of(list(rows)), "phase", "discovery")
    line = f'{{"what": "Work", "total": "{total}", "payer": "fund", "councils": "all"}}'
    return set_typed(bid, "cost-lines/+", line)


DISCOVERY: Cells = {**BUILD, "stage": "discovery"}


@pytest.mark.parametrize(
    ("total", "rows", "advised"),
    [
        ("999.99", [BUILD], False),
        ("1000.00", [BUILD], False),
        ("1000.01", [BUILD], True),
        ("1000.01", [BUILD, {"input": "cost-optimism", "number": "50"}], True),
        ("999.99", [DISCOVERY], True),
        ("1000.00", [DISCOVERY], False),
        ("1000.01", [DISCOVERY], True),
        ("500.00", [GAIN], False),
    ],
)
def test_cost_lines_and_appraisal_know_each_other(
    total: str, rows: list[Cells], advised: bool
) -> None:
    found = [p for p in check(costing(total, *rows), NOW) if p.check == "appraisal-costs"]
    assert bool(found) is advised
    assert not any(p.stops for p in found)
