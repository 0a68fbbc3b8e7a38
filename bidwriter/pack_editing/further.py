"""What else a question of each kind can say: how it is asked for, and how it is read and shown."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.number import parse as parse_number

FurtherSort = Literal["words", "count", "flag", "list"]


class Further(NamedTuple):
    """One thing: its name in the pack, what it is called, and what it takes."""

    name: str
    label: str
    sort: FurtherSort


_OTHER = (Further("other", "Another answer can be written in own words", "flag"),)
_DAYS = (
    Further("not-before-today", "It takes no day that is over", "flag"),
    Further("not-after-today", "It takes no day to come", "flag"),
)
FURTHER: Mapping[str, tuple[Further, ...]] = {
    "choose-one": _OTHER,
    "choose-several": _OTHER,
    "date": _DAYS,
    "month": _DAYS,
    "money": (Further("or-nothing", "£0 is fine beside these", "flag"),),
    "number": (
        Further("whole", "Whole numbers alone", "flag"),
        Further("unit", "What is counted, such as homes", "words"),
    ),
    "yes-no": (Further("yes", "Words for yes", "words"), Further("no", "Words for no", "words")),
    "file": (
        Further("types", "Types of file, such as pdf, docx", "list"),
        Further("most", "Files at most", "count"),
        Further("largest-mb", "Largest file, in MB", "count"),
        Further("most-pages", "Pages at most, of a PDF", "count"),
    ),
    "table": (
        Further("row-name", "What one row is called", "words"),
        Further("least-rows", "Rows at least", "count"),
        Further("most-rows", "Rows at most", "count"),
    ),
    "cost-lines": (
        Further("by-year", "Costs are asked for by financial year", "flag"),
        Further("match-by-source", "Who gives what the fund does not pay is asked", "flag"),
    ),
}


def whole_number(words: str, least: int = 0) -> int:
    """A whole number that was typed. Raises NotAllowedError."""
    many = parse_number(words, whole=True)
    if many != int(many) or many < least:
        raise NotAllowedError(f"Write a whole number, {least} or more")
    return int(many)


def shown_further(further: Further, question: Mapping[str, Any]) -> str:
    """What a question says, as it is shown."""
    value = question.get(further.name, "")
    if further.sort == "list" and isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def read_further(further: Further, typed: str) -> Any:
    """What was typed, as the pack has it; None for nothing. Raises NotAllowedError."""
    words = typed.strip()
    if not words:
        return None
    if further.sort == "count":
        return whole_number(words, least=1)
    if further.sort == "list":
        return [one.strip().lstrip(".").casefold() for one in words.split(",") if one.strip()]
    return words
