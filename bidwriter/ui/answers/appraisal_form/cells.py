"""Which details each sort of input has, and what they are called in the form."""

from typing import NamedTuple

from bidwriter.kinds.tables.appraisal import Input, InputName, is_for_all
from bidwriter.kinds.tables.appraisal_cells import says, unused, uses
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.numbers import plain


class Cell(NamedTuple):
    """One detail: its name in the bid, its label, and a hint."""

    field: str
    label: str
    hint: str = ""


_NAME = Cell("name", "Name")
_FIRST = Cell("first", "First year", "Like 20/21")
_LAST = Cell("last", "Last year", "If it ends")
_UNIT = Cell("unit", "Unit", "What is counted in a year, like hours")
_DOUBT = Cell("uncertainty", "Uncertainty", "Per cent either way, like 20")
_SAID = (
    Cell("source", "Source", "Where the figure comes from"),
    Cell("method", "Method", "How it was worked out"),
)
_OF: dict[InputName, tuple[Cell, ...]] = {
    "development": (_NAME, Cell("first", "Year", "Like 19/20")),
    "fixed-cost": (_NAME, _FIRST, _LAST),
    "variable-cost": (_NAME, _FIRST, _LAST),
    "renewal": (_NAME, Cell("every", "Every so many years", "Like 5"), _FIRST, _LAST),
    "fixed-benefit": (_NAME, _UNIT, _FIRST, _LAST),
    "variable-benefit": (_NAME, _UNIT, _FIRST, _LAST),
    "take-up": (_FIRST, Cell("rise", "Points it rises a year", "Like 12.5")),
    "growth": (_FIRST, _LAST),
    "councils-adopting": (_FIRST, _LAST),
}
# What an input holds although its sort has no use for it is shown, so that it can be taken out.
_ELSE = {
    cell.field: cell
    for cell in (
        _FIRST, _LAST, _UNIT, Cell("every", "Every so many years"),
        Cell("rise", "Points it rises a year"), Cell("shared-by", "Shared by"),
    )
}  # fmt: skip


def typed_cells(row: Input) -> tuple[Cell, ...]:
    """The details of an input that are typed, in order."""
    own = _OF.get(row.input, ()) if row.input else (_NAME,)
    shown = tuple(cell for cell in own if cell is not _UNIT or not row.in_money)
    held = tuple(_ELSE[name] for name, _ in unused(row) if name in _ELSE)
    doubt = (_DOUBT,) if shows(row, "uncertainty") else ()
    return (*shown, *held, *_SAID, *doubt)


def shows(row: Input, field: str) -> bool:
    """Whether the form shows a detail: where it is of use, or where something is in it."""
    return row.input is None or uses(row.input, field) or says(row, field)


def cell_text(row: Input, field: str) -> str:
    """A typed detail as it stands in its box."""
    value = getattr(row, field.replace("-", "_"))
    if value is None:
        return ""
    if field in ("first", "last"):
        return year_label(value)
    return plain(value) if field in ("rise", "uncertainty") else str(value)


def has_whose(row: Input) -> bool:
    """Whether it can be said whose the input is; some are the lead's by nature, or everybody's."""
    return row.input is None or not (is_for_all(row.input) or row.input == "lead-effect")
