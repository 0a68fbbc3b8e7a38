"""A cost line shared out: among its councils, over its months and financial years, in whole pence.

The law of all: the shares of a line add up to the line, and odd pence have one fixed place. Each
month belongs to one financial year, April to March, so that the years add up to the whole.
"""

from decimal import Decimal

from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.values.financial_years import year_of
from bidwriter.kinds.values.stage import Sprints, months_of

NOUGHT = Decimal("0.00")


def councils_of(line: CostLine, partners: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the councils that a line belongs to; "" stands for none named."""
    if line.councils == (ALL,):
        return partners or ("",)
    return line.councils or ("",)


def shares(line: CostLine, partners: tuple[str, ...], lead: str) -> dict[str, Decimal]:
    """A line's amount in equal shares by council; odd pence go to the lead, or to the first."""
    keys = tuple(dict.fromkeys(councils_of(line, partners)))
    return _shared(line.amount or NOUGHT, keys, lead if lead in keys else keys[0])


def month_shares(line: CostLine, sprints: Sprints | None) -> dict[str, Decimal]:
    """A line's amount in equal shares by month, odd pence to the first; sprints that fall into
    no month have shares of their own, and "" stands for a line with no stage."""
    if line.stage is None:
        return {"": line.amount or NOUGHT}
    parts = months_of(line.stage, sprints)
    numbered = tuple(str(at) for at in range(len(parts)))
    shared = _shared(line.amount or NOUGHT, numbered, "0")
    found: dict[str, Decimal] = {}
    for at, month in enumerate(parts):
        found[month] = found.get(month, NOUGHT) + shared[str(at)]
    return found


Year = int | None  # the year it begins in; None for lines with no month, and sprints in no calendar


def year_shares(line: CostLine, sprints: Sprints | None) -> dict[Year, Decimal]:
    """A line's amount by financial year, in order; what falls into none comes last."""
    found: dict[Year, Decimal] = {}
    for month, amount in month_shares(line, sprints).items():
        found[year_of(month)] = found.get(year_of(month), NOUGHT) + amount
    return dict(sorted(found.items(), key=by_year))


def by_year(item: tuple[Year, object]) -> tuple[bool, int]:
    """What puts years in order, with what falls into none last."""
    return item[0] is None, item[0] or 0


def _shared(amount: Decimal, keys: tuple[str, ...], odd_to: str) -> dict[str, Decimal]:
    pennies = int(amount * 100)
    share, odd = divmod(abs(pennies), len(keys))
    sign = -1 if pennies < 0 else 1
    parts = dict.fromkeys(keys, Decimal(sign * share).scaleb(-2))
    parts[odd_to] += Decimal(sign * odd).scaleb(-2)
    return parts
