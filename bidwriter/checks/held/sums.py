"""Sums whose words name no total for certain."""

from decimal import Decimal
from functools import lru_cache

from bidwriter.bids.bid import Bid, Same
from bidwriter.bids.costs.groups import WAYS, groups
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.printing.live_figures import in_days
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.claims.money import sums_in
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.held.named import names_strangers
from bidwriter.checks.held.parts import beside_a_name, sums_named, sums_together
from bidwriter.checks.held.slips import is_near
from bidwriter.checks.held.totals import TrueSum, is_for_another_phase, told, total_of


def any_sum(bid: Bid, claim: Claim) -> Disagreement | None:
    """Wrong is one beside a name whose sum it is not, or one that is near a sum which its sentence
    names and that the bid has nowhere itself: a slip, or one grown old."""
    near = [true for true in _meant(bid, claim) if is_near(claim.amount, true.amount)]
    if names_strangers(bid, claim.subject) or is_for_another_phase(bid, claim):
        return None
    changed_about = beside_a_name(bid, claim)
    if changed_about is not None:
        return changed_about
    if not near or any(claim.agrees_with(true.amount) for true in near):
        return None
    exact = claim._replace(bound="")
    if any(
        exact.agrees_with(own) for own in (*_sums(Same(bid)), *sums_together(bid, claim.subject))
    ):
        return None
    return told(claim, min(near, key=lambda true: abs(true.amount - claim.amount)))


def _meant(bid: Bid, claim: Claim) -> tuple[TrueSum, ...]:
    """The sums that the sentence may mean: of lines and councils named, and totals hinted at. A
    council's only where money of the bid is spoken of."""
    is_part = "part" in claim.hints
    spoken_of = bool(set(claim.hints) - {"part"}) or _names_a_total(bid, claim.subject)
    hinted = () if is_part else (total_of(bid, what) for what in claim.hints)
    return (
        *sums_named(bid, claim.subject, councils=spoken_of),
        *(true for true in hinted if true is not None),
    )


def _names_a_total(bid: Bid, said: str) -> bool:
    """Whether a sum of the sentence is one of the bid's totals: "of the £78,400, Ryedale has"."""
    sums = totals(bid)
    return not _amounts(said).isdisjoint((sums.fund, sums.contributed, sums.whole))


@lru_cache(maxsize=4096)
def _amounts(said: str) -> frozenset[Decimal]:
    return frozenset(one.amount for one in sums_in(said))


@lru_cache(maxsize=4)
def _sums(key: Same) -> frozenset[Decimal]:
    """Every sum that the bid has: a figure equal to one of them is taken to be it."""
    bid = key.bid
    sums = totals(bid)
    found = {sums.fund, sums.in_kind, sums.cash, sums.contributed, sums.whole}
    most = bid.cap
    if most is not None:
        found |= {most, most - sums.fund}
    for way in WAYS:
        for group in groups(bid, way):
            found |= {group.amount, group.fund, group.amount - group.fund}
    # What the fund pays for people, and what for the rest; so of what is given.
    for payer in ("fund", "in-kind", "cash"):
        paid = [line for line in cost_lines(bid) if line.payer == payer]
        people = sum((line.amount or NOUGHT for line in paid if in_days(line)), NOUGHT)
        found |= {people, sum((line.amount or NOUGHT for line in paid), NOUGHT) - people}
    for line in cost_lines(bid):
        found |= {amount for amount in (line.amount, line.unit_cost) if amount is not None}
    return frozenset(found)
