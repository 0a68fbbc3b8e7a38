"""Net benefit year by year as bars, and what has come together as a line, in today's money."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from bidwriter.bids.appraising.arithmetic import NOUGHT
from bidwriter.bids.appraising.findings import payback_words
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.scenarios import Scenario
from bidwriter.exports.drawings.scale import Scale, mark_words, scale_for
from bidwriter.exports.drawings.shapes import Box, Disc, Drawing, Label, Reading, Shape, Stroke
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import rough

_LABELLED = 7  # years with a label, at most
_LABEL = 4.0  # how wide the label of a year is with some air, in sizes of its letters


class _Frame:
    """Where things go: the room that labels leave, and one column for each year."""

    def __init__(self, width: float, height: float, years: int, scale: Scale, size: float) -> None:
        self.size = size
        self.left, self.right = 4.2 * size, width - 5.2 * size
        self.top, self.foot = 1.4 * size, height - 2.2 * size
        self.years = years
        self.scale = scale

    @property
    def column(self) -> float:
        return (self.right - self.left) / self.years

    def x(self, year: int) -> float:
        return self.left + (year + 0.5) * self.column

    def y(self, amount: Decimal) -> float:
        return self.foot - self.scale.share(amount) * (self.foot - self.top)


def benefits_chart(
    inputs: Inputs, scenario: Scenario, width: float, height: float, size: float = 9.0
) -> Drawing:
    """The chart of one scenario. `size` is the labels' size; the line and the bars share one
    scale, so that a bar's height can be read as money too."""
    scale = scale_for((*scenario.discounted_net, *scenario.added_up))
    frame = _Frame(width, height, inputs.years, scale, size)
    start = inputs.question.first_year
    shapes = (
        *_grid(frame),
        *_bars(frame, scenario),
        *_nought(frame),
        *_line(frame, scenario),
        *_years(frame, start),
        *_payback(frame, inputs, scenario),
        *_end(frame, start, scenario),
    )
    return Drawing(width, height, shapes, tuple(_readings(frame, start, scenario)))


def _grid(frame: _Frame) -> Iterator[Shape]:
    for mark in frame.scale.marks:
        y = frame.y(mark)
        if mark:
            yield Stroke(((frame.left, y), (frame.right, y)), "line", 0.8)
        yield Label(
            frame.left - 0.7 * frame.size, y + 0.35 * frame.size, mark_words(mark), frame.size,
            "text3", "end",
        )  # fmt: skip


def _nought(frame: _Frame) -> Iterator[Shape]:
    y = frame.y(NOUGHT)
    yield Stroke(((frame.left, y), (frame.right, y)), "text3", 1.2)


def _bars(frame: _Frame, scenario: Scenario) -> Iterator[Shape]:
    thick = min(frame.column * 0.46, 26.0)
    for year, amount in enumerate(scenario.discounted_net):
        top, foot = sorted((frame.y(amount), frame.y(NOUGHT)))
        if foot - top >= 0.3:
            x = frame.x(year) - thick / 2
            costs = amount < 0
            yield Box(x, top, thick, foot - top, "ink" if costs else "ink2", hatched=costs)


def _line(frame: _Frame, scenario: Scenario) -> Iterator[Shape]:
    points = tuple((frame.x(y), frame.y(total)) for y, total in enumerate(scenario.added_up))
    yield Stroke(points, "ink", 2.0)


def _years(frame: _Frame, start: int) -> Iterator[Shape]:
    room = ceil(_LABEL * frame.size / frame.column)  # in years, for one label
    every = max(-(-frame.years // _LABELLED), room)
    for year in range(0, frame.years, every):
        yield Label(
            frame.x(year), frame.foot + 1.8 * frame.size, year_label(start + year), frame.size,
            "text3", "middle",
        )  # fmt: skip


def _payback(frame: _Frame, inputs: Inputs, scenario: Scenario) -> Iterator[Shape]:
    year = scenario.payback
    if not year:  # never, or from the start: nothing to point at
        return
    x, y = frame.x(year), frame.y(scenario.added_up[year])
    highest = max(scenario.discounted_net[year], scenario.added_up[year])
    foot = frame.y(highest) - 0.8 * frame.size
    top = foot - 2.2 * frame.size
    if top < frame.top:
        return
    words = payback_words(inputs, scenario)[0]
    yield Stroke(((x, foot), (x, y)), "text3", 0.8)
    yield Disc(x, y, 0.42 * frame.size, "surface", "ink")
    yield Label(x, top + 0.7 * frame.size, "Pays back", frame.size, "text", "middle", strong=True)
    yield Label(x, top + 2.0 * frame.size, f"in {words}", frame.size, "text2", "middle")


def _end(frame: _Frame, start: int, scenario: Scenario) -> Iterator[Shape]:
    last = frame.years - 1
    x, y = frame.x(last), frame.y(scenario.added_up[last])
    yield Disc(x, y, 0.36 * frame.size, "ink", "ink")
    beside = max(x + 0.9 * frame.size, frame.right - 0.4 * frame.column)
    yield Label(beside, y, rough(scenario.npv), frame.size, "text", strong=True)
    yield Label(beside, y + 1.25 * frame.size, f"by {year_label(start + last)}", frame.size)


def _readings(frame: _Frame, start: int, scenario: Scenario) -> Iterator[Reading]:
    together = zip(scenario.discounted_net, scenario.added_up, strict=True)
    for year, (net, total) in enumerate(together):
        words = f"{year_label(start + year)}: {rough(net)} in the year, {rough(total)} added up"
        yield Reading(frame.x(year), words)
