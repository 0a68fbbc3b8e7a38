"""Sums of money, and what all figures share: they are raised and lowered."""

from decimal import Decimal
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.values import money, money_reading


class Figure(Cell):
    """A cell whose leaf is a decimal in digits."""

    kind = "number"
    is_right = True
    longest = SHORT

    @override
    def changed(self, what: str, before: Leaf, after: Leaf, around: Around) -> str:
        """ "raised the unit cost of User researcher from £700 to £720"."""
        was, is_ = self.words(before, around), self.words(after, around)
        if before is None:
            return f"set {what} to {is_}"
        if after is None:
            return f"cleared {what}, which was {was}"
        risen = Decimal(str(after)) > Decimal(str(before))
        return f"{'raised' if risen else 'lowered'} {what} from {was} to {is_}"


class Pounds(Figure):
    """A sum in pounds, kept with its two places."""

    kind = "money"

    @override
    def leaf(self, value: Any) -> Leaf:
        return f"{money.pence(value):.2f}"

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return f"{money.parse(typed):.2f}"

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else money.show(Decimal(str(leaf)))

    @override
    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        return "" if leaf is None else Decimal(str(leaf))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        sums = (money.pence(amount) for amount in money_reading.readings(words))
        held = dict.fromkeys(amount for amount in sums if abs(amount) <= money.MOST)
        return tuple((money.show(amount), f"{amount:.2f}") for amount in held)


POUNDS = Pounds()
