"""The story of one question, and of the whole bid: what changed in each version, told backwards
from the bid as it is now, so that only as much is worked out as is shown."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.changes import ChangeError
from bidwriter.bids.history.log import Log
from bidwriter.bids.history.packing import place_of, undone
from bidwriter.bids.history.version import Step, Version
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.person import Person
from bidwriter.bids.places import Place
from bidwriter.bids.telling.telling import Told, tell
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.rounds.round import Round


class Line(NamedTuple):
    """One thing that somebody did to the question. `version` is how it stood afterwards."""

    version: str
    who: Person
    when: datetime
    told: Told
    words: str = ""  # the version's own, like "Joined “Leeds.bid”"


class Point(NamedTuple):
    """A named version."""

    version: str
    name: str
    who: Person
    when: datetime


def own_line(log: Log) -> Iterator[Version]:
    """The versions that this copy itself went through, the newest first."""
    version = log.head
    while version is not None:
        yield version
        version = log.by_id.get((*log.parents[version.id], "")[0])


def touched(version: Version, round_: Round) -> tuple[str, ...]:
    """The names of the questions that a version changed, without working out what it was."""
    asked = [place_of(list(e)).question for step in version.steps for e in step.edits]
    return tuple(round_.by_id[q].name for q in dict.fromkeys(asked) if q in round_.by_id)


def story(log: Log, now: Bid, question: str) -> Iterator[Line | Point]:
    """What happened to one question, the newest first; it ends where history cannot be read.

    `now` is the bid at the log's last version.
    """
    part = _about(now, question)
    for version in own_line(log):
        if version.id in log.names:
            yield Point(version.id, log.names[version.id], version.who, version.when)
        try:
            before = _before(part, version, question)
        except (ChangeError, NotAllowedError, ValueError):
            return
        if before is part:
            continue
        lines = [
            Line(version.id, version.who, _when(version, told), told, version.words)
            for told in tell(before, part)
        ]
        yield from sorted(lines, key=lambda line: line.when, reverse=True)
        part = before


def _about(bid: Bid, question: str) -> Bid:
    """The bid with nothing in it but one question."""
    empty = rebuilt(bid, answers=(), evidence=(), finished=(), attachments=(), conflicts=(),
                    comments=(), own_deadline=None)  # fmt: skip
    leaves = {p: leaf for p, leaf in leaves_of(bid).items() if p.question == question}
    return with_leaves(empty, leaves) if question in bid.round.by_id else empty


def _before(part: Bid, version: Version, question: str) -> Bid:
    """The part of the bid as it was before a version."""
    leaves: dict[Place, Leaf] = dict(leaves_of(part))
    touched: dict[Place, Leaf] = {}
    for step in reversed(version.steps):
        for packed in reversed(step.edits):
            place = place_of(list(packed))
            if place.question == question:
                touched[place] = leaves[place] = undone(list(packed), leaves.get(place))
    return with_leaves(part, touched) if touched else part


def _when(version: Version, told: Told) -> datetime:
    """When a version last touched what is told."""
    for step in reversed(version.steps):
        if _touches(step, told.place):
            return step.when
    return version.when


def _touches(step: Step, place: Place) -> bool:
    return any(place.holds(place_of(list(packed))) for packed in step.edits)
