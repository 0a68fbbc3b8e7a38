"""OpenDocument workbooks: what LibreOffice saves is read as Excel's twin is, and what is no
workbook, or was made to do harm, is refused in words."""

import io
import zipfile
from pathlib import Path

import pytest

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_ROWS
from bidwriter.bids.sheets.sheet import Offered
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.tables.table_files import read_sheets, sheets_in
from bidwriter.files.tables.xlsx_cells import DateCell, ErrorCell, NumberCell, TruthCell

# Saved by LibreOffice from a workbook of our own.
FILES = Path(__file__).parents[1] / "table_files"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(body: str, *, before: str = "", manifest: str = "<manifest/>") -> bytes:
    """A workbook with these tables in it."""
    made = io.BytesIO()
    content = (
        f"{before}<office:document-content {NAMES}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def sheet(rows: str, name: str = "Costs") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_what_libreoffice_saves_is_read_as_the_workbook_of_excel_is() -> None:
    ours, theirs = (read_sheets(FILES / f"form.{ending}") for ending in ("ods", "xlsx"))
    assert ours == theirs
    kinds = [[[type(one) for one in line] for line in read.grid] for read in ours]
    assert kinds == [[[type(one) for one in line] for line in read.grid] for read in theirs]
    form, lists = ours
    assert [form.grid[at - 1][1] for at in range(9, 20)] == [
        "1234.5", "12.5%", "€12", "2027-03-31", "09:30:00", "Yes", "#DIV/0!", "2469", "37:30",
        "two\nlines", "12500",
    ]  # fmt: skip
    assert [type(form.grid[at - 1][1]) for at in (9, 12, 14, 15)] == [
        NumberCell, DateCell, TruthCell, ErrorCell,
    ]  # fmt: skip
    assert [*form.hidden_rows, *form.hidden_columns, *form.struck] == [9, 7, (20, 1)]
    assert form.offered == (
        Offered(3, 2, 3, 2, ("North", "South")),
        Offered(4, 2, 4, 2, ("Yes", "No")),
        Offered(5, 2, 5, 2, ("Medium", "Large")),
        Offered(6, 2, 6, 2, ("Small", "Medium", "Large")),
        Offered(23, 2, 24, 2, ("Capital", "Revenue")),
    )
    assert (lists.name, lists.is_hidden) == ("My lists", True)


def test_cells_and_rows_that_stand_for_many_are_bounded() -> None:
    """A workbook of a few bytes can speak of a thousand million cells."""
    many = 'table:number-columns-repeated="1000000"'
    rows = 'table:number-rows-repeated="1000000"'
    (empty,) = sheets_in(ods(sheet(row(cell("a")) + row(cell("", many), more=rows))), "a.ods")
    assert (empty.grid, empty.goes_on) == ((("a",),), False)
    with pytest.raises(FileTroubleError, match="holds far more than a table needs"):
        sheets_in(ods(sheet(row(cell("x", many), more=rows)) * 2), "a.ods")
    (wide,) = sheets_in(ods(sheet(row(cell("x", many)))), "a.ods")
    assert (len(wide.grid[0]), wide.goes_on) == (MOST_COLUMNS, True)
    for count, goes_on in ((MOST_ROWS - 1, False), (MOST_ROWS, False), (MOST_ROWS + 1, True)):
        repeated = f'table:number-rows-repeated="{count}"'
        (tall,) = sheets_in(ods(sheet(row(cell("x"), more=repeated))), "a.ods")
        assert (len(tall.grid), tall.goes_on) == (min(count, MOST_ROWS), goes_on)


def test_notes_changes_and_tables_in_cells_are_no_words_of_a_cell() -> None:
    noted = (
        "<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation>"
        '<text:p>one<text:s text:c="2"/>word</text:p><text:p>two</text:p></table:table-cell>'
    )
    nested = f"<table:table-cell>{sheet(row(cell('inner')))}</table:table-cell>"
    changes = f"<table:tracked-changes>{row(cell('gone'))}</table:tracked-changes>"
    (read,) = sheets_in(ods(changes + sheet(row(noted, nested, cell("end")))), "a.ods")
    assert read.grid == (("one  word\ntwo", "", "end"),)


def test_merged_cells_leave_nothing_beneath_them() -> None:
    wide = cell("head", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    beneath = "<table:covered-table-cell/>"
    (read,) = sheets_in(
        ods(sheet(row(wide, beneath, cell("c")) + row(beneath * 2, cell("d")))), "a.ods"
    )
    assert read.grid == (("head", "", "c"), ("", "", "d"))
    assert type(read.grid[1][0]).__name__ == "Covered"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ods(""), "is damaged or no workbook"),
        (ods("<a>"), "is damaged or no workbook"),
        (ods(sheet(""), manifest="<m><e><encryption-data/></e></m>"), "has a password"),
        (ods(sheet(""))[:400], "is damaged or no workbook"),
        (ods(sheet(""), before='<!DOCTYPE x [<!ENTITY a "b">]>'), "XML that could do harm"),
        (ods(sheet(row(cell("x" * 40_000)))), "holds far more than a table needs"),
        (ods(sheet("") * 101), "holds far more than a table needs"),
    ],
    ids=["no sheet", "torn", "password", "cut", "entities", "endless cell", "sheets"],
)
def test_what_is_no_workbook_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(FileTroubleError, match=said) as refused:
        sheets_in(data, "a.ods")
    assert str(refused.value).endswith("Nothing was taken in")
