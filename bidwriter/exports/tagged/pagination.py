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

    @property
    def height(self) -> float:
        """Of an empty page."""
        return self.top - self.foot


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
        if self._above and block.keep_with_next and self._better_on_the_next(block, waiting):
            self._begin_page()
        space = gap(self._above, block)
        room = self._y - space - self._column.foot
        if block.height(self._column.width) <= room + SLACK:
            self._paint(block, space)
        else:
            self._place_part(block, space, room, waiting)

    def _place_part(self, block: Block, space: float, room: float, waiting: deque[Block]) -> None:
        halves = self._halves(block, room)
        if halves:
            self._paint(halves[0], space)
            waiting.appendleft(halves[1])
        elif self._above is None:
            raise LayoutError(f"{type(block).__name__} is higher than a page")
        else:
            waiting.appendleft(block)
        self._begin_page()

    def _halves(self, block: Block, room: float) -> tuple[Block, Block] | None:
        """The block parted at `room`; by force where a new page would not help: what comes
        next in it is higher than any page, and this page is fresh, far from full, or would end
        with what keeps with the block."""
        width = self._column.width
        halves = block.split(width, room, force=False)
        if self._can_begin(halves[1] if halves else block):
            return halves
        kept = self._above is None or self._above.keep_with_next
        if kept or halves or room > self._column.height / 3:
            return block.split(width, room, force=True) or halves
        return None

    def _can_begin(self, block: Block) -> bool:
        """Whether a page of its own would hold the block, or its first part, without force."""
        width = self._column.width
        return block.height(width) <= self._column.height + SLACK or bool(
            block.split(width, self._column.height, force=False)
        )

    def _paint(self, block: Block, space: float) -> None:
        column = self._column
        self._y -= space
        block.paint(self._pen, column.left, self._y, column.width)
        self._y -= block.height(column.width)
        self._above = block

    def _better_on_the_next(self, block: Block, waiting: deque[Block]) -> bool:
        """Whether this block should begin a page, so that it does not stand at the foot of
        this one without what it keeps with. Where no page holds them together either, only the
        last third of a page is given up for it."""
        room, page = self._y - self._column.foot, self._column.height
        if self._holds_group(block, waiting, room, self._above):
            return False
        return room < page / 3 or self._holds_group(block, waiting, page, None)

    def _holds_group(
        self, block: Block, waiting: deque[Block], room: float, above: Block | None
    ) -> bool:
        """Whether `room` holds this block, those that keep with it, and the first part of what
        follows: a heading never stands alone at the foot of a page. Of a chain of headings no
        more than a third of a page keeps together, so that every chain ends."""
        width, chain = self._column.width, self._column.height / 3
        for one in (block, *waiting):
            space, high = gap(above, one), one.height(width)
            room -= space
            chain -= space + high
            if not one.keep_with_next or chain < 0:
                return high <= room + SLACK or bool(one.split(width, room, force=False))
            room -= high
            if room < 0:
                return False
            above = one
        return True
