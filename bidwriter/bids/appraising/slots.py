"""The appraisal's form: for each kind of council the inputs there are, and the empty boxes that
wait for one; and what typing into a box does to the bid."""

from typing import NamedTuple

from bidwriter.bids.appraising.inputs import input_rows
from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import add_rows, remove_row, set_cell
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.appraisal import (
    BENEFITS,
    COSTS,
    INPUTS,
    Input,
    InputName,
    Whose,
    is_for_all,
    value_words,
)
from bidwriter.kinds.tables.appraisal_typed import parse_amount, parse_counted
from bidwriter.kinds.values.financial_years import parse_year
from bidwriter.kinds.values.numbers import parse_number, plain


class Slot(NamedTuple):
    """One box of the form. `row` is the input in it, None while nothing was typed."""

    input: InputName
    whose: tuple[Whose, ...]
    row: Input | None = None

    @property
    def title(self) -> str:
        """What the box is called."""
        return self.row.title if self.row else INPUTS[self.input].label

    @property
    def key(self) -> str:
        """The row's id, or what stands for it while there is none."""
        return self.row.id if self.row else f"{self.input} {' '.join(self.whose)}"


class Group(NamedTuple):
    """A heading of the form and its boxes."""

    title: str
    slots: tuple[Slot, ...]


_GROWTH: tuple[InputName, ...] = ("take-up", "growth")
_SHARING: dict[Whose, tuple[InputName, ...]] = {
    "lead": ("lead-effect", "renewal-effect"),
    "partner": ("reuse-effect", "renewal-effect"),
    "other": ("reuse-effect", "renewal-effect"),
}
_FOR_EVERY: tuple[InputName, ...] = (
    "confidence-factor", "cost-optimism", "benefit-delay", "price-year", "partners",
    "councils-adopting", "councils-possible", "councils-interested",
)  # fmt: skip


def groups(bid: Bid, whose: Whose) -> tuple[Group, ...]:
    """The form for one kind of council."""
    rows = input_rows(bid)
    unplaced = _unplaced(rows)
    return (
        *((Group("Still to place", unplaced),) if unplaced else ()),
        Group("What it costs", _slots(rows, COSTS, whose)),
        Group("What it saves", _slots(rows, BENEFITS, whose)),
        Group("How use grows", _slots(rows, _GROWTH, whose)),
        Group("What sharing does", _slots(rows, _SHARING[whose], whose)),
        Group("For every council", _slots(rows, _FOR_EVERY, whose)),
    )


def _unplaced(rows: tuple[Input, ...]) -> tuple[Slot, ...]:
    """Inputs that do not say yet what they are, or whose: every tab has them."""
    return tuple(
        Slot(row.input or "fixed-cost", row.whose, row)
        for row in rows
        if row.input is None or (not row.whose and not is_for_all(row.input))
    )


def _slots(rows: tuple[Input, ...], names: tuple[InputName, ...], whose: Whose) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for name in names:
        mine = [r for r in rows if r.input == name and (is_for_all(name) or whose in r.whose)]
        for_whom: tuple[Whose, ...] = () if is_for_all(name) else (whose,)
        found += [Slot(name, for_whom, row) for row in mine] or [Slot(name, for_whom)]
    return tuple(found)


# --- typing ----------------------------------------------------------------------------------


def value_cells(slot: Slot, typed: str) -> dict[str, Leaf]:
    """What typed words mean as the value of a box; "" clears it. Raises NotAllowedError."""
    if slot.input == "price-year":
        return {"first": parse_year(typed) if typed.strip() else None}
    none: dict[str, Leaf] = {"amount": None, "shared-by": None, "number": None}
    if not typed.strip():
        return none
    if INPUTS[slot.input].unit != "pounds":
        return {**none, "number": plain(parse_number(typed))}
    if slot.row is not None and not slot.row.in_money:
        number, unit = parse_counted(typed)
        return {**none, "number": plain(number), **({"unit": unit} if unit else {})}
    amount, by = parse_amount(typed)
    return {**none, "amount": f"{amount:.2f}", "shared-by": by if by and by > 1 else None}


def put_value(bid: Bid, question: str, slot: Slot, typed: str) -> Bid:
    """`bid` with a box's value typed: a new input if there was none, and none any more if nothing
    else was said of it. Raises NotAllowedError."""
    cells = value_cells(slot, typed)
    if slot.row is None:
        return add_input(bid, question, slot, cells) if typed.strip() else bid
    if not typed.strip() and _says_nothing_else(slot.row):
        return remove_row(bid, question, slot.row.id)
    return set_cell(bid, question, slot.row.id, cells)


def add_input(bid: Bid, question: str, slot: Slot, cells: dict[str, Leaf]) -> Bid:
    """`bid` with a new input. Raises NotAllowedError."""
    given = {name: leaf for name, leaf in cells.items() if leaf is not None}
    row = {"input": slot.input, "whose": slot.whose, **given}
    return add_rows(bid, question, (row,))


def _says_nothing_else(row: Input) -> bool:
    first = None if row.input == "price-year" else row.first
    return not any(
        (row.name, row.source, row.method, row.years, row.benefit_class, first, row.last)
    )


def value_text(row: Input) -> str:
    """A value as it stands in its box."""
    if (
        row.number is not None
        and row.is_rule
        and INPUTS[row.input or "partners"].unit != "per cent"
    ):
        return f"{row.number:,f}"
    return value_words(row)
