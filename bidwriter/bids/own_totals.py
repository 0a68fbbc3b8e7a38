"""What the columns of a fund's own tables come to, as far as this bid is asked for them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.kinds.tables.own_columns import OwnColumn
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.values.numbers import plain


class OwnTotal(NamedTuple):
    """One column that is added up; no amount while it holds no figure."""

    question: OwnTable
    column: OwnColumn
    amount: Decimal | None

    @property
    def is_money(self) -> bool:
        """Whether it is pounds."""
        return self.column.kind == "money"

    @property
    def digits(self) -> str:
        """The total in digits: "1200.00" pounds, or a number as short as it is."""
        amount = self.amount or Decimal(0)
        return f"{amount:.2f}" if self.is_money else plain(amount)

    @property
    def shown(self) -> str | None:
        """The total as people read it; None for none."""
        return None if self.amount is None else self.column.shown(self.amount)


def own_totals(bid: Bid) -> Iterator[OwnTotal]:
    """Every column that is added up, table by table."""
    for question in bid.asked:
        if isinstance(question, OwnTable) and question.added_up:
            sums = question.totals(rows_of(bid, question.id))
            yield from (OwnTotal(question, c, sums.get(c.id)) for c in question.added_up)
