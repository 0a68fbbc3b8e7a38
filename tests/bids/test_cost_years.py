"""Cost lines by UK financial year: split by month in equal pence, nothing lost."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import bid_with

from bidwriter.bids.costs.shares import year_shares
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.costs.years import sums_by_year
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLine
from bidwriter.kinds.values.financial_years import year_of
from bidwriter.kinds.values.stage import Sprints, parts


def line(total: str, stage: str | None, payer: str = "fund") -> CostLine:
    return CostLine.model_validate(
        {"id": "aaaa", "order": "i", "what": "Work", "total": total, "stage": stage, "payer": payer}
    )


@pytest.mark.parametrize(
    ("month", "year"),
    [("2019-03", 2018), ("2019-04", 2019), ("2019-12", 2019), ("2020-01", 2019),
     ("sprint-2", None), ("", None)],
)  # fmt: skip
def test_a_financial_year_begins_in_april(month: str, year: int | None) -> None:
    assert year_of(month) == year


SPLIT = [
    ("100.00", "2019-03", {2018: "100.00"}),
    ("100.00", "2019-03/2019-04", {2018: "50.00", 2019: "50.00"}),
    ("100.00", "2019-02/2019-04", {2018: "66.67", 2019: "33.33"}),
    ("-100.00", "2019-02/2019-04", {2018: "-66.67", 2019: "-33.33"}),
    ("0.02", "2019-02/2019-04", {2018: "0.02", 2019: "0.00"}),
    ("50.00", None, {None: "50.00"}),
    ("50.00", "sprint-2", {None: "50.00"}),
]


@pytest.mark.parametrize(("total", "stage", "wanted"), SPLIT)
def test_a_line_is_split_by_month(
    total: str, stage: str | None, wanted: dict[int | None, str]
) -> None:
    found = year_shares(line(total, stage), None)
    assert {year: f"{amount:.2f}" for year, amount in found.items()} == wanted


def test_sprints_fall_into_years_by_their_calendar() -> None:
    found = year_shares(line("90.00", "sprint-1/sprint-3"), Sprints(date(2019, 3, 4), 2))
    assert found == {2018: Decimal("60.00"), 2019: Decimal("30.00")}


months = st.tuples(st.integers(2017, 2021), st.integers(1, 12), st.integers(0, 40)).map(
    lambda m: _stage(*m)
)


def _stage(year: int, month: int, more: int) -> str:
    last = year * 12 + month - 1 + more
    first = f"{year}-{month:02d}"
    return f"{first}/{last // 12}-{last % 12 + 1:02d}" if more else first


pence = st.integers(-1_000_000, 1_000_000).map(lambda p: f"{Decimal(p) / 100:.2f}")


@given(pence, months)
def test_years_add_up_to_the_line_and_months_are_alike(total: str, stage: str) -> None:
    found = year_shares(line(total, stage), None)
    assert sum(found.values()) == Decimal(total)
    assert list(found) == sorted(found, key=str)
    for year, amount in found.items():
        share = Decimal(total) / len(parts(stage))
        mine = sum(1 for month in parts(stage) if year_of(month) == year)
        assert abs(amount - share * mine) <= Decimal("0.01") * len(parts(stage))


rows: Any = st.lists(
    st.tuples(pence, st.none() | months, st.sampled_from(list(PAYERS))), max_size=4
)


@settings(max_examples=tries(15))
@given(rows)
def test_years_add_up_to_what_each_payer_pays(
    given_rows: list[tuple[str, str | None, str]],
) -> None:
    made: dict[str, Any] = {
        f"cost-lines/+#{at}": {"what": "W", "total": total, "payer": payer, "councils": "all",
                               **({"stage": stage} if stage else {})}
        for at, (total, stage, payer) in enumerate(given_rows)
    }  # fmt: skip
    bid = bid_with(made)
    sums, years = totals(bid), sums_by_year(bid)
    of = {p: sum((mine.get(p, Decimal(0)) for mine in years.values()), Decimal(0)) for p in PAYERS}
    assert of == {"fund": sums.fund, "in-kind": sums.in_kind, "cash": sums.cash}
    assert list(years) == sorted(years, key=lambda year: (year is None, year or 0))
