"""ROWS OF A TABLE: their cells side by side, their height, and parting one over two pages."""

from dataclasses import dataclass, field, replace

from bidwriter.exports.tagged.blocks import (
    Block,
    attach_all,
    stack_height,
    stack_paint,
    stack_split,
)
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen

Slots = tuple[tuple[float, float], ...]
"""Left edge and width of each column, in points from the table's left edge."""


@dataclass(frozen=True)
class Span:
    """A cell in its place: first column, how many it spans, and its scope as a header."""

    blocks: tuple[Block, ...]
    column: int
    columns: int
    scope: str

    def slot(self, slots: Slots) -> tuple[float, float]:
        """Left edge and width over all the columns it spans."""
        left = slots[self.column][0]
        last, wide = slots[self.column + self.columns - 1]
        return left, last + wide - left

    @property
    def attributes(self) -> str:
        """Scope and span, as the Table attributes of ISO 32000-1, 14.8.5.7."""
        entries = [f"/Scope /{self.scope}"] * bool(self.scope)
        entries += [f"/ColSpan {self.columns}"] * (self.columns > 1)
        return " ".join(("/O /Table", *entries)) if entries else ""


@dataclass
class LaidRow:
    """A row, or the part of it that is on a page: the parts share their cells' elements. `lined`:
    with a line below."""

    spans: tuple[Span, ...]
    fill: str
    group: bool
    lined: bool = True
    _heights: dict[Slots, float] = field(default_factory=dict)

    def reset(self, factor: float) -> "LaidRow":
        """A copy in type `factor` times as large."""
        return self._part(
            [
                replace(span, blocks=tuple(block.reset(factor) for block in span.blocks))
                for span in self.spans
            ]
        )

    def attach(self, parent: Node) -> None:
        """Make TR and its TH and TD; empty cells too, so that every row has all columns."""
        node = parent.child("TR")
        for span in self.spans:
            tag = "TH" if span.scope else "TD"
            attach_all(span.blocks, node.child(tag, span.attributes, kept=True))

    def height(self, slots: Slots, pad: float) -> float:
        """The highest cell and its padding."""
        if slots not in self._heights:
            highest = max(stack_height(span.blocks, span.slot(slots)[1]) for span in self.spans)
            self._heights[slots] = highest
        return self._heights[slots] + (2 if self.lined else 1) * pad

    def split(
        self, slots: Slots, pad: float, room: float, *, force: bool
    ) -> tuple["LaidRow", "LaidRow"] | None:
        """Part every cell at `room`; None if nothing would stand in the first part, or, unless
        forced, if a cell with words would be empty there."""
        heads, tails = [], []
        for span in self.spans:
            wide = span.slot(slots)[1]
            head, tail = stack_split(span.blocks, wide, room - 2 * pad, force=force)
            heads.append(replace(span, blocks=head))
            tails.append(replace(span, blocks=tail))
        if not any(span.blocks for span in heads) or not any(span.blocks for span in tails):
            return None
        pairs = zip(heads, self.spans, strict=True)
        if not force and any(whole.blocks and not head.blocks for head, whole in pairs):
            return None
        return self._part(heads), self._part(tails)

    def _part(self, spans: list[Span]) -> "LaidRow":
        return replace(self, spans=tuple(spans), _heights={})

    def paint(self, pen: Pen, slots: Slots, x: float, top: float) -> None:
        """Draw the cells from `top` down."""
        for span in self.spans:
            left, wide = span.slot(slots)
            stack_paint(span.blocks, pen, x + left, top, wide)
