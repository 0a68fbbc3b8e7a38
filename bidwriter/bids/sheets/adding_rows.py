"""Rows of a table as numbers, and the sums of any that stand together."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Literal, NamedTuple

from bidwriter.bids.sheets.sum_names import Name

Amounts = list[int | None]
Claims = tuple[int, ...] | None
# How far from a sum rounding can ever bring it, in pence: a first sieve.
_NEAR = 1_000


class Row(NamedTuple):
    """What a row says, in pence. `works` is its quantity × unit cost, `exact` whether that came to
    whole pence. A row without amounts divides sections where `divides` is set."""

    number: int
    name: Name = "other"
    total: int | None = None
    works: int | None = None
    rate: int | None = None
    quantity: Decimal | None = None
    exact: bool = True
    payer: str = ""
    is_vat: bool = False
    divides: bool = False

    @property
    def claim(self) -> int | None:
        """What it comes to if it is a sum."""
        return next((a for a in (self.total, self.works, self.rate) if a is not None), None)

    @property
    def claims(self) -> tuple[int, ...]:
        """What it could come to if it is a sum: its total, else either of the other two."""
        found = (self.works, self.rate) if self.total is None else (self.total,)
        return tuple(sorted(amount for amount in found if amount is not None))

    @property
    def is_worked(self) -> bool:
        """Whether its amount is its own quantity × unit cost."""
        return self.works is not None and self.total in (None, self.works)


class Span(NamedTuple):
    """Some rows added up: which is the first and the last, how many. `edge` is what bounds them
    ("" within a section, "maybe" where only a suspected sum stands); `group` the words for those
    that do not stand together; `slack` what rounding may have done to the sum, in pence."""

    first: int
    last: int
    many: int
    total: int
    quantity: Decimal
    has_pence: bool = False
    slack: int = 0
    edge: Literal["", "sure", "maybe"] = "sure"
    group: str = ""


class Stretch:
    """Running sums of some of the rows, so that any stretch of them is added up at once."""

    def __init__(self, rows: Sequence[Row], amounts: Amounts) -> None:
        counts = [amount is not None for amount in amounts]
        self._rows_of = list(accumulate(map(int, counts), initial=0))
        self._places = [at for at, counted in enumerate(counts) if counted]
        self._totals = list(accumulate((amount or 0 for amount in amounts), initial=0))
        self._pence = list(accumulate((bool((a or 0) % 100) for a in amounts), initial=0))
        told = list(zip(rows, counts, strict=True))
        quantities = [
            row.quantity or Decimal(0) if counted else Decimal(0) for row, counted in told
        ]
        self._quantities = list(accumulate(quantities, initial=Decimal(0)))
        unsure = (counted and not row.exact for row, counted in told)
        self._unsure = list(accumulate(unsure, initial=0))

    def is_near(self, start: int, end: int, claims: Claims) -> bool:
        """Whether there are any from `start` to before `end`, and near to one of `claims`."""
        if start >= end or self._rows_of[start] == self._rows_of[end]:
            return False
        if claims is None:
            return True
        total = self._totals[end] - self._totals[start]
        return claims[0] - _NEAR <= total <= claims[-1] + _NEAR

    def span(self, start: int, end: int) -> Span:
        """Those from `start` to before `end`, added up."""
        before, upto = self._rows_of[start], self._rows_of[end]
        many = upto - before
        return Span(
            self._places[before] if many else start,
            self._places[upto - 1] if many else start,
            many,
            self._totals[end] - self._totals[start],
            self._quantities[end] - self._quantities[start],
            self._pence[end] > self._pence[start],
            # Half a penny for each line that was rounded.
            (self._unsure[end] - self._unsure[start] + 1) // 2,
        )
