"""The workbook: each formula comes to what stands beside it, and both to what bidwriter says."""

import io
from decimal import Decimal
from typing import Any

import pytest
from appraised import EXAMPLE, Cells, bid_of, inputs
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import sample
from openpyxl import load_workbook
from recalculated import Sheets

from bidwriter.bids.appraising.figures import appraisal_figures
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.bids.bid import Bid
from bidwriter.exports.workbook.appraisal import appraisal_workbook
from bidwriter.exports.workbook.cells import MONEY
from bidwriter.files.tables.xlsx_writing import xlsx_bytes

NEAR = Decimal("1e-6")
NPV, RATIO, PAYS_BACK = 11, 12, 13


def agrees(bid: Bid) -> None:
    """Assert that every formula comes to what stands beside it, and the results to the record."""
    sheets, figures = Sheets(appraisal_workbook(bid)), appraisal_figures(bid)
    for sheet, at in sheets.formulas():
        found, kept = sheets.value(sheet, at), sheets.kept[sheet][at].value
        if isinstance(found, str):
            assert (kept or "") == found, (sheet, at)
        else:
            assert kept is not None, (sheet, at)
            assert abs(found - Decimal(str(kept))) <= NEAR, (sheet, at)
    assert figures
    for column, one in zip("BCD", figures.scenarios, strict=True):
        assert abs(sheets.value("Results", f"{column}{NPV}") - one.net_present_value) < Decimal(
            "0.01"
        )
        pays = sheets.value("Results", f"{column}{PAYS_BACK}")
        assert (None if pays == "never" else int(pays)) == one.payback


def test_the_sample_and_the_example_recalculate_to_what_they_say() -> None:
    agrees(sample())
    agrees(bid_of(EXAMPLE))


DOUBTED: list[Cells] = [
    *EXAMPLE,
    {"input": "cost-optimism", "number": "40", "uncertainty": "20"},
    {"input": "benefit-delay", "number": "1.25", "uncertainty": "50"},
    {"input": "confidence-factor", "number": "60", "years": "20/21 80"},
    {"input": "lead-effect", "whose": "lead", "number": "10", "years": "20/21 20"},
    {"input": "growth", "whose": "all", "number": "-60", "uncertainty": "80"},
]


@pytest.mark.parametrize("case", ["low", "high"])
def test_low_and_high_recalculate_to_those_of_bidwriter(case: str) -> None:
    rows = [{**row, "uncertainty": row.get("uncertainty", "10")} for row in DOUBTED]
    rising: Cells = {"input": "take-up", "whose": "all", "number": "20", "rise": "30",
                     "uncertainty": "15"}  # fmt: skip
    rows = [rising if row["input"] == "take-up" else row for row in rows]
    sheets = Sheets(appraisal_workbook(bid_of(rows)), {("Inputs", "B3"): case})
    found = getattr(cases(inputs(rows), "partners"), case).npv
    assert abs(sheets.value("Results", f"C{NPV}") - found) < NEAR


amounts = st.integers(0, 900_000).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
whose = st.sampled_from(["lead", "partner", "other", "all"])
year = st.sampled_from(["2018", "2019", "2021", "2031"])
lines = st.lists(
    st.fixed_dictionaries(
        {"input": st.sampled_from(["development", "fixed-cost", "variable-cost", "renewal",
                                   "fixed-benefit", "variable-benefit"]),
         "whose": whose, "amount": amounts},
        optional={"first": year, "years": st.sampled_from(["20/21 7", "19/20 1; 25/26 0"]),
                  "shared-by": st.sampled_from(["3", "7"])},
    ),
    min_size=1, max_size=4,
)  # fmt: skip
per_cent = st.integers(0, 120).map(str)
rules: Any = st.fixed_dictionaries(
    {},
    optional={
        "take-up": st.fixed_dictionaries({"number": per_cent, "rise": per_cent}),
        "growth": st.fixed_dictionaries({"number": st.integers(-100, 50).map(str)}),
        "cost-optimism": st.fixed_dictionaries({"number": per_cent}),
        "benefit-delay": st.fixed_dictionaries({"number": st.sampled_from(["0.5", "1", "13"])}),
        "confidence-factor": st.fixed_dictionaries({"number": per_cent}),
        "renewal-effect": st.fixed_dictionaries({"number": per_cent}),
        "councils-adopting": st.fixed_dictionaries({"number": st.just("2")}),
        "partners": st.fixed_dictionaries({"number": st.just("3")}),
    },
)


@settings(max_examples=tries(5))
@given(lines, rules)
def test_any_appraisal_recalculates_to_what_it_says(
    given_lines: list[Cells], given_rules: dict[str, Cells]
) -> None:
    spread = ("take-up", "growth", "renewal-effect")
    rows = [{"input": name, **({"whose": "all"} if name in spread else {}), **cells}
            for name, cells in given_rules.items()]  # fmt: skip
    every = [{**row, "every": "3"} if row["input"] == "renewal" else row for row in given_lines]
    agrees(bid_of([*every, *rows]))


def test_no_number_is_too_wide_for_its_column() -> None:
    large: Cells = {"input": "development", "whose": "all", "amount": "9876543210.12"}
    book = load_workbook(io.BytesIO(appraisal_workbook(bid_of([large, *EXAMPLE]))), data_only=True)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.number_format == MONEY and isinstance(cell.value, int | float):
                    room = sheet.column_dimensions[cell.column_letter].width
                    assert room > len(f"-£{abs(cell.value):,.2f}"), (sheet.title, cell.coordinate)


def test_it_prints_across_the_page_with_headers_on_each() -> None:
    costs = xlsx_bytes(
        [["What", "Total"], ["A", Decimal(2)], ["B", Decimal("0.5")]], [1], [1], "Costs"
    )
    for data in (appraisal_workbook(sample()), costs):
        for sheet in load_workbook(io.BytesIO(data)):
            assert sheet.page_setup.orientation == "landscape"
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            fits = sheet.sheet_properties.pageSetUpPr
            assert fits is not None and fits.fitToPage
            assert sheet.print_title_rows


def test_the_sum_at_the_foot_of_the_costs_shows_in_a_preview() -> None:
    rows: list[list[str | Decimal]] = [
        ["What", "Total"],
        ["A", Decimal(2)],
        ["B", Decimal("-0.5")],
    ]
    kept = load_workbook(io.BytesIO(xlsx_bytes(rows, [1], [1], "Costs")), data_only=True)
    assert kept["Costs"]["B4"].value == 1.5
