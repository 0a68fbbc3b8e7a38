"""The shapes that a chart is made of."""

from typing import Literal, NamedTuple, TypeAlias

Colour = Literal["ink", "ink2", "text", "text2", "text3", "line", "surface"]
Anchor = Literal["start", "middle", "end"]


class Stroke(NamedTuple):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: Colour
    width: float = 1.0


class Box(NamedTuple):
    """An upright box; `hatched` is drawn as slanted strokes within an edge instead of filled."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour
    hatched: bool = False


class Disc(NamedTuple):
    """A disc with an edge."""

    x: float
    y: float
    radius: float
    fill: Colour
    edge: Colour


class Label(NamedTuple):
    """Words whose baseline begins, is centred or ends at a point. `size` is in points."""

    x: float
    y: float
    words: str
    size: float
    colour: Colour = "text2"
    anchor: Anchor = "start"
    strong: bool = False


Shape: TypeAlias = Stroke | Box | Disc | Label


class Reading(NamedTuple):
    """What can be read off at one place: its x, and what is said there."""

    x: float
    words: str


class Drawing(NamedTuple):
    """A chart: its size, its shapes from back to front, and what can be read off it in order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    readings: tuple[Reading, ...] = ()


def hatching(box: Box, gap: float = 4.0) -> tuple[Stroke, ...]:
    """The slanted strokes inside a hatched box."""
    strokes: list[Stroke] = []
    start = -box.height
    while start < box.width:
        left, right = max(start, 0.0), min(start + box.height, box.width)
        if right > left:
            rising = ((box.x + left, box.y + box.height - (left - start)),
                      (box.x + right, box.y + box.height - (right - start)))  # fmt: skip
            strokes.append(Stroke(rising, box.colour, 0.9))
        start += gap
    return tuple(strokes)
