"""Comments on a bid: threads about a question or a row, as bid → bid functions."""

from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.comment import Comment
from bidwriter.bids.person import Person, Stamp
from bidwriter.kinds.tables.rows import new_id


class Thread(NamedTuple):
    """A comment and its replies, in the order they were written."""

    head: Comment
    replies: tuple[Comment, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it."""
        return not self.head.settled

    @property
    def said(self) -> tuple[Comment, ...]:
        """All that was said and not taken back."""
        return tuple(c for c in (self.head, *self.replies) if not c.taken_back)


def threads(bid: Bid) -> tuple[Thread, ...]:
    """All threads in which anything is still said, the oldest first. A reply whose head is not
    there begins a thread of its own."""
    heads = {c.id: c for c in bid.comments if c.is_head}
    replies: dict[str, list[Comment]] = {}
    for comment in bid.comments:
        if comment.thread in heads:
            replies.setdefault(comment.thread, []).append(comment)
    found = [Thread(c, tuple(replies.get(c.id, ()))) for c in bid.comments if c.thread not in heads]
    return tuple(thread for thread in found if thread.said)


def threads_about(bid: Bid, questions: tuple[str, ...]) -> tuple[Thread, ...]:
    """The threads about these questions and their rows."""
    return tuple(t for t in threads(bid) if t.head.about.question in questions)


def open_threads(bid: Bid, person: Person) -> tuple[Thread, ...]:
    """What this person sees as open: every open thread but other people's own marks."""
    return tuple(t for t in threads(bid) if t.is_open and concerns(t, person))


def concerns(thread: Thread, person: Person) -> bool:
    """Whether a thread is for this person to see: a mark "to do" is its writer's own."""
    return not thread.head.todo or thread.head.by.is_same(person)


def is_for(thread: Thread, person: Person) -> bool:
    """Whether this person is to settle it: asked to, or by a mark of their own."""
    if thread.head.to is not None:
        return thread.head.to.is_same(person)
    return thread.head.todo and thread.head.by.is_same(person)


def people(bid: Bid) -> tuple[Person, ...]:
    """Everybody who said something or was asked to settle it, each once, by name."""
    met = [p for c in bid.comments for p in (c.by, c.to) if p is not None and p.name]
    if bid.changed and bid.changed.who.name:
        met.append(bid.changed.who)
    found: list[Person] = []
    for person in met:
        if not any(person.is_same(other) for other in found):
            found.append(person)
    return tuple(sorted(found, key=lambda p: p.name.casefold()))


# --- writing ---------------------------------------------------------------------------------


def say(
    bid: Bid, about: str, text: str, stamp: Stamp, quote: str = "", *, todo: bool = False
) -> Bid:
    """`bid` with a new thread about a place."""
    made = Comment(
        id=new_id(), about=about, by=stamp.who, when=stamp.when, text=text.strip(),
        quote=quote[:1000], todo=todo,
    )  # fmt: skip
    return _with(bid, made)


def reply(bid: Bid, thread: str, text: str, stamp: Stamp) -> Bid:
    """`bid` with a reply; who replies to a settled thread opens it again."""
    head = _find(bid, thread)
    made = Comment(
        id=new_id(), thread=thread, about=head.about, by=stamp.who, when=stamp.when,
        text=text.strip(),
    )  # fmt: skip
    bid = _with(bid, made)
    return settle(bid, thread, stamp, settled=False) if head.settled else bid


def settle(bid: Bid, thread: str, stamp: Stamp, *, settled: bool) -> Bid:
    """`bid` with a thread settled, or opened again."""
    return _changed(bid, thread, settled=settled, state=stamp)


def assign(bid: Bid, thread: str, to: Person | None, when: datetime) -> Bid:
    """`bid` with a thread given to a person to settle, or to nobody."""
    return _changed(bid, thread, to=to, assigned=when)


def reword(bid: Bid, comment: str, text: str, when: datetime) -> Bid:
    """`bid` with a comment's words changed; no words take it back."""
    return _changed(bid, comment, text=text.strip(), edited=when)


def _find(bid: Bid, id_: str) -> Comment:
    return next(c for c in bid.comments if c.id == id_)


def _changed(bid: Bid, id_: str, **parts: object) -> Bid:
    return _with(bid, _find(bid, id_).model_copy(update=parts))


def _with(bid: Bid, comment: Comment) -> Bid:
    others = [c for c in bid.comments if c.id != comment.id]
    both = sorted([*others, comment], key=lambda c: (c.when, c.id))
    return rebuilt(bid, comments=tuple(both))
