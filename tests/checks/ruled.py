"""Rounds with one rule, and bids that come to its edge, made through the public face."""

from typing import Any

from making import NOW, round_1

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import add_rows, new_bid
from bidwriter.checks.checking import check
from bidwriter.checks.problem import Problem
from bidwriter.rounds.round import data_of, read_round

Cells = dict[str, Any]
HAMBLETON, RICHMONDSHIRE, RYEDALE = "E07000164", "E07000166", "E07000167"
DAYS = ("starts", "ends")


def ruled(rule: str, **params: Any) -> Bid:
    """An empty bid in a round with this rule alone, and with two questions for days."""
    data = data_of(round_1())
    data["checks"] = [
        {"check": rule, **{name.strip("_").replace("_", "-"): to for name, to in params.items()}}
    ]
    data["questions"] += [
        {"id": day, "kind": "date", "wording": f"When it {day}", "label": day.title()}
        for day in DAYS
    ]
    task = {"id": "days", "label": "Give the days", "title": "Days", "questions": list(DAYS)}
    data["sections"][-1]["tasks"].append(task)
    return new_bid(read_round(data))


def paid(bid: Bid, *lines: Cells) -> Bid:
    """With these cost lines, each paid by the fund unless it says otherwise."""
    return add_rows(
        bid, "cost-lines", tuple({"what": "Work", "payer": "fund", **line} for line in lines)
    )


def found(bid: Bid) -> list[Problem]:
    """What the round's one rule finds."""
    (rule,) = bid.round.checks
    return [problem for problem in check(bid, NOW) if problem.check == rule.check]


def words(bid: Bid) -> list[str]:
    return [problem.words for problem in found(bid)]


def councils(bid: Bid, many: int, **cells: Any) -> Bid:
    """With so many councils, the first of them the lead."""
    codes = (HAMBLETON, RICHMONDSHIRE, RYEDALE, "E07000168")[:many]
    rows = ({"council": {"code": code}, **cells} for code in codes)
    with_lead = ({**row, "lead": True if at == 0 else None} for at, row in enumerate(rows))
    return add_rows(bid, "partners", tuple(with_lead))
