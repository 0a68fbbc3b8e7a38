"""The cost lines by UK financial year, April to March: the one home of these sums.

A line over several months is split by month in equal pence, odd pence to its first, and each month
belongs to one year, so that a line's years add up to the line and the years to the whole.
"""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.costs.shares import NOUGHT, month_shares
from bidwriter.kinds.tables.cost_lines import CostLine, Payer
from bidwriter.kinds.values.financial_years import year_of
from bidwriter.kinds.values.stage import Sprints

Year = int | None  # the year it begins in; None for lines with no month, and sprints in no calendar


def year_shares(line: CostLine, sprints: Sprints | None) -> dict[Year, Decimal]:
    """A line's amount by financial year, in order; what falls into none comes last."""
    found: dict[Year, Decimal] = {}
    for month, amount in month_shares(line, sprints).items():
        found[year_of(month)] = found.get(year_of(month), NOUGHT) + amount
    return dict(sorted(found.items(), key=_by_year))


def sums_by_year(bid: Bid) -> dict[Year, dict[Payer, Decimal]]:
    """What each payer pays in each financial year, in order, of lines that say who pays."""
    found: dict[Year, dict[Payer, Decimal]] = {}
    for question, lines in tables(bid):
        for line in lines:
            if line.payer:
                for year, amount in year_shares(line, question.sprints).items():
                    mine = found.setdefault(year, {})
                    mine[line.payer] = mine.get(line.payer, NOUGHT) + amount
    return dict(sorted(found.items(), key=_by_year))


def _by_year(item: tuple[Year, object]) -> tuple[bool, int]:
    return item[0] is None, item[0] or 0
