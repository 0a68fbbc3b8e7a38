"""The columns of a table that a form asks to be filled in, from its headings."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from bidwriter.fund_forms.found import FoundColumn, FoundOption, unlike
from bidwriter.fund_forms.words.limits import limit_in, optional_in
from bidwriter.fund_forms.words.line import Grid, tidy
from bidwriter.fund_forms.words.patterns import either

_YEAR = re.compile(
    r"\b(?:fy\s?)?20\d\d\s?(?:[/–-]|to)\s?(?:20)?\d\d\b|"
    r"\byear (?:\d|one|two|three|four|five)\b|^20\d\d$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"£|\b(?:costs?|amount|value|budget|grant|fund(?:ing|s)|total|spend|price|income|expenditure|"
    r"contribution|capital|revenue)\b",
    re.IGNORECASE,
)
_COST = re.compile(r"£|\b(?:costs?|amount|grant|price)\b", re.IGNORECASE)
_ITEM = either("items?", "costs?", "description", "category", "expenditure", "activity", "element",
               "heading", "type", "line")  # fmt: skip
_MATCH = either("match", "partner", "own", "other", "in.?kind", "cash", "contribution")
_ORDINAL = re.compile(r"(?:no|#|ref|number|id)\.?$", re.IGNORECASE)
# By what stands in a heading; the first that is found counts.
_KINDS = (
    (re.compile(r"\by(?:es)?\s*/\s*no?\b|\byes or no\b", re.IGNORECASE), "yes-no"),
    (_YEAR, "money"),
    (either("month"), "month"),
    (re.compile(r"(?:no\.?|number|quantity|qty|how many|target|baseline|days|hours|fte|units?)\b|"
                r".*\bnumber of\b|.*%|.*\bper ?cent\b", re.IGNORECASE), "number"),
    (_SUM, "money"),
    (either("dates?", "by when", "deadline", "due", "start", "end", "finish", "completion",
            "when"), "date"),
    (either("description", "describe", r"detail\w*", "mitigation", "actions?", "how", "why",
            "explanation", r"comments?", "notes?", "outcomes?", "activity", "impact", "purpose",
            "justification", "risks?", "outputs?", "deliverables?"), "long-text"),
)  # fmt: skip
_SHORT = 60  # characters of a heading: the rest is its hint


class Shape(NamedTuple):
    """What the headings of a table are: whether of costs, by financial year, and the heading of
    what others give."""

    is_costs: bool
    years: tuple[str, ...]
    match: str


def shape_of(grid: Grid) -> Shape:
    """Whether a table is one of costs: something that names an item, and sums beside it."""
    first, *rest = [tidy(head) for head in grid.heads] or [""]
    years = tuple(head for head in rest if _YEAR.search(head))
    is_costs = bool(_ITEM.search(first)) and bool(years or any(_COST.search(one) for one in rest))
    match = next((head for head in rest if _MATCH.search(head)), "")
    return Shape(is_costs, years, match)


def columns_of(grid: Grid) -> tuple[FoundColumn, ...]:
    """A column for each heading; the one that only numbers the rows is left out, and so is the
    first where the rows have labels."""
    found: list[FoundColumn] = []
    for at, head in enumerate(grid.heads):
        if at == 0 and (grid.labels or _ORDINAL.match(tidy(head))):
            continue
        options = grid.options[at] if at < len(grid.options) else ()
        taken = [one.label for one in found]
        found.append(_column(tidy(head) or f"Column {at + 1}", options, taken))
    return tuple(found)


def _column(head: str, options: tuple[str, ...], taken: list[str]) -> FoundColumn:
    words, limit = limit_in(head)
    words, optional = optional_in(words)
    words = words or head
    short = words
    if len(words) > _SHORT:
        short = f"{words[:_SHORT].rpartition(' ')[0] or words[:_SHORT]}…"
    label = unlike(short, taken)
    kind = "choose-one" if options else _kind(words, limit or {})
    more: dict[str, Any] = {
        "hint": words if short != words else "",
        "optional": optional == "yes",
        "total": kind == "money",
        "limit": limit if kind in ("short-text", "long-text") else None,
        "format": "email" if kind == "short-text" and either("e-?mail").search(words) else "",
    }
    listed = tuple(FoundOption(option, option) for option in options)
    return FoundColumn(label, kind, listed, {name: value for name, value in more.items() if value})


def _kind(words: str, limit: Mapping[str, int]) -> str:
    if limit:
        return "long-text" if max(limit.values()) > _SHORT else "short-text"
    found = (kind for pattern, kind in _KINDS if pattern.search(words))
    return next(found, "short-text")
