"""Undo while something is being written that is no part of the bid yet."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Drafts(Generic[T]):
    """The states that a draft went through; typing joins up until a break."""

    def __init__(self, first: T) -> None:
        self._states = [first]
        self._at = 0
        self._joins = False

    @property
    def now(self) -> T:
        """The draft as it is."""
        return self._states[self._at]

    def take(self, state: T) -> None:
        """The draft became `state`."""
        if state == self.now:
            return
        keep = self._at if self._joins and self._at else self._at + 1
        self._states[keep:] = [state]
        self._at = keep
        self._joins = True

    def break_typing(self) -> None:
        """What is typed next is a step of its own."""
        self._joins = False

    def undo(self) -> T:
        """The state before."""
        self._joins = False
        self._at = max(0, self._at - 1)
        return self.now

    def redo(self) -> T:
        """The state that was undone."""
        self._joins = False
        self._at = min(len(self._states) - 1, self._at + 1)
        return self.now
