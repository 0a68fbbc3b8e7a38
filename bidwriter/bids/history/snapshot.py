"""A whole bid as leaves, written into the history now and then so that no version is far away."""

from typing import Any

from pydantic import Field, JsonValue

from bidwriter.bids.bid import Answer, Bid, Sha256, rebuilt
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.person import Stamp
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import Frozen, Leaf
from bidwriter.kinds.kinds import Value, adapter, parted_of, table_of
from bidwriter.rounds.round import Round


class Snapshot(Frozen):
    """The bid at the version `of`: its leaves, its round's hash, and the kinds of answers that
    the round asks no more."""

    of: Sha256
    round: Sha256
    leaves: dict[str, JsonValue]
    kinds: dict[str, str] = Field(default_factory=dict)


def snapshot(version: str, bid: Bid) -> Snapshot:
    """The snapshot of a bid at a version."""
    return Snapshot(
        of=version,
        round=bid.round.hash,
        leaves={place: _plain(leaf) for place, leaf in leaves_of(bid).items()},
        kinds={a.question: a.kind for a in bid.answers if a.question not in bid.round.by_id},
    )


def bid_of(made: Snapshot, bid_id: str, round_: Round, stamp: Stamp) -> Bid:
    """The bid in a snapshot. Raises ValueError (pydantic's, or NotAllowedError)."""
    leaves = {Place(place): _leaf(value) for place, value in made.leaves.items()}
    kept = {p: leaf for p, leaf in leaves.items() if p.root in made.kinds}
    bid = Bid(bid_id=bid_id, round=round_, changed=stamp)
    bid = with_leaves(bid, {p: leaf for p, leaf in leaves.items() if p not in kept})
    if not kept:
        return bid
    answers = [*bid.answers, *(_kept(id_, kind, kept) for id_, kind in made.kinds.items())]
    return rebuilt(bid, answers=tuple(sorted(answers, key=lambda a: a.question)))


def _kept(id_: str, kind: str, leaves: dict[Place, Leaf]) -> Answer:
    """An answer that the round does not ask for."""
    if parted_of(kind):
        parts = {place.row: leaf for place, leaf in leaves.items() if place.root == id_}
        return Answer(id_, kind, adapter(kind).validate_python(parts))
    if not table_of(kind):
        value: Value = adapter(kind).validate_python(leaves[Place(id_)])
        return Answer(id_, kind, value)
    rows: dict[str, dict[str, Any]] = {}
    for place, leaf in leaves.items():
        if place.root == id_:
            rows.setdefault(place.row, {"id": place.row})[place.field or "order"] = leaf
    return Answer(id_, kind, adapter(kind).validate_python(list(rows.values())))


def _plain(leaf: Leaf) -> Any:
    return list(leaf) if isinstance(leaf, tuple) else leaf


def _leaf(value: Any) -> Leaf:
    return tuple(str(part) for part in value) if isinstance(value, list) else value
