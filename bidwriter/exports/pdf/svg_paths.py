"""SVG PATHS: the path data of a bundled icon as moves, lines and cubic curves. Pure geometry.

Knows the commands that Lucide uses: M L H V C S A Z, absolute and relative.
"""

import re
from collections.abc import Iterator
from math import acos, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Literal, NamedTuple

_TOKENS = re.compile(r"[MLHVCSAZmlhvcsaz]|-?(?:\d*\.\d+|\d+\.?)(?:e-?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}

XY = tuple[float, float]


class Step(NamedTuple):
    """One stroke of the pen; `points` are x, y, x, y ..."""

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[float, ...] = ()


def steps(data: str) -> tuple[Step, ...]:
    """The strokes of a path's `d`."""
    return tuple(_Reader().read(data))


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with one set of numbers; further sets repeat it."""
    tokens = _TOKENS.findall(_with_flags_apart(data))
    at = 0
    while at < len(tokens):
        command = tokens[at]
        at += 1
        takes = _TAKES[command.upper()]
        if not takes:
            yield command, ()
        while takes and at < len(tokens) and not tokens[at].isalpha():
            yield command, tuple(float(token) for token in tokens[at : at + takes])
            at += takes
            command = {"M": "L", "m": "l"}.get(command, command)


_ARC = re.compile(
    r"(?P<radii>(?:[\s,]*-?(?:\d*\.\d+|\d+)){3})[\s,]*(?P<large>[01])[\s,]*(?P<sweep>[01])"
    r"(?P<end>(?:[\s,]*-?(?:\d*\.\d+|\d+)){2})"
)


def _with_flags_apart(data: str) -> str:
    """SVG may write an arc's two flags without space before the number that follows."""

    def apart(arc: re.Match[str]) -> str:
        return _ARC.sub(r"\g<radii> \g<large> \g<sweep> \g<end>", arc[0])

    return re.sub(r"[Aa][^A-Za-z]*", apart, data)


class _Reader:
    """Follows the pen."""

    def __init__(self) -> None:
        self._at: XY = (0.0, 0.0)
        self._start: XY = (0.0, 0.0)
        self._control: XY | None = None

    def read(self, data: str) -> Iterator[Step]:
        for command, given in _commands(data):
            yield from self._step(command.upper(), self._absolute(command, given))

    def _absolute(self, command: str, given: tuple[float, ...]) -> tuple[float, ...]:
        if command.isupper():
            return given
        x, y = self._at
        match command:
            case "h":
                return (given[0] + x,)
            case "v":
                return (given[0] + y,)
            case "a":
                return (*given[:5], given[5] + x, given[6] + y)
            case _:
                return tuple(n + (y if i % 2 else x) for i, n in enumerate(given))

    def _step(self, command: str, given: tuple[float, ...]) -> Iterator[Step]:
        before, control, self._control = self._at, self._control, None
        match command:
            case "Z":
                self._at = self._start
                yield Step("close")
                return
            case "H":
                self._at = (given[0], before[1])
            case "V":
                self._at = (before[0], given[0])
            case _:
                self._at = (given[-2], given[-1])
        if command == "M":
            self._start = self._at
            yield Step("move", self._at)
        elif command == "A":
            yield from arc(before, given)
        elif command in "CS":
            points = given if command == "C" else (*_mirrored(control, before), *given)
            self._control = (points[2], points[3])
            yield Step("curve", points)
        else:
            yield Step("line", self._at)


def _mirrored(control: XY | None, at: XY) -> XY:
    """The control point that carries a curve on smoothly; the pen's place after a line."""
    return (2 * at[0] - control[0], 2 * at[1] - control[1]) if control else at


def arc(start: XY, given: tuple[float, ...]) -> Iterator[Step]:
    """An elliptical arc as curves of a quarter turn or less (SVG 1.1, appendix F.6)."""
    rx, ry, turn, large, sweep, x, y = given
    phi = radians(turn)
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    x1, y1 = cos(phi) * dx + sin(phi) * dy, -sin(phi) * dx + cos(phi) * dy
    grow = sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    root = (rx * ry) ** 2 / ((rx * y1) ** 2 + (ry * x1) ** 2) - 1
    sign = 1 if large != sweep else -1
    factor = sign * sqrt(max(0.0, root))
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx = cos(phi) * cx1 - sin(phi) * cy1 + (start[0] + x) / 2
    cy = sin(phi) * cx1 + cos(phi) * cy1 + (start[1] + y) / 2
    first = _angle(1, 0, (x1 - cx1) / rx, (y1 - cy1) / ry)
    swept = _angle((x1 - cx1) / rx, (y1 - cy1) / ry, (-x1 - cx1) / rx, (-y1 - cy1) / ry)
    if sweep and swept < 0:
        swept += 2 * pi
    elif not sweep and swept > 0:
        swept -= 2 * pi
    parts = max(1, ceil(abs(swept) / (pi / 2) - 1e-9))
    step = swept / parts
    reach = 4 / 3 * tan(step / 4)

    def place(px: float, py: float) -> XY:
        return (
            cx + cos(phi) * rx * px - sin(phi) * ry * py,
            cy + sin(phi) * rx * px + cos(phi) * ry * py,
        )

    for part in range(parts):
        a, b = first + part * step, first + (part + 1) * step
        one = place(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = place(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        yield Step("curve", (*one, *two, *place(cos(b), sin(b))))


def _angle(ux: float, uy: float, vx: float, vy: float) -> float:
    ratio = (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy))
    size = acos(max(-1.0, min(1.0, ratio)))
    return -size if ux * vy - uy * vx < 0 else size
