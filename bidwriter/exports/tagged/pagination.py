"""PAGES FROM A STORY: which block goes on which page, and painting them there. One pass."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from bidwriter.exports.tagged.blocks import SLACK, Block, gap
from bidwriter.exports.tagged.pages import Book, Pen
from bidwriter.exports.tagged.spacing import PageBreak, Spacer


class LayoutError(ValueError):
    """A block that cannot be parted is higher than a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks stand on each page: left edge, top and foot, width, in points."""

    left: float
    top: float
    foot: float
    width: float


def paginate(story: Sequence[Block], book: Book, column: Column) -> None:
    """Lay the story out over new pages of `book`. Raises LayoutError."""
    layout = _Layout(book, column)
    waiting = deque(story)
    while waiting:
        layout.place(waiting)


class _Layout:
    """The page being filled."""

    def __init__(self, book: Book, column: Column) -> None:
        self._book = book
        self._column = column
        self._begin_page()

    def _begin_page(self) -> None:
        self._pen: Pen = self._book.new_page()
        self._y = self._column.top
        self._above: Block | None = None

    def place(self, waiting: deque[Block]) -> None:
        """Place the next block, or its first part, or begin a page for it."""
        block = waiting.popleft()
        if isinstance(block, PageBreak):
            if self._above:
                self._begin_page()
            return
        if self._above is None and isinstance(block, Spacer):
            return
        if block.keep_with_next and self._above and not self._room_for_group(block, waiting):
            self._begin_page()
        space = gap(self._above, block)
        room = self._y - space - self._column.foot
        if block.height(self._column.width) <= room + SLACK:
            self._paint(block, space)
        else:
            self._place_part(block, space, room, waiting)

    def _place_part(self, block: Block, space: float, room: float, waiting: deque[Block]) -> None:
        width, fresh = self._column.width, self._above is None
        halves = block.split(width, room, force=False) or (
            block.split(width, room, force=True) if fresh else None
        )
        if halves:
            self._paint(halves[0], space)
            waiting.appendleft(halves[1])
        elif fresh:
            raise LayoutError(f"{type(block).__name__} is higher than a page")
        else:
            waiting.appendleft(block)
        self._begin_page()

    def _paint(self, block: Block, space: float) -> None:
        column = self._column
        self._y -= space
        block.paint(self._pen, column.left, self._y, column.width)
        self._y -= block.height(column.width)
        self._above = block

    def _room_for_group(self, block: Block, waiting: deque[Block]) -> bool:
        """Whether this block, those that keep with it, and the first part of what follows fit
        here: a heading never stands alone at the foot of a page."""
        width, room = self._column.width, self._y - self._column.foot
        above = self._above
        for one in (block, *waiting):
            room -= gap(above, one)
            if not one.keep_with_next:
                return one.height(width) <= room + SLACK or bool(
                    one.split(width, room, force=False)
                )
            room -= one.height(width)
            if room < 0:
                return False
            above = one
        return True
