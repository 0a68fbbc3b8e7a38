"""What a save adds to the history: a step of the stretch under way, or a new version.

Saves within a stretch join up. A long pause, another person, a name, a snapshot or anything with
words of its own (a join, a version brought back) begins a new version.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.history.version import (
    NO_ID,
    Version,
    historic_edits,
    root_of,
    step_of,
    whole_hash,
    with_id,
)
from bidwriter.bids.person import Person
from bidwriter.bids.record.content_hash import content_hash

LONG_PAUSE = timedelta(minutes=20)
SNAPSHOT_EVERY = 50
OUTSIDE = "Changed outside bidwriter"


class Doing(NamedTuple):
    """What is being recorded. `words`, `parents` (the joined copies' versions) and `file` are
    set where it is more than writing."""

    who: Person
    when: datetime
    words: str = ""
    parents: tuple[str, ...] = ()
    file: str = ""


def outside(head: Version, bid: Bid) -> Version:
    """The version that a file holds which was changed by other means than bidwriter. It has no
    steps; a snapshot must stand beside it."""
    made = root_of(bid)
    return with_id(
        made.model_copy(update={"parents": (head.id,), "words": OUTSIDE, "id": NO_ID, "since": 0})
    )


def joins(head: Version, doing: Doing) -> bool:
    """Whether what is done now goes on with the head's stretch."""
    return (
        not head.is_root
        and not head.words
        and not doing.words
        and head.who == doing.who
        and abs(doing.when - head.when) <= LONG_PAUSE  # a clock may have been put back
    )


def joined_up(head: Version, before: Bid, after: Bid, doing: Doing) -> Version:
    """The head with one more step; it remembers the id that it had."""
    *earlier, last = head.steps
    step = step_of(historic_edits(before, after), doing.when, "")
    steps = (*earlier, last.model_copy(update={"saved": head.id}), step)
    return with_id(
        head.model_copy(
            update={
                "steps": steps,
                "when": doing.when,
                "content": content_hash(after),
                "whole": whole_hash(after),
            }
        )
    )


def begun(head: Version, before: Bid, after: Bid, doing: Doing) -> Version:
    """A new version after the head."""
    step = step_of(historic_edits(before, after), doing.when, doing.words)
    return with_id(
        Version(
            id=NO_ID,
            parents=(head.id, *doing.parents),
            content=content_hash(after),
            whole=whole_hash(after),
            who=doing.who,
            when=doing.when,
            words=doing.words,
            file=doing.file,
            steps=(step,),
            since=head.since + 1,
        )
    )
