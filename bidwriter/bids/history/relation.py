"""How two histories hang together: joined into one log, and the versions that both come from."""

from collections.abc import Iterable

from bidwriter.bids.history.log import Log
from bidwriter.bids.history.packing import place_of
from bidwriter.bids.history.version import Version
from bidwriter.bids.person import Stamp


def union(mine: Log, theirs: Log) -> Log:
    """All that either knows, mine first."""
    more = tuple(v for v in theirs.versions if v.id not in mine.by_id)
    names = tuple(n for n in theirs.named if n not in mine.named)
    return Log(
        mine.bid_id,
        mine.versions + more,
        names=mine.named + names,
        snapshots=theirs.snapshots | mine.snapshots,
        rounds=theirs.rounds | mine.rounds,
        broken=mine.broken + theirs.broken,
    )


def come_from(log: Log, heads: Iterable[str]) -> set[str]:
    """All that any of `heads` came from, themselves among them."""
    return {id_ for head in heads for id_ in log.ancestors(head)}


def bases(log: Log, mine: Iterable[str], theirs: str) -> tuple[str, ...]:
    """The newest versions that both sides know: usually one, several after a criss-cross, none
    for copies that share nothing. In a fixed order."""
    shared = come_from(log, mine) & log.ancestors(theirs)
    older = {id_ for newer in shared for id_ in _before(log, newer)}
    return tuple(sorted(shared - older))


def _before(log: Log, id_: str) -> list[str]:
    """What comes straight before a version: its parents and the saves within its own stretch."""
    at = log.known[id_]
    version = log.by_id[at.version]
    many = len(version.steps) if at.steps is None else at.steps
    return [*log.parents[version.id], *(s.saved for s in version.steps[: many - 1] if s.saved)]


def joined_when(log: Log, head: str) -> Stamp | None:
    """Who first joined the copy whose version is `head`, and when; None where the bid came from
    that version without joining, or does not know it."""
    for version in log.versions:
        own, *joined = version.parents or ("",)
        if any(head in log.ancestors(p) for p in joined) and head not in log.ancestors(own):
            return Stamp(who=version.who, when=version.when)
    return None


def last_change(log: Log, place: str, since: set[str], heads: Iterable[str]) -> Stamp | None:
    """Who last changed what stands at `place` (a row's cells with it), among the versions that
    `heads` came from and `since` does not hold."""
    line = come_from(log, heads) - since
    fallback: Stamp | None = None
    for version in reversed(log.versions):
        if version.id in line and (found := _touched(version, place)):
            # A join carries what others wrote: who joined is named only where nobody else is.
            if len(version.parents) < 2:
                return found
            fallback = fallback or found
    return fallback


def _touched(version: Version, place: str) -> Stamp | None:
    for step in reversed(version.steps):
        for packed in step.edits:
            other = place_of(list(packed))
            if other == place or other.startswith(f"{place}/"):
                return Stamp(who=version.who, when=step.when)
    return None
