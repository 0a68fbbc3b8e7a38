"""Rounds with tables of a fund's own columns, and words that fit or do not fit their cells."""

from typing import Any

from every_kind import COLUMNS_OF_EVERY_KIND

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.rounds.round import Round, read_round

MILESTONES: dict[str, Any] = {
    "row-name": "milestone",
    "columns": [
        {"id": "what", "label": "Milestone", "kind": "short-text"},
        {"id": "cost", "label": "Cost", "kind": "money", "total": True},
        {"id": "note", "label": "Note", "kind": "long-text", "optional": True},
    ],
}
SPEND: dict[str, Any] = {
    "row-name": "year",
    "columns": [
        {"id": "capital", "label": "Capital", "kind": "money", "total": True},
        {"id": "revenue", "label": "Revenue", "kind": "money", "total": True},
    ],
    "rows": [
        {"id": "year-1", "label": "2026 to 2027"},
        {"id": "year-2", "label": "2027 to 2028"},
    ],
}
EVERY: dict[str, Any] = {"columns": COLUMNS_OF_EVERY_KIND}


def pack(version: str = "1", /, **tables: dict[str, Any]) -> dict[str, Any]:
    """The data of a pack with these tables, by id."""
    questions: list[dict[str, Any]] = [
        {"id": "title", "kind": "short-text", "wording": "What is it called?"},
        {"id": "story", "kind": "rich-text", "wording": "What is it about?", "optional": True},
    ]
    for id_, table in tables.items():
        questions.append({"id": id_, "kind": "table", "wording": f"The {id_}?", **table})
    tasks = [
        {"id": q["id"], "label": f"Answer {q['id']}", "questions": [q["id"]]} for q in questions
    ]
    return {
        "format": 2, "id": "own", "version": version, "fund": "A fund", "name": "Own tables",
        "short-name": "Own", "cover": {"title": "title"}, "questions": questions,
        "sections": [{"id": "all", "title": "All", "tasks": tasks}],
        "principles": [{"number": 1, "name": "First", "text": "The first"}],
    }  # fmt: skip


def round_with(version: str = "1", /, **tables: dict[str, Any]) -> Round:
    """A round with these tables, by id."""
    return read_round(pack(version, **tables))


def bid_on(*, typed: dict[str, str] | None = None, **tables: dict[str, Any]) -> Bid:
    """A bid for such a round, with typed values by place."""
    bid = new_bid(round_with(**tables))
    for place, words in (typed or {}).items():
        bid = set_typed(bid, place.split("#")[0], words)
    return bid


def own_rows(bid: Bid, id_: str) -> list[OwnRow]:
    """The rows that a table shows."""
    return [row for row in rows_of(bid, id_) if isinstance(row, OwnRow)]


def table(bid: Bid, id_: str) -> OwnTable:
    """One of the tables."""
    found = bid.round.by_id[id_]
    assert isinstance(found, OwnTable)
    return found
