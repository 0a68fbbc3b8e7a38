"""The worked example that MHCLG published with its benefits template, to the penny."""

from decimal import Decimal

import pytest
from appraised import EXAMPLE, bid_of, worked_out

from bidwriter.bids.appraising.figures import appraisal_figures
from bidwriter.bids.appraising.scenarios import payback
from bidwriter.kinds.values.money import pence

LEAD, PARTNERS, ALL = range(3)


def test_the_three_scenarios_are_the_published_ones() -> None:
    found = worked_out(EXAMPLE)
    assert [pence(one.npv) for one in found] == [
        Decimal("1434833.05"), Decimal("2883286.12"), Decimal("16576692.04"),
    ]  # fmt: skip


def test_a_partner_is_worth_what_was_published() -> None:
    lead, partners, _ = worked_out(EXAMPLE)
    assert pence((partners.npv - lead.npv) / 3) == Decimal("482817.69")


def test_the_cohorts_are_the_published_ones() -> None:
    cohorts = worked_out(EXAMPLE)[ALL].cohorts
    assert [pence(cohort.npv) for cohort in cohorts] == [
        Decimal("4545784.22"), Decimal("3611157.76"), Decimal("2708137.02"),
        Decimal("1835653.22"), Decimal("992673.70"),
    ]  # fmt: skip
    assert [cohort.year for cohort in cohorts] == [1, 2, 3, 4, 5]


def test_net_benefit_by_year() -> None:
    lead, partners, _ = worked_out(EXAMPLE)
    assert [int(net) for net in lead.net] == [
        -200000, 9000, 28000, 66000, 142000, 294000, 194000, 294000, 294000, 294000, 294000, 194000,
    ]  # fmt: skip
    assert pence(partners.net[0]) == -400000  # three times a third of £200,000 beside the lead


def test_a_third_is_not_rounded_before_it_is_shown() -> None:
    lead, partners, _ = worked_out(EXAMPLE)
    cost = (partners.stream.development[0] - lead.stream.development[0]) / 3
    assert abs(cost * 3 - 200000) < Decimal("1e-25")
    assert cost != pence(cost)


def test_ratio_payback_and_cost_per_council() -> None:
    bid = bid_of(EXAMPLE)
    found = appraisal_figures(bid)
    assert found is not None
    result = found.scenarios[PARTNERS]
    assert (result.benefits, result.costs) == (Decimal("4933403.14"), Decimal("2050117.02"))
    assert result.ratio == Decimal("2.41")
    assert result.payback == 2023
    assert result.cost_per_council == Decimal("512529.26")
    assert found.scenarios[ALL].councils == 54


@pytest.mark.parametrize(("year", "factor"), [(0, "1"), (1, "0.9661835749"), (11, "0.6849457137")])
def test_the_first_year_counts_in_full(year: int, factor: str) -> None:
    found = worked_out(EXAMPLE)[LEAD].factors[year]
    assert abs(found - Decimal(factor)) < Decimal("1e-9")


PENNY, DUST = Decimal("0.01"), Decimal("5e-16")
SUMS = [
    ((0, 0, 0), 0),
    ((-1, 0, 0), 1),
    ((-1, -1, 0), 2),
    ((-1, -1, -1), None),
    ((1, -1, 1), 2),
    ((1, 1, -1), None),
    ((-1, -PENNY, 0), 2),
    ((-1, -DUST, 0), 1),
    ((-1, -DUST * Decimal("1.1"), 0), 2),
    ((-1, -DUST, -PENNY), None),
    ((-DUST,), 0),
    ((), None),
]


@pytest.mark.parametrize(("added_up", "year"), SUMS)
def test_payback_is_the_first_year_from_which_no_sum_is_below_nought(
    added_up: tuple[Decimal | int, ...], year: int | None
) -> None:
    assert payback(tuple(map(Decimal, added_up))) == year


def test_thirds_that_come_to_nought_pay_back() -> None:
    found = worked_out(
        [
            {"input": "development", "whose": "lead", "amount": "100", "shared-by": "3"},
            {"input": "fixed-benefit", "whose": "lead", "amount": "100", "shared-by": "3",
             "first": "19/20", "last": "19/20"},
        ]
    )  # fmt: skip
    assert found[LEAD].payback == 0
