"""A round that asks one question of every kind, required and as plain as a pack can say it."""

from collections.abc import Iterable
from typing import Any

from bidwriter.kinds.kinds import KINDS
from bidwriter.rounds.round import Round, read_round

_OPTIONS = [{"id": "a", "label": "First"}, {"id": "b", "label": "Second"}]
# A column of every kind that a pack's own table can have.
COLUMNS_OF_EVERY_KIND: list[dict[str, Any]] = [
    {"id": "what", "label": "Milestone", "kind": "short-text"},
    {"id": "who", "label": "E-mail", "kind": "short-text", "format": "email", "optional": True},
    {"id": "note", "label": "Note", "kind": "long-text", "limit": {"words": 50}},
    {"id": "many", "label": "How many", "kind": "number", "total": True, "min": "0"},
    {"id": "cost", "label": "Cost", "kind": "money", "total": True, "max": "5000"},
    {"id": "day", "label": "Day", "kind": "date"},
    {"id": "when", "label": "By when", "kind": "month"},
    {"id": "sure", "label": "Secured", "kind": "yes-no"},
    {"id": "risk", "label": "Risk", "kind": "choose-one", "options": _OPTIONS},
    {"id": "kinds", "label": "Kinds", "kind": "choose-several", "options": _OPTIONS},
    {"id": "council", "label": "Council", "kind": "council"},
]
# What a question of a kind cannot do without; a kind that needs nothing more is not listed.
_NEEDS: dict[str, dict[str, Any]] = {
    "choose-one": {"options": [{"id": "a", "label": "First"}, {"id": "b", "label": "Second"}]},
    "choose-several": {"options": [{"id": "a", "label": "First"}, {"id": "b", "label": "Second"}]},
    "register": {"entries": "E1\tYork\nE2\tMalton"},
    "declarations": {"statements": [{"id": "true", "text": "What we say is true"}]},
    "table": {"columns": COLUMNS_OF_EVERY_KIND, "row-name": "milestone"},
    "cost-lines": {"match-by-source": True},
    "appraisal": {"first-year": 2019, "years": 12, "discount": [{"rate": "3.5"}]},
}


def round_of_every_kind(**more: Any) -> Round:
    """Its title comes first; `more` is said of every other question."""
    return round_asking(
        {
            "id": f"of-{kind}",
            "kind": kind,
            "wording": f"The {kind}?",
            **_NEEDS.get(kind, {}),
            **more,
        }
        for kind in KINDS
    )


def round_asking(questions: Iterable[dict[str, Any]]) -> Round:
    """A round of these questions, each on one page with all, after its title."""
    return read_round(pack_asking(questions))


def pack_asking(questions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The same as the data of a pack."""
    title = {"id": "title", "kind": "short-text", "wording": "What is it called?"}
    questions = [title, *({"wording": f"The {one['id']}?", **one} for one in questions)]
    task = {"id": "all", "label": "Answer all", "questions": [q["id"] for q in questions]}
    return {
        "format": 2, "id": "every-kind", "version": "1", "fund": "A fund", "name": "Every kind",
        "short-name": "Every", "cover": {"title": "title"}, "questions": questions,
        "sections": [{"id": "all", "title": "All", "tasks": [task]}],
        "principles": [{"number": 1, "name": "First", "text": "The first"}],
        "commitments": [{"id": "open", "audience": "All", "text": "We publish"}],
    }  # fmt: skip


# A whole answer of each kind that takes one, as an officer would type it.
TYPED: dict[str, str] = {
    "short-text": "Find a plot in three clicks",
    "rich-text": "We **ask** people.\n\n- One\n- Two",
    "choose-one": "First",
    "choose-several": "a; b",
    "declarations": "true",
    "yes-no": "yes",
    "date": "31 March 2019",
    "month": "March 2019",
    "money": "£80,000.50",
    "number": "1,250.5",
    "council": "Leeds City Council",
    "register": "Malton",
}

# The same of each part of an answer in parts.
TYPED_PARTS: dict[str, dict[str, str]] = {
    "address": {
        "line-1": "The Guildhall",
        "line-2": "Parliament Street",
        "town": "York",
        "county": "North Yorkshire",
        "postcode": "YO1 9QN",
    },
    "contact": {
        "name": "Joan Archer",
        "post": "Head of Digital",
        "email": "joan.archer@york.gov.uk",
        "phone": "01904 551550",
    },
}

# What an officer would type in a cell of each sort that has no list to choose from.
TYPED_CELLS: dict[str, str] = {
    "short-text": "A line of words",
    "money": "1,234.50",
    "number": "5",
    "date": "31 March 2019",
    "council": "Leeds City Council",
    "choose-several": "Leeds City Council",
    "yes-no": "yes",
    "stage": "2019-04",
    "month": "April 2026",
    "long-text": "First line\nSecond line",
    "financial year": "2019/20",
    "values by year": "2019/20 100; 2020/21 50",
}
