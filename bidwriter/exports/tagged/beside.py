"""SIDE BY SIDE: two stacks of blocks in half the column each, read one after the other."""

import copy
from collections.abc import Sequence
from typing import Self

from typing_extensions import override

from bidwriter.exports.tagged.blocks import (
    Block,
    attach_all,
    stack_height,
    stack_paint,
    stack_split,
)
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen


class Beside(Block):
    """Two stacks of blocks, `space` points between them, not parted. Where one would be higher
    than half a page they stand one under another instead, and may be parted."""

    def __init__(
        self,
        left: Sequence[Block],
        right: Sequence[Block],
        *,
        space: float = 24,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._stacks = tuple(left), tuple(right)
        self._space = space
        self._level = True
        self.before, self.after = before, after

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return (*self._stacks[0], *self._stacks[1])

    def _half(self, width: float) -> float:
        return (width - self._space) / 2

    @override
    def settle(self, width: float, page: float) -> None:
        self._level = True
        self._settle(self._half(width), page)
        if self.height(width) > page / 2:
            self._level = False
            self._settle(width, page)

    def _settle(self, width: float, page: float) -> None:
        for block in self.blocks:
            block.settle(width, page)

    def attach(self, parent: Node) -> None:
        attach_all(self.blocks, parent)

    @override
    def height(self, width: float) -> float:
        if not self._level:
            return stack_height(self.blocks, width)
        return max(stack_height(stack, self._half(width)) for stack in self._stacks)

    @override
    def split(self, width: float, room: float, *, force: bool) -> tuple[Block, Block] | None:
        if self._level:
            return None
        head, tail = stack_split(self.blocks, width, room, force=force)
        return (self._part(head), self._part(tail)) if head and tail else None

    def _part(self, blocks: tuple[Block, ...]) -> Self:
        part = copy.copy(self)
        part._stacks = blocks, ()  # noqa: SLF001 - a copy of its own
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        if not self._level:
            stack_paint(self.blocks, pen, x, top, width)
            return
        half = self._half(width)
        for place, stack in enumerate(self._stacks):
            stack_paint(stack, pen, x + place * (half + self._space), top, half)
