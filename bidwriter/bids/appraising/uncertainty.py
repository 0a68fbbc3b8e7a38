"""What could be otherwise: low, central and high cases, and what matters most.

Each input may be so many per cent lower or higher than it says (its typed years with it). A
per cent that fills series (take-up, the confidence factor) moves by its share: 50 % ± 10 % is 45
to 55 %. A share that its rule would raise past 100 % is 100 % before it is doubted, so that a
rule and the same years typed are alike.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.appraising.arithmetic import HUNDRED, ONE, exactly
from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.bids.appraising.scenarios import SCENARIOS, Scenario, ScenarioName, scenarios


class Swing(NamedTuple):
    """What one input does to a scenario's net present value when it is lower and when it is
    higher by its own uncertainty."""

    row: str
    lower: Decimal
    higher: Decimal

    @property
    def width(self) -> Decimal:
        """How far apart the two are."""
        return abs(self.higher - self.lower)


class Cases(NamedTuple):
    """One scenario with every input at its worse end, as it is, and with every input at its
    better end."""

    low: Scenario
    central: Scenario
    high: Scenario


@lru_cache(maxsize=8)
@exactly
def swings(inputs: Inputs) -> dict[ScenarioName, tuple[Swing, ...]]:
    """For each scenario the inputs that state an uncertainty, what matters most first."""
    ends = [(line.row, _npvs(inputs, _ends(line))) for line in inputs.lines if _varies(line)]
    return {
        name: _widest_first(Swing(row, low[at], high[at]) for row, (low, high) in ends)
        for at, name in enumerate(SCENARIOS)
    }


@lru_cache(maxsize=8)
@exactly
def cases(inputs: Inputs, name: ScenarioName) -> Cases:
    """Low, central and high. Which end of an input is the worse is seen from its own swing."""
    by_row = {line.row: line for line in inputs.lines}
    worse: dict[str, Line] = {}
    better: dict[str, Line] = {}
    for swing in swings(inputs)[name]:
        low, high = _ends(by_row[swing.row])
        rises = swing.lower <= swing.higher
        worse[swing.row], better[swing.row] = (low, high) if rises else (high, low)
    at = SCENARIOS.index(name)
    return Cases(
        scenarios(_with(inputs, worse))[at],
        scenarios(inputs)[at],
        scenarios(_with(inputs, better))[at],
    )


def _varies(line: Line) -> bool:
    return bool(line.uncertainty) and line.counted and not line.citizens


def _widest_first(found: Iterable[Swing]) -> tuple[Swing, ...]:
    """By how far apart the ends are. An input that does nothing to a scenario is not in it."""
    moving = (swing for swing in found if swing.width)
    return tuple(sorted(moving, key=lambda swing: (-swing.width, swing.row)))


def _ends(line: Line) -> tuple[Line, Line]:
    """The line at its lower and at its higher end."""
    by = line.uncertainty / HUNDRED
    return line._replace(doubt=ONE - by), line._replace(doubt=ONE + by)


def _npvs(inputs: Inputs, ends: tuple[Line, Line]) -> tuple[list[Decimal], list[Decimal]]:
    """Each scenario's net present value at the lower and at the higher end of one line."""
    low, high = (scenarios(_with(inputs, {end.row: end})) for end in ends)
    return [scenario.npv for scenario in low], [scenario.npv for scenario in high]


def _with(inputs: Inputs, others: dict[str, Line]) -> Inputs:
    return inputs._replace(lines=tuple(others.get(line.row, line) for line in inputs.lines))
