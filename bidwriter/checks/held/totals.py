"""Sums that name one of the bid's totals for certain; and the totals themselves."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.places import Place
from bidwriter.bids.printing.live_figures import live_figure
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.problem import Severity
from bidwriter.kinds.values.money import show
from bidwriter.rounds.round import cap

_SAID = {
    "requested": "the cost lines ask for {}",
    "contributed": "the cost lines give {}",
    "contributed-in-kind": "the cost lines give {} in kind",
    "contributed-in-cash": "the cost lines give {} in cash",
    "whole-project": "the cost lines come to {}",
    "cap": "the cap is {}",
    "below-cap": "{} is left below the cap",
}
TOTALS = frozenset(_SAID)
_GRAVE = ("requested", "contributed", "contributed-in-kind", "contributed-in-cash", "whole-project")


class TrueSum(NamedTuple):
    """A sum that the bid has, how it is said, and where it comes from; `figure` is the live figure
    that says it, "" where there is none."""

    amount: Decimal
    said: str
    source: Place
    figure: str = ""


def total(bid: Bid, claim: Claim) -> Disagreement | None:
    """A claim that names a total; any cap of a phase that its sentence names is a right cap."""
    if claim.what == "cap":
        if any(claim.agrees_with(most) for most in _caps_named(bid, claim.subject)):
            return None
    elif is_for_another_phase(bid, claim):
        return None
    true = total_of(bid, claim.what)
    if true is None or claim.agrees_with(true.amount):
        return None
    return told(claim, true, "stops" if claim.what in _GRAVE else "advice")


def told(claim: Claim, true: TrueSum, severity: Severity = "advice") -> Disagreement:
    """The two sums side by side. "Over" a live figure would be no truer: there is none then."""
    words = f"You wrote {claim.bound} {claim.words}".replace("wrote  ", "wrote ")
    figure = "" if claim.bound else true.figure
    return Disagreement(f"{words}; {true.said}", true.source, figure, severity)


def total_of(bid: Bid, what: str) -> TrueSum | None:
    """The bid's total of that name; None where it has none."""
    amount = _cap(bid) if what == "cap" else _amount(bid, what) if cost_lines(bid) else None
    if amount is None:
        return None
    return TrueSum(amount, _SAID[what].format(show(amount)), live_figure(bid, what).place, what)


def _amount(bid: Bid, what: str) -> Decimal | None:
    sums, most = totals(bid), _cap(bid)
    return {
        "requested": sums.fund,
        "contributed": sums.contributed,
        "contributed-in-kind": sums.in_kind,
        "contributed-in-cash": sums.cash,
        "whole-project": sums.whole,
        "below-cap": most - sums.fund if most is not None and sums.fund <= most else None,
    }[what]


def _cap(bid: Bid) -> Decimal | None:
    return bid.cap


# --- phases ----------------------------------------------------------------------------------


def _caps_named(bid: Bid, said: str) -> Iterator[Decimal]:
    for phase in bid.round.phases:
        most = cap(bid.checks, phase.id)
        if most is not None and _names(re.escape(phase.name), said):
            yield most


def is_for_another_phase(bid: Bid, claim: Claim) -> bool:
    """ "For an alpha we shall seek £95,000" is no claim of a discovery's."""
    others = (re.escape(phase.name) for phase in bid.round.phases if phase.id != bid.phase)
    return any(_names(f"for (an?|the|our|that|any) {name}", claim.subject) for name in others)


def _names(pattern: str, said: str) -> bool:
    return re.search(rf"\b{pattern}s?\b", said, re.IGNORECASE) is not None
