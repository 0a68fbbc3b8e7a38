"""Sums of one council or of one cost line, held against that council's or line's own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.printing.live_figures import council_figure, in_days, place_of
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.held.named import bid_councils_named, lines_named, names_strangers
from bidwriter.checks.held.slips import has_same_digits, is_near
from bidwriter.checks.held.totals import TrueSum, told
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.partners import Partner
from bidwriter.kinds.values.money import show

# Between a name and the sum that is its own: "Ryedale: £950", "a service designer at £22,200".
_COUNCILS_OWN = re.compile(
    r"[\s:,(–—-]*(?:gives?|has|gets|receives|contributes|puts in|takes|keeps)?\s*", re.IGNORECASE
)
_LINES_OWN = re.compile(
    r"\s*(?:[:,(–—-]|at|costs?|comes to|is|for|is (?:priced|costed) at)?\s*", re.IGNORECASE
)
_DEFINITE = re.compile(r"\b(?:our|the|this)\s*\Z", re.IGNORECASE)


def council_grant(bid: Bid, claim: Claim) -> Disagreement | None:
    """What a council is said to have of the grant; several named have that each or together."""
    named = bid_councils_named(bid, claim.before) or bid_councils_named(bid, claim.subject)
    if not named or names_strangers(bid, claim.subject):
        return None
    parts = [grant_of(bid, partner) for partner in named]
    wrong = [part for part in parts if not claim.agrees_with(part.amount)]
    if re.search(r"\b(each|apiece)\b", claim.subject):
        return told(claim, wrong[0]) if wrong else None
    together = sum((part.amount for part in parts), NOUGHT)
    if len(wrong) < len(parts) or claim.agrees_with(together):
        return None
    return told(claim, parts[0])


def beside_a_name(bid: Bid, claim: Claim) -> Disagreement | None:
    """A sum right beside a council's or a line's name that is another council's or line's: what
    was changed about."""
    return _beside_a_line(bid, claim) or _beside_a_council(bid, claim)


def _beside_a_line(bid: Bid, claim: Claim) -> Disagreement | None:
    named = lines_named(bid, claim.before)
    if not named or not _LINES_OWN.fullmatch(claim.before[named[-1].end :]):
        return None
    line = named[-1].line
    own = (line.amount, line.unit_cost)
    if line.amount is None or any(claim.agrees_with(sum_) for sum_ in own if sum_ is not None):
        return None
    others = (other.amount for other in cost_lines(bid) if other.amount is not None)
    if not any(claim.agrees_with(amount) for amount in others):
        return None
    return told(claim, line_sum(bid, line.id))


def _beside_a_council(bid: Bid, claim: Claim) -> Disagreement | None:
    """Only where the sentence lists several."""
    if len(bid_councils_named(bid, claim.subject)) < 2:
        return None
    for partner in bid_councils_named(bid, claim.before):
        name = partner.council.short_name if partner.council else ""
        if not _COUNCILS_OWN.fullmatch(claim.before.rpartition(name)[2]):
            continue
        own = (grant_of(bid, partner), given_by(bid, partner))
        if any(claim.agrees_with(one.amount) for one in own):
            return None
        others = (
            of(bid, other).amount
            for other in bid.partners
            for of in (grant_of, given_by)
            if other.council
        )
        near = [one for one in own if is_near(claim.amount, one.amount)]
        if near or any(claim.agrees_with(amount) for amount in others):
            return told(claim, (near or own)[0])
    return None


def day_rate(bid: Bid, claim: Claim) -> Disagreement | None:
    """A day's price, where a sentence names one line as the bid's own, "our user researcher", or
    has its digits changed about."""
    named = [one for one in lines_named(bid, claim.subject) if in_days(one.line)]
    rates = [line.unit_cost for line in cost_lines(bid) if in_days(line)]
    if len(named) != 1 or any(claim.agrees_with(rate) for rate in rates if rate is not None):
        return None
    line, start, _ = named[0]
    rate = line.unit_cost
    if rate is None or not is_near(claim.amount, rate):
        return None
    if not _DEFINITE.search(claim.subject[:start]) and not has_same_digits(claim.amount, rate):
        return None
    place = place_of(bid, CostLines).at(line.id)
    said = f"a day of the cost line “{line.title}” costs {show(rate)}"
    return told(claim, TrueSum(rate, said, place))


# --- what the bid has ------------------------------------------------------------------------


def grant_of(bid: Bid, partner: Partner) -> TrueSum:
    """What is asked of the fund for a council."""
    amount = totals(bid).by_council.get(partner.key, {}).get("fund", NOUGHT)
    said = f"the cost lines ask for {show(amount)} for {_name(partner)}"
    return TrueSum(amount, said, place_of(bid, CostLines), council_figure(partner.key))


def given_by(bid: Bid, partner: Partner) -> TrueSum:
    """What a council gives, in kind and in cash."""
    sums = totals(bid).by_council.get(partner.key, {})
    amount = sums.get("in-kind", NOUGHT) + sums.get("cash", NOUGHT)
    said = f"{_name(partner)} gives {show(amount)} by the cost lines"
    return TrueSum(amount, said, place_of(bid, CostLines))


def line_sum(bid: Bid, id_: str) -> TrueSum:
    """What a cost line comes to."""
    line = next(line for line in cost_lines(bid) if line.id == id_)
    amount: Decimal = line.amount or NOUGHT
    said = f"the cost line “{line.title}” comes to {show(amount)}"
    return TrueSum(amount, said, place_of(bid, CostLines).at(line.id))


def sums_named(bid: Bid, said: str, *, councils: bool) -> Iterator[TrueSum]:
    """The sums of all lines, and of the councils too, that are named."""
    for line, _, _ in lines_named(bid, said):
        if line.amount is not None:
            yield line_sum(bid, line.id)
    for partner in bid_councils_named(bid, said) if councils else ():
        yield grant_of(bid, partner)
        yield given_by(bid, partner)


def sums_together(bid: Bid, said: str) -> tuple[Decimal, Decimal]:
    """What the lines, and what the grants of the councils, that are named come to."""
    lines = [one.line.amount or NOUGHT for one in lines_named(bid, said)]
    grants = [grant_of(bid, partner).amount for partner in bid_councils_named(bid, said)]
    return sum(lines, NOUGHT), sum(grants, NOUGHT)


def _name(partner: Partner) -> str:
    return partner.council.short_name if partner.council else partner.title
