"""The round's own checks that hold of a bid, with their parameters and their places in the pack."""

from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.checks.named.rule import Params
from bidwriter.rounds.linting.checks import placed
from bidwriter.rounds.round import CheckUse


class Held(NamedTuple):
    """One use of a check that stops export, its parameters and its place."""

    use: CheckUse
    params: Any
    place: str

    def finds(self, bid: Bid) -> bool:
        """Whether it finds anything that stops."""
        return any(p.stops for p in CATALOGUE[self.use.check].problems(bid, self.use))


def holding(bid: Bid) -> tuple[Held, ...]:
    """Those that hold of a bid, in the round's order."""
    places = {id(use): place for place, use in placed(bid.round)}
    found = []
    for use in bid.checks:
        rule = CATALOGUE.get(use.check)
        params: Params | None = rule.read(use) if rule else None
        if params and params.severity == "stops" and params.phase in (None, bid.phase):
            found.append(Held(use, params, places[id(use)]))
    return tuple(found)
