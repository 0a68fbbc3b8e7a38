"""What matters most: for each uncertain input how far it moves the net present value."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from bidwriter.exports.drawings.scale import Scale, scale_for
from bidwriter.exports.drawings.shapes import Box, Drawing, Label, Reading, Shape, Stroke
from bidwriter.kinds.values.money import rough

_ROW = 2.9  # in sizes of the labels


class Moved(NamedTuple):
    """One input: its name, and the net present value at its two ends."""

    name: str
    lower: Decimal
    higher: Decimal


def tornado(given: Sequence[Moved], central: Decimal, width: float, size: float = 9.0) -> Drawing:
    """Bars around the central value, the widest on top: filled above it, hatched below it."""
    ends = [end for one in given for end in (one.lower, one.higher)]
    scale = _around(central, ends)
    left, right = 5.4 * size, width - 5.4 * size
    height = tornado_height(len(given), size)
    shapes: list[Shape] = []
    readings: list[Reading] = []
    for at, one in enumerate(given):
        frame = _Frame(scale, left, right, size)
        shapes += _row(one, central, frame, at * _ROW * size)
        low, high = sorted((one.lower, one.higher))
        readings.append(Reading(0, f"{one.name}: {rough(low)} to {rough(high)}"))
    x = left + scale.share(central) * (right - left)
    shapes.append(Stroke(((x, 0), (x, height - 1.5 * size)), "text3", 1.0))
    shapes.append(Label(x, height - 0.3 * size, f"{rough(central)} as it stands", size, "text2",
                        "middle"))  # fmt: skip
    return Drawing(width, height, tuple(shapes), tuple(readings))


def tornado_height(rows: int, size: float) -> float:
    """How high the drawing is."""
    return (rows * _ROW + 1.6) * size


def _around(central: Decimal, ends: Sequence[Decimal]) -> Scale:
    """From the least to the most, not from nought: what counts is how far apart they are."""
    least, most = min((central, *ends)), max((central, *ends))
    if least == most:
        return scale_for((most,))
    return Scale(least, most, ())


class _Frame(NamedTuple):
    """Where the bars lie, and the labels' size."""

    scale: Scale
    left: float
    right: float
    size: float

    def x(self, amount: Decimal) -> float:
        """Where an amount stands."""
        return self.left + self.scale.share(amount) * (self.right - self.left)


def _row(one: Moved, central: Decimal, frame: _Frame, top: float) -> Iterator[Shape]:
    x, size = frame.x, frame.size
    yield Label(frame.left - 4.9 * size, top + size, one.name, size, "text")
    low, high = sorted((one.lower, one.higher))
    bar, thick = top + 1.4 * size, 1.0 * size
    if low < central:
        yield Box(x(low), bar, x(min(high, central)) - x(low), thick, "ink", hatched=True)
    if high > central:
        start = max(low, central)
        yield Box(x(start), bar, x(high) - x(start), thick, "ink2")
    foot = bar + 0.85 * size
    yield Label(x(low) - 0.5 * size, foot, rough(low), size, "text2", "end")
    yield Label(x(high) + 0.5 * size, foot, rough(high), size, "text2")
