"""What is typed into the appraisal, kept, told, joined and checked."""

from decimal import Decimal

import pytest
from appraised import EXAMPLE, Cells, bid_of
from making import NOW, sample

from bidwriter.bids.appraising.slots import Slot, groups, put_value
from bidwriter.bids.bid import Bid
from bidwriter.bids.joining.join import join
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import bid_of as read_bid
from bidwriter.bids.record.record import read_record, record
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.cells.years import parse_years
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.appraisal import Input, rule_id
from bidwriter.kinds.tables.appraisal_typed import parse_amount
from bidwriter.kinds.values.financial_years import parse_year, year_label
from bidwriter.kinds.values.numbers import parse_number


def rows(bid: Bid) -> dict[str, Input]:
    return {row.id: row for row in bid.by_id["appraisal"] if isinstance(row, Input)}  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["19/20", "2019/20", "2019-20", "2019/2020", "2019", "2019–20"])
def test_a_financial_year_is_typed_in_many_ways(typed: str) -> None:
    assert parse_year(typed) == 2019
    assert year_label(2019) == "19/20"


@pytest.mark.parametrize("typed", ["19", "19/21", "next year", "2019/22", "2019/2120", ""])
def test_what_is_no_financial_year_is_said(typed: str) -> None:
    with pytest.raises(NotAllowedError, match="19/20"):
        parse_year(typed)


@pytest.mark.parametrize("year", [1900, 1999, 2000, 2019, 2099, 2100, 2119, 2400])
def test_a_financial_year_reads_as_it_is_shown(year: int) -> None:
    assert parse_year(year_label(year)) == year


def test_a_year_is_typed_once() -> None:
    with pytest.raises(NotAllowedError, match="19/20 is there twice"):
        parse_years("19/20 5; 2019 6", in_money=True)


def test_amounts_numbers_and_years() -> None:
    assert parse_amount("£200,000 ÷ 3") == (Decimal(200000), 3)
    assert parse_amount("200k shared by 3 councils") == (Decimal(200000), 3)
    assert parse_amount("£1,250") == (Decimal(1250), None)
    assert parse_number("12.50%") == Decimal("12.5")
    assert parse_number("2/3") == Decimal("66.666666666667")
    assert parse_years("20/21 0; 19/20 = £200,000", in_money=True) == (
        "2019=200000.00",
        "2020=0.00",
    )
    for words in ("19/20", "£5", "19/20 lots"):
        with pytest.raises(NotAllowedError):
            parse_years(words, in_money=True)


def test_a_rule_has_one_row_for_each_kind_of_council() -> None:
    bid = bid_of([{"input": "growth", "whose": "lead", "number": "2"}])
    assert list(rows(bid)) == [rule_id("growth", ("lead",))]
    with pytest.raises(NotAllowedError, match="there already"):
        set_typed(bid, "appraisal/+", '{"input": "growth", "whose": "lead", "number": "3"}')


def test_two_councils_that_each_set_a_rule_meet_in_one_row() -> None:
    base = bid_of([])
    mine = set_typed(base, "appraisal/+", '{"input": "take-up", "whose": "all", "number": "50"}')
    theirs = set_typed(base, "appraisal/+", '{"input": "take-up", "whose": "all", "number": "60"}')
    joined = join(base, mine, theirs)
    assert len(rows(joined.bid)) == 1
    assert [c.place for c in joined.conflicts] == [f"appraisal/{next(iter(rows(mine)))}/number"]


def test_different_cells_of_one_input_join() -> None:
    base = bid_of([{"input": "fixed-cost", "whose": "lead", "amount": "10"}])
    place = f"appraisal/{next(iter(rows(base)))}"
    mine = set_typed(base, f"{place}/source", "IT budget")
    theirs = set_typed(base, f"{place}/amount", "12")
    joined = join(base, mine, theirs)
    row = next(iter(rows(joined.bid).values()))
    assert (row.source, row.amount, joined.conflicts) == ("IT budget", Decimal(12), ())


def test_a_box_makes_changes_and_takes_away_its_input() -> None:
    bid = bid_of([])
    box = next(s for g in groups(bid, "partner") for s in g.slots if s.input == "fixed-benefit")
    assert box == Slot("fixed-benefit", ("partner",))
    bid = put_value(bid, "appraisal", box, "£20k")
    filled = next(s for g in groups(bid, "partner") for s in g.slots if s.input == "fixed-benefit")
    assert filled.row is not None
    assert filled.row.amount == 20_000
    assert put_value(bid, "appraisal", filled, "").answer("appraisal") is None


def test_changes_are_told() -> None:
    old = bid_of([{"input": "fixed-cost", "whose": "lead", "amount": "10000", "name": "Hosting"}])
    place = f"appraisal/{next(iter(rows(old)))}"
    new = set_typed(set_typed(old, f"{place}/amount", "12000"), f"{place}/first", "20/21")
    assert {told.words for told in tell(old, new)} == {
        "raised Hosting from £10,000 to £12,000",
        "set the first year of Hosting to “20/21”",
    }


CASES: list[tuple[Cells, str, bool]] = [
    ({"input": "fixed-cost", "amount": "5"}, "whose", True),
    ({"input": "fixed-cost", "whose": "lead"}, "amount", True),
    ({"input": "fixed-cost", "whose": "lead", "amount": "-5", "source": "x"}, "amount", False),
    ({"input": "fixed-cost", "whose": "lead", "amount": "5"}, "source", False),
    ({"input": "renewal", "whose": "lead", "amount": "5"}, "every", True),
    ({"input": "confidence-factor", "number": "140", "source": "x"}, "number", True),
    ({"input": "growth", "whose": "lead", "number": "300", "source": "x"}, "number", True),
    ({"input": "fixed-benefit", "whose": "lead", "amount": "5"}, "benefit-class", False),
    ({"input": "fixed-cost", "whose": "lead", "amount": "5", "first": "2031"}, "first", False),
    (
        {"input": "fixed-cost", "whose": "lead", "amount": "5", "first": "2022", "last": "2020"},
        "last",
        True,
    ),
]


@pytest.mark.parametrize(("cells", "field", "stops"), CASES)
def test_each_fault_is_found_at_its_cell(cells: Cells, field: str, stops: bool) -> None:
    found = {p.place.split("/")[-1]: p for p in check(bid_of([cells]), NOW)
             if p.place.startswith("appraisal/")}  # fmt: skip
    assert field in found
    assert found[field].stops is stops


def test_the_example_has_only_missing_sources_and_kinds() -> None:
    found = [p for p in check(bid_of(EXAMPLE), NOW) if p.place.startswith("appraisal")]
    assert {p.check for p in found} == {"appraisal-source", "appraisal-class", "appraisal-prices"}
    assert not any(p.stops for p in found)


def test_a_tampered_result_shows() -> None:
    data = record(sample(), whole=True)
    made = read_record(data)[0]
    assert differences(made, read_bid(made, sample().round)) == ()
    data["figures"]["appraisal"]["scenarios"][0]["net-present-value"] = "9999999.99"
    made = read_record(data)[0]
    assert any("appraisal" in words for words in differences(made, read_bid(made, sample().round)))
