"""LISTS: bulleted and numbered, parted over pages between items and within them.

Tagged L, LI, Lbl and LBody with /ListNumbering (ISO 32000-1, 14.8.4.3.3 and 14.8.5.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from bidwriter.exports.tagged.blocks import (
    SLACK,
    Block,
    attach_all,
    stack_height,
    stack_paint,
    stack_split,
)
from bidwriter.exports.tagged.lines import Widths
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.painting import show
from bidwriter.exports.tagged.paragraph import Paragraph
from bidwriter.exports.tagged.text import Bit, Run, TextStyle, Words, inked

_FEW = 3
"""Items of a list that is not parted between them."""

Item = Words | Sequence[Block]
"""Words, or blocks one under another (a nested list is a block)."""


@dataclass
class _Item:
    """One item, or the part of it that is on a page; a later part has no label."""

    label: tuple[Bit, ...]
    label_style: TextStyle
    body: tuple[Block, ...]
    label_node: Node | None = None

    def rest(self, body: tuple[Block, ...]) -> "_Item":
        return _Item((), self.label_style, body)


class ItemList(Block):
    """A list. `style` sets items given as words and is the measure of the labels' first line;
    `indent` is where the items' text begins, `gap` the space between items, all in points."""

    def __init__(
        self,
        items: Sequence[Item],
        style: TextStyle,
        *,
        ordered: bool = False,
        start: int = 1,
        indent: float = 19,
        gap: float = 2,
        bullet: str = "\u2022",
        bullet_colour: str = "",
        before: float = 0,
        after: float = 0,
    ) -> None:
        label_style = style.but(colour=bullet_colour or style.colour, align="left")
        self._items = [
            _Item(
                tuple(inked((Run(f"{number}." if ordered else bullet),), label_style)),
                label_style,
                _blocks(item, style),
            )
            for number, item in enumerate(items, start)
        ]
        self._numbering = "Decimal" if ordered else "Disc"
        self._shift = 0 if ordered else 3.5
        self._indent = max(indent, self._widest_label() + 5)
        self._gap = gap
        self.before, self.after = before, after

    def _widest_label(self) -> float:
        widths = (
            sum(bit.ink.width(bit.text) for bit in item.label) + self._shift for item in self._items
        )
        return max(widths, default=0)

    def attach(self, parent: Node) -> None:
        self.node = parent.child("L", f"/O /List /ListNumbering /{self._numbering}")
        for item in self._items:
            node = self.node.child("LI")
            item.label_node = node.child("Lbl")
            attach_all(item.body, node.child("LBody"))

    @override
    def widths(self) -> Widths:
        found = Widths()
        for block in (block for item in self._items for block in item.body):
            found = found.wider(block.widths(), self._indent)
        return found

    @override
    def height(self, width: float) -> float:
        heights = [stack_height(item.body, width - self._indent) for item in self._items]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def split(self, width: float, room: float, *, force: bool) -> tuple[Block, Block] | None:
        inner = width - self._indent
        used = 0.0
        for place, item in enumerate(self._items):
            height = stack_height(item.body, inner)
            if used + height > room + SLACK:
                head, tail = stack_split(item.body, inner, room - used, force=force and place == 0)
                return self._parts(place, item, head, tail)
            used += height + self._gap
        return None

    def _parts(
        self, place: int, item: _Item, head: tuple[Block, ...], tail: tuple[Block, ...]
    ) -> tuple[Block, Block] | None:
        if head:
            first = _Item(item.label, item.label_style, head, item.label_node)
            return self._with([*self._items[:place], first]), self._with(
                [item.rest(tail), *self._items[place + 1 :]]
            )
        if len(self._items) <= _FEW:
            return None
        if place == len(self._items) - 1:
            place -= 1  # the last item does not stand alone
        if place == 0:
            return None
        return self._with(self._items[:place]), self._with(self._items[place:])

    def _with(self, items: list[_Item]) -> "ItemList":
        part = object.__new__(ItemList)
        part.__dict__.update(self.__dict__)
        part._items = items
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        inner = width - self._indent
        for item in self._items:
            if item.label and item.label_node:
                self._paint_label(pen, item, x, top)
            stack_paint(item.body, pen, x + self._indent, top, inner)
            top -= stack_height(item.body, inner) + self._gap

    def _paint_label(self, pen: Pen, item: _Item, x: float, top: float) -> None:
        assert item.label_node is not None
        last = item.label[-1]
        bits = (*item.label[:-1], Bit(last.text + " ", last.ink))
        show(pen, item.label_node, bits, x + self._shift, top - item.label_style.baseline)


def _blocks(item: Item, style: TextStyle) -> tuple[Block, ...]:
    """An item's blocks; a sequence is of runs or of blocks, by its first member."""
    if isinstance(item, str):
        return (Paragraph(item, style),)
    blocks = tuple(part for part in item if isinstance(part, Block))
    if blocks:
        return blocks
    return (Paragraph(tuple(part for part in item if isinstance(part, Run)), style),)
