"""The rules that fill series, at the edges of their years and of what they may come to. The
horizon is 2019 to 2030."""

from decimal import Decimal
from typing import Any

import pytest
from appraised import Cells, bid_of, inputs, worked_out

from bidwriter.bids.appraising.figures import appraisal_figures
from bidwriter.bids.appraising.findings import (
    default_scenario,
    finding,
    payback_words,
    scenario_names,
)
from bidwriter.bids.appraising.inputs import partners_named
from bidwriter.bids.appraising.scenarios import Scenario
from bidwriter.bids.appraising.uncertainty import swings
from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import add_rows

YEARS = 12
BENEFIT: Cells = {"input": "variable-benefit", "whose": "lead", "amount": "100"}


def lead(*rows: Cells) -> Scenario:
    return worked_out(list(rows))[0]


def gained(*rows: Cells) -> list[Decimal]:
    """What the lead gains in each year."""
    return list(lead(*rows).stream.benefits)


def whole(numbers: list[int]) -> list[int]:
    """The numbers, the last of them to the end of the horizon."""
    return numbers + numbers[-1:] * (YEARS - len(numbers))


SPELLS: list[tuple[Cells, list[int]]] = [
    ({}, [100]),
    ({"first": "2019"}, [100]),
    ({"first": "2020"}, [0, 100]),
    ({"last": "2019"}, [100, 0]),
    ({"last": "2020"}, [100, 100, 0]),
    ({"first": "2020", "last": "2020"}, [0, 100, 0]),
    ({"first": "2030"}, [0] * 11 + [100]),
    ({"first": "2031"}, [0]),
    ({"first": "2018", "last": "2019"}, [100, 0]),
    ({"last": "2018"}, [0]),
    ({"first": "2020", "years": "2019 5; 2021 7"}, [5, 100, 7, 100]),
]


@pytest.mark.parametrize(("years", "values"), SPELLS)
@pytest.mark.parametrize("input_", ["fixed-benefit", "variable-benefit"])
def test_a_benefit_begins_and_ends_with_its_years(
    input_: str, years: Cells, values: list[int]
) -> None:
    assert gained({**BENEFIT, "input": input_, **years}) == whole(values)


ONCE: list[tuple[Cells, list[int]]] = [
    ({"input": "development"}, [100, 0]),
    ({"input": "development", "first": "2020"}, [0, 100, 0]),
    ({"input": "development", "first": "2018"}, [0]),
    ({"input": "renewal", "every": "3"}, [0, 0, 0, 100] * 1 + [0, 0, 100, 0, 0, 100, 0, 0]),
    ({"input": "renewal", "every": "3", "first": "2020"}, [0, 100, 0, 0, 100, 0, 0, 100, 0, 0, 100, 0]),
    ({"input": "renewal", "every": "3", "first": "2019"}, [100, 0, 0, 100, 0, 0, 100, 0, 0, 100, 0, 0]),
    ({"input": "renewal", "every": "3", "last": "2025"}, [0, 0, 0, 100, 0, 0, 100, 0]),
    ({"input": "renewal", "every": "3", "last": "2024"}, [0, 0, 0, 100, 0]),
    ({"input": "renewal", "first": "2021"}, [0, 0, 100, 0]),
    ({"input": "renewal"}, [0]),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "values"), ONCE)
def test_what_is_built_and_renewed_falls_into_its_years(cells: Cells, values: list[int]) -> None:
    stream = lead({"whose": "lead", "amount": "100", **cells}).stream
    assert [a + b for a, b in zip(stream.development, stream.renewal, strict=True)] == whole(values)


RULES: list[tuple[Cells, list[Any]]] = [
    ({"input": "take-up", "number": "50"}, [50]),
    ({"input": "take-up", "number": "50", "first": "2020"}, [0, 50]),
    ({"input": "take-up", "number": "50", "last": "2020"}, [50, 50, 0]),
    ({"input": "take-up", "number": "10", "rise": "20"}, [10, 30, 50, 70, 90, 100]),
    ({"input": "take-up", "number": "10", "rise": "20", "first": "2021"}, [0, 0, 10, 30, 50, 70, 90, 100]),
    ({"input": "take-up", "number": "30", "rise": "-20"}, [30, 10, 0]),
    ({"input": "take-up", "number": "100", "years": "2020 101; 2021 -1"}, [100, 100, 0, 100]),
    ({"input": "growth", "number": "100", "last": "2021"}, [100, 200, 400]),
    ({"input": "growth", "number": "100", "first": "2020", "last": "2021"}, [100, 100, 200]),
    ({"input": "growth", "number": "0", "years": "2019 50; 2021 100"}, [150, 150, 300]),
    ({"input": "growth", "number": "-100"}, [100, 0]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "values"), RULES)
def test_take_up_and_growth_fill_their_years(rule: Cells, values: list[int]) -> None:
    assert gained(BENEFIT, {"whose": "lead", **rule}) == whole(values)
    fixed = {**BENEFIT, "input": "fixed-benefit"}
    assert gained(fixed, {"whose": "lead", **rule}) == whole([100]), "what is fixed stays"
    assert gained(BENEFIT, {"whose": "other", **rule}) == whole([100]), "a rule of others"


def test_growth_stops_at_a_million_times() -> None:
    grown = gained(BENEFIT, {"input": "growth", "whose": "lead", "number": "99900"})
    assert grown == whole([100, 100_000, 100_000_000])


JOINING: list[tuple[Cells, list[tuple[int, int]]]] = [
    ({"number": "2", "last": "2021"}, [(1, 2), (2, 2)]),
    ({"number": "2", "first": "2019", "last": "2019"}, [(0, 2)]),
    ({"number": "0"}, []),
    ({"number": "-1"}, []),
    ({"number": "0", "years": "2019 3; 2030 1"}, [(0, 3), (11, 1)]),
    ({"number": "0", "years": "2020 -5; 2021 5"}, [(2, 5)]),
]


@pytest.mark.parametrize(("rule", "cohorts"), JOINING)
def test_councils_join_from_the_second_year_unless_it_says(
    rule: Cells, cohorts: list[tuple[int, int]]
) -> None:
    other = {"input": "fixed-benefit", "whose": "other", "amount": "100"}
    found = worked_out(
        [other, {"input": "councils-adopting", **rule}, {"input": "partners", "number": "2"}]
    )
    assert [(one.year, int(one.councils)) for one in found[2].cohorts] == cohorts
    assert [one.councils for one in found] == [1, 3, 3 + sum(size for _, size in cohorts)]
    gains = [sum(size * 100 for at, size in cohorts if at <= year) for year in range(YEARS)]
    assert list(found[2].stream.benefits) == gains


@pytest.mark.parametrize(
    ("effect", "whose", "number", "cost"),
    [
        ("lead-effect", "lead", "25", 125),
        ("lead-effect", "lead", "-25", 75),
        ("reuse-effect", "partner", "25", 75),
        ("reuse-effect", "partner", "100", 0),
        ("reuse-effect", "partner", "101", 0),
        ("reuse-effect", "partner", "-1", 100),
    ],
)
def test_sharing_changes_the_price_of_building(
    effect: str, whose: str, number: str, cost: int
) -> None:
    rows = [
        {"input": "development", "whose": whose, "amount": "100"},
        {"input": "partners", "number": "1"},
        {"input": effect, "whose": whose, "number": number},
    ]
    assert worked_out(rows)[1].stream.development[0] == cost


@pytest.mark.parametrize(("number", "cost"), [("25", 75), ("0", 100), ("100", 0), ("-5", 100)])
def test_sharing_makes_renewing_no_dearer(number: str, cost: int) -> None:
    renewal = {"input": "renewal", "whose": "lead", "amount": "100", "first": "2019"}
    effect = {"input": "renewal-effect", "whose": "lead", "number": number}
    assert lead(renewal, effect).stream.renewal[0] == cost


@pytest.mark.parametrize(
    ("number", "gain"), [("0", 0), ("50", 50), ("100", 100), ("101", 100), ("-1", 0)]
)
def test_the_confidence_factor_is_a_share(number: str, gain: int) -> None:
    factor = {"input": "confidence-factor", "number": number}
    assert gained(BENEFIT, factor) == whole([gain])


@pytest.mark.parametrize(("number", "partners"), [("0", 0), ("3", 3), ("-2", 0)])
def test_there_are_never_fewer_partners_than_none(number: str, partners: int) -> None:
    found = worked_out([BENEFIT, {"input": "partners", "number": number}])
    assert found[1].councils == 1 + partners


def with_councils(bid: Bid, many: int) -> Bid:
    """With a lead, so many partners, and a row that names nobody yet."""
    codes = ("E07000164", "E07000166", "E07000167", "E07000168", "E07000163", "E07000165")
    rows = tuple(
        {"council": {"code": code}, "lead": True if at == 0 else None}
        for at, code in enumerate(codes[: many + 1])
    )
    return add_rows(bid, "partners", (*rows, {"part": "Nobody yet"}))


@pytest.mark.parametrize(
    ("many", "names"),
    [
        (0, "Hambleton"),
        (1, "Hambleton and Richmondshire together"),
        (4, "Hambleton, Richmondshire, Ryedale, Scarborough and Craven together"),
        (5, "All 6 councils together"),
    ],
)
def test_partners_are_those_that_the_bid_names(many: int, names: str) -> None:
    bid = with_councils(bid_of([BENEFIT]), many)
    assert partners_named(bid) == many
    assert default_scenario(bid) == ("partners" if many else "lead")
    found = appraisal_figures(bid)
    assert found
    assert found.scenarios[1].councils == 1 + many
    scenario = worked_out([BENEFIT])[1]._replace(councils=Decimal(1 + many))
    assert scenario_names(bid, scenario) == names


# --- what is in no sum ----------------------------------------------------------------------------


def test_what_counts_in_no_sum_has_no_swing() -> None:
    sure: Cells = {"input": "fixed-cost", "whose": "lead", "amount": "10", "uncertainty": "0"}
    rows: list[Cells] = [
        sure,
        {**BENEFIT, "citizens": "yes", "uncertainty": "50"},
        {"input": "fixed-benefit", "whose": "lead", "number": "12",
         "benefit-class": "quantified", "uncertainty": "50"},
        {"input": "fixed-cost", "whose": "partner", "amount": "7", "uncertainty": "10"},
        {"input": "partners", "number": "1"},
    ]  # fmt: skip
    found = inputs(rows)
    assert {name: len(moving) for name, moving in swings(found).items()} == {
        "lead": 0, "partners": 1, "all": 1,
    }  # fmt: skip


def test_an_uncertain_input_moves_its_rise_and_its_typed_years_too() -> None:
    rise: Cells = {"input": "take-up", "whose": "lead", "number": "0", "rise": "10",
                   "last": "2020", "uncertainty": "50"}  # fmt: skip
    typed: Cells = {**BENEFIT, "amount": "0", "years": "2019 100", "uncertainty": "10"}
    for rows, widths in (([BENEFIT, rise], "9.66"), ([typed], "20.00")):
        (swing,) = swings(inputs(rows))["lead"]
        assert f"{swing.width:.2f}" == widths


def test_swings_of_one_width_come_in_one_order() -> None:
    found = inputs([{**BENEFIT, "name": name, "uncertainty": "10"} for name in "abcd"])
    turned = found._replace(lines=found.lines[::-1])
    assert len(swings(found)["lead"]) == 4
    assert swings(turned) == swings(found)


def test_only_money_makes_an_appraisal() -> None:
    rule: Cells = {"input": "take-up", "whose": "lead", "number": "50"}
    counted: Cells = {"input": "fixed-benefit", "whose": "lead", "number": "12",
                      "benefit-class": "quantified"}  # fmt: skip
    assert appraisal_figures(bid_of([])) is None
    assert appraisal_figures(bid_of([rule])) is None
    assert appraisal_figures(bid_of([counted])) is None
    assert appraisal_figures(bid_of([BENEFIT])) is not None


def test_without_costs_there_is_no_ratio_and_without_money_no_payback() -> None:
    assert lead(BENEFIT).ratio is None
    assert lead(BENEFIT).payback == 0
    citizens = lead({**BENEFIT, "citizens": "yes"})
    assert (citizens.ratio, citizens.payback) == (None, None)
    cost: Cells = {"input": "development", "whose": "lead", "amount": "100"}
    assert lead(cost).ratio == 0
    assert lead(cost).payback is None


def test_each_class_of_benefit_has_its_own_sum() -> None:
    rows: list[Cells] = [
        {**BENEFIT, "amount": "1", "last": "2019", "benefit-class": "cash-releasing"},
        {**BENEFIT, "amount": "2", "last": "2019", "benefit-class": "non-cash-releasing"},
        {**BENEFIT, "amount": "4", "last": "2019"},
        {**BENEFIT, "amount": "8", "last": "2019", "citizens": "yes"},
    ]
    found = appraisal_figures(bid_of(rows))
    assert found
    one = found.scenarios[0]
    sums = (one.cash_releasing, one.non_cash_releasing, one.unclassed, one.citizens, one.benefits)
    assert list(map(int, sums)) == [1, 2, 4, 8, 7]
    assert one.payback == 2019


def test_a_third_of_a_council_is_stated_to_six_places() -> None:
    joining: Cells = {"input": "councils-adopting", "number": "0.33333333", "last": "2020"}
    found = appraisal_figures(bid_of([BENEFIT, joining]))
    assert found
    assert [str(one.councils) for one in found.cohorts] == ["0.333333"]


# --- in words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "label", "which"),
    [
        (2019, "19/20", "the first year"),
        (2020, "20/21", "the second year"),
        (2027, "27/28", "the ninth year"),
        (2028, "28/29", "year 10"),
        (2030, "30/31", "year 12"),
    ],
)
def test_the_year_that_pays_back_is_said(year: int, label: str, which: str) -> None:
    rows: list[Cells] = [
        {"input": "development", "whose": "lead", "amount": "10"},
        {**BENEFIT, "first": str(year), "last": str(year)},
    ]
    scenario = worked_out(rows)[0]
    assert payback_words(inputs(rows), scenario) == (label, which)
    said = finding(bid_of(rows), inputs(rows), scenario)
    ends = "It pays back from the first year" if year == 2019 else f"pays back in {label}"
    assert said.endswith(ends)


def test_never_back_is_said() -> None:
    rows: list[Cells] = [{"input": "development", "whose": "lead", "amount": "10"}]
    assert payback_words(inputs(rows), worked_out(rows)[0]) == ("Never", "within 12 years")


def test_what_never_costs_more_than_it_saves_pays_back_from_the_first_year() -> None:
    rows: list[Cells] = [
        {"input": "development", "whose": "lead", "amount": "100"},
        {**BENEFIT, "last": "2020"},
    ]
    scenario = worked_out(rows)[0]
    assert min(scenario.added_up) == 0
    assert finding(bid_of(rows), inputs(rows), scenario).endswith("pays back from the first year")
