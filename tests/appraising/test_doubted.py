"""What is doubted, and what is divided: limits first, then the doubt; no penny lost to thirds."""

from decimal import Decimal
from fractions import Fraction

import pytest
from appraised import Cells, bid_of, inputs, worked_out
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries

from bidwriter.bids.appraising.figures import appraisal_figures
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.kinds.values.money import pence, settled, show
from bidwriter.kinds.values.numbers import plain

SAVES: Cells = {"input": "variable-benefit", "whose": "lead", "amount": "100000"}
YEARS = 12


def test_a_rising_take_up_is_limited_before_it_is_doubted() -> None:
    rule: Cells = {"input": "take-up", "whose": "lead", "number": "20", "rise": "20",
                   "uncertainty": "10"}  # fmt: skip
    low, _, high = cases(inputs([SAVES, rule]), "lead")
    assert list(map(int, low.stream.benefits[:6])) == [18000, 36000, 54000, 72000, 90000, 90000]
    assert list(map(int, high.stream.benefits[:6])) == [22000, 44000, 66000, 88000, 100000, 100000]


percents = st.integers(-50, 150)


@settings(max_examples=tries(30))
@given(percents, st.integers(-30, 60), st.integers(0, 100))
def test_a_rule_and_the_same_years_typed_are_alike(begin: int, rise: int, doubt: int) -> None:
    rule: Cells = {"input": "take-up", "whose": "lead", "number": str(begin), "rise": str(rise),
                   "uncertainty": str(doubt)}  # fmt: skip
    shares = [min(max(begin + rise * at, 0), 100) for at in range(YEARS)]
    years = "; ".join(f"{2019 + at} {share}" for at, share in enumerate(shares))
    typed: Cells = {"input": "take-up", "whose": "lead", "years": years, "uncertainty": str(doubt)}
    by_rule, by_years = (inputs([SAVES, one]) for one in (rule, typed))
    assert [one.npv for one in cases(by_rule, "lead")] == [
        one.npv for one in cases(by_years, "lead")
    ]
    assert [s.width for s in swings(by_rule)["lead"]] == [s.width for s in swings(by_years)["lead"]]


def test_demand_never_falls_below_nothing() -> None:
    falls: Cells = {"input": "growth", "whose": "lead", "number": "-90", "uncertainty": "50"}
    low, _, _ = cases(inputs([SAVES, falls]), "lead")
    assert list(low.stream.benefits[1:]) == [0] * (YEARS - 1)


# --- typed years of rules that price and share ----------------------------------------------------

BUILD: Cells = {"input": "development", "whose": "all", "amount": "1000", "years": "20/21 1000"}
RENEW: Cells = {"input": "renewal", "whose": "all", "amount": "1000", "every": "1", "first": "2019"}
GAIN: Cells = {"input": "fixed-benefit", "whose": "all", "amount": "1000"}
PARTNER: Cells = {"input": "partners", "number": "1"}
TYPED = [
    (BUILD, {"input": "lead-effect", "whose": "lead", "number": "10", "years": "20/21 50"},
     "development", [1100, 1500], 0),
    (BUILD, {"input": "reuse-effect", "whose": "partner", "number": "10", "years": "20/21 50"},
     "development", [900, 500], 1),
    (RENEW, {"input": "renewal-effect", "whose": "partner", "number": "10", "years": "20/21 50"},
     "renewal", [900, 500], 1),
    (GAIN, {"input": "confidence-factor", "number": "60", "years": "20/21 80"},
     "unclassed", [600, 800], 0),
]  # fmt: skip


@pytest.mark.parametrize(("line", "rule", "series", "wanted", "scenario"), TYPED)
def test_typed_years_of_effects_and_of_the_confidence_factor_hold(
    line: Cells, rule: Cells, series: str, wanted: list[int], scenario: int
) -> None:
    found = worked_out([line, rule, PARTNER])
    of = list(getattr(found[scenario].stream, series))
    if scenario:
        of = [a - b for a, b in zip(of, getattr(found[0].stream, series), strict=True)]
    assert of[:2] == wanted


def test_sharing_makes_no_cost_less_than_nothing() -> None:
    cheaper: Cells = {"input": "lead-effect", "whose": "lead", "number": "-90", "uncertainty": "50"}
    _, central, high = cases(inputs([BUILD, cheaper]), "lead")
    assert (int(central.stream.development[0]), int(high.stream.development[0])) == (100, 0)


# --- to the penny ---------------------------------------------------------------------------------


shared = st.tuples(st.integers(1, 5_000_000), st.integers(1, 40))  # pence, and by how many


def half_up(value: Fraction) -> Decimal:
    hundredths = abs(value) * 100 + Fraction(1, 2)
    whole = hundredths.numerator // hundredths.denominator
    return Decimal(whole if value >= 0 else -whole).scaleb(-2)


@settings(max_examples=tries(60))
@given(
    shared, shared, st.integers(0, 100), st.integers(0, 40),
)  # fmt: skip
def test_sums_are_right_to_the_penny(
    costing: tuple[int, int], gaining: tuple[int, int], share: int, partners: int
) -> None:
    (cost, cost_by), (gain, gain_by) = costing, gaining
    rows: list[Cells] = [
        {"input": "development", "whose": "partner", "amount": f"{Decimal(cost) / 100}",
         "shared-by": str(cost_by)},
        {"input": "fixed-benefit", "whose": "partner", "amount": f"{Decimal(gain) / 100}",
         "shared-by": str(gain_by), "last": "19/20"},
        {"input": "confidence-factor", "number": str(share)},
        {"input": "partners", "number": str(partners)},
    ]  # fmt: skip
    found = appraisal_figures(bid_of(rows))
    assert found
    made = found.scenarios[1]
    costs = Fraction(cost, 100 * cost_by) * partners
    gains = Fraction(gain, 100 * gain_by) * Fraction(share, 100) * partners
    assert (made.costs, made.benefits) == (half_up(costs), half_up(gains))
    assert made.net_present_value == half_up(gains - costs)
    assert made.by_year[0].net == half_up(gains - costs)


def test_three_thirds_of_half_a_penny_are_half_a_penny() -> None:
    rows: list[Cells] = [
        {"input": "fixed-benefit", "whose": "partner", "amount": "100.03", "shared-by": "3",
         "last": "19/20"},
        {"input": "confidence-factor", "number": "50"},
        {"input": "partners", "number": "3"},
    ]  # fmt: skip
    found = appraisal_figures(bid_of(rows))
    assert found
    assert found.scenarios[1].benefits == Decimal("50.02")


@pytest.mark.parametrize("amount", ["-0.001", "-0.0049", "-0", "-1e-30"])
def test_nought_has_no_minus(amount: str) -> None:
    assert str(pence(Decimal(amount))) == "0.00"
    assert show(Decimal(amount)) == "£0"
    assert not settled(Decimal("-1e-30")).is_signed()
    assert plain(Decimal("-0.00")) == "0"


def test_costs_that_come_to_nought_have_no_ratio() -> None:
    rows: list[Cells] = [
        {"input": "development", "whose": "partner", "amount": "200", "shared-by": "3"},
        {"input": "development", "whose": "lead", "amount": "-200"},
        {"input": "partners", "number": "3"},
        GAIN,
    ]
    assert worked_out(rows)[1].ratio is None
