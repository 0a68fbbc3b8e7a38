"""BADGES: a small rounded square that holds a number, before a line of text or by itself.

The square is decoration; the number is read as the first word of the text it stands before.
"""

from dataclasses import dataclass

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.faces import face
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.painting import show
from bidwriter.exports.tagged.text import Bit, Ink


@dataclass(frozen=True, slots=True)
class Badge:
    """`text`: one or two characters. Filled with `colour`, digits in `on_colour`; or, when
    `outlined`, edged and written in `colour` on white. `size` is the square's side in points,
    `gap` the space after it."""

    text: str
    colour: str
    on_colour: str = "#FFFFFF"
    outlined: bool = False
    size: float = 13
    gap: float = 4.5

    @property
    def advance(self) -> float:
        """From the badge's left edge to what follows it."""
        return self.size + self.gap

    def paint(self, pen: Pen, node: Node, x: float, foot: float) -> None:
        """Draw with the lower left corner at (x, foot); the number belongs to `node`."""
        pen.decorate(self._square(x, foot))
        font_size = self.size * 0.64
        colour = self.colour if self.outlined else self.on_colour
        ink = Ink(face("text", "bold"), font_size, colour)
        left = x + (self.size - ink.width(self.text)) / 2
        baseline = foot + (self.size - 0.668 * font_size) / 2
        show(pen, node, (Bit(self.text + " ", ink),), left, baseline)

    def _square(self, x: float, foot: float) -> str:
        radius = self.size * 0.27
        if not self.outlined:
            return shapes.box(x, foot, self.size, self.size, fill=self.colour, radius=radius)
        inset, side = 0.4, self.size - 0.8
        return shapes.box(
            x + inset, foot + inset, side, side, fill="#FFFFFF", edge=self.colour, radius=radius
        )
