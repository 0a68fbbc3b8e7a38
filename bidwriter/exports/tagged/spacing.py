"""SPACE: spacers, rules, page breaks, and blocks kept on one page."""

from collections.abc import Sequence

from typing_extensions import override

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.blocks import (
    Block,
    attach_all,
    stack_height,
    stack_paint,
    stack_split,
)
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen


class Spacer(Block):
    """White space, `points` high; dropped at the top of a page."""

    def __init__(self, points: float) -> None:
        self._points = points

    @override
    def height(self, width: float) -> float:
        return self._points

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to see."""


class PageBreak(Block):
    """What follows begins a new page; does nothing on a page that is still empty."""

    @override
    def height(self, width: float) -> float:
        return 0

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to see."""


class Rule(Block):
    """A line across the column, or `length` points of it."""

    def __init__(
        self,
        colour: str,
        *,
        line_width: float = 0.75,
        length: float = 0,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._colour = colour
        self._line_width = line_width
        self._length = length
        self.before, self.after = before, after

    @override
    def height(self, width: float) -> float:
        return self._line_width

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        y = top - self._line_width / 2
        end = x + (self._length or width)
        pen.decorate(shapes.line(x, y, end, y, self._colour, width=self._line_width))


class KeepTogether(Block):
    """Blocks that stay on one page if one page can hold them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        if self.blocks:
            self.before, self.after = self.blocks[0].before, self.blocks[-1].after
            self.keep_with_next = self.blocks[-1].keep_with_next

    @override
    def settle(self, width: float, page: float) -> None:
        for block in self.blocks:
            block.settle(width, page)

    def attach(self, parent: Node) -> None:
        attach_all(self.blocks, parent)

    @override
    def height(self, width: float) -> float:
        return stack_height(self.blocks, width)

    def split(self, width: float, room: float, *, force: bool) -> tuple[Block, Block] | None:
        if not force:
            return None
        head, tail = stack_split(self.blocks, width, room, force=force)
        return (KeepTogether(head), KeepTogether(tail)) if head and tail else None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        stack_paint(self.blocks, pen, x, top, width)
