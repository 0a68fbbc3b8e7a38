"""LABELS: words in a drawing, each character in a font that has it, as in all other text."""

from collections.abc import Iterator
from typing import Literal

from reportlab.graphics.shapes import String
from reportlab.lib.colors import Color

from bidwriter.exports.tagged.faces import Face, Weight, face
from bidwriter.prose.glyphs import pieces

Anchor = Literal["start", "middle", "end"]


def label(
    words: str, x: float, baseline: float, size: float, colour: Color,
    *, anchor: Anchor = "start", strong: bool = False,
) -> Iterator[String]:  # fmt: skip
    """The words as strings side by side. The space at their end moves nothing: without it
    readers join them to the next label."""
    parts = _parts(words, strong=strong)
    wide = label_width(words, size, strong=strong)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    for font, text in _spaced(parts, face("text", _weight(strong=strong))):
        yield String(left, baseline, text, fontName=font.fontName, fontSize=size, fillColor=colour)
        left += font.width(text) * size / 1000


def label_width(words: str, size: float, *, strong: bool = False) -> float:
    """The width of the words in points."""
    return sum(font.width(text) for font, text in _parts(words, strong=strong)) * size / 1000


def _spaced(parts: list[tuple[Face, str]], plain: Face) -> list[tuple[Face, str]]:
    """The parts with a space at the end, in a font that is sure to have one."""
    if parts and parts[-1][0] is plain:
        return [*parts[:-1], (plain, parts[-1][1] + " ")]
    return [*parts, (plain, " ")]


def _parts(words: str, *, strong: bool) -> list[tuple[Face, str]]:
    weight = _weight(strong=strong)
    line = words.replace("\n", " ")
    return [(face(piece.role, weight), piece.text) for piece in pieces(line)]


def _weight(*, strong: bool) -> Weight:
    return "semibold" if strong else "regular"
