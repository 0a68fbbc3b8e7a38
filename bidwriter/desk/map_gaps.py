"""The gaps of the principle map: which principle wants what, and where to go for it."""

from typing import NamedTuple

from bidwriter.bids.bid import Bid, Evidence
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.bids.principles import ANSWERS, Item, effective, evidence_of, headlines, items
from bidwriter.bids.printing.live_figures import place_of
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.values.money import show


class Gap(NamedTuple):
    """A finding about one principle; `place` is where it can be mended."""

    principle: int
    finding: str
    advice: str
    place: Place
    action: str


def gaps(bid: Bid) -> tuple[Gap, ...]:
    """The weakest principle first; those that want nothing are left out."""
    order = sorted(headlines(bid), key=lambda shown: (shown.strong, shown.some))
    found = [gap for shown in order if (gap := _gap(bid, shown.number))]
    return tuple(found)


class _Shown(NamedTuple):
    """How the bid shows one principle: by place, what is said of it, and what could show it."""

    bid: Bid
    number: int
    said: dict[Place, Evidence]
    items: dict[Place, Item]

    def gap(self, finding: str, advice: str, place: Place, action: str) -> Gap:
        """A gap of this principle."""
        return Gap(self.number, finding, advice, place, action)

    def first(self, group: str) -> Place:
        """The first thing of a group; nowhere for none."""
        return next((i.place for i in self.items.values() if i.group == group), NOWHERE)


def _gap(bid: Bid, number: int) -> Gap | None:
    """What the principle wants first."""
    said = {place: e for (place, of), e in evidence_of(bid).items() if of == number}
    shown = _Shown(bid, number, said, {item.place: item for item in items(bid)})
    return next((gap for look in _LOOKS if (gap := look(shown))), None)


def _nothing_said(shown: _Shown) -> Gap | None:
    if shown.said:
        return None
    advice = "Mark the answer that shows it best, and say why."
    return shown.gap("Nothing shows it", advice, shown.first(ANSWERS), "Go to the first answer")


def _without_reason(shown: _Shown) -> Gap | None:
    for place, evidence in shown.said.items():
        if evidence.strength == "strong" and not evidence.reason and place in shown.items:
            title = shown.items[place].title
            advice = f"“{title}” is marked strong without a reason, so it counts as some."
            reason = place.showing(shown.number).at("reason")
            return shown.gap("A reason is missing", advice, reason, "Give the reason")
    return None


def _not_finished(shown: _Shown) -> Gap | None:
    for place, evidence in shown.said.items():
        item = shown.items.get(place)
        if item is None or item.group != ANSWERS or evidence.strength != "strong":
            continue
        if effective(shown.bid, item, evidence) == "some":
            advice = f"“{item.title}” counts as strong when it is written and marked as finished."
            return shown.gap("Strong once it is finished", advice, place, "Go to the answer")
    return None


def _nowhere_strong(shown: _Shown) -> Gap | None:
    if any(evidence.strength == "strong" for evidence in shown.said.values()):
        return None
    advice = "Say more in the answer that touches on it, and mark it strong with a reason."
    place = next(iter(shown.said))
    return shown.gap("Shown, but nowhere strongly", advice, place, "Go to where it is shown")


def _without_money(shown: _Shown) -> Gap | None:
    first = shown.first(CostLines.shows_as)
    groups = {shown.items[place].group for place in shown.said if place in shown.items}
    if not first or CostLines.shows_as in groups:
        return None
    advice = "No cost line supports it. Choose it for a line, or leave it so."
    return shown.gap("No money behind it", advice, first, "Go to the cost lines")


def _most_of_the_grant(shown: _Shown) -> Gap | None:
    sums = totals(shown.bid)
    share = sums.fund_by_principle.get(shown.number)
    if not share or not sums.fund or share * 2 <= sums.fund:
        return None
    advice = "It is well shown. Free words for the thinner ones."
    place = place_of(shown.bid, CostLines)
    return shown.gap(f"Most of the grant, {show(share)}", advice, place, "See the cost lines")


# The gravest first: only the first that a principle wants is said.
_LOOKS = (
    _nothing_said, _without_reason, _not_finished, _nowhere_strong, _without_money,
    _most_of_the_grant,
)  # fmt: skip
