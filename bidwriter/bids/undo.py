"""Undo and redo over the whole bid: two stacks of changes, as one value."""

from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, inverted, joined

MOST = 1000


class Timeline(NamedTuple):
    """`done` can be undone, last first; `undone` can be done again, last first."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    def after(self, change: Change, *, join: bool) -> "Timeline":
        """With `change` made; joined to the one before where both are one stretch of typing."""
        if join and self.done and not self.undone:
            both = joined(self.done[-1], change)
            return Timeline((*self.done[:-1], both) if both.edits else self.done[:-1])
        return Timeline((*self.done, change)[-MOST:])

    def undo(self, bid: Bid, when: datetime) -> tuple["Timeline", Bid, Change] | None:
        """The timeline, the bid and the change that takes the last one back; None if none is."""
        if not self.done:
            return None
        last = self.done[-1]
        back = inverted(last, when, f"Undid: {last.words}")
        return Timeline(self.done[:-1], (*self.undone, last)), apply(bid, back), back

    def redo(self, bid: Bid, when: datetime) -> tuple["Timeline", Bid, Change] | None:
        """The timeline, the bid and the change that does the last undone one again."""
        if not self.undone:
            return None
        last = self.undone[-1]
        again = Change(who=last.who, when=when, words=f"Did again: {last.words}", edits=last.edits)
        return Timeline((*self.done, last), self.undone[:-1]), apply(bid, again), again
