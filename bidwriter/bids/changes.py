"""Changes: one edit of a bid as a value. Undo, recovery, history and merging are made of them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from pydantic import AwareDatetime, Field

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.leaves import (
    answer_leaves,
    attachment_leaves,
    comment_leaves,
    conflict_leaves,
    deadline_leaf,
    evidence_leaves,
    language_leaf,
    leaf_at,
    marks,
    with_leaves,
)
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import LANGUAGE, OWN_DEADLINE, ROUND, Place
from bidwriter.kinds.frozen import Frozen, Leaf, NotAllowedError
from bidwriter.kinds.tables.rows import new_id
from bidwriter.spoken import SpokenError


class ChangeError(SpokenError):
    """A change that does not fit the bid it was given; nothing was applied."""


class Edit(Frozen):
    """The leaf at `place` was `before` and becomes `after`; None stands for nothing there."""

    place: Place
    before: Leaf = None
    after: Leaf = None


class Change(Frozen):
    """What one person did in one step: applied whole or not at all, undone as one."""

    id: str = Field(default_factory=new_id)
    who: Person = Person()
    when: AwareDatetime
    words: str = ""
    edits: tuple[Edit, ...]


def apply(bid: Bid, change: Change) -> Bid:
    """`bid` after `change`. Raises ChangeError if it does not begin where the bid is, or makes
    something that a bid cannot hold."""
    for edit in change.edits:
        if leaf_at(bid, edit.place) != edit.before:
            raise ChangeError(f"The change to {edit.place} does not fit this bid")
    try:
        changed = with_leaves(bid, {edit.place: edit.after for edit in change.edits})
    except NotAllowedError as error:
        raise ChangeError(str(error)) from None
    return rebuilt(changed, changed=Stamp(who=change.who, when=change.when))


def diff(old: Bid, new: Bid) -> tuple[Edit, ...]:
    """The edits that make `old` into `new`, in order of place. Answers that are the same object
    cost nothing. Who changed a bid last, and when, is no edit."""
    edits: list[Edit] = []
    if old.round is not new.round and old.round.as_read != new.round.as_read:
        edits.append(Edit(place=ROUND, before=old.round.as_read, after=new.round.as_read))
    if old.language != new.language:
        edits.append(Edit(place=LANGUAGE, before=language_leaf(old), after=language_leaf(new)))
    edits += _compare(_answers(old, new), _answers(new, old))
    if old.evidence is not new.evidence:
        edits += _compare(
            _each(old.evidence, evidence_leaves), _each(new.evidence, evidence_leaves)
        )
    if old.finished is not new.finished:
        edits += _compare(marks(old), marks(new))
    if old.attachments is not new.attachments:
        edits += _compare(
            _each(old.attachments, attachment_leaves), _each(new.attachments, attachment_leaves)
        )
    if old.conflicts is not new.conflicts:
        edits += _compare(
            _each(old.conflicts, conflict_leaves), _each(new.conflicts, conflict_leaves)
        )
    if old.comments is not new.comments:
        edits += _compare(_each(old.comments, comment_leaves), _each(new.comments, comment_leaves))
    if old.own_deadline != new.own_deadline:
        before, after = deadline_leaf(old), deadline_leaf(new)
        edits.append(Edit(place=OWN_DEADLINE, before=before, after=after))
    return tuple(edits)


def inverted(change: Change, when: datetime, words: str = "") -> Change:
    """The change that takes `change` back."""
    edits = tuple(
        Edit(place=edit.place, before=edit.after, after=edit.before) for edit in change.edits
    )
    return Change(who=change.who, when=when, words=words or change.words, edits=edits)


def joined(first: Change, second: Change) -> Change:
    """`first` and then `second` as one change: two stretches of typing that belong together."""
    edits = {edit.place: edit for edit in first.edits}
    for edit in second.edits:
        before = edits[edit.place].before if edit.place in edits else edit.before
        edits[edit.place] = Edit(place=edit.place, before=before, after=edit.after)
    kept = tuple(edit for edit in edits.values() if edit.before != edit.after)
    return Change(id=first.id, who=second.who, when=second.when, words=second.words, edits=kept)


def _answers(bid: Bid, other: Bid) -> dict[Place, Leaf]:
    """Leaves of the answers that are not the very same values in `other`."""
    leaves: dict[Place, Leaf] = {}
    for answer in bid.answers:
        if other.by_id.get(answer.question) is not answer.value:
            leaves.update(answer_leaves(answer))
    return leaves


T = TypeVar("T")


def _each(
    things: tuple[T, ...], leaves: Callable[[T], Iterable[tuple[Place, Leaf]]]
) -> dict[Place, Leaf]:
    return {place: leaf for thing in things for place, leaf in leaves(thing)}


def _compare(old: dict[Place, Leaf], new: dict[Place, Leaf]) -> Iterable[Edit]:
    for place in sorted(old.keys() | new.keys()):
        if old.get(place) != new.get(place):
            yield Edit(place=place, before=old.get(place), after=new.get(place))
