"""Joining whole copies, each with its history: find what both come from, then join."""

from typing import NamedTuple

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.history.log import HistoryError, Log
from bidwriter.bids.history.relation import bases, come_from, last_change, union
from bidwriter.bids.joining.comments import join_comments
from bidwriter.bids.joining.doubtful import Doubtful, doubtful, languages_differ
from bidwriter.bids.joining.join import join
from bidwriter.bids.joining.mirrored import as_decided
from bidwriter.bids.person import Stamp
from bidwriter.spoken import SpokenError


class Copy(NamedTuple):
    """A copy to join: its bid, its history, whose last version is that bid, and its file's name."""

    bid: Bid
    log: Log
    file: str

    @property
    def head(self) -> str:
        """The id of the version that the copy is."""
        return self.log.head.id if self.log.head else ""


class JoinError(SpokenError):
    """Copies that cannot be joined, in words for a person."""


class Joining(NamedTuple):
    """What stands after some copies were joined into `mine`: the bid with mine where two disagree,
    the conflicts found, and all that is known of history. `heads` are mine and the joined ones."""

    bid: Bid
    log: Log
    heads: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    left_out: tuple[str, ...] = ()
    known: tuple[str, ...] = ()  # files that brought nothing new
    strangers: tuple[str, ...] = ()  # files that share no version with mine
    doubtful: tuple[Doubtful, ...] = ()  # joined by itself, and to be looked at
    base_when: Stamp | None = None  # the version that the last copy and mine come from


def begin(mine: Copy) -> Joining:
    """Nothing joined yet."""
    return Joining(mine.bid, mine.log, (mine.head,))


def join_copy(so_far: Joining, theirs: Copy) -> Joining:
    """`so_far` with one more copy joined. Raises JoinError."""
    # By id, not by hash: a copy with a newer pack is still a copy.
    if theirs.bid.bid_id != so_far.bid.bid_id:
        raise JoinError(
            f"“{theirs.file}” is another bid, no copy of this one, so it cannot be joined. "
            "Nothing was joined"
        )
    if theirs.bid.round.id != so_far.bid.round.id:
        raise JoinError(
            f"“{theirs.file}” answers another round ({theirs.bid.round.name}), so it is no copy of "
            "this bid. Nothing was joined"
        )
    log = union(so_far.log, theirs.log)
    if theirs.head in come_from(log, so_far.heads):
        return _only_comments(so_far, theirs)
    common = bases(log, so_far.heads, theirs.head)
    base = _base(log, common)
    mine, other = so_far.bid, theirs.bid
    if base is not None:
        other = as_decided(theirs.bid, so_far.bid, log, (theirs.head,), so_far.heads)
        mine = as_decided(so_far.bid, theirs.bid, log, so_far.heads, (theirs.head,))
    made = join(base, mine, other)
    since = come_from(log, common)
    conflicts = tuple(_told(c, log, since, so_far.heads, theirs) for c in made.conflicts)
    return Joining(
        bid=made.bid,
        log=log,
        heads=(*so_far.heads, theirs.head),
        conflicts=so_far.conflicts + _new(conflicts, so_far.conflicts),
        left_out=so_far.left_out + made.left_out,
        known=so_far.known,
        strangers=so_far.strangers + (() if base else (theirs.file,)),
        doubtful=tuple(
            dict.fromkeys((*so_far.doubtful, *doubtful(base, so_far.bid, theirs.bid, made.bid)))
        ),
        base_when=base.changed if base else None,
    )


def _new(found: tuple[Conflict, ...], known: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """Without those that an earlier copy brought already: two partners may have written alike."""
    ids = {conflict.id for conflict in known}
    return tuple(conflict for conflict in found if conflict.id not in ids)


def _only_comments(so_far: Joining, theirs: Copy) -> Joining:
    """A copy whose bid is known already; only comments, which history does not keep, can be new."""
    both = join_comments(so_far.bid.comments, theirs.bid.comments)
    doubts = (*so_far.doubtful, *languages_differ(so_far.bid, theirs.bid))
    so_far = so_far._replace(doubtful=tuple(dict.fromkeys(doubts)))
    if both == so_far.bid.comments:
        return so_far._replace(known=(*so_far.known, theirs.file))
    return so_far._replace(bid=rebuilt(so_far.bid, comments=both))


def _base(log: Log, common: tuple[str, ...]) -> Bid | None:
    """The bid that both come from. After a criss-cross there are several: joined, with what they
    disagree on as it was before them."""
    if not common:
        return None
    try:
        first, *others = common
        bid, heads = log.bid_at(first), {first}
        for other in others:
            older = _base(log, bases(log, heads, other))
            # With mine in a conflict, what one side kept when they crossed would count as what both
            # had, and the other's own would be taken without a question.
            bid = join(older, bid, log.bid_at(other), keep_base=True).bid
            heads.add(other)
    except HistoryError:
        return None
    return bid


def _told(
    conflict: Conflict, log: Log, since: set[str], heads: tuple[str, ...], theirs: Copy
) -> Conflict:
    """A conflict with who wrote the two, as far as history tells."""
    return conflict.model_copy(
        update={
            "mine_by": last_change(log, conflict.place, since, heads),
            "theirs_by": last_change(log, conflict.place, since, (theirs.head,))
            or theirs.bid.changed,
            "file": theirs.file[:300],
        }
    )


def with_conflicts(bid: Bid, conflicts: tuple[Conflict, ...]) -> Bid:
    """`bid` with these conflicts waiting to be decided, beside any that it has."""
    both = {c.id: c for c in (*conflicts, *bid.conflicts)}
    return rebuilt(bid, conflicts=tuple(sorted(both.values(), key=lambda c: (c.place, c.id))))
