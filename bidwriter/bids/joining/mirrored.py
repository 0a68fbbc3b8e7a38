"""A disagreement that two people met when each joined the other's copy. What one of them has
decided since holds; the other, who only left it open, is not asked again."""

from collections.abc import Iterable

from bidwriter.bids.bid import Bid
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.history.log import Log
from bidwriter.bids.history.packing import place_of
from bidwriter.bids.history.relation import come_from
from bidwriter.bids.joining.deciding import as_it_was
from bidwriter.bids.places import CONFLICTS, Place


def as_decided(bid: Bid, other: Bid, log: Log, heads: Iterable[str], others: Iterable[str]) -> Bid:
    """`bid` without what it left open and the other has decided: there it is as it was before
    the two disagreed. `heads` and `others` are the versions that the two bids are."""
    known = come_from(log, others)
    here = come_from(log, heads) - known
    for conflict in bid.conflicts:
        if not _is_open(other, conflict) and _was_met(log, here, known, conflict):
            bid = as_it_was(bid, conflict)
    return bid


def _is_open(bid: Bid, conflict: Conflict) -> bool:
    """Whether a bid has it open too, from either side."""
    turned = conflict.model_copy(update={"parts": tuple(map(_turned, conflict.parts))})
    return bool({conflict.id, turned.id} & {one.id for one in bid.conflicts})


def _turned(part: Part) -> Part:
    return part.model_copy(update={"mine": part.theirs, "theirs": part.mine})


def _was_met(log: Log, here: set[str], known: set[str], conflict: Conflict) -> bool:
    """Whether it was found by joining versions that the other side knows, both of them."""
    place = CONFLICTS.at(conflict.id)
    return any(
        version.id in here and len(version.parents) > 1 and known.issuperset(version.parents)
        for version in log.versions
        if any(_place(packed) == place for step in version.steps for packed in step.edits)
    )


def _place(packed: tuple[object, ...]) -> Place:
    return place_of(list(packed))
