"""BLOCKS: what a story is made of, and how blocks stand one under another.

A block knows its height at a width, can part in two where a page ends, and paints itself.
Which page it lands on is `pagination`'s affair.
"""

from collections.abc import Sequence

from bidwriter.exports.tagged.lines import Widths
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.text import Align

SLACK = 0.01
"""Points forgiven when heights are compared: sums of floats are not exact."""


class Block:
    """One thing in the story. `before` and `after` are the space around it in points: of two
    neighbours the larger counts. A block belongs to one place of one story."""

    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    node: Node

    def attach(self, parent: Node) -> None:
        """Make this block's structure elements under `parent`, afresh for each build. A block
        that has none, such as white space, leaves `node` unset."""

    def settle(self, width: float, page: float) -> None:
        """Choose a form for columns of `width` points on pages of `page` points, before `attach`:
        a table too wide for them becomes lines."""

    def widths(self) -> Widths:
        """What a column needs so that nothing in it is parted."""
        return Widths()

    def reset(self, factor: float, align: Align | None = None) -> "Block":
        """A copy in type `factor` times as large, set at another side if `align` says so. This
        one has no type of its own."""
        del factor, align
        return self

    def height(self, width: float) -> float:
        """Height in points in a column of `width` points."""
        raise NotImplementedError

    def split(self, width: float, room: float, *, force: bool) -> "tuple[Block, Block] | None":
        """Part in two so that the first is at most `room` high, or None if it cannot well be
        parted there. `force`: on an empty page, so part even where it is not pretty. Both
        halves keep the block's structure elements. This one cannot be parted at all."""
        del width, room, force
        return None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at (x, top)."""
        raise NotImplementedError


def claim(block: Block, parent: Node) -> None:
    """Refuse a block that stands twice in one story: its words would be read in one place and
    drawn in two."""
    node = getattr(block, "node", None)
    if node is not None and node.root is parent.root:
        raise ValueError(f"{type(block).__name__} stands twice in the story")


def attach_all(blocks: Sequence[Block], parent: Node) -> None:
    """Attach each under `parent`, in reading order."""
    for block in blocks:
        claim(block, parent)
        block.attach(parent)


def gap(above: Block | None, below: Block) -> float:
    """The space between two neighbours; none above the first."""
    return max(above.after, below.before) if above else 0.0


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """Height of blocks one under another, without space at either end."""
    total, above = 0.0, None
    for block in blocks:
        total += gap(above, block) + block.height(width)
        above = block
    return total


def stack_paint(blocks: Sequence[Block], pen: Pen, x: float, top: float, width: float) -> None:
    """Paint blocks one under another."""
    above = None
    for block in blocks:
        top -= gap(above, block)
        block.paint(pen, x, top, width)
        top -= block.height(width)
        above = block


def stack_split(
    blocks: Sequence[Block], width: float, room: float, *, force: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Blocks that fit in `room`, and the rest; one of them may be parted between the two. A
    block that keeps with the next never ends the first part, unless forced."""
    used, above = 0.0, None
    for place, block in enumerate(blocks):
        used += gap(above, block)
        height = block.height(width)
        if used + height > room + SLACK:
            halves = block.split(width, room - used, force=force and place == 0)
            if halves:
                return (*blocks[:place], halves[0]), (halves[1], *blocks[place + 1 :])
            cut = _without_kept(blocks, place) or (place if force else 0)
            return tuple(blocks[:cut]), tuple(blocks[cut:])
        used += height
        above = block
    return tuple(blocks), ()


def _without_kept(blocks: Sequence[Block], place: int) -> int:
    cut = place
    while cut and blocks[cut - 1].keep_with_next:
        cut -= 1
    return cut
