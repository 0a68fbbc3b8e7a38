"""Tables as other people make them: what a column means, what is asked, what is passed over."""

from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import sample

from bidwriter.bids.editing import add_rows
from bidwriter.bids.sheets.grid import InFull, grid_of
from bidwriter.bids.sheets.headings import taken_for
from bidwriter.bids.sheets.layout import AS_LINE
from bidwriter.bids.sheets.money_marks import AS_POUNDS, foreign_in, scale_in
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.table_reading import read_table
from bidwriter.bids.sheets.taking_in import Pasted, passed_sentence, read_grid, read_sheet
from bidwriter.bids.sheets.wanted import Wanted
from bidwriter.doubts import LEAVE_OUT, TAKE, TO_NOTE, Settled, Way, answer
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.day import DAY
from bidwriter.kinds.cells.money import POUNDS
from bidwriter.kinds.tables.rows import Row

BID = sample()


def taken(table: str, settled: Settled | None = None) -> Pasted:
    """A table written "Item|Total / A|5" as cost lines."""
    rows = table.replace(" / ", "\n").replace("|", "\t")
    return read_grid(BID, grid_of(rows), settled=settled)


def lines(found: Pasted) -> list[str]:
    """ "A 2 days 5.00 fund"."""
    keys = ("what", "quantity", "quantity_words", "unit", "unit_cost", "total", "payer")
    return [
        " ".join(f"{row[key]}" for key in keys if row.get(key) is not None) for row in found.rows
    ]


def asked(found: Pasted) -> list[str]:
    return [doubt.id for doubt in found.doubts]


# --- thousands and other money -----------------------------------------------------------------

SCALED = [
    # the table, what is asked, the lines if nobody answers, and as written
    ("Item|Total cost (£k) / A|80 / B|12.5", "scale/2", ["A 80000.00", "B 12500.00"]),
    ("Item|Cost £'000 / A|80 / B|90k", "scale/2", ["A 80000.00", "B 90000.00"]),
    ("Item|£000s / A|80", "scale/2", ["A 80000.00"]),
    ("Item|Total (thousands) / A|80", "scale/2", ["A 80000.00"]),
    ("Item|Cost in k / A|80", "scale/2", ["A 80000.00"]),
    ("Item|Cost £m / A|1.2", "scale/2", ["A 1200000.00"]),
    ("Item|Cost (millions) / A|1.2", "scale/2", ["A 1200000.00"]),
    ("Item|Days|Rate (pence) / A|2|150", "scale/3", ["A 2 days 1.50"]),
    ("Our budget (£000s) / Item|Cost / A|80", "scale", ["A 80000.00"]),
    ("Figures in thousands of pounds /  / Item|Cost / A|80", "scale", ["A 80000.00"]),
    ("Item|Cost / A|80 / B|9 / All sums in £k", "scale", ["A 80000.00", "B 9000.00"]),
    ("Item|Fund (£k)|In kind (£k) / A|80|", "scale/2", ["A 80000.00 fund"]),
]


@pytest.mark.parametrize(("table", "id_", "multiplied"), SCALED)
def test_thousands_are_asked_about(table: str, id_: str, multiplied: list[str]) -> None:
    found = taken(table)
    assert asked(found) == [id_]
    assert lines(found) == multiplied
    plain = taken(table, {id_: Way("times", "1")})
    assert not plain.is_doubtful
    assert lines(plain) != multiplied


@pytest.mark.parametrize(
    "words",
    ["Total", "Kit", "Cost to run", "Costs over £10,000", "Benchmark", "A budget of £80k",
     "Cost for 1,000 homes", "£1.2 million programme"],
)  # fmt: skip
def test_what_only_looks_like_thousands_is_not_asked(words: str) -> None:
    assert scale_in(words) == 1
    assert scale_in(words, title=True) == 1
    assert scale_in("Helping thousands of residents", title=True) == 1


FOREIGN = [
    "Item|Cost ($) / A|80",
    "Item|Cost USD / A|80",
    "Item|Cost in euros / A|80",
    "Item|Cost / A|€80",
    "Item|Cost / A|80 EUR",
    "Item|Days|Rate (US$) / A|1|80",
]


@pytest.mark.parametrize("table", FOREIGN)
def test_other_money_is_asked_about_once_a_column(table: str) -> None:
    found = taken(table)
    (doubt,) = found.doubts
    assert doubt.id.startswith("currency/")
    assert "80" in found.rows[0]["note"]
    assert not {"total", "unit_cost"} & found.rows[0].keys()
    pounds = taken(table, {doubt.id: AS_POUNDS})
    assert Decimal(80) in (pounds.rows[0].get("total"), pounds.rows[0].get("unit_cost"))
    assert "80" not in taken(table, {doubt.id: LEAVE_OUT}).rows[0].get("note", "")


def test_what_a_workbook_shows_in_thousands_is_not_multiplied_again() -> None:
    grid = (("Item", "Cost (£k)"), ("A", InFull("80000")))
    found = read_sheet(BID, Sheet("S", grid))
    assert (asked(found), lines(found)) == ([], ["A 80000.00"])


def test_cells_in_pounds_beside_other_money_stay() -> None:
    assert lines(taken("Item|Cost / A|€80 / B|£5")) == ["A", "B 5.00"]
    assert foreign_in("Eurostar tickets") == foreign_in("Audit") == ""


# --- headings, notes, second headings ----------------------------------------------------------


def test_rows_of_words_are_no_lines_and_are_counted() -> None:
    found = taken(
        "Item|Days|Rate|Total / Staff / Researcher|45|720|32400 /  / Travel / Trains|||500 / "
        "* All estimates / Trains are second class"
    )
    assert lines(found) == ["Researcher 45 days 720.00", "Trains 500.00"]
    assert passed_sentence(found) == "2 headings, 1 empty row and 2 notes were passed over"
    assert dict(found.passed)["note"] == (7, 8)
    assert lines(taken("Item|Total / A|5 / Board / C|6", {"row/3": AS_LINE})) == [
        "A 5.00", "Board", "C 6.00"
    ]  # fmt: skip


def test_a_list_of_names_without_figures_is_all_lines() -> None:
    assert lines(taken("Item|Total / Researcher / Designer")) == ["Researcher", "Designer"]


@pytest.mark.parametrize(
    ("table", "vat"),
    [
        ("Item|Total / A|5 / Rates exclude VAT", "Rates exclude VAT"),
        ("Costs without VAT /  / Item|Total / A|5", "Costs without VAT"),
        ("Item|Total (ex VAT) / A|5", "Total (ex VAT)"),
        ("Item|Net|VAT / A|5|1", "Net; VAT 1"),
        ("Item|Total|VAT / A|5|20%", "VAT 20%"),
        ("Item|Total|VAT / A|5|No VAT", "No VAT"),
    ],
)
def test_what_is_said_of_vat_goes_with_each_line(table: str, vat: str) -> None:
    assert taken(table).rows[0]["vat"] == vat


def test_net_and_gross_are_asked_about() -> None:
    table = "Item|Net|VAT|Gross / A|100|20|120 / Total|100|20|120"
    assert (asked(taken(table)), lines(taken(table))) == (["column/4"], ["A 100.00"])
    gross = taken(table, {"column/4": taken_for("total"), "column/2": TO_NOTE})
    assert (asked(gross), lines(gross)) == ([], ["A 120.00"])


def test_a_second_heading_has_its_own_columns() -> None:
    found = taken(
        "Item|Days|Rate|Total / A|45|720|32400 / Total|||32400 /  / "
        "Item|Value|Who pays / Officer time|£5,000|In kind / Total|£5,000|"
    )
    assert lines(found) == ["A 45 days 720.00", "Officer time 5000.00 in-kind"]
    assert not found.is_doubtful
    assert dict(found.passed)["heading"] == (5,)
    again = taken("Item|Cost / A|5 / Item|Grade|Cost / B|G7|6")
    assert asked(again) == ["column/2/row-3"]
    assert again.rows[1]["note"] == "Grade: G7"


def test_a_heading_nobody_knows_over_sums() -> None:
    found = taken("Thing|Cost / A|5 / B|6")
    assert (asked(found), lines(found)) == (["column/1"], ["A 5.00", "B 6.00"])
    found = taken("A|5 / B|6")
    assert (asked(found), lines(found)) == (["columns"], ["A 5.00", "B 6.00"])


def test_a_part_of_the_sum_beneath_it_is_no_line_in_silence() -> None:
    found = taken("Item|Cost / A|5 / B|7 / C|9 / Total|21 / Of which council|7 / Of which fund|14")
    assert len(found.rows) == 3
    assert asked(found) == ["row/6", "row/7"]


# --- names and payers --------------------------------------------------------------------------

KNOWN = [
    ("Item|Cost / A|5", ["A 5.00"]),
    ("Item|Price / A|5", ["A 5.00"]),
    ("Item|Amount / A|5", ["A 5.00"]),
    ("Description|Cost / A|5", ["A 5.00"]),
    ("Cost heading|Budget / A|5", ["A 5.00"]),
    ("Post|FTE|Months|Total / A|0.5|12|24000", ["A 0.5 FTE, 12 months 24000.00"]),
    ("Post|Days|Day rate|Cost / A|2|5|10", ["A 2 days 5.00"]),
    ("Post|FTE|Months|Monthly cost|Total / A|0.5|12|4000|24000", ["A 0.5 FTE, 12 months 24000.00"]),
    ("Item|Total|Who pays / A|5|LDF / B|6|MHCLG grant", ["A 5.00 fund", "B 6.00 fund"]),
    ("Item|Cost|Fund / A|5|In kind", ["A 5.00 in-kind"]),
    ("Item|Total / A|- / B|£- / C|£ - / D|0", ["A 0.00", "B 0.00", "C 0.00", "D 0.00"]),
    ("Item|Days|Rate|Total / A|2|5|- / B|2|-|-", ["A 2 days 5.00", "B 2 days 0.00"]),
    ("Item|Cost / A|£1.2 million / B|50p / C|1 250,00", ["A 1200000.00", "B 0.50", "C 1250.00"]),
    ("Item|Cost / A|1,000 / B|(250) / C|50-", ["A 1000.00", "B -250.00", "C -50.00"]),
    ("Item|Hours|Rate / A|37:30|20", ["A 37.5 hours 20.00"]),
    ("Item|Hours|Hourly rate / A|37:30:00|£20", ["A 37.5 hours 20.00"]),
    ("Role|Est. days|Daily rate (ex VAT)|Total est cost ex. VAT / A|2|5|10", ["A 2 days 5.00"]),
    ("Item|Estimated cost excl. VAT|Funder / A|5|Grant (MHCLG)", ["A 5.00 fund"]),
    ("Item|Day|No. of|Total / |rate|days| / A|100|5|500", ["A 5 days 100.00"]),
    ("Item|Cost||Total / |Fund|In kind| / A|2|3|5", ["A 2.00 fund", "A 3.00 in-kind"]),
    ("|Item|Cost / |A|5 / |Total|5", ["A 5.00"]),
    ("Category|Cost / Travel|5", ["Travel 5.00"]),
    ("Item|Quantity|Unit|Unit price|Amount / A|1|-|£5|£5 / B|||£|£6", ["A 1 5.00", "B 6.00"]),
    ("Item|Cost / A|50 / Less discount|(2) / Total due|48", ["A 50.00", "Less discount -2.00"]),
    ("Item|Cost / A|5 / B|7 / Balance|12", ["A 5.00", "B 7.00"]),
    ("Item|Cost / A|5 / Item|Cost / B|6 / Total|11", ["A 5.00", "B 6.00"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "made"), KNOWN)
def test_what_nobody_could_misread_is_not_asked(table: str, made: list[str]) -> None:
    found = taken(table)
    assert (asked(found), lines(found)) == ([], made)


def test_a_payer_that_repeats_is_asked_about_once() -> None:
    table = "Item|Total|Who pays / A|1|Match / B|2|LDF / C|4|match / D|8|Council"
    found = taken(table)
    assert asked(found) == ["payer=match", "payer=council"]
    assert [doubt.rows for doubt in found.doubts] == [(2, 4), (5,)]
    ways = {"payer=match": Way("typed", "cash"), "payer=council": Way("typed", "in-kind")}
    settled = taken(table, ways)
    assert not settled.is_doubtful
    assert [row["payer"] for row in settled.rows] == ["cash", "fund", "cash", "in-kind"]
    assert len(taken(table, {"payer=match": LEAVE_OUT}).rows) == 2


# --- sums across -------------------------------------------------------------------------------


def test_a_column_for_each_payer_makes_a_line_for_each() -> None:
    table = "Item|Grant|Match funding|Total / A|100|50|150 / B|-|25|25 / Total|100|75|175"
    found = taken(table)
    assert asked(found) == ["payer=match funding"]
    assert lines(found) == ["A 100.00 fund", "A 50.00", "B 25.00"]
    assert found.sums == 1
    settled = taken(table, {"payer=match funding": Way("typed", "in-kind")})
    assert lines(settled) == ["A 100.00 fund", "A 50.00 in-kind", "B 25.00 in-kind"]


def test_parts_that_do_not_come_to_the_total_are_asked_about() -> None:
    found = taken("Item|Fund|In kind|Total / A|100|50|160")
    assert asked(found) == ["row/2/total"]
    assert found.doubts[0].why == "What stands across the row comes to £150"
    assert asked(taken("Item|Days|Rate|Fund|In kind / A|3|50|100|50")) == []
    assert asked(taken("Item|Days|Rate|Fund|In kind / A|3|50|100|51")) == ["row/2/total"]


def test_a_column_for_each_council_asks_who_pays() -> None:
    found = taken("Item|Hambleton|Ryedale|Total / A|100|50|150")
    assert asked(found) == ["payer=hambleton", "payer=ryedale"]
    assert [row["councils"] for row in found.rows] == [("E07000164",), ("E07000167",)]
    paid = taken("Item|Who pays|Hambleton|Ryedale / A|Fund|100|50")
    assert (asked(paid), lines(paid)) == ([], ["A 100.00 fund", "A 50.00 fund"])


def test_years_over_payers_go_with_their_lines() -> None:
    found = taken(
        "|2018/19||2019/20| / Item|Fund|In kind|Fund|In kind / A|1|2|3|4 / B|5|6|7|8 / Total|6|8|10|12"
    )
    assert lines(found)[:4] == ["A 1.00 fund", "A 2.00 in-kind", "A 3.00 fund", "A 4.00 in-kind"]
    assert [row["stage"] for row in found.rows[1:3]] == ["2018-04/2019-03", "2019-04/2020-03"]
    assert found.rows[0]["note"] == "2018/19"
    assert (found.sums, found.is_doubtful) == (1, False)


PERIODS = [
    ("Item|Apr 2019|May 2019|Jun 2019 / A|100|100|100", "300.00", "2019-04/2019-06"),
    ("Item|Apr 2019|May 2019|Jun 2019 / A|100||100", "200.00", None),
    ("Item|Apr 2019|May 2019 / A|100|150", "250.00", None),
    ("Item|2018/19|2019/20 / A||150", "150.00", "2019-04/2020-03"),
    ("Item|Year 1|Year 2|Total / A|100|100|200", "200.00", None),
    ("Item|Q1|Q2|Q3|Q4 / A|1|2|3|4", "10.00", None),
    ("Item|Sprint 1|Sprint 2 / A|5|5", "10.00", "sprint-1/sprint-2"),
]


@pytest.mark.parametrize(("table", "total", "stage"), PERIODS)
def test_months_and_years_across_are_added_up_and_told(
    table: str, total: str, stage: str | None
) -> None:
    found = taken(table)
    (row,) = found.rows
    assert (asked(found), str(row["total"]), row.get("stage")) == ([], total, stage)
    assert row["note"].count(": £") == len(
        [c for c in table.split(" / ")[1].split("|")[1:] if c]
    ) - ("Total" in table)
    assert found.remarks


def test_days_across_are_times_the_rate() -> None:
    sure = taken("Item|Day rate|Apr 2019|May 2019|Total / A|500|10|5|7500")
    assert (asked(sure), lines(sure)) == ([], ["A 15 days 500.00"])
    table = "Item|Day rate|Apr 2019|May 2019 / A|500|10|5"
    assert asked(taken(table)) == ["across"]
    assert lines(taken(table, {"across": Way("money")})) == ["A 15.00"]
    assert asked(taken("Item|Day rate|Apr 2019|May 2019 / A|500|£10|£5")) == []


# --- quantities --------------------------------------------------------------------------------


def settled_by(table: str, at: int) -> Pasted:
    """The table with its one doubt settled by its reading `at`."""
    (doubt,) = taken(table).doubts
    return taken(table, {doubt.id: doubt.readings[at].way})


def test_a_third_is_rounded_or_a_sum_in_all() -> None:
    table = "Item|Days|Rate / A|0.333333333333333|300"
    assert [reading.words for reading in taken(table).doubts[0].readings[1:3]] == [
        "0.3333: £99.99",
        "£100 in all",
    ]
    assert lines(settled_by(table, 1)) == ["A 0.3333 days 300.00"]
    assert lines(settled_by(table, 2)) == ["A 0.333333333333333 days 100.00"]
    assert not settled_by(table, 2).is_doubtful
    assert asked(taken("Item|Days|Rate / A|0.3333|300")) == []


def test_a_sum_with_more_places_than_pence_is_offered_rounded() -> None:
    table = "Item|Total / A|33.3333333333333"
    assert lines(settled_by(table, 1)) == ["A 33.33"]
    assert lines(taken("Item|Total £k / A|33.3333333333333")) == ["A 33333.33"]


def test_a_quantity_below_nought_can_be_a_discount() -> None:
    table = "Item|Days|Rate / A|-2|100"
    assert lines(settled_by(table, 1)) == ["A -2 days -200.00"]


@pytest.mark.parametrize(
    ("table", "made"),
    [
        ("Item|Hours|Day rate / A|37:30|400", "A 5 days 400.00"),
        ("Item|Days|Hourly rate / A|2|20", "A 15 hours 20.00"),
        ("Item|Quantity|Rate / A|2 weeks|£400 per day", "A 10 days 400.00"),
    ],
)
def test_hours_at_a_rate_by_the_day_are_asked_about(table: str, made: str) -> None:
    assert asked(taken(table)) == ["row/2/quantity"]
    assert lines(settled_by(table, 1)) == [made]
    assert not settled_by(table, 1).is_doubtful


def test_two_quantities_and_a_rate_are_asked_about() -> None:
    table = "Post|FTE|Months|Monthly cost / A|0.5|12|4000"
    assert asked(taken(table)) == ["row/2/quantity-words"]
    assert lines(taken(table)) == ["A 0.5 FTE, 12 months 24000.00"]
    assert lines(settled_by(table, 1)) == ["A 0.5 12 months FTE 4000.00"]


# --- what does not show ------------------------------------------------------------------------

GRID = (("Item", "Total", "Old"), ("A", "100", "7"), ("B", "250", ""), ("C", "50", ""))


@pytest.mark.parametrize(
    ("sheet", "id_", "left", "whole"),
    [
        (Sheet("S", GRID, hidden_rows=frozenset({3})), "hidden-rows", "A C", "A B C"),
        (Sheet("S", GRID, struck=frozenset({(3, 1), (3, 2)})), "struck-rows", "A C", "A B C"),
    ],
)
def test_rows_that_do_not_show_are_left_out_and_asked_about(
    sheet: Sheet, id_: str, left: str, whole: str
) -> None:
    found = read_sheet(BID, sheet._replace(grid=(*GRID, ("Total", "400", ""))))
    assert [doubt.id for doubt in found.doubts if "column" not in doubt.id] == [id_]
    assert " ".join(row["what"] for row in found.rows) == left
    assert found.sums == 1, "a sum may count rows that do not show"
    assert read_sheet(BID, sheet._replace(grid=(*GRID, ("Total", "150", "")))).sums == 1
    both = read_sheet(BID, sheet, settled={id_: TAKE, "column/3": LEAVE_OUT})
    assert (" ".join(row["what"] for row in both.rows), both.doubts) == (whole, ())
    out = read_sheet(BID, sheet, settled={id_: LEAVE_OUT, "column/3": LEAVE_OUT})
    assert (len(out.rows), out.doubts) == (2, ())
    assert "1 " in passed_sentence(out)


def test_columns_and_cells_that_do_not_show_are_asked_about() -> None:
    sheet = Sheet("S", GRID, hidden_columns=frozenset({3}), struck=frozenset({(4, 2)}))
    found = read_sheet(BID, sheet)
    assert [(d.id, d.words) for d in found.doubts] == [
        ("hidden-columns", "column C “Old”"), ("struck-cells", "1 cell, in row 4")
    ]  # fmt: skip
    assert "total" not in found.rows[2]
    taken_in = read_sheet(BID, sheet, settled={"hidden-columns": TAKE, "struck-cells": TAKE})
    assert asked(taken_in) == ["column/3"]
    assert taken_in.rows[2]["total"] == 50


def test_what_is_hidden_and_empty_or_above_the_table_is_not_asked() -> None:
    grid = (("Our costs",), *GRID[:2], ("", "", ""))
    sheet = Sheet("S", grid, hidden_rows=frozenset({1, 4}), hidden_columns=frozenset({9}))
    assert asked(read_sheet(BID, sheet)) == ["column/3"]


# --- any table by its columns ------------------------------------------------------------------


class Milestone(Row):
    """A row of a table that some fund asks for, with no note."""

    name: Annotated[str | None, Column("Milestone", LINE, names="stage;step")] = None
    when: Annotated[str | None, Column("By when", DAY, names="date;due")] = None
    cost: Annotated[str | None, Column("Cost", POUNDS)] = None


def milestones(
    table: str, settled: Settled | None = None
) -> tuple[list[dict[str, str]], list[str]]:
    rows = table.replace(" / ", "\n").replace("|", "\t")
    wanted = Wanted(Milestone, Around(BID))
    found = read_table(Sheet("", grid_of(rows)), wanted, settled or {})
    return [*found.rows], [doubt.id for doubt in found.doubts]


def test_a_table_of_own_columns_is_read_by_the_same_reader() -> None:
    rows, doubts = milestones(
        "Plan / Due|Milestone|Cost (£k) / 15 Jan 2019|Alpha|5 / / soon|Beta|-"
    )
    assert rows == [
        {"name": "Alpha", "when": "2019-01-15", "cost": "5000.00"}, {"name": "Beta"}
    ]  # fmt: skip
    assert doubts == ["scale/3", "row/4/when"]
    rows, doubts = milestones("Due|Milestone|Owner / 15 Jan 2019|Alpha|Joan")
    assert doubts == ["column/3"]
    assert rows == [{"name": "Alpha", "when": "2019-01-15"}]


# --- laws --------------------------------------------------------------------------------------

CELLS = st.sampled_from(
    ["", "-", "£-", "5", "£80k", "1,25", "€5", "37:30", "0.3333333", "-4", "Total", "Staff", "Match",
     "Item", "Cost (£k)", "Fund", "Hambleton", "Apr 2019", "May 2019", "Days", "Rate", "VAT", "Net",
     "1.250", "1,250 CR", "2 weeks", "£400 per day", "tbc", "In kind"],
)  # fmt: skip


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=6).map(tuple), min_size=1, max_size=7).map(tuple),
    st.sets(st.integers(1, 7), max_size=2),
    st.sets(st.tuples(st.integers(1, 7), st.integers(1, 6)), max_size=3),
    st.integers(0, 3),
)
def test_every_reading_of_every_doubt_makes_lines_that_can_be_added(
    grid: tuple[tuple[str, ...], ...],
    hidden: set[int],
    struck: set[tuple[int, int]],
    at: int,
) -> None:
    sheet = Sheet("S", grid, hidden_rows=frozenset(hidden), struck=frozenset(struck))

    def doubts(settled: Settled):  # type: ignore[no-untyped-def]
        return read_sheet(BID, sheet, settled=settled).doubts

    given_: dict[str, str] = {}
    for _ in range(4):
        for doubt in answer(doubts, given_).met:
            given_.setdefault(doubt.id, doubt.readings[min(at, len(doubt.readings) - 1)].way.id)
    found = answer(doubts, given_)
    assert not found.unfit
    pasted = read_sheet(BID, sheet, settled=found.settled)
    add_rows(BID, "cost-lines", pasted.rows)
    assert read_sheet(BID, sheet, settled=found.settled) == pasted


@pytest.mark.parametrize(
    ("many", "asked"), [(14_999, []), (15_000, []), (15_001, ["row/2/what", "row/3/note"])]
)
def test_words_longer_than_a_line_are_asked_about(many: int, asked: list[str]) -> None:
    grid = (
        ("What", "Total cost", "Payer", "Note"),
        ("a" * many, "500", "Fund", ""),
        ("Van", "20", "Fund", "n" * many),
    )
    made = read_grid(sample(), grid)
    assert [doubt.id for doubt in made.doubts] == asked
    assert [len(row["what"]) for row in made.rows] == [min(many, 15_000), 3]
    assert len(made.rows[1]["note"]) == min(many, 15_000)
    settled = {id_: Way("out") for id_ in asked}
    assert len(read_grid(sample(), grid, settled=settled).rows) == (0 if asked else 2)


@pytest.mark.parametrize(
    ("heading", "row", "read"),
    [
        (("In kind", "Amount"), ("Office space", "£5,000"), {"total": Decimal("5000.00")}),
        (("Non-staff", "Cost"), ("Travel", "90"), {"total": Decimal("90.00")}),
        (("In kind work", "Hours", "Rate"), ("Officer", "20", "30"), {"quantity": Decimal(20)}),
    ],
)
def test_a_second_heading_is_read_by_its_own_columns(
    heading: tuple[str, ...], row: tuple[str, ...], read: dict[str, Decimal]
) -> None:
    grid = (("Item", "Days", "Rate"), ("Developer", "10", "500"), (), heading, row)
    made = read_grid(sample(), grid)
    first, second = made.rows
    assert (first["what"], second["what"]) == ("Developer", row[0])
    assert read.items() <= second.items()
    assert "1 heading" in passed_sentence(made)


def test_words_in_a_column_of_words_are_no_heading() -> None:
    grid = (("Item", "Category", "Cost"), ("Developer", "Budget", "500"), ("Writer", "Cost", "60"))
    assert [row["what"] for row in read_grid(sample(), grid).rows] == ["Developer", "Writer"]
