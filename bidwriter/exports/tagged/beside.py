"""SIDE BY SIDE: two stacks of blocks in half the column each, read one after the other."""

from collections.abc import Sequence

from typing_extensions import override

from bidwriter.exports.tagged.blocks import (
    Block,
    attach_all,
    stack_height,
    stack_paint,
)
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen


class Beside(Block):
    """Two stacks of blocks, `space` points between them, never parted: for what is short."""

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
        self.before, self.after = before, after

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return (*self._stacks[0], *self._stacks[1])

    def _half(self, width: float) -> float:
        return (width - self._space) / 2

    @override
    def settle(self, width: float, page: float) -> None:
        for block in self.blocks:
            block.settle(self._half(width), page)

    def attach(self, parent: Node) -> None:
        attach_all(self.blocks, parent)

    @override
    def height(self, width: float) -> float:
        return max(stack_height(stack, self._half(width)) for stack in self._stacks)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        half = self._half(width)
        for place, stack in enumerate(self._stacks):
            stack_paint(stack, pen, x + place * (half + self._space), top, half)
