"""What the cost lines add up to. Lines round half up to pence; totals add rounded lines."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.costs.shares import NOUGHT, shares
from bidwriter.kinds.tables.cost_lines import CostLine, Payer


class Totals(NamedTuple):
    """Sums in pounds. `fund` is asked of the fund; `in_kind` and `cash` the applicants give.
    By council and principle: key → sum (principle 0: none); each set of parts adds to the whole.
    Every other way of adding up, with the lines behind each sum, is in `groups`."""

    fund: Decimal
    in_kind: Decimal
    cash: Decimal
    fund_by_principle: dict[int, Decimal]
    by_principle: dict[int, Decimal]
    by_council: dict[str, dict[Payer, Decimal]]
    unpaid: Decimal

    @property
    def contributed(self) -> Decimal:
        """What the applicants give, in kind and in cash."""
        return self.in_kind + self.cash

    @property
    def whole(self) -> Decimal:
        """The whole project, as far as lines say who pays."""
        return self.fund + self.contributed


def cost_lines(bid: Bid) -> tuple[CostLine, ...]:
    """All cost lines that this bid's phase asks for, in order."""
    return tuple(line for _, lines in tables(bid) for line in lines)


def totals(bid: Bid) -> Totals:
    """The sums of a bid's cost lines."""
    partners = tuple(p.key for p in bid.partners if p.key)
    return _totals(cost_lines(bid), partners, bid.lead.key if bid.lead else "")


@lru_cache(maxsize=64)
def _totals(lines: tuple[CostLine, ...], partners: tuple[str, ...], lead: str) -> Totals:
    paid = [line for line in lines if line.payer]
    fund = [line for line in paid if line.payer == "fund"]
    return Totals(
        _sum(fund),
        _sum(line for line in paid if line.payer == "in-kind"),
        _sum(line for line in paid if line.payer == "cash"),
        _grouped(fund, lambda line: line.principle or 0),
        _grouped(paid, lambda line: line.principle or 0),
        _by_council(paid, partners, lead),
        _sum(line for line in lines if not line.payer),
    )


def _sum(lines: Iterable[CostLine]) -> Decimal:
    return sum((line.amount or NOUGHT for line in lines), NOUGHT)


def _grouped(lines: list[CostLine], key: Callable[[CostLine], int]) -> dict[int, Decimal]:
    groups: dict[int, Decimal] = {}
    for line in lines:
        groups[key(line)] = groups.get(key(line), NOUGHT) + (line.amount or NOUGHT)
    return dict(sorted(groups.items()))


def _by_council(
    lines: list[CostLine], partners: tuple[str, ...], lead: str
) -> dict[str, dict[Payer, Decimal]]:
    sums: dict[str, dict[Payer, Decimal]] = {key: {} for key in partners}
    for line in lines:
        assert line.payer is not None
        for key, share in shares(line, partners, lead).items():
            mine = sums.setdefault(key, {})
            mine[line.payer] = mine.get(line.payer, NOUGHT) + share
    return sums
