"""Rows of sums in a table taken in: left out and counted, or asked about, never taken for lines."""

import sys
from decimal import Decimal
from types import FrameType
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from making import sample

from bidwriter.bids.sheets.grid import grid_of
from bidwriter.bids.sheets.layout import AS_LINE
from bidwriter.bids.sheets.taking_in import (
    Pasted,
    misread_sentence,
    passed_sentence,
    read_grid,
    unsettled_sums,
)
from bidwriter.doubts import LEAVE_OUT, Settled

HEAD = "Item\tDays\tRate\tTotal"
TWO = ("Researcher\t45\t720\t32400", "Designer\t30\t740\t22200")


def taken(*rows: str, head: str = HEAD, settled: Settled | None = None) -> Pasted:
    return read_grid(sample(), grid_of("\n".join([head, *rows])), settled=settled)


def short(*rows: str, settled: Settled | None = None) -> Pasted:
    """A table of names and totals, written "A 100"."""
    return taken(
        *("\t".join(row.rsplit(" ", 1)) for row in rows), head="Item\tTotal", settled=settled
    )


def names(found: Pasted) -> list[str]:
    return [row.get("what", "") for row in found.rows]


def asked(found: Pasted) -> list[int]:
    return [doubt.row for doubt in found.doubts]


# --- sums by name and by adding up -------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        "Total\t75\t\t54600",
        "TOTAL:\t75 days\t\t£54,600.00",
        "Total\t75\t728\t54600",
        "Project total\t\t\t54600",
        "Staff subtotal\t75\t\t54600",
        "Overall\t\t\t54600",
        "Carried forward\t\t\t54600",
        "Σ\t75\t\t54600",
        "C/f\t\t\t54600",
        "Sum\t75\t\t54600",
        "Whole project\t\t\t54600",
        "Amount requested\t\t\t54600",
        "Northallerton sub-total\t\t\t54600",
        "\t75\t\t54600",
        "\t\t\t54600",
        "\t\tTotal\t54600",
        "\tTotal\t\t54600",
    ],
)
def test_a_sum_that_adds_up_is_left_out_and_counted(row: str) -> None:
    found = taken(*TWO, row)
    assert names(found) == ["Researcher", "Designer"]
    assert not found.is_doubtful
    assert passed_sentence(found) == "1 row of sums was passed over"


def test_a_table_without_totals_of_its_own_is_added_up_too() -> None:
    for row in ("Total\t75\t54600", "Total\t\t54600", "Everything\t\t54600"):
        found = taken("Researcher\t45\t720", "Designer\t30\t740", row, head="Item\tDays\tRate")
        assert names(found)[2:] == ([] if row[0] == "T" else ["Everything"])
        assert bool(asked(found)) == (row[0] == "E")


@pytest.mark.parametrize("name", ["Everything", "All of it", "Staff", "Ymlaen", "The lot"])
@pytest.mark.parametrize("days", ["75", ""])
def test_a_sum_by_any_other_name_is_asked_about(name: str, days: str) -> None:
    found = taken(*TWO, f"{name}\t{days}\t\t54600")
    (doubt,) = found.doubts
    assert (doubt.row, doubt.column, doubt.words) == (4, "", f"{name}, £54,600")
    assert doubt.why == "Rows 2 and 3 come to the same, so this may be their sum and no cost"
    assert names(found) == ["Researcher", "Designer", name]
    for way, many, said in ((LEAVE_OUT, 2, "1 row of sums was passed over"), (AS_LINE, 3, "")):
        settled = taken(*TWO, f"{name}\t{days}\t\t54600", settled={doubt.id: way})
        assert (len(settled.rows), passed_sentence(settled)) == (many, said)
        assert not settled.is_doubtful


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Total 400", "Its name is that of a sum, but rows 2 and 3 come to £350"),
        (" 400", "It has an amount and no name, and rows 2 and 3 come to £350"),
        ("Overall 100", "Its name is that of a sum, but rows 2 and 3 come to £350"),
    ],
)
def test_a_sum_that_does_not_add_up_is_asked_about(row: str, why: str) -> None:
    found = short("A 100", "B 250", row)
    (doubt,) = found.doubts
    assert (doubt.row, doubt.why) == (4, why)
    assert names(found) == ["A", "B"]
    assert passed_sentence(found) == "1 row of sums was passed over"
    assert len(short("A 100", "B 250", row, settled={doubt.id: AS_LINE}).rows) == 3


def test_a_sum_that_misses_its_first_rows_is_asked_about() -> None:
    assert asked(short("A 300", "B 500", "C 200", "Total 700")) == [5]


def test_a_sum_with_nothing_to_add_up_is_asked_about() -> None:
    found = short("Total 5")
    assert found.doubts[0].why.endswith("no other row has an amount that it could add up")
    assert not found.rows


def test_a_name_that_speaks_of_a_total_stays_a_line() -> None:
    found = short("A 100", "Total station survey 70", "Total 170")
    assert names(found) == ["A", "Total station survey"]
    assert asked(found) == [3]
    worked = taken(*TWO, "Total station survey\t2\t100\t200")
    assert not worked.is_doubtful


# --- sections and levels -----------------------------------------------------------------------


def test_each_section_has_its_sum_and_the_table_one_over_all() -> None:
    found = short(
        "Staff ", "A 100", "B 250", "Subtotal 350", "Kit ", "C 100", "Subtotal 100",
        "Grand total 450",
    )  # fmt: skip
    assert names(found) == ["A", "B", "C"]
    assert (found.sums, found.doubts) == (3, ())
    assert passed_sentence(found) == "2 headings and 3 rows of sums were passed over"


def test_sections_and_a_grand_total_by_other_names_are_all_asked_about() -> None:
    rows = ("A 100", "B 250", "Staff 350", "C 40", "D 60", "Kit 100", "The lot 450")
    assert asked(short(*rows)) == [4, 7, 8]
    assert asked(short(*rows[:-1], "Total 450")) == [4, 7]


def test_three_levels_add_up() -> None:
    found = short(
        "A 1", "B 2", "Subtotal 3", "C 4", "D 5", "Subtotal 9", "Phase total 12",
        "E 6", "F 7", "Subtotal 13", "G 8", "H 9", "Subtotal 17", "Phase total 30",
        "Grand total 42",
    )  # fmt: skip
    assert (len(found.rows), found.sums, found.doubts) == (8, 7, ())


def test_sums_that_stand_in_front_of_their_rows() -> None:
    found = short("Total 450", "A 100", "B 250", "C 100")
    assert (names(found), found.doubts) == (["A", "B", "C"], ())
    found = short("Staff 350", "A 100", "B 250", "Kit 100", "C 40", "D 60", "Total 450")
    assert asked(found) == [2, 5]


def test_sums_of_one_payer_and_without_vat() -> None:
    found = taken(
        "A\t100\tMHCLG", "B\t250\tIn kind", "C\t50\tMHCLG", "Total from MHCLG\t150\t",
        "Total match\t250\t", "Total\t400\t",
        head="Item\tTotal\tWho pays",
    )  # fmt: skip
    assert (names(found), found.sums, found.doubts) == (["A", "B", "C"], 3, ())
    found = short("A 100", "B 250", "VAT 70", "Total ex VAT 350", "Total inc VAT 420")
    assert (names(found), found.doubts) == (["A", "B", "VAT"], ())


def test_a_sum_in_whole_pounds_over_lines_with_pence() -> None:
    found = short("A 33.20", "B 33.10", "C 33.35", "Total 100")
    assert (names(found), found.doubts) == (["A", "B", "C"], ())
    assert asked(short("A 33.20", "B 33.10", "C 33.35", "All 101")) == []
    assert asked(short("A 33.20", "B 33.10", "C 33.35", "Total 102")) == [5]


# --- honest lines ------------------------------------------------------------------------------


def test_a_second_line_of_the_same_amount_is_asked_about_and_stays() -> None:
    found = short("A 100", "B 100", "C 100", "D 20")
    (doubt,) = found.doubts
    assert doubt.why == "Row 2 has the same amount, so this may be its sum and no cost"
    assert names(found) == ["A", "B", "C", "D"]
    assert not short("A 100", "Total 100").is_doubtful


def test_a_line_that_equals_two_others_is_asked_about_and_stays() -> None:
    found = short("A 50", "B 100", "C 250", "D 350", "E 10")
    assert (names(found), asked(found)) == (["A", "B", "C", "D", "E"], [5])


def test_a_line_with_a_working_of_its_own_is_no_sum() -> None:
    found = taken(
        "Researcher\t10\t500\t5000", "Designer\t10\t500\t5000", "Analyst\t10\t1000\t10000"
    )
    assert not found.is_doubtful


def test_lines_of_nothing_are_no_sums() -> None:
    assert not short("A 0", "B 0", "C 0").is_doubtful


def test_what_is_typed_for_one_row_makes_no_sum_of_another() -> None:
    rows = ("A tbc", "B 250", "C 350", "Total 600")
    before = short(*rows)
    assert [(d.row, d.column) for d in before.doubts] == [(2, "total")]
    after = short(*rows, settled={"row/2/total": LEAVE_OUT})
    assert (names(after), after.sums) == (["B", "C"], 1)


# --- words -------------------------------------------------------------------------------------


def test_a_row_that_nobody_decided_is_told() -> None:
    found = short("A 100", "B 250", "All of it 350", "Total 999")
    assert unsettled_sums(found) == (
        "Row 4 “All of it, £350” went in as a line: rows 2 and 3 come to the same, so this may be "
        "their sum and no cost",
        "Row 5 “Total, £999” is left out: its name is that of a sum, but rows 2 to 4 come to £700",
    )
    assert misread_sentence(found.doubts) == ""


def test_a_block_of_very_many_rows_is_read_in_part_and_that_is_said() -> None:
    rows = [f"A {at}" if at < 50 else " " for at in range(10, 4000)]
    found = short(*rows, "B 5")
    assert found.remarks == ("Only the first 3,000 rows were read",)
    assert len(found.rows) == 40


# --- laws --------------------------------------------------------------------------------------

AMOUNTS = st.lists(st.integers(1, 10**7), min_size=2, max_size=12)


@given(AMOUNTS, st.sampled_from(["Total", "Staff", "Cyfanswm", "", "Everything", "Σ"]))
def test_the_sum_of_all_rows_is_never_a_line_in_silence(pence: list[int], name: str) -> None:
    amounts = [Decimal(p) / 100 for p in pence]
    rows = [f"Line {at}\t{amount:.2f}" for at, amount in enumerate(amounts)]
    found = taken(*rows, f"{name}\t{sum(amounts):.2f}", head="Item\tTotal")
    last = len(rows) + 2
    assert last not in found.numbers or last in asked(found)
    assert set(found.numbers) >= {*range(2, last)} - {*asked(found)}


@given(AMOUNTS)
def test_no_line_is_left_out_in_silence(pence: list[int]) -> None:
    assume(len(pence) > 2)
    found = taken(*(f"Line {at}\t{p / 100:.2f}" for at, p in enumerate(pence)), head="Item\tTotal")
    assert found.sums == 0
    assert len(found.rows) == len(pence)


# --- bounds ------------------------------------------------------------------------------------


def steps(table: str) -> int:
    """How many lines of code, and turns of a loop in a line, judging a table takes."""
    many = 0

    def count(_frame: FrameType, what: str, _about: object) -> Any:
        nonlocal many
        many += what == "line"
        return count

    grid = grid_of(table)
    around = sample()
    read_grid(around, grid)  # what is worked out once is there
    before = sys.gettrace()  # whoever measures what tests reach goes on with it
    sys.settrace(count)
    try:
        read_grid(around, grid)
    finally:
        sys.settrace(before)
    return many


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Staff {0}\t1\n", id="the same", marks=pytest.mark.proof),
        pytest.param("Total\t{1}\nStaff {0}\t{2}\n", id="sums"),
        pytest.param(
            "Part {0}\t\nStaff\t{2}\nTotal\t{1}\n", id="sections", marks=pytest.mark.proof
        ),
    ],
)
def test_twice_as_many_rows_are_twice_the_work(rows: str) -> None:
    def table(many: int) -> str:
        made = (rows.format(at, at * 37 % 11 + 1, at * 53 % 7 + 1) for at in range(many))
        return "What\tTotal\n" + "".join(made)

    assert steps(table(240)) <= 2.3 * steps(table(120))
