"""Tables pasted from Excel, LibreOffice and Word."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import sample

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows
from bidwriter.bids.sheets.grid import grid_of, rows_of_html, rows_of_text
from bidwriter.bids.sheets.headings import by_heading
from bidwriter.bids.sheets.taking_in import (
    Pasted,
    misread_sentence,
    passed_sentence,
    read_grid,
    wanted_lines,
)
from bidwriter.doubts import LEAVE_OUT, Way


def pasted(*lines: str) -> Pasted:
    return read_grid(sample(), grid_of("\r\n".join(lines) + "\r\n", ""))


def settled(found: Pasted, *lines: str, at: int = 1) -> Pasted:
    """The same table with every doubt settled by its reading `at`."""
    ways = {doubt.id: doubt.readings[at].way for doubt in found.doubts}
    return read_grid(sample(), grid_of("\n".join(lines)), settled=ways)


def test_quoted_cells_hold_breaks_tabs_and_quotes() -> None:
    text = 'a\t"two\nlines"\t"say ""yes"""\t"a\tb"\n5" pipe\t"Agile" coach\n'
    assert rows_of_text(text) == (
        ("a", "two\nlines", 'say "yes"', "a\tb"),
        ('5" pipe', '"Agile" coach'),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_and_trailing_tabs(end: str) -> None:
    assert rows_of_text(f"a\tb\t\t{end}\t\t{end}c\td{end}") == (("a", "b"), (), ("c", "d"))


def test_html_tables_with_merged_cells_breaks_and_no_end_tags() -> None:
    html = (
        "<html><head><style>td {x}</style></head><table><tr><th colspan=2>A<th>B"
        "<tr><td rowspan=2>one<br>two<td>&pound;5&nbsp;<td>x</tr><tr><td>6</td><td>y</td></tr>"
        "</table><table><tr><td>another</td></tr></table>"
    )
    assert rows_of_html(html) == (
        ("A", "", "B"),
        ("one\ntwo", "£5", "x"),
        ("", "6", "y"),
    )


def test_columns_are_known_by_name_in_any_order() -> None:
    found = pasted(
        "Our budget",
        "Who will pay?\tResource\tDay rate (£)\tNo. of days\tCouncil\tPrinciple",
        "MHCLG\tUser researcher\t£720.00\t45\tHambleton District Council\t1 User needs",
        "In kind\tOwner\t268\t40\tAll four\tFix the plumbing",
    )
    assert not found.is_doubtful
    assert found.rows[0] == {
        "what": "User researcher",
        "quantity": Decimal(45),
        "unit": "days",
        "unit_cost": Decimal("720.00"),
        "payer": "fund",
        "councils": ("E07000164",),
        "principle": 1,
    }
    assert found.rows[1]["councils"] == ("all",)
    assert found.rows[1]["principle"] == 2


def test_without_a_header_the_order_is_ours() -> None:
    with_unit = pasted("Researcher\t45\tdays\t£720\t£32,400\tFund")
    without = pasted("Researcher\t45 days\t£720\t£32,400\tFund")
    assert with_unit.rows == without.rows
    assert without.rows[0]["unit"] == "days"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("£1,234.50", "1234.50"),
        ("1.2k", "1200.00"),
        ("(£50)", "-50.00"),
        ("£720 per day", "720.00"),
    ],
)
def test_money_as_people_type_it(typed: str, amount: str) -> None:
    assert pasted("What\tQuantity\tUnit cost", f"A\t2\t{typed}").rows[0]["unit_cost"] == Decimal(
        amount
    )


def test_what_cannot_be_read_is_told_and_kept_in_the_note() -> None:
    found = pasted(
        "What\tQuantity\tUnit cost\tCouncil\tNote",
        "A\t40 days\ttbc\tNowhere\tAsk Joan",
        "B\t1\t£5",
    )
    doubts = [(doubt.row, doubt.column, doubt.words) for doubt in found.doubts]
    assert doubts == [(2, "unit-cost", "tbc"), (2, "councils", "Nowhere")]
    assert found.rows[0]["note"] == "Ask Joan; Unit cost: tbc; Council: Nowhere"
    assert found.rows[1]["unit_cost"] == Decimal("5.00")
    assert misread_sentence(found.doubts) == (
        "2 cells were not understood: row 2 Unit cost “tbc”, row 2 Council “Nowhere”. "
        "Their words are in the note"
    )


def test_columns_that_nobody_asked_for_go_into_the_note() -> None:
    assert pasted("What\tGrade\tTotal", "A\tG7\t£500").rows[0] == {
        "what": "A",
        "total": Decimal("500.00"),
        "note": "Grade: G7",
    }


def test_words_for_a_quantity_take_the_stated_total() -> None:
    (row,) = pasted("What\tQuantity\tTotal", "Grant officer\t50% of a post\t£12,000").rows
    assert row["quantity_words"] == "50% of a post"
    assert row["total"] == Decimal("12000.00")


def test_a_total_that_does_not_add_up_is_asked_about() -> None:
    found = pasted("What\tQuantity\tUnit cost\tTotal", "A\t2\t£50\t£99")
    (doubt,) = found.doubts
    assert (doubt.words, doubt.why) == ("£99", "Its quantity and unit cost come to £100")
    assert "total" not in found.rows[0]
    (row,) = settled(found, "What\tQuantity\tUnit cost\tTotal", "A\t2\t£50\t£99").rows
    assert (row["total"], row["quantity_words"]) == (Decimal("99.00"), "2")


@pytest.mark.parametrize("words", ["Total", "Sub-total", "Grand total:", "Total (ex VAT)"])
def test_sums_and_empty_rows_are_passed_over(words: str) -> None:
    found = pasted("What\tTotal", "A\t£5", "\t", f"{words}\t£5", "Total station survey\t£7")
    assert [row["what"] for row in found.rows] == ["A", "Total station survey"]


def test_whatever_is_pasted_can_be_added() -> None:
    found = pasted(
        "What\tQuantity\tUnit cost\tTotal\tWho pays",
        "A\t1.23456 days\t£1\t\tme",
        "B\t99999999999\t£999999999999999",
        f"{'long ' * 9000}\t1\t1",
        "D\t-4\t1",
        "E\t3 days\t£5\tabout 12",
    )
    bid = add_rows(sample(), "cost-lines", found.rows)
    assert len(rows_of(bid, "cost-lines")) == len(rows_of(sample(), "cost-lines")) + 5


def test_nothing_in_nothing_out() -> None:
    for found in (pasted(""), read_grid(sample(), grid_of("", "<table></table>"))):
        assert not found.rows
        assert not found.is_doubtful


# --- what is doubtful --------------------------------------------------------------------------

FORM = (
    "Resource\tQuantity required\tTotal cost or value for this application\tWho will pay",
    "User researcher\t1 x FTE for 12 weeks\t£12,000\tMHCLG",
    "Service designer\t3 days per week\t£ 9,600\tMHCLG",
    "Business analyst\t30 days\t£7,500.00\tLA – in kind",
    "Project board\tN/A\tIn kind\tIn kind",
    "Travel\t\t1.2k\tMHCLG and LA",
    "TOTAL\t\t£30,300\t",
)


def test_a_form_of_2018_states_totals_and_words() -> None:
    found = pasted(*FORM)
    assert found.column_doubts == ()
    assert [(d.row, d.column, d.words) for d in found.doubts] == [
        (5, "total", "In kind"),
        (6, "payer", "MHCLG and LA"),
    ]
    told = [(r.get("quantity_words"), r.get("total"), r.get("payer")) for r in found.rows]
    assert told == [
        ("1 x FTE for 12 weeks", Decimal("12000.00"), "fund"),
        ("3 days per week", Decimal("9600.00"), "fund"),
        ("30 days", Decimal("7500.00"), "in-kind"),
        (None, None, "in-kind"),
        (None, Decimal("1200.00"), None),
    ]
    assert found.sums == 1
    assert passed_sentence(found) == "1 row of sums was passed over"


@pytest.mark.parametrize(
    ("heading", "cells", "key", "doubtful"),
    [
        ("Months", ("3", "2"), "quantity", False),
        ("Months", ("Jan 2019", "Feb to Mar 2019"), "stage", False),
        ("Months", ("Jan 2019", "3"), "stage", False),
        ("Cost", ("£5", "£6"), "total", False),
        ("Description", ("a", "b"), "note", False),
        ("Grade", ("G7", ""), "", True),
        ("Grade", ("", ""), "", False),
        ("", ("G7", ""), "", True),
    ],
)
def test_headings_with_two_meanings_or_none(
    heading: str, cells: tuple[str, str], key: str, doubtful: bool
) -> None:
    rows = (("Item", "Who pays", heading), *(("x", "Fund", cell) for cell in cells))
    columns = by_heading(rows, 0, 3, wanted_lines(sample()), {})
    assert columns.keys[2] == key
    assert bool(columns.doubts) == doubtful


def test_a_heading_is_no_doubt_where_its_other_meaning_is_taken() -> None:
    found = pasted("Item\tDays\tRate\tCost", "A\t2\t£5\t£10")
    assert not found.is_doubtful
    assert found.columns.keys == ("what", "quantity", "unit-cost", "total")


def test_a_block_without_headings_is_asked_about() -> None:
    (doubt,) = pasted("Researcher\t45 days\t£720").column_doubts
    assert doubt.id == "columns"


def test_a_cell_that_can_be_read_in_two_ways_offers_both() -> None:
    (doubt,) = pasted("What\tQuantity\tUnit cost", "A\t2\t1,25").doubts
    assert [reading.words for reading in doubt.readings] == [
        "Leave it in the note", "£1.25", "£125", "Leave the line out",
    ]  # fmt: skip


def test_further_columns_are_read_too() -> None:
    (row,) = pasted(
        "What\tTotal\tKind of cost\tWhen\tVAT\tSource of figure",
        "A\t£5\tLicence\tJan to Mar 2019\tNo VAT\tQuote",
    ).rows
    assert (row["category"], row["stage"]) == ("licences", "2019-01/2019-03")
    assert (row["vat"], row["source"]) == ("No VAT", "Quote")


def test_a_left_out_line_and_a_typed_cell() -> None:
    grid = grid_of("What\tUnit cost\tQuantity\nA\ttbc\t1\nB\ttbc\t2\n")
    ways = {"row/2/unit-cost": LEAVE_OUT, "row/3/unit-cost": Way("typed", "£5")}
    found = read_grid(sample(), grid, settled=ways)
    assert [(row["what"], row["unit_cost"]) for row in found.rows] == [("B", Decimal("5.00"))]


@pytest.mark.parametrize(
    ("words", "payer"),
    [
        ("MHCLG", "fund"),
        ("LA - in kind", "in-kind"),
        ("Council (cash)", "cash"),
        ("the grant", "fund"),
    ],
)
def test_payers_as_forms_write_them(words: str, payer: str) -> None:
    assert pasted("What\tTotal\tWho pays", f"A\t£5\t{words}").rows[0]["payer"] == payer


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_at_all_make_lines_that_can_be_added(one: str, other: str) -> None:
    keys = "\t".join(["What", "Quantity", "Unit cost", "Total", "Council", "When", "Category"])
    cells = "\t".join([one, other, one, other, one, other, one])
    found = pasted(keys, cells)
    add_rows(sample(), "cost-lines", found.rows)
    for at in range(min((len(doubt.readings) for doubt in found.doubts), default=0)):
        ways = {doubt.id: doubt.readings[at].way for doubt in found.doubts}
        again = read_grid(sample(), grid_of(f"{keys}\r\n{cells}\r\n"), settled=ways)
        add_rows(sample(), "cost-lines", again.rows)
