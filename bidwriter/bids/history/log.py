"""The history of one bid as a value: its versions, how they follow each other, their names, and
the bid as it was at any of them. Order comes from parents, never from clocks."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import AwareDatetime, Field, ValidationError

from bidwriter.bids.bid import Bid, Sha256, rebuilt
from bidwriter.bids.changes import ChangeError, Edit
from bidwriter.bids.history.packing import place_of, unpack
from bidwriter.bids.history.snapshot import Snapshot, bid_of
from bidwriter.bids.history.version import Step, Version, whole_hash
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import ROUND, Place
from bidwriter.kinds.frozen import Frozen, Leaf, NotAllowedError, Words
from bidwriter.rounds.round import Round, read_round
from bidwriter.spoken import SpokenError


class HistoryError(SpokenError):
    """A version that cannot be shown, in words for a person."""


_RESTS = (
    "This version cannot be shown: the part of the history that it rests on is damaged. "
    "The bid as it is now is whole"
)


class Named(Frozen):
    """A name given to a version; the latest one counts, and none takes it away."""

    of: Sha256
    name: Words = Field(max_length=200)
    who: Person = Person()
    when: AwareDatetime


class At(NamedTuple):
    """A version, or with `steps` a version as it was after its first steps."""

    version: str
    steps: int | None = None


class Log:
    """Versions in the order written: parents before children. Never changed once made."""

    def __init__(
        self,
        bid_id: str,
        versions: tuple[Version, ...],
        *,
        names: tuple[Named, ...] = (),
        snapshots: dict[str, Snapshot] | None = None,
        rounds: dict[str, dict[str, Any]] | None = None,
        broken: int = 0,
    ) -> None:
        self.bid_id = bid_id
        self.versions = versions
        self.named = names
        self.snapshots = snapshots or {}
        self.rounds = rounds or {}
        self.broken = broken  # lines that could not be read
        self._bids: dict[str, Bid] = {}
        self._read: dict[str, Round] = {}

    @cached_property
    def by_id(self) -> dict[str, Version]:
        """The versions by id."""
        return {version.id: version for version in self.versions}

    @property
    def head(self) -> Version | None:
        """The version that the file's bid is."""
        return self.versions[-1] if self.versions else None

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each version that has one."""
        found: dict[str, Named] = {}
        for named in self.named:
            old = found.get(named.of)
            if old is None or (named.when, named.name) >= (old.when, old.name):
                found[named.of] = named
        return {of: named.name for of, named in found.items() if named.name}

    @cached_property
    def known(self) -> dict[str, At]:
        """Every id that this bid had in a file: versions, and versions as they were at a save."""
        found: dict[str, At] = {}
        for version in self.versions:
            for many, step in enumerate(version.steps[:-1], 1):
                if step.saved:
                    found.setdefault(step.saved, At(version.id, many))
        return found | {version.id: At(version.id) for version in self.versions}

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """What each version comes from, as far as it stands before it: so nothing comes from
        itself, whoever wrote the file."""
        seen: set[str] = set()
        found: dict[str, tuple[str, ...]] = {}
        for version in self.versions:
            found[version.id] = tuple(p for p in version.parents if p in seen)
            seen.add(version.id)
            seen.update(step.saved for step in version.steps if step.saved)
        return found

    # --- what comes before what --------------------------------------------------------------

    def ancestors(self, of: str) -> set[str]:
        """The ids of `of` and all that it came from, saves within a stretch among them."""
        found: set[str] = set()
        waiting = [of]
        while waiting:
            id_ = waiting.pop()
            at = self.known.get(id_)
            if id_ in found or at is None:
                continue
            found.add(id_)
            version = self.by_id[at.version]
            found.update(s.saved for s in version.steps[: _many(version, at) - 1] if s.saved)
            waiting += self.parents[version.id]
        return found

    # --- the bid at a version ----------------------------------------------------------------

    def bid_at(self, at: At | str) -> Bid:
        """The bid as it was, without comments. Raises HistoryError."""
        where = self.known.get(at) if isinstance(at, str) else at
        if where is None or where.version not in self.by_id:
            raise HistoryError("This version is not in the history of this bid")
        version = self.by_id[where.version]
        if where.steps is None:
            return self._whole(version)
        parent = self.by_id.get((*self.parents[version.id], "")[0])
        if parent is None:
            raise HistoryError(_RESTS)
        before = self._whole(parent)
        return self._after(before, version, version.steps[: where.steps])

    def _whole(self, version: Version) -> Bid:
        """The bid at a whole version, from the nearest one before it that is at hand."""
        path = [version]
        while path[-1].id not in self._bids and path[-1].id not in self.snapshots:
            parents = self.parents[path[-1].id]
            parent = self.by_id.get(parents[0]) if parents else None
            # `parents` has only those that can be read: where the first one is lost, a copy that
            # was joined must not stand in for it.
            if parent is None or parents[0] != path[-1].parents[0]:
                raise HistoryError(_RESTS)
            path.append(parent)
        bid = self._start(path.pop())
        while path:
            later = path.pop()
            bid = self._after(bid, later, later.steps)
            self._bids[later.id] = _borne_out(bid, later)
        return bid

    def _start(self, version: Version) -> Bid:
        if version.id not in self._bids:
            made = self.snapshots[version.id]
            stamp = Stamp(who=version.who, when=version.when)
            try:
                bid = bid_of(made, self.bid_id, self.round(made.round), stamp)
            except (ValueError, KeyError, AttributeError):
                raise HistoryError(
                    "This version cannot be read. The bid as it is now is whole"
                ) from None
            self._bids[version.id] = _borne_out(bid, version)
        return self._bids[version.id]

    def _after(self, bid: Bid, version: Version, steps: tuple[Step, ...]) -> Bid:
        try:
            for step in steps:
                bid = self._applied(bid, step)
        except (ValueError, ChangeError, NotAllowedError, KeyError):
            raise HistoryError(
                "This version cannot be shown: a change in the history does not fit. "
                "The bid as it is now is whole"
            ) from None
        return rebuilt(bid, changed=Stamp(who=version.who, when=version.when))

    def _applied(self, bid: Bid, step: Step) -> Bid:
        wanted = {}
        for edit in self.edits(bid, step):
            wanted[edit.place] = edit.after
        if isinstance(wanted.get(ROUND), str):
            wanted[ROUND] = self.round(str(wanted[ROUND])).as_read
        return with_leaves(bid, wanted)

    def edits(self, bid: Bid, step: Step) -> Iterator[Edit]:
        """The edits of a step that starts from `bid`. Raises ChangeError."""
        leaves: dict[Place, Leaf] = {ROUND: bid.round.hash, **leaves_of(bid)}
        for packed in step.edits:
            yield unpack(list(packed), leaves.get(place_of(list(packed))))

    def round(self, hash_: str) -> Round:
        """The round with this hash, kept once in the history. Raises HistoryError."""
        if hash_ not in self._read:
            if hash_ not in self.rounds:
                raise HistoryError("The round of this version is not in the history")
            try:
                self._read[hash_] = read_round(self.rounds[hash_])
            except ValidationError:
                raise HistoryError("The round of this version cannot be read") from None
        return self._read[hash_]

    def when(self, at: At) -> datetime:
        """When a version, or a save within it, was."""
        version = self.by_id[at.version]
        return version.when if at.steps is None else version.steps[at.steps - 1].when


def _borne_out(bid: Bid, version: Version) -> Bid:
    """The bid, where it is what the version says it was. Raises HistoryError."""
    if whole_hash(bid) != version.whole:
        raise HistoryError(
            "This version cannot be shown: the history does not bear out what it was. "
            "The bid as it is now is whole"
        )
    return bid


def _many(version: Version, at: At) -> int:
    return len(version.steps) if at.steps is None else at.steps
