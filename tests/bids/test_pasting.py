"""Tables pasted from Excel, LibreOffice and Word."""

from decimal import Decimal

import pytest
from making import sample

from bidwriter.bids.editing import add_rows, rows_of
from bidwriter.bids.pasting import Pasted, misread_sentence, read_clipboard, read_grid
from bidwriter.bids.table_reading import grid_of, rows_of_html, rows_of_text


def pasted(*lines: str) -> Pasted:
    return read_clipboard(sample(), "\r\n".join(lines) + "\r\n")


def settled(found: Pasted, *lines: str, at: int = 1) -> Pasted:
    """The same table with every doubt settled by its reading `at`."""
    ways = {doubt.key: doubt.readings[at].way for doubt in found.doubts}
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
    for found in (pasted(""), read_clipboard(sample(), "", "<table></table>")):
        assert not found.rows
        assert not found.is_doubtful
