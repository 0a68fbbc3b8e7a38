"""A round as large as any fund's: 120 questions, 40 of them tables, 100 asked only when an earlier
answer says so; and a bid that answers all of it. For `make bench`."""

import json
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.rounds.round import Round, read_round

QUESTIONS, DECIDING = 120, 19
_KINDS = ("rich-text", "short-text", "number", "money", "choose-one", "date")
_TYPED = {
    "rich-text": "We ask people and write down what they say. " * 6, "short-text": "A hall",
    "number": "12", "money": "1,250", "choose-one": "a", "date": "31 March 2027",
    "yes-no": "yes",
}  # fmt: skip
COLUMNS = [
    {"id": "what", "label": "What", "kind": "short-text"},
    {"id": "when", "label": "By when", "kind": "month"},
    {"id": "cost", "label": "Cost", "kind": "money", "total": True},
    {"id": "risk", "label": "Risk", "kind": "choose-one",
     "options": [{"id": "low", "label": "Low"}, {"id": "high", "label": "High"}]},
]  # fmt: skip


def _question(at: int) -> dict[str, Any]:
    kind = "yes-no" if at < DECIDING else "table" if at % 5 in (0, 2) else _KINDS[at % len(_KINDS)]
    made: dict[str, Any] = {"id": f"q{at}", "kind": kind, "wording": f"Question {at}?"}
    if at >= DECIDING:
        made["asked-when"] = [{"question": f"q{at % DECIDING}", "is": ["yes"]}]
    if kind == "table":
        made["columns"] = COLUMNS
    if kind == "choose-one":
        made["options"] = [{"id": "a", "label": "First"}, {"id": "b", "label": "Second"}]
    if kind == "rich-text":
        made["limit"] = {"words": 300}
    return made


def large_round() -> Round:
    """The round."""
    title = {"id": "title", "kind": "short-text", "wording": "What is it called?"}
    questions = [title, *(_question(at) for at in range(QUESTIONS - 1))]
    ids = [question["id"] for question in questions]
    tasks = [
        {
            "id": f"t{at}",
            "label": f"Task {at}",
            "title": f"Task {at}",
            "questions": ids[at : at + 4],
        }
        for at in range(0, len(ids), 4)
    ]
    return read_round(
        {
            "format": 2, "id": "large", "version": "1", "fund": "A fund", "name": "A large round",
            "short-name": "Large", "cover": {"title": "title"}, "questions": questions,
            "sections": [{"id": "all", "title": "All", "tasks": tasks}],
        }
    )  # fmt: skip


def large_rounds_bid() -> Bid:
    """A bid that answers every question, ten rows in each table."""
    bid = set_typed(new_bid(large_round()), "title", "Halls")
    row = json.dumps({"what": "A hall", "when": "March 2027", "cost": "10.50", "risk": "low"})
    for question in bid.round.questions[1:]:
        if question.kind != "table":
            bid = set_typed(bid, question.id, _TYPED[question.kind])
        for _ in range(10 if question.kind == "table" else 0):
            bid = set_typed(bid, f"{question.id}/+", row)
    return bid
