"""People who each have a copy of a bid, as files would hold it, without files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from making import NOW

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.joining.copies import Joining, begin, join_copy, with_conflicts
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container import history_file
from bidwriter.files.container.copies import ReadCopy, copy_now, joined_history


@dataclass(frozen=True)
class Desk:
    """One person's copy: the bid, its history and the time on the clock."""

    who: str
    bid: Bid
    history: bytes = b""
    minutes: int = 0

    def types(self, place: str, words: str) -> Desk:
        """With one place set, and saved."""
        return self.saves(set_typed(self.bid, place, words))

    def saves(self, after: Bid) -> Desk:
        """With the bid as `after`, saved."""
        when = NOW + timedelta(minutes=self.minutes)
        doing = Doing(Person(id=self.who.lower(), name=self.who), when)
        after = rebuilt(after, changed=Stamp(who=doing.who, when=when))
        history = history_file.recorded(self.history, self.bid, after, doing)
        return replace(self, bid=after, history=history)

    def sends(self, who: str) -> Desk:
        """A copy of the file on somebody else's desk."""
        return replace(self, who=who)

    def later(self, minutes: int) -> Desk:
        """After a pause."""
        return replace(self, minutes=self.minutes + minutes)

    @property
    def copy(self) -> ReadCopy:
        """The copy as read from its file."""
        return copy_now(self.bid, self.history, {}, f"{self.who}.bid")

    def sees(self, *others: Desk) -> Joining:
        """What joining the others' copies would do."""
        joining = begin(self.copy.copy)
        for other in others:
            joining = join_copy(joining, other.copy.copy)
        return joining

    def joins(self, *others: Desk) -> Desk:
        """With the others' copies joined and saved, conflicts left undecided."""
        joining = self.sees(*others)
        if len(joining.heads) == 1:
            return replace(self, bid=joining.bid)
        when = NOW + timedelta(minutes=self.minutes)
        doing = Doing(Person(id=self.who.lower(), name=self.who), when, "Joined")
        after = with_conflicts(joining.bid, joining.conflicts)
        after = rebuilt(after, changed=Stamp(who=doing.who, when=when))
        history = joined_history(self.copy, [o.copy for o in others], joining, after, doing)
        return replace(self, bid=after, history=history)


def same(one: Bid, other: Bid) -> bool:
    """Whether two bids say the same, whoever changed them last."""
    return rebuilt(one, changed=None) == rebuilt(other, changed=None)
