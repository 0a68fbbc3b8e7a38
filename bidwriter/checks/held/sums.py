"""Sums of money typed by hand, held against the bid's."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.bid import Bid, Same
from bidwriter.bids.costs.groups import WAYS, groups
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.places import Place
from bidwriter.bids.printing.live_figures import council_figure, in_days, live_figure, place_of
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.held.named import bid_councils_named, lines_named, names_strangers
from bidwriter.checks.problem import Severity
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.partners import Partner
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


class _True(NamedTuple):
    """A true sum of the bid's, how it is said, and where it comes from."""

    amount: Decimal
    said: str
    source: Place
    figure: str = ""


def total(bid: Bid, claim: Claim) -> Disagreement | None:
    """A claim that names one of the bid's totals for certain."""
    if claim.what != "cap" and _is_for_another_phase(bid, claim):
        return None
    true = _total(bid, claim.what, claim.subject)
    if true is None or claim.agrees_with(true.amount):
        return None
    severity: Severity = "stops" if claim.what in _GRAVE else "advice"
    return _told(claim, true, severity)


def any_sum(bid: Bid, claim: Claim) -> Disagreement | None:
    """A sum whose words name no total for certain is wrong only if the bid has one that its
    sentence names, near enough for this to be a slip or an old one, and has no such sum itself."""
    near = [true for true in _named(bid, claim) if _is_near(claim.amount, true.amount)]
    if not near or any(claim.agrees_with(true.amount) for true in near):
        return None
    if names_strangers(bid, claim.subject) or _is_for_another_phase(bid, claim):
        return None
    exact = claim._replace(bound="")
    own = (*_sums(Same(bid)), *_together(bid, claim.subject))
    if any(exact.agrees_with(sum_) for sum_ in own):
        return None
    closest = min(near, key=lambda true: abs(true.amount - claim.amount))
    return _told(claim, closest, "advice")


def council_grant(bid: Bid, claim: Claim) -> Disagreement | None:
    """What a council is said to have of the grant; several named have that each or together."""
    before = claim.subject[: claim.subject.find(claim.words)]
    named = bid_councils_named(bid, before) or bid_councils_named(bid, claim.subject)
    if not named or names_strangers(bid, claim.subject):
        return None
    parts = [_grant_of(bid, partner) for partner in named]
    right = [part.amount for part in parts]
    if len(parts) > 1 and " each " not in f" {claim.subject} ":
        right.append(sum(right, NOUGHT))
    if any(claim.agrees_with(amount) for amount in right):
        return None
    return _told(claim, parts[0], "advice")


def day_rate(bid: Bid, claim: Claim) -> Disagreement | None:
    """A day's price, where a sentence names one line as the bid's own: "our user researcher"."""
    named = [one for one in lines_named(bid, claim.subject) if in_days(one.line)]
    rates = [line.unit_cost for line in cost_lines(bid) if in_days(line)]
    if len(named) != 1 or any(claim.agrees_with(rate) for rate in rates if rate is not None):
        return None
    line, start, _ = named[0]
    if line.unit_cost is None or not claim.subject[:start].rstrip().endswith(
        ("our", "the", "Our", "The")
    ):
        return None
    if not _is_near(claim.amount, line.unit_cost):
        return None
    place = place_of(bid, CostLines).at(line.id)
    said = f"the cost line “{line.title}” has {show(line.unit_cost)}"
    return Disagreement(f"You wrote {_written(claim)} a day; {said}", place)


# --- the bid's sums --------------------------------------------------------------------------


def _total(bid: Bid, what: str, subject: str) -> _True | None:
    sums, figure = totals(bid), live_figure(bid, what)
    if what in ("cap", "below-cap"):
        most = cap(bid.round, _phase_of(bid, subject) if what == "cap" else bid.phase)
        if what == "below-cap":
            most = most - sums.fund if most is not None and sums.fund <= most else None
            most = most if cost_lines(bid) else None
        return None if most is None else _true(most, what, figure.place)
    if not cost_lines(bid):
        return None
    amount = {
        "requested": sums.fund,
        "contributed": sums.contributed,
        "contributed-in-kind": sums.in_kind,
        "contributed-in-cash": sums.cash,
        "whole-project": sums.whole,
    }[what]
    return _true(amount, what, figure.place)


def _true(amount: Decimal, what: str, source: Place) -> _True:
    return _True(amount, _SAID[what].format(show(amount)), source, what)


def _phase_of(bid: Bid, subject: str) -> str:
    """The one phase that a sentence names, else the bid's own."""
    named = [phase.id for phase in bid.round.phases if _names(re.escape(phase.name), subject)]
    return named[0] if len(named) == 1 else bid.phase


def _is_for_another_phase(bid: Bid, claim: Claim) -> bool:
    """ "For an alpha we shall seek £95,000" is no claim of a discovery's."""
    others = (re.escape(phase.name) for phase in bid.round.phases if phase.id != bid.phase)
    return any(_names(f"for (an?|the|our|that|any) {name}", claim.subject) for name in others)


def _names(pattern: str, said: str) -> bool:
    return re.search(rf"\b{pattern}s?\b", said, re.IGNORECASE) is not None


def _grant_of(bid: Bid, partner: Partner) -> _True:
    amount = totals(bid).by_council.get(partner.key, {}).get("fund", NOUGHT)
    assert partner.council is not None
    said = f"the cost lines ask for {show(amount)} for {partner.council.short_name}"
    return _True(amount, said, place_of(bid, CostLines), council_figure(partner.key))


def _named(bid: Bid, claim: Claim) -> Iterator[_True]:
    """The sums that a sentence may mean: of the lines and councils named, and of totals hinted."""
    place = place_of(bid, CostLines)
    is_part = "part" in claim.hints
    totals_hinted = set(claim.hints) - {"part"}
    for line, _, _ in lines_named(bid, claim.subject):
        amount = line.amount
        if amount is not None:
            said = f"the cost line “{line.title}” comes to {show(amount)}"
            yield _True(amount, said, place.at(line.id))
    for partner in bid_councils_named(bid, claim.subject) if totals_hinted else ():
        yield _grant_of(bid, partner)
        sums = totals(bid).by_council.get(partner.key, {})
        given = sums.get("in-kind", NOUGHT) + sums.get("cash", NOUGHT)
        assert partner.council is not None
        said = f"{partner.council.short_name} gives {show(given)} by the cost lines"
        yield _True(given, said, place)
    for what in claim.hints if not is_part else ():
        true = _total(bid, what, claim.subject)
        if true is not None:
            yield true


def _together(bid: Bid, subject: str) -> tuple[Decimal, Decimal]:
    """What the lines, and the parts of the councils, that a sentence names come to."""
    lines = [one.line.amount or NOUGHT for one in lines_named(bid, subject)]
    grants = [_grant_of(bid, partner).amount for partner in bid_councils_named(bid, subject)]
    return sum(lines, NOUGHT), sum(grants, NOUGHT)


@lru_cache(maxsize=4)
def _sums(key: Same) -> frozenset[Decimal]:
    """Every sum that the bid has: a figure equal to one of them is taken to be it."""
    bid = key.bid
    sums = totals(bid)
    found = {sums.fund, sums.in_kind, sums.cash, sums.contributed, sums.whole}
    most = cap(bid.round, bid.phase)
    if most is not None:
        found |= {most, most - sums.fund}
    for way in WAYS:
        for group in groups(bid, way):
            found |= {group.amount, group.fund, group.amount - group.fund}
    for line in cost_lines(bid):
        found |= {amount for amount in (line.amount, line.unit_cost) if amount is not None}
    return frozenset(found)


# --- slips -----------------------------------------------------------------------------------


def _is_near(typed: Decimal, true: Decimal) -> bool:
    """Whether a sum could be another with a slip in it, or one grown old: within a fifth, one
    digit different, two changed about, or ten times too much or too little."""
    if not typed or not true:
        return False
    if abs(typed - true) * 5 <= abs(true) or typed in (true * 10, true / 10):
        return True
    one, other = f"{typed:.0f}", f"{true:.0f}"
    if len(one) != len(other) or len(one) < 4:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or sorted(one) == sorted(other)


def _told(claim: Claim, true: _True, severity: Severity) -> Disagreement:
    # "Over {{figure}}" would be no truer with the live figure put there.
    figure = "" if claim.bound else true.figure
    return Disagreement(f"You wrote {_written(claim)}; {true.said}", true.source, figure, severity)


def _written(claim: Claim) -> str:
    return f"{claim.bound} {claim.words}".strip()
