"""A round that asks who gives what the fund does not pay, and one that takes some ways of paying
alone; and what shows in a round that has no principles and no declaration."""

import json
from typing import Any

import pytest
from asking_round import question, round_of
from making import NOW, round_1

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import payers_of, ways_of
from bidwriter.bids.editing import add_rows, new_bid
from bidwriter.bids.record.figures import figures
from bidwriter.bids.sheets.giving_out import sheet_of
from bidwriter.bids.telling.finance import finance_summary
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.desk.reading_html import reading_html
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.rounds.round import Round


def bid_of_lines(round_: Round, *lines: dict[str, str]) -> Bid:
    bid = new_bid(round_)
    for line in lines:
        bid = set_typed(bid, "costs/+", json.dumps({"what": "Hall", "total": "10.00", **line}))
    return bid


def asking(**more: Any) -> Round:
    return round_of(question("costs", "cost-lines", **more), question("who", "partners"))


MATCHED = asking(**{"match-by-source": True})


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ({"payer": "fund"}, set()),
        ({"payer": "cash"}, {"given-by", "secured"}),
        ({"payer": "in-kind", "given-by": "Arts Council"}, {"secured"}),
        ({"payer": "cash", "given-by": "Arts Council", "secured": "no"}, set()),
    ],
)
def test_who_gives_it_is_asked_of_what_the_fund_does_not_pay(
    line: dict[str, str], lacking: set[str]
) -> None:
    bid = bid_of_lines(MATCHED, line)
    fields = {p.place.field for p in check(bid, NOW) if p.stops and p.place.question == "costs"}
    assert fields - {"councils"} == lacking


def test_match_funding_is_added_up_by_who_gives_it() -> None:
    council = {"given-by": "Arts Council", "payer": "cash"}
    bid = bid_of_lines(
        MATCHED, {"payer": "fund"}, {**council, "secured": "yes"}, {**council, "secured": "no"},
        {"payer": "in-kind"},
    )  # fmt: skip
    told = figures(bid).by_giver
    assert told and {one.name: str(one.whole) for one in told} == {
        "Arts Council": "20.00", "": "10.00",
    }  # fmt: skip
    assert "giver" in ways_of(bid)
    [section] = [s for s in finance_summary(bid).sections if "who gives it" in s.title]
    assert section.rows == (("Arts Council", "£20", "£10"), ("Nobody named", "£10", "£0"))
    assert "Given by: Arts Council" in reading_html(bid)


def test_a_round_that_does_not_ask_for_it_shows_nothing_of_it() -> None:
    bid = bid_of_lines(asking(), {"payer": "cash"})
    assert figures(bid).by_giver is None and "giver" not in ways_of(bid)
    places = {row.place.field for row in places_of(bid)}
    assert not places & {"given-by", "secured", "principle", "signed", "signed-on"}
    [costs] = [q for q in bid.asked if isinstance(q, CostLines)]
    head = sheet_of(bid, costs, ())[0]
    assert not {"Given by", "Secured", "Principle"} & set(head)
    html = reading_html(set_typed(bid, "who/+", '{"council": "E06000014"}'))
    assert "Declaration" not in html and "rinciple" not in html


def test_a_round_with_principles_and_a_declaration_shows_both() -> None:
    places = {row.place.field for row in places_of(new_bid(round_1()))}
    assert {"principle", "signed", "signed-on"} <= places


def test_only_the_ways_of_paying_that_the_round_takes_can_be_chosen() -> None:
    round_ = asking(payers=["fund", "cash"])
    bid = bid_of_lines(round_, {"payer": "fund"})
    assert payers_of(bid) == ("fund", "cash")
    in_kind = add_rows(bid, "costs", ({"what": "Room", "total": "5.00", "payer": "in-kind"},))
    told = [p.words for p in check(in_kind, NOW) if p.place.field == "payer"]
    assert told == ["Choose again who pays for “Room”"]
    assert payers_of(in_kind) == ("fund", "in-kind", "cash")


@pytest.mark.parametrize(
    ("table", "most"), [("costs", 2_000), ("who", 500)], ids=["costs", "partners"]
)
def test_no_more_rows_are_added_than_any_file_can_be_read_with(table: str, most: int) -> None:
    bid = new_bid(asking())
    full = add_rows(bid, table, ({},) * most)
    with pytest.raises(NotAllowedError, match=f"can hold {most:,} rows at most"):
        add_rows(full, table, ({},))
