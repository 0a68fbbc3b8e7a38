"""Cost lines as CSV and XLSX: what goes out comes back, and what comes in does no harm."""

import io
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from laws import tries
from making import bid_with, sample
from openpyxl import Workbook, load_workbook

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.editing import add_rows
from bidwriter.bids.sheets.layout import AS_LINE
from bidwriter.bids.sheets.taking_in import Pasted, read_grid
from bidwriter.files.disk.trouble import FileTroubleError, TooLargeError
from bidwriter.files.tables.cost_files import lines_as_csv, lines_as_xlsx
from bidwriter.files.tables.csv_tables import csv_bytes
from bidwriter.files.tables.table_files import LARGEST, sheets_in
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines

COUNCILS = ["E07000164", "E07000167", "E10000023"]
BASE = bid_with(
    {
        "partners/+": {"council": COUNCILS[0], "lead": True},
        "partners/+#2": {"council": COUNCILS[1]},
        "partners/+#3": {"council": COUNCILS[2]},
    }
)
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=12
).map(lambda text: " ".join(text.replace("\u200b", "").split()))
# A dash among the units says that there is none, in a table of whomever.
UNITS = WORDS.filter(lambda words: words not in ("-", "–", "—"))
MONEY = st.integers(-(10**9), 10**11).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
QUANTITIES = st.integers(0, 10**8).map(lambda n: f"{Decimal(n) / 10**4:f}")
AMOUNTS = st.one_of(
    st.fixed_dictionaries({}, optional={"quantity": QUANTITIES, "unit-cost": MONEY, "unit": UNITS}),
    st.fixed_dictionaries({"total": MONEY}, optional={"quantity-words": WORDS, "unit": UNITS}),
    st.fixed_dictionaries({"quantity-words": WORDS}, optional={"unit-cost": MONEY}),
)
STAGES = st.sampled_from(["2019-01", "2018-11/2019-02", "sprint-2", "sprint-1/sprint-3"])
REST = st.fixed_dictionaries(
    {"what": WORDS.map(lambda words: f"x{words}") | st.sampled_from(["=1+1", "-5", "'=a", "@b"])},
    optional={
        "payer": st.sampled_from(["fund", "in-kind", "cash"]),
        "councils": st.just(("all",))
        | st.lists(st.sampled_from(COUNCILS), min_size=1, unique=True).map(tuple),
        "principle": st.integers(1, 5),
        "category": st.sampled_from(["supplier", "staff", "licences", "other"]),
        "stage": STAGES,
        "vat": WORDS,
        "note": WORDS,
        "source": WORDS,
    },
)
LINES = st.lists(st.builds(lambda a, b: {**a, **b}, AMOUNTS, REST), min_size=1, max_size=4)


def lines_of(bid: Bid) -> tuple[CostLines, tuple[CostLine, ...]]:
    return tables(bid)[0]


def bare(lines: tuple[CostLine, ...]) -> list[CostLine]:
    return [line.model_copy(update={"id": "aaaa", "order": "i"}) for line in lines]


def taken_in(data: bytes, name: str) -> Pasted:
    (sheet,) = sheets_in(data, name)
    return read_grid(BASE, sheet.grid)


@pytest.mark.parametrize(("write", "name"), [(lines_as_csv, "a.csv"), (lines_as_xlsx, "a.xlsx")])
@settings(max_examples=tries(40))
@given(LINES)
@example([{"what": "A", "quantity-words": "45", "total": "1.00"}])
@example([{"what": "A", "quantity": "5", "quantity-words": "about five", "unit-cost": "1.00"}])
def test_what_goes_out_comes_back(write: Any, name: str, rows: list[dict[str, Any]]) -> None:
    assume(all(all(v != "" for v in row.values()) for row in rows))
    bid = add_rows(BASE, "cost-lines", tuple(rows))
    question, lines = lines_of(bid)
    found = taken_in(write(bid, question, lines), name)
    # A line may happen to be the sum of those above it: that is asked, and it comes back all the
    # same.
    assert not found.column_doubts
    assert {(doubt.column, doubt.readings[0].way) for doubt in found.doubts} <= {("", AS_LINE)}
    _, again = lines_of(add_rows(BASE, "cost-lines", found.rows))
    assert bare(again) == bare(lines)


def test_a_cell_that_looks_like_a_formula_stays_text() -> None:
    data = csv_bytes([["What", "Total"], ["=cmd|' /C calc'!A0", Decimal("-5.00")]])
    assert data.decode("utf-8-sig").splitlines()[1] == "'=cmd|' /C calc'!A0,-5.00"
    bid = add_rows(BASE, "cost-lines", ({"what": "=1+1", "total": "2.00", "payer": "fund"},))
    book = load_workbook(io.BytesIO(lines_as_xlsx(bid, *lines_of(bid))))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert book.worksheets[0]["E3"].value == "=SUM(E2:E2)"


def test_openpyxl_waits_until_a_workbook_is_met() -> None:
    words = "import sys, bidwriter.ui.answers.cost_lines; print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_same_lines_give_the_same_bytes() -> None:
    bid = sample()
    assert lines_as_xlsx(bid, *lines_of(bid)) == lines_as_xlsx(bid, *lines_of(bid))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_encoding_and_separator(encoding: str, mark: str) -> None:
    text = f"What{mark}Total{mark}Who pays\r\n“Café” visits{mark}£12{mark}In kind\r\n"
    (row,) = taken_in(text.encode(encoding), "a.csv").rows
    assert row == {"what": "“Café” visits", "total": Decimal(12), "payer": "in-kind"}


def workbook(rows: list[list[Any]], **formats: str) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    for place, shape in formats.items():
        sheet[place].number_format = shape
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_numbers_dates_and_currencies_read_right() -> None:
    rows: list[list[Any]] = [
        ["What", "Quantity", "Unit cost", "When", "VAT"],
        ["A", 12.5, 0.1 + 0.2, date(2019, 1, 15), 0.2],
        ["B", 2, 1250, "Sprint 2", True],
        ["C", 1, 90, None, None],
    ]
    data = workbook(rows, C3='"£"#,##0.00', E2="0%", C4="[$€-2] #,##0")
    (grid,) = [sheet.grid for sheet in sheets_in(data, "a.xlsx")]
    assert grid[1:] == (
        ("A", "12.5", "0.3", "2019-01-15", "20%"),
        ("B", "2", "1250", "Sprint 2", "Yes"),
        ("C", "1", "€90"),
    )


def test_formulas_are_never_worked_out() -> None:
    found = taken_in(workbook([["What", "Total"], ["A", "=1+1"], ["Total", "=B2"]]), "a.xlsx")
    assert [doubt.words for doubt in found.doubts] == ["(a formula that was never worked out)"]
    assert found.sums == 1


def test_a_merged_payer_speaks_for_all_its_rows_and_a_merged_sum_once() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (["What", "Total", "Who pays"], ["A", 5, "MHCLG"], ["B", None, None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("C2:C3")
    made = io.BytesIO()
    book.save(made)
    one, other = taken_in(made.getvalue(), "a.xlsx").rows
    assert one["payer"] == other["payer"] == "fund"
    assert "total" not in other


def zipped(**entries: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_sheet(xml: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["What"]]))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for entry in old.infolist():
            is_sheet = entry.filename.endswith("sheet1.xml")
            new.writestr(entry.filename, xml if is_sheet else old.read(entry))
    return made.getvalue()


ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing",
        zipped(**{"xl/workbook.xml": b"<"}),
        with_sheet(ENTITIES),
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"\xff\xfea\x00\x00\x00",
        b'a,b\n"c' + b"x" * 200_000,
    ],
)
def test_what_is_no_table_is_said_in_words(data: bytes) -> None:
    with pytest.raises(FileTroubleError, match="Nothing was taken in"):
        sheets_in(data, "a.xlsx")


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (LARGEST + 1),
        zipped(**{"xl/a.xml": b"\0" * 5_000_000}),
        zipped(**{f"xl/{at}": b"" for at in range(1_001)}),
    ],
)
def test_what_is_far_too_large_is_not_unpacked(data: bytes) -> None:
    with pytest.raises(TooLargeError):
        sheets_in(data, "a.xlsx")
