"""The named checks of what is asked and given in all: caps, least sums, the applicants' share."""

from collections.abc import Iterator
from decimal import ROUND_UP, Decimal
from typing import Annotated

from pydantic import Field

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.checks.named.rule import Finding, Params, Rule
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.values.money import Money, show


class CostCap(Params):
    """`max`: the most that may be asked of the fund."""

    max: Annotated[Money, Field(ge=0)]


class CostMinimum(Params):
    """`min`: the least that may be asked of the fund; nothing asked is fine if `or_nothing`."""

    min: Annotated[Money, Field(ge=0)]
    or_nothing: bool = False


class ContributionShare(Params):
    """`min_percent`: how much of the whole project the applicants must give."""

    min_percent: int = Field(ge=0, le=100)
    cash_only: bool = False


# --- the checks -------------------------------------------------------------------------------


def cost_cap(bid: Bid, params: CostCap) -> Iterator[Finding]:
    """What is asked of the fund stays at or under the cap."""
    asked = totals(bid).fund
    if asked > params.max:
        phase = bid.round.phase(bid.phase)
        name = f"{phase.name.lower()} cap" if phase else "cap"
        words = f"Bring what you ask the fund for down by {show(asked - params.max)}"
        detail = f"You ask for {show(asked)}; the {name} is {show(params.max)}"
        yield Finding(cost_question(bid), words, detail)


def cost_minimum(bid: Bid, params: CostMinimum) -> Iterator[Finding]:
    """What is asked of the fund is not too little."""
    asked = totals(bid).fund
    has_lines = any(lines for _, lines in tables(bid))
    if has_lines and asked < params.min and not (params.or_nothing and not asked):
        words = f"Ask the fund for {show(params.min)} or more"
        detail = f"You ask for {show(asked)}"
        yield Finding(cost_question(bid), words, detail)


def contribution_share(bid: Bid, params: ContributionShare) -> Iterator[Finding]:
    """The applicants give enough of the whole themselves."""
    sums = totals(bid)
    given = sums.cash if params.cash_only else sums.contributed
    short = sums.whole * params.min_percent / Decimal(100) - given
    if short <= 0:
        return
    what = "in cash" if params.cash_only else "in kind or in cash"
    if params.min_percent < 100:
        words = f"Give {show(penny_up(change_by(short, params.min_percent)))} more {what}"
    else:  # giving more would raise the whole by as much
        rest = "what is not given in cash" if params.cash_only else "what you ask the fund for"
        words = bring_down(rest, short)
    detail = f"{params.min_percent}% of the whole project is asked of you"
    yield Finding(cost_question(bid), words, detail)


def bring_down(name: str, by: Decimal) -> str:
    """The words of a remedy: so much less, in whole pence and never too little."""
    return f"Bring {name} down by {show(penny_up(by))}"


def change_by(distance: Decimal, percent: int) -> Decimal:
    """How much to change lines by, where the whole grows or shrinks with them; under 100 %."""
    return distance * 100 / (100 - percent)


def penny_up(amount: Decimal) -> Decimal:
    """In whole pence, never too little."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_UP)


def cost_question(bid: Bid) -> Place:
    """The place that problems of money lead to."""
    return next((Place(q.id) for q in bid.asked if isinstance(q, CostLines)), NOWHERE)


RULES = (
    Rule("cost-cap", CostCap, cost_cap, "cost-lines"),
    Rule("cost-minimum", CostMinimum, cost_minimum, "cost-lines"),
    Rule("contribution-share", ContributionShare, contribution_share, "cost-lines"),
)
