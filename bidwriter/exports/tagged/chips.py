"""CHIPS: short labels in pills, side by side, as many rows as they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.badges import Badge
from bidwriter.exports.tagged.blocks import Block
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.painting import show
from bidwriter.exports.tagged.text import Bit, Run, TextStyle, Words, as_runs, inked


@dataclass(frozen=True, slots=True)
class Chip:
    """A badge and a few words in a pill of one fill and one edge colour."""

    badge: Badge
    words: Words
    fill: str
    edge: str


class Chips(Block):
    """Chips in rows, read as a list. Sizes in points: `chip_height`, `gap` between chips and
    rows, `pad` inside a chip's ends."""

    def __init__(
        self,
        chips: Sequence[Chip],
        style: TextStyle,
        *,
        chip_height: float = 18,
        gap: float = 5,
        pad: float = 4,
        before: float = 0,
        after: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        self._chips = [(chip, tuple(inked(_on_one_line(chip.words), style))) for chip in chips]
        self._style = style
        self._chip_height, self._gap, self._pad = chip_height, gap, pad
        self._nodes: list[tuple[Node, Node]] = []
        self.before, self.after = before, after
        self.keep_with_next = keep_with_next

    def attach(self, parent: Node) -> None:
        self.node = parent.child("L", "/O /List /ListNumbering /None")
        items = [self.node.child("LI") for _ in self._chips]
        self._nodes = [(item.child("Lbl"), item.child("LBody")) for item in items]

    def _width(self, place: int) -> float:
        chip, bits = self._chips[place]
        words = sum(bit.ink.width(bit.text) for bit in bits)
        return self._pad + chip.badge.advance + words + 2.2 * self._pad

    def _places(self, width: float) -> Iterator[tuple[int, float, int]]:
        """Of each chip: its number, left edge and row."""
        left, row = 0.0, 0
        for place in range(len(self._chips)):
            wide = self._width(place)
            if left and left + wide > width:
                left, row = 0.0, row + 1
            yield place, left, row
            left += wide + self._gap

    def height(self, width: float) -> float:
        rows = max((row for _, _, row in self._places(width)), default=-1) + 1
        return rows * self._chip_height + max(0, rows - 1) * self._gap

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        for place, left, row in self._places(width):
            foot = top - row * (self._chip_height + self._gap) - self._chip_height
            self._paint_chip(pen, place, x + left, foot)

    def _paint_chip(self, pen: Pen, place: int, x: float, foot: float) -> None:
        chip, bits = self._chips[place]
        label, body = self._nodes[place]
        high, style = self._chip_height, self._style
        pill = shapes.box(
            x, foot, self._width(place), high, fill=chip.fill, edge=chip.edge, radius=high / 2
        )
        pen.decorate(pill)
        chip.badge.paint(pen, label, x + self._pad, foot + (high - chip.badge.size) / 2)
        baseline = foot + (high - 0.668 * style.size) / 2
        spaced = (*bits[:-1], Bit(bits[-1].text + " ", bits[-1].ink)) if bits else ()
        show(pen, body, spaced, x + self._pad + chip.badge.advance, baseline)


def _on_one_line(words: Words) -> tuple[Run, ...]:
    return tuple(run._replace(text=run.text.replace("\n", " ")) for run in as_runs(words))
