"""What each payer pays in each UK financial year, April to March."""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.costs.shares import NOUGHT, Year, by_year, year_shares
from bidwriter.kinds.tables.cost_lines import Payer


def sums_by_year(bid: Bid) -> dict[Year, dict[Payer, Decimal]]:
    """What each payer pays in each financial year, in order, of lines that say who pays."""
    found: dict[Year, dict[Payer, Decimal]] = {}
    for question, lines in tables(bid):
        for line in lines:
            if line.payer:
                for year, amount in year_shares(line, question.sprints).items():
                    mine = found.setdefault(year, {})
                    mine[line.payer] = mine.get(line.payer, NOUGHT) + amount
    return dict(sorted(found.items(), key=by_year))
