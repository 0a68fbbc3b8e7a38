"""Workbooks and CSV files from anyone: what their cells say, what is hidden, and that none of
them takes all memory or is cut short in silence."""

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making import sample
from openpyxl import Workbook
from workbooks_made import HOSTILE, TABLE, broken, sheet, workbook

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_IN_A_CELL, MOST_ROWS, InFull
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, TooLargeError
from bidwriter.files.tables.cost_files import sheets_of_costs
from bidwriter.files.tables.csv_tables import csv_bytes
from bidwriter.files.tables.sheets import whole
from bidwriter.files.tables.table_files import sheets_in
from bidwriter.files.tables.xlsx_cells import (
    NOT_WORKED_OUT,
    DateCell,
    ErrorCell,
    NumberCell,
    TruthCell,
    UnworkedCell,
)

FORMATS = (
    "General", "0.00%", "dd/mm/yyyy", "[h]:mm", "h:mm", "[$€-2] #,##0", '"£"0', '0 "days"', '0"k"',
    '"£"0.0\\m', '0,"k"', "#,##0,", '"USD" 0', "[h]:mm:ss",
)  # fmt: skip
STYLES = (
    "<numFmts>"
    + "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(FORMATS)
    )
    + "</numFmts><cellXfs>"
    + "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(FORMATS)))
    + '<xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>'
)


def one_cell(cell: str, texts: str = "", settings: str = "") -> str:
    data = workbook(sheet(f"<row>{cell}</row>"), styles=STYLES, texts=texts, settings=settings)
    (found,) = sheets_in(data, "a.xlsx")
    return found.grid[0][0] if found.grid else ""


def number(value: object, shape: str | int = "General") -> str:
    at = FORMATS.index(shape) if isinstance(shape, str) else shape
    return one_cell(f'<c s="{at}"><v>{value}</v></c>')


# --- what cells say ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stored", "shape", "words", "kind"),
    [
        ("12.5", "General", "12.5", NumberCell),
        ("0.30000000000000004", "General", "0.3", NumberCell),
        ("1E3", "General", "1000", NumberCell),
        ("-4", "General", "-4", NumberCell),
        ("0.175", "0.00%", "17.5%", NumberCell),
        ("0.2", 15, "20%", NumberCell),
        ("90", "[$€-2] #,##0", "€90", NumberCell),
        ("90", '"£"0', "90", NumberCell),
        ("45", '0 "days"', "45", NumberCell),
        ("80", '0"k"', "80k", NumberCell),
        ("80", '"£"0.0\\m', "80m", NumberCell),
        ("80000", '0,"k"', "80000", InFull),
        ("80000", "#,##0,", "80000", InFull),
        ("80", '"USD" 0', "USD80", NumberCell),
        ("1.5625", "h:mm", "37:30", DateCell),
        ("0.3125", "[h]:mm:ss", "7:30", DateCell),
        ("0.31251", "[h]:mm", "7:30:01", DateCell),
        ("43480", "dd/mm/yyyy", "2019-01-15", DateCell),
        ("43480.9", 14, "2019-01-15", DateCell),
        ("0.375", "h:mm", "09:00:00", DateCell),
        ("1.5625", "[h]:mm", "37:30", DateCell),
        ("99999999", "dd/mm/yyyy", "#VALUE!", ErrorCell),
    ],
)
def test_numbers_say_what_is_shown(stored: str, shape: str | int, words: str, kind: type) -> None:
    cell = number(stored, shape)
    assert (str(cell), type(cell)) == (words, kind)


@pytest.mark.parametrize(
    ("cell", "words", "kind"),
    [
        ('<c t="b"><v>1</v></c>', "Yes", TruthCell),
        ('<c t="b"><v>0</v></c>', "No", TruthCell),
        ('<c t="e"><v>#N/A</v></c>', "#N/A", ErrorCell),
        ('<c t="str"><f>A2</f><v>worked</v></c>', "worked", str),
        ('<c t="str"><f>""</f><v></v></c>', "", str),
        ("<c><f>1+1</f><v/></c>", NOT_WORKED_OUT, UnworkedCell),
        ("<c><f>1+1</f><v>2</v></c>", "2", NumberCell),
        ('<c t="d"><v>2019-01-15T10:30:00</v></c>', "2019-01-15", DateCell),
        ('<c t="inlineStr"><is><r><t>one </t></r><r><t>two</t></r></is></c>', "one two", str),
        ('<c t="s"><v>1</v></c>', "rich", str),
        ("<c><v>1e999</v></c>", "1e999", str),
    ],
)
def test_each_kind_of_cell(cell: str, words: str, kind: type) -> None:
    texts = "<si><t>a</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si>"
    found = one_cell(cell, texts=texts)
    assert (str(found), type(found)) == (words, kind)


def test_days_counted_from_1904() -> None:
    settings = '<workbookPr date1904="1"/>'
    assert one_cell('<c s="2"><v>42018</v></c>', settings=settings) == "2019-01-15"


def test_cells_and_rows_that_do_not_say_where_they_are() -> None:
    rows = '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="3"><c><v>3</v></c></row>'
    (found,) = sheets_in(workbook(sheet(rows)), "a.xlsx")
    assert found.grid == (("1", "", "", "4", "5"), (), ("3",))


def test_what_stands_under_merged_cells_is_not_read() -> None:
    rows = "".join(f"<row><c><v>{at}</v></c><c><v>{at}</v></c></row>" for at in range(3))
    after = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    (found,) = sheets_in(workbook(sheet(rows, after=after)), "a.xlsx")
    assert [[*map(str, row)] for row in found.grid] == [["0"], [""], ["2", "2"]]


# --- what is hidden ----------------------------------------------------------------------------


def test_what_is_hidden_is_known() -> None:
    rows = TABLE.replace('<row r="2">', '<row r="2" hidden="1">') + '<row r="3" ht="0"><c/></row>'
    before = '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" width="0"/></cols>'
    data = workbook(sheet(), sheet(rows, before=before), states=("visible", "veryHidden"))
    shown, hidden = sheets_in(data, "a.xlsx")
    assert not shown.is_hidden
    assert not shown.hidden_rows | shown.hidden_columns
    assert hidden.is_hidden
    assert hidden.hidden_rows == {2, 3}
    assert hidden.hidden_columns == {2, 3, *range(9, MOST_COLUMNS + 1)}


def test_what_is_struck_through_or_filtered_is_known() -> None:
    styles = (
        "<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
        '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="9"/></cellXfs>'
    )
    texts = "<si><t>a</t></si><si><r><t>b</t></r><r><rPr><strike/></rPr><t>c</t></r></si>"
    cells = "".join(f'<c s="{style}"><v>{style}</v></c>' for style in range(4))
    shared = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1" t="s"><v>0</v></c>'
    own = '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>d</t></r></is></c><c s="1"/>'
    rows = f"<row>{cells}</row><row>{shared}</row><row>{own}</row>"
    filtered = '<autoFilter ref="A1:D3"><filterColumn colId="0"/></autoFilter>'
    data = workbook(sheet(rows, after=filtered), sheet(rows), styles=styles, texts=texts)
    found, other = sheets_in(data, "a.xlsx")
    assert found.struck == {(1, 2), (2, 2), (2, 3), (3, 1)}
    assert (found.is_filtered, other.is_filtered) == (True, False)
    assert found.grid[1][1] == "bc"


NOTES = '<row><c t="inlineStr"><is><t>Our notes</t></is></c></row>'


@pytest.mark.parametrize(
    ("sheets", "states", "taken"),
    [
        ((TABLE, TABLE), ("hidden", "visible"), "S2"),
        ((TABLE, TABLE), ("visible", "visible"), None),
        (("", TABLE), ("visible", "hidden"), None),
        ((NOTES, TABLE), ("visible", "visible"), "S2"),
        ((TABLE, NOTES), ("hidden", "visible"), None),
        ((NOTES, NOTES), ("hidden", "visible"), "S2"),
        ((NOTES, NOTES), ("visible", "visible"), None),
        ((NOTES, TABLE), ("hidden", "hidden"), "S2"),
        ((NOTES,), ("visible",), "S1"),
    ],
)
def test_a_hidden_sheet_never_wins_over_one_that_shows(
    sheets: tuple[str, ...], states: tuple[str, ...], taken: str | None
) -> None:
    book = sheets_in(workbook(*map(sheet, sheets), states=states), "a.xlsx")
    found = sheets_of_costs(sample(), book)
    assert (found[0].name if len(found) == 1 else None) == taken


# --- bounds ------------------------------------------------------------------------------------

# Reads each hostile file with 100 MB to spare, and prints what it says of it.
READER = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from workbooks_made import HOSTILE
from bidwriter.files.tables.table_files import sheets_in
from bidwriter.files.tables.sheets import whole
from bidwriter.files.disk.trouble import FileTroubleError
import bidwriter.files.tables.xlsx_reading, bidwriter.files.tables.csv_tables
free = resource.getrlimit(resource.RLIMIT_AS)
for name, made in HOSTILE.items():
    resource.setrlimit(resource.RLIMIT_AS, free)
    data = made()
    now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 100_000_000, free[1]))
    try:
        said = ", ".join(f"{len(whole(s, name).grid)} rows" for s in sheets_in(data, name))
    except FileTroubleError as error:
        said = str(error)
    print(f"{name}\\t{said}")
"""
READ = {"everything merged.xlsx": "1 rows", "a vast dimension.xlsx": "2 rows"}


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    words = [sys.executable, "-c", READER, str(Path(__file__).parent.parent)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


@pytest.mark.proof
@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_takes_more_than_a_hundred_megabytes(name: str, said: dict[str, str]) -> None:
    if name in READ:
        assert said[name] == READ[name]
    else:
        assert re.fullmatch(r".*[.] .*Nothing was taken in", said[name])


@pytest.mark.parametrize("name", broken())
def test_a_workbook_out_of_order_is_refused_in_words(name: str) -> None:
    with pytest.raises(FileTroubleError, match="Nothing was taken in"):
        sheets_in(broken()[name], "a.xlsx")


@pytest.mark.parametrize("kind", ["<!DOCTYPE a>", '<!DOCTYPE a SYSTEM "file:///etc/hostname">'])
def test_a_document_type_is_refused(kind: str) -> None:
    with pytest.raises(DamagedError, match="could do harm"):
        sheets_in(workbook(kind + sheet()), "a.xlsx")


def filled(rows: int, columns: int) -> Sheet:
    at = f'<row r="{rows}">' + "<c><v>1</v></c>" * columns + "</row>"
    (found,) = sheets_in(workbook(sheet(at)), "a.xlsx")
    return found


def test_the_last_row_and_column_are_read_and_the_next_refuse_the_sheet() -> None:
    grid = whole(filled(MOST_ROWS, MOST_COLUMNS), "a.xlsx").grid
    assert (len(grid), len(grid[-1])) == (MOST_ROWS, MOST_COLUMNS)
    for beyond in (filled(MOST_ROWS + 1, 1), filled(1, MOST_COLUMNS + 1)):
        assert beyond.goes_on
        with pytest.raises(TooLargeError, match="goes on beyond row 3,000 or column 60"):
            whole(beyond, "a.xlsx")


def test_what_is_only_dressed_beyond_is_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    (found,) = sheets_in(workbook(sheet(TABLE + far)), "a.xlsx")
    assert not found.goes_on
    assert len(found.grid) == 2


def test_a_vast_sheet_beside_does_not_stop_the_one_with_the_costs() -> None:
    rows = "".join(f"<row><c><v>{at}</v></c></row>" for at in range(50_000))
    data = workbook(sheet(rows), sheet())
    (found,) = sheets_of_costs(sample(), sheets_in(data, "a.xlsx"))
    assert (found.name, len(whole(found, "a.xlsx").grid)) == ("S2", 2)


def csv(*rows: str) -> bytes:
    return "\r\n".join(rows).encode()


def test_a_csv_of_the_last_row_and_column_is_read_and_the_next_refused() -> None:
    row = ",".join(["1"] * MOST_COLUMNS)
    (found,) = sheets_in(csv(*[row] * MOST_ROWS), "a.csv")
    assert (len(found.grid), len(found.grid[-1])) == (MOST_ROWS, MOST_COLUMNS)
    for rows in ([row] * (MOST_ROWS + 1), [f"{row},1"]):
        with pytest.raises(TooLargeError, match="goes on beyond row 3,000 or column 60"):
            sheets_in(csv(*rows), "a.csv")
    (found,) = sheets_in(csv(*[f"{row},,,"] * 2, *[",,"] * MOST_ROWS), "a.csv")
    assert len(found.grid) == 2


def test_a_cell_holds_what_excel_keeps_in_one_and_no_more() -> None:
    (found,) = sheets_in(csv("A" * MOST_IN_A_CELL), "a.csv")
    assert len(found.grid[0][0]) == MOST_IN_A_CELL
    with pytest.raises(TooLargeError, match="holds far more"):
        sheets_in(csv("A" * (MOST_IN_A_CELL + 1)), "a.csv")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quotation_mark_left_open_says_its_line(end: str) -> None:
    rows = ["What,Total", "A,5", '"two', 'lines",6', '"B,7', "C,8", ""]
    with pytest.raises(FileTroubleError, match="a quotation mark in line 5 that is not closed"):
        sheets_in(end.join(rows).encode(), "a.csv")


def test_quoted_cells_still_hold_line_ends_and_marks() -> None:
    (found,) = sheets_in(b'"a\nb",5" pipe,"say ""yes"""\r"c"', "a.csv")
    assert found.grid == (("a\nb", '5" pipe', 'say "yes"'), ("c",))


def test_workbooks_that_openpyxl_writes_are_read() -> None:
    book = Workbook()
    first: Any = book.active
    first.append(["What", "Total"])
    first.append(["£ & <b>", 1250.5])
    made = io.BytesIO()
    book.save(made)
    (found,) = sheets_in(made.getvalue(), "a.xlsx")
    assert found.grid == (("What", "Total"), ("£ & <b>", "1250.5"))


SIGNS = "= + - @ | % ＝ ＋ － ＠ ﹦ ﹢ ﹣ ﹫".split()


@pytest.mark.parametrize("sign", [*SIGNS, "\t", "\r", "\n"])
@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\u3000", "\u200b", "\ufeff ", "'", "''", "' "]
)
def test_what_could_be_run_is_guarded_and_reads_back_the_same(sign: str, before: str) -> None:
    cell = f"{before}{sign}cmd|' /C calc'!A0"
    written = csv_bytes([["What", cell]]).decode("utf-8-sig")
    assert f"What,'{cell}" in written.replace('"', "") or sign in "\r\n"
    assert re.match(r"""What,"?'""", written)
    (found,) = sheets_in(csv_bytes([["What", f"{cell}."]]), "a.csv")
    assert found.grid[0][1] == f"{cell}.".replace("\u00a0", " ").replace("\u200b", "").strip()


@pytest.mark.parametrize("cell", ["A = b", "50%", "-5.00", "'quoted'", "’tis", "a|b", "5 - 3", ""])
def test_common_words_are_not_guarded(cell: str) -> None:
    assert csv_bytes([["What", cell]]).decode("utf-8-sig") == f"What,{cell}\r\n"
