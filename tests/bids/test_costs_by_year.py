"""A round that asks for costs by financial year: typed, added up, checked and printed by year."""

import json
from pathlib import Path
from typing import Any

import pytest
from asking_round import faults_of, question, round_of
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import groups, ways_of
from bidwriter.bids.editing import new_bid
from bidwriter.bids.printing.live_figures import live_figures
from bidwriter.bids.record.figures import figures
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.values.financial_years import stage_of_years, years_of_stage


def bid_of_lines(*lines: tuple[str, str], checks: tuple[dict[str, Any], ...] = ()) -> Bid:
    asked = question("costs", "cost-lines", **{"by-year": True})
    bid = new_bid(round_of(asked, checks=list(checks)))
    for total, when in lines:
        row = {"what": f"Line of {total}", "total": total, "payer": "fund", "stage": when}
        bid = set_typed(bid, "costs/+", json.dumps({k: v for k, v in row.items() if v}))
    return bid


def stages(bid: Bid) -> list[str | None]:
    rows = bid.answer("costs")
    assert isinstance(rows, tuple)
    return [row.stage for row in rows if isinstance(row, CostLine)]


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("26/27", "2026-04/2027-03", "26/27"),
        ("2026/27", "2026-04/2027-03", "26/27"),
        ("2026-27", "2026-04/2027-03", "26/27"),
        ("2026–2027", "2026-04/2027-03", "26/27"),
        ("2026/27 to 2027/28", "2026-04/2028-03", "26/27 to 27/28"),
    ],
)
def test_a_year_is_taken_and_shown_as_one(typed: str, stored: str, shown: str) -> None:
    assert stages(bid_of_lines(("10.00", typed))) == [stored]
    assert (stage_of_years(typed), years_of_stage(stored)) == (stored, shown)


@pytest.mark.parametrize("typed", ["2026", "26", "2026/28", "27/26", "26/27 to 25/26", "26/27/28"])
def test_what_could_be_another_year_is_refused(typed: str) -> None:
    assert stage_of_years(typed) is None
    with pytest.raises(NotAllowedError):
        bid_of_lines(("10.00", typed))


def test_months_are_still_taken_and_fall_into_their_years() -> None:
    bid = bid_of_lines(("12.00", "Jan to Jun 2027"), ("5.00", "26/27"), ("1.00", "27/28"))
    sums = {g.name: str(g.amount) for g in groups(bid, "year")}
    assert sums == {"26/27": "11.00", "27/28": "7.00"}
    assert "year" in ways_of(bid) and "month" not in ways_of(bid)
    told = figures(bid).by_year
    assert told and [(one.name, str(one.fund)) for one in told] == [
        ("2026", "11.00"), ("2027", "7.00"),
    ]  # fmt: skip
    shown = {n: f.value for n, f in live_figures(bid).items() if n.startswith("requested-year")}
    assert shown == {"requested-year-2026": "£11", "requested-year-2027": "£7"}


def test_a_line_that_falls_nowhere_is_a_problem() -> None:
    bid = bid_of_lines(("12.00", ""))
    assert any(p.place.field == "stage" and p.stops for p in check(bid, NOW))


BOUNDS = {"check": "cost-between", "min": "50.00", "max": "200.00", "or-nothing": True}


@pytest.mark.parametrize(
    ("lines", "year", "words"),
    [
        ([("49.99", "26/27")], "each", "Raise costs in 26/27 by £0.01 or take them out"),
        ([("50.00", "26/27")], "each", ""),
        ([("200.00", "26/27")], "each", ""),
        ([("200.01", "26/27")], "each", "Bring costs in 26/27 down by £0.01"),
        ([("100.00", "26/27"), ("1.00", "27/28")], "each", "Raise costs in 27/28 by £49 or take them out"),
        ([("100.00", "26/27"), ("1.00", "27/28")], "2026/27", ""),
        ([("1.00", "27/28")], "2026/27", ""),
        ([("1.00", "26/27")], "2026/27", "Raise costs in 26/27 by £49 or take them out"),
    ],
)  # fmt: skip
def test_a_year_has_bounds_of_its_own(lines: list[tuple[str, str]], year: str, words: str) -> None:
    bid = bid_of_lines(*lines, checks=({**BOUNDS, "year": year},))
    told = [p.words for p in check(bid, NOW) if p.check == "cost-between"]
    assert told == ([words] if words else [])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"year": "each"}, ""),
        ({"year": "2026/27"}, ""),
        ({"year": "2026/28"}, "financial year"),
        ({"year": "each", "council": "each"}, "not both"),
    ],
)
def test_the_linter_knows_years(tmp_path: Path, more: dict[str, str], words: str) -> None:
    asked = question("costs", "cost-lines", **{"by-year": True})
    told = faults_of(tmp_path, asked, checks=[{**BOUNDS, **more}])
    assert any(words in one for one in told) if words else told == []
