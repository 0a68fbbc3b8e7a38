"""PANELS: a tinted box round blocks, a row of cards, and a strip of figures.

Boxes and lines are decoration; the blocks in them are read in order, card by card.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from reportlab.graphics.shapes import Drawing
from typing_extensions import override

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.blocks import (
    Block,
    attach_all,
    stack_height,
    stack_paint,
    stack_split,
)
from bidwriter.exports.tagged.drawings import operators
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen

_LEAST = 0.83
"""How much smaller words may be set so that they stay whole."""


class Callout(Block):
    """Blocks in a rounded box, parted over pages if need be. `icon` is decoration at the left
    of the first part."""

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        fill: str = "",
        edge: str = "",
        radius: float = 7,
        pad: float = 12,
        icon: Drawing | None = None,
        icon_gap: float = 12,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._blocks = tuple(blocks)
        self._fill, self._edge, self._radius, self._pad = fill, edge, radius, pad
        self._icon = icon
        self._inset = float(icon.width) + icon_gap if icon else 0.0
        self.before, self.after = before, after

    def attach(self, parent: Node) -> None:
        self.node = parent.child("Div")
        attach_all(self._blocks, self.node)

    def height(self, width: float) -> float:
        return max(stack_height(self._blocks, self._inner(width)), self._icon_height()) + (
            2 * self._pad
        )

    def _inner(self, width: float) -> float:
        return width - 2 * self._pad - self._inset

    def _icon_height(self) -> float:
        return float(self._icon.height) if self._icon else 0.0

    def split(self, width: float, room: float, *, force: bool) -> tuple[Block, Block] | None:
        inner = room - 2 * self._pad
        head, tail = stack_split(self._blocks, self._inner(width), inner, force=force)
        if not head or not tail:
            return None
        return self._part(head), self._part(tail, rest=True)

    def _part(self, blocks: tuple[Block, ...], *, rest: bool = False) -> Self:
        part = copy.copy(self)
        part._blocks = blocks  # noqa: SLF001 - a copy of its own
        if rest:
            part._icon = None  # noqa: SLF001 - a copy of its own
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        high = self.height(width)
        pen.decorate(
            shapes.box(
                x, top - high, width, high, fill=self._fill, edge=self._edge, radius=self._radius
            )
        )
        left = x + self._pad + self._inset
        words = stack_height(self._blocks, self._inner(width))
        if self._icon:
            foot = top - high / 2 - self._icon_height() / 2
            pen.decorate(operators(self._icon, pen.book.subsets, x + self._pad, foot))
        slack = (high - 2 * self._pad - words) / 2
        stack_paint(self._blocks, pen, left, top - self._pad - slack, self._inner(width))


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks in a box of one colour ("" for none)."""

    blocks: Sequence[Block]
    fill: str = ""


class Cards(Block):
    """Boxes of one size side by side; their first blocks stand level, their second, and so
    on, whatever the lines they take. Read as a list of cards. Never parted: `lines` draws
    hairlines between the cards, and `top_line` and `foot_line` above and below (a strip of
    figures has lines and no fills). A sum or a word too wide for its card is set smaller."""

    def __init__(
        self,
        cards: Sequence[Card],
        *,
        gap: float = 7,
        pad: float = 9,
        pad_y: float | None = None,
        radius: float = 7,
        lines: str = "",
        top_line: str = "",
        foot_line: str = "",
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._given = self._cards = tuple(cards)
        self._gap, self._pad, self._radius = gap, pad, radius
        self._pad_y = pad if pad_y is None else pad_y
        self._lines, self._top_line, self._foot_line = lines, top_line, foot_line
        self.before, self.after = before, after

    @override
    def settle(self, width: float, page: float) -> None:
        inner = self._card_width(width) - 2 * self._pad
        self._cards = tuple(
            replace(card, blocks=tuple(_narrowed(block, inner) for block in card.blocks))
            for card in self._given
        )

    def attach(self, parent: Node) -> None:
        self.node = parent.child("L", "/O /List /ListNumbering /None")
        for card in self._cards:
            attach_all(card.blocks, self.node.child("LI").child("LBody"))

    def height(self, width: float) -> float:
        return sum(self._bands(width)) + 2 * self._pad_y

    def _bands(self, width: float) -> list[float]:
        """The height of each level, the space above it included."""
        inner = self._card_width(width) - 2 * self._pad
        levels = max(len(card.blocks) for card in self._cards)
        return [
            max(self._block_height(card, level, inner) for card in self._cards)
            for level in range(levels)
        ]

    def _block_height(self, card: Card, level: int, width: float) -> float:
        if level >= len(card.blocks):
            return 0.0
        block = card.blocks[level]
        return block.height(width) + (block.before if level else 0)

    def _card_width(self, width: float) -> float:
        return (width - self._gap * (len(self._cards) - 1)) / len(self._cards)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        high, wide, bands = self.height(width), self._card_width(width), self._bands(width)
        self._paint_lines(pen, x, top, width, high)
        for place, card in enumerate(self._cards):
            left = x + place * (wide + self._gap)
            if card.fill:
                shape = shapes.box(
                    left, top - high, wide, high, fill=card.fill, radius=self._radius
                )
                pen.decorate(shape)
            level_top = top - self._pad_y
            for level, block in enumerate(card.blocks):
                space = block.before if level else 0
                inset = self._pad if not self._lines or place else 0
                block.paint(pen, left + inset, level_top - space, wide - 2 * self._pad)
                level_top -= bands[level]

    def _paint_lines(self, pen: Pen, x: float, top: float, width: float, high: float) -> None:
        ops = []
        if self._top_line:
            ops.append(shapes.line(x, top, x + width, top, self._top_line, width=1))
        if self._foot_line:
            ops.append(shapes.line(x, top - high, x + width, top - high, self._foot_line))
        step = self._card_width(width) + self._gap
        for place in range(1, len(self._cards) if self._lines else 0):
            left = x + place * step - self._gap / 2
            ops.append(shapes.line(left, top, left, top - high, self._lines))
        if ops:
            pen.decorate("\n".join(ops))


def _narrowed(block: Block, width: float) -> Block:
    whole = block.widths().whole
    return block.reset(max(_LEAST, width / whole)) if whole > width else block
