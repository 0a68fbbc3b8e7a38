"""The named checks of money, and what a round asks of each line."""

from decimal import Decimal
from typing import Any

import pytest
from making import NOW, plain_sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import groups
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import add_rows, set_cell, take_round
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.problem import Problem
from bidwriter.rounds.round import data_of, read_round


def sample_with(*checks: dict[str, Any], **costs: Any) -> Bid:
    """The sample in a round with these checks alone, and these names on its cost question."""
    data = data_of(plain_sample().round)
    data["checks"] = list(checks)
    for question in data["questions"]:
        if question["kind"] == "cost-lines":
            question |= costs
    bid = take_round(plain_sample(), read_round(data))
    for row, category in (("cost000001", "supplier"), ("cost000004", "backfill")):
        bid = set_cell(bid, "cost-lines", row, {"category": category})
    return bid


def found(bid: Bid, name: str) -> list[Problem]:
    return [problem for problem in check(bid, NOW) if problem.check == name]


BETWEEN = [
    ({"max": "78400.00", "payer": "fund"}, ""),
    ({"max": "78000.00", "payer": "fund"}, "Bring costs paid by the fund down by £400"),
    ({"min": "100000.00"}, "Raise costs by £50"),
    ({"max": "30000.00", "category": "supplier"}, "Bring supplier costs down by £2,400"),
    ({"max": "50000.00", "principle": 1}, "Bring costs that serve User needs down by £12,080"),
    ({"min": "5000.00", "council": "each"}, "Raise costs for Scarborough by £2,655"),
    ({"max": "80000.00", "council": "lead"}, "Bring costs for Hambleton down by £665"),
    ({"min": "1.00", "max": "5.00", "payer": "cash", "or-nothing": True}, ""),
    ({"min": "1.00", "payer": "cash"}, "Raise costs given in cash by £1"),
    (
        {"min": "10000.00", "max": "20000.00", "category": "backfill", "or-nothing": True},
        "Raise backfill costs by £200 or take them out",
    ),
]


@pytest.mark.parametrize(("params", "words"), BETWEEN)
def test_between_two_sums(params: dict[str, Any], words: str) -> None:
    problems = found(sample_with({"check": "cost-between", **params}), "cost-between")
    assert (problems[0].words if problems else "") == words
    assert all(problem.place == "cost-lines" for problem in problems)


def test_the_rule_and_the_figure_are_said() -> None:
    rule = {"check": "cost-between", "min": "20000.00", "max": "30000.00", "category": "supplier"}
    (problem,) = found(sample_with({**rule, "or-nothing": True}), "cost-between")
    assert problem.detail == "They come to £32,400; the rule is nothing, or £20,000 to £30,000"


SHARES = [
    ({"max-percent": 10, "category": "backfill"}, ""),
    ({"max-percent": 9, "category": "backfill"}, "Bring backfill costs down by £884.07"),
    ({"max-percent": 40, "category": "supplier", "of": "grant", "payer": "fund"},
     "Bring supplier costs paid by the fund down by £1,733.34"),
    ({"min-percent": 22, "payer": "in-kind"}, "Raise costs given in kind by £562.83"),
]  # fmt: skip


@pytest.mark.parametrize(("params", "words"), SHARES)
def test_shares_of_the_whole_and_of_the_grant(params: dict[str, Any], words: str) -> None:
    problems = found(sample_with({"check": "cost-share", **params}), "cost-share")
    assert [problem.words for problem in problems] == ([words] if words else [])


def test_doing_what_a_share_says_is_enough() -> None:
    bid = sample_with({"check": "cost-share", "max-percent": 9, "category": "backfill"})
    for total, wanted in (("8915.93", 0), ("8915.94", 1)):
        row = f'{{"quantity": "", "unit-cost": "", "total": "{total}"}}'
        changed = set_typed(bid, "cost-lines/cost000004", row)
        assert len(found(changed, "cost-share")) == wanted


def test_what_a_round_asks_of_each_line() -> None:
    bid = sample_with(asks=["category", "stage"], stages=["sprints"])
    bid = set_typed(bid, "cost-lines/cost000001/stage", "Jan 2019")
    words = {problem.place: problem.words for problem in found(bid, "cost-line")}
    name = "“User researcher, supplier”"
    assert words[Place("cost-lines/cost000001/stage")] == f"Give {name} a sprint"
    assert "cost-lines/cost000001/category" not in words
    assert words[Place("cost-lines/cost000002/category")].startswith("Choose what kind of cost")
    assert words[Place("cost-lines/cost000002/stage")].startswith("Say when")


def test_without_asking_nothing_is_missing() -> None:
    assert found(sample_with(), "cost-line") == []


def test_a_category_that_the_round_does_not_offer_is_kept_and_said() -> None:
    bid = sample_with(categories=[{"id": "kit", "label": "Kit"}])
    (problem, *_) = found(bid, "cost-line")
    assert problem.words == "Choose again what kind of cost “User researcher, supplier” is"
    assert problem.place == "cost-lines/cost000001/category"


# --- below nought ------------------------------------------------------------------------------


def with_total(total: str, **costs: Any) -> Bid:
    """The sample with one more line, paid by the fund for Scarborough alone (£2,345 so far)."""
    line = {"what": "Discount", "total": total, "payer": "fund", "councils": ["E07000168"]}
    return add_rows(sample_with(**costs), "cost-lines", (line,))


def test_a_line_may_be_below_nought_and_counts_so() -> None:
    bid = with_total("-345.00")
    assert found(bid, "cost-line") == found(bid, "cost-sum") == []
    assert totals(bid).fund == totals(sample_with()).fund - 345
    assert [one.detail for one in found(with_total("-345.00", **{"below-nought": False}),
                                        "cost-line")] == [
        "Line 11, −£345; the round takes no line below nought"
    ]  # fmt: skip


@pytest.mark.parametrize(("below", "many"), [("-0.01", 0), ("0.00", 0), ("0.01", 1)])
def test_what_a_council_or_a_payer_comes_to_is_never_below_nought(below: str, many: int) -> None:
    for way, payer in (("council", "fund"), ("payer", "cash")):
        amount = next(
            (g.amount for g in groups(sample_with(), way) if g.key in ("E07000168", "cash")),  # type: ignore[arg-type]
            Decimal(0),
        )
        less = {"total": f"{-amount - Decimal(below):.2f}", "payer": payer}
        council = "E07000168" if way == "council" else "E07000164"
        line = {"what": "Income", "councils": [council], **less}
        problems = found(add_rows(sample_with(), "cost-lines", (line,)), "cost-sum")
        assert len(problems) == many
        assert all(one.detail == "Its cost lines come to −£0.01" for one in problems)
