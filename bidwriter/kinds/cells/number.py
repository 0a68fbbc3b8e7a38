"""Figures that are no money: quantities with their unit beside them, numbers, whole numbers."""

import re
from decimal import Decimal
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import Cell
from bidwriter.kinds.cells.money import Figure
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.values import money_reading
from bidwriter.kinds.values.numbers import parse_number, parse_quantity, plain


class Quantity(Figure):
    """How much of something; the row's `unit` says of what."""

    @override
    def leaf(self, value: Any) -> Leaf:
        return f"{value:f}"

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        quantity, unit = parse_quantity(typed)
        if quantity is None or unit:
            raise NotAllowedError("Write the quantity as a number, like 45 or 12.5")
        return plain(quantity)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return f"{self.typed(leaf, around)}{_unit(leaf, around)}"

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else plain(Decimal(str(leaf)))

    @override
    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        return "" if leaf is None else Decimal(str(leaf))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        kept = (plain(n) for n in money_reading.readings(words) if n == round(n, 4))
        return tuple((number, number) for number in kept)

    @override
    def changed(self, what: str, before: Leaf, after: Leaf, around: Around) -> str:
        """ "raised User researcher from 40 to 45 days": the unit is said once."""
        bare = super().changed(what, before, after, around._replace(row=None))
        return f"{bare}{_unit(after or before, around)}"


def _unit(leaf: Leaf, around: Around) -> str:
    unit = getattr(around.row, "unit", None)
    return f" {unit}" if leaf is not None and unit else ""


class Number(Figure):
    """A number with what always stands round it: ±20%, 12.5 points."""

    def __init__(self, before: str = "", after: str = "") -> None:
        self._before, self._after = before, after

    @override
    def leaf(self, value: Any) -> Leaf:
        return f"{value:f}"

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return plain(parse_number(typed.strip().removeprefix("±")))

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else f"{self._before}{leaf}{self._after}"

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else str(leaf)

    @override
    def changed(self, what: str, before: Leaf, after: Leaf, around: Around) -> str:
        return Cell.changed(self, what, before, after, around)


class Whole(Number):
    """A whole number from 1, typed with or without the years or councils that it counts."""

    @override
    def leaf(self, value: Any) -> Leaf:
        return int(value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        digits = re.fullmatch(r"(\d{1,4})(?: (?:years?|councils?))?", typed.strip())
        if not digits or not int(digits[1]):
            raise NotAllowedError("Write a whole number, like 5")
        return int(digits[1])


QUANTITY, WHOLE = Quantity(), Whole()
