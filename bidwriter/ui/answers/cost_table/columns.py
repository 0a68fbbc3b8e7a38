"""The columns of the table: what each is called, what it holds, and how wide it likes to be."""

from enum import IntEnum
from typing import NamedTuple


class Col(IntEnum):
    """A column, from left to right."""

    WHAT = 0
    QUANTITY = 1
    UNIT_COST = 2
    TOTAL = 3
    PAYER = 4
    COUNCILS = 5
    PRINCIPLE = 6
    CATEGORY = 7
    STAGE = 8
    VAT = 9
    NOTE = 10
    SOURCE = 11


class Spec(NamedTuple):
    """`field` is the cell's name in places; `least` and `share` say how widths are shared."""

    title: str
    field: str
    least: int
    share: int
    right: bool = False
    verb: str = ""


SPECS = {
    Col.WHAT: Spec("What", "what", 184, 30, verb="Say what"),
    Col.QUANTITY: Spec("Quantity", "quantity", 96, 11, right=True, verb="Give"),
    Col.UNIT_COST: Spec("Unit cost", "unit-cost", 92, 10, right=True, verb="Give"),
    Col.TOTAL: Spec("Total", "total", 94, 10, right=True, verb="Give"),
    Col.PAYER: Spec("Who pays", "payer", 84, 9, verb="Choose"),
    Col.COUNCILS: Spec("Council", "councils", 138, 15, verb="Choose"),
    Col.PRINCIPLE: Spec("Principle", "principle", 160, 18),
    Col.CATEGORY: Spec("Category", "category", 100, 9, verb="Choose"),
    Col.STAGE: Spec("When", "stage", 136, 11, verb="Say when"),
    Col.VAT: Spec("VAT", "vat", 140, 12, verb="Say how"),
    Col.NOTE: Spec("Note", "note", 160, 16, verb="Write"),
    Col.SOURCE: Spec("Source", "source", 160, 16, verb="Say where from"),
}
CHOICES = (Col.PAYER, Col.COUNCILS, Col.PRINCIPLE, Col.CATEGORY)
FURTHER = (Col.CATEGORY, Col.STAGE, Col.VAT, Col.NOTE, Col.SOURCE)
_ROOMY = 1180
_BY_FIELD = {spec.field: col for col, spec in SPECS.items()} | {
    "": Col.WHAT,
    "unit": Col.QUANTITY,
    "quantity-words": Col.QUANTITY,
}


def column_of(field: str) -> Col:
    """The column in which a cell's written name is edited."""
    return _BY_FIELD.get(field, Col.WHAT)


def shown_in(
    room: float, chosen: tuple[str, ...] | None, asked: tuple[str, ...], used: set[str]
) -> tuple[Col, ...]:
    """The further columns to show: those chosen; while none were chosen, those that the round
    asks for, and in a roomy table (`room` at 100 % text) those that a line uses."""
    if chosen is not None:
        return tuple(col for col in FURTHER if SPECS[col].field in chosen)
    wanted = {*asked, *(used if room >= _ROOMY else ())}
    return tuple(col for col in FURTHER if SPECS[col].field in wanted)


def widths_in(room: int, least: dict[Col, int]) -> dict[Col, int]:
    """Column widths that fill `room`, or the least ones where it is too narrow."""
    spare = max(0, room - sum(least.values()))
    whole = sum(SPECS[col].share for col in least)
    found = {col: least[col] + spare * SPECS[col].share // whole for col in least}
    found[Col.WHAT] += max(0, room - sum(found.values())) if spare else 0
    return found
