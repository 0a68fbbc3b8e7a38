"""The named check of what shows the principles."""

from collections.abc import Iterator

from pydantic import Field

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.bids.principles import evidence_of
from bidwriter.checks.named.costs import cost_question
from bidwriter.checks.named.rule import Finding, Params, Rule


class PrinciplesShown(Params):
    """`min`: how many of the principles must be shown by something; none given: all."""

    min: int | None = Field(default=None, ge=0, le=9)


def principles_shown(bid: Bid, params: PrinciplesShown) -> Iterator[Finding]:
    """Enough of the principles are shown by an answer, an output or a cost line."""
    shown = {number for (_, number) in evidence_of(bid)}
    lacking = [p for p in bid.round.principles if p.number not in shown]
    wanted = params.min if params.min is not None else len(bid.round.principles)
    if len(bid.round.principles) - len(lacking) < wanted:
        for principle in lacking:
            words = f"Say what shows principle {principle.number}, {principle.name}"
            detail = "No answer, output or cost line is marked as showing it"
            yield Finding(_first_item(bid).showing(principle.number), words, detail)
    yield from _unpaid_principles(bid)


def _unpaid_principles(bid: Bid) -> Iterator[Finding]:
    lines, table = cost_lines(bid), cost_question(bid)
    if not lines:
        return
    paid = {line.principle for line in lines}
    paid |= {number for (place, number) in evidence_of(bid) if place.root == table}
    for principle in bid.round.principles:
        if principle.number not in paid:
            words = f"Nothing you spend supports {principle.name}"
            detail, which = "Choose it for a cost line, or leave it so", str(principle.number)
            yield Finding(table, words, detail, which, "principle-money", "advice")


def _first_item(bid: Bid) -> Place:
    return next((Place(q.id) for q in bid.asked if q.answer_shows), NOWHERE)


RULES = (Rule("principles-shown", PrinciplesShown, principles_shown),)
