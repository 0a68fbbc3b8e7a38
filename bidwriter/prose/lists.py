"""How the items of lists follow each other: at which of two levels each stands, and what number it
has when nobody says another.

An item of the second level belongs to the item of the first level before it. Neighbours of one
kind at one level form one list, whatever stands beneath them.
"""

from typing import Literal

BlockKind = Literal["paragraph", "heading", "bullet", "number"]

LIST_KINDS = ("bullet", "number")
LEVELS = 2
# A list's numbers have nine digits in Markdown; an answer has room for fewer items than are left.
LARGEST_START = 900_000_000


class Counting:
    """Goes through blocks in their order: ask first, then `take` the block. What is no `whole`
    answer but a passage of one may begin with items of the second level."""

    def __init__(self, *, whole: bool = False) -> None:
        first: BlockKind | None = "paragraph" if whole else None
        self._last: list[tuple[BlockKind | None, int]] = [(first, 0), (None, 0)]

    def level(self, wanted: int) -> int:
        """At which level an item can stand here: the second only beneath another item."""
        return wanted if self._last[0][0] in (*LIST_KINDS, None) else 1

    def goes_on(self, kind: BlockKind, level: int) -> bool:
        """Whether a block of this kind and level goes on with a list."""
        return kind in LIST_KINDS and self._last[level - 1][0] == kind

    def following(self, kind: BlockKind, level: int) -> int:
        """The number of an item here for which nobody said another."""
        return self._last[level - 1][1] + 1 if self.goes_on(kind, level) else 1

    def take(self, kind: BlockKind, level: int, number: int) -> None:
        """This block stands here, with that number if it is in a numbered list."""
        self._last[level - 1] = (kind, number)
        if level < LEVELS:
            self._last[level] = (None, 0)
