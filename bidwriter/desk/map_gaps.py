"""The gaps of the principle map: which principle wants what, and where to go for it."""

from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.bids.principles import ANSWERS, effective, evidence_of, headlines, items
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


def _gap(bid: Bid, number: int) -> Gap | None:
    said = {key: e for key, e in evidence_of(bid).items() if key[1] == number}
    by_place = {item.place: item for item in items(bid)}
    groups = [by_place[place].group for place, _ in said if place in by_place]
    answers = [by_place[p] for p, _ in said if p in by_place and by_place[p].group == ANSWERS]
    can = [item for item in by_place.values() if item.group == ANSWERS]
    if not said:
        return Gap(
            number,
            "Nothing shows it",
            "Mark the answer that shows it best, and say why.",
            can[0].place if can else NOWHERE,
            "Go to the first answer",
        )
    unreasoned = [
        p for (p, _), e in said.items() if e.strength == "strong" and not e.reason and p in by_place
    ]
    if unreasoned:
        title = by_place[unreasoned[0]].title
        return Gap(
            number,
            "A reason is missing",
            f"“{title}” is marked strong without a reason, so it counts as some.",
            unreasoned[0].showing(number).at("reason"),
            "Give the reason",
        )
    held = [
        i
        for i in answers
        if said[i.place, number].strength == "strong"
        and effective(bid, i, said[i.place, number]) == "some"
    ]
    if held:
        return Gap(
            number,
            "Strong once it is finished",
            f"“{held[0].title}” counts as strong when it is written and marked as finished.",
            held[0].place,
            "Go to the answer",
        )
    if not any(e.strength == "strong" for e in said.values()):
        return Gap(
            number,
            "Shown, but nowhere strongly",
            "Say more in the answer that touches on it, and mark it strong with a reason.",
            next(iter(said))[0],
            "Go to where it is shown",
        )
    if "cost lines" not in groups and any(i.group == "cost lines" for i in by_place.values()):
        return Gap(
            number,
            "No money behind it",
            "No cost line supports it. Choose it for a line, or leave it so.",
            next(i.place for i in by_place.values() if i.group == "cost lines"),
            "Go to the cost lines",
        )
    share = totals(bid).fund_by_principle.get(number)
    fund = totals(bid).fund
    if share and fund and share * 2 > fund:
        return Gap(
            number,
            f"Most of the grant, {show(share)}",
            "It is well shown. Free words for the thinner ones.",
            place_of(bid, CostLines),
            "See the cost lines",
        )
    return None
