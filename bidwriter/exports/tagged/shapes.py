"""SHAPES: drawing operators for lines, boxes and colours (ISO 32000-1, 8). Pure text.

Opaque colours in DeviceRGB alone, which the output intent defines: no transparency.
"""

from functools import lru_cache

from bidwriter.exports.tagged.syntax import number, numbers

_ARC = 0.5523


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """ "#RRGGBB" as three numbers from 0 to 1; raises ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"a colour is #RRGGBB, not {colour!r}")
    return numbers(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def line(x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 0.75) -> str:
    """A straight line."""
    ends = f"{numbers(x1, y1)} m {numbers(x2, y2)} l S"
    return f"{rgb(colour)} RG {number(width)} w {ends}"


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "",
    edge: str = "",
    radius: float = 0,
    line_width: float = 0.75,
) -> str:
    """A rectangle from its lower left corner, rounded, filled and edged as asked."""
    if not (fill or edge):
        return ""
    radius = min(radius, width / 2, height / 2)
    path = _rounded(x, y, width, height, radius) if radius else numbers(x, y, width, height) + " re"
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(fill), bool(edge)]
    fill_ink = f"{rgb(fill)} rg " if fill else ""
    edge_ink = f"{rgb(edge)} RG {number(line_width)} w " if edge else ""
    return f"{fill_ink}{edge_ink}{path} {paint}"


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    right, top, inset = x + width, y + height, radius * (1 - _ARC)
    return " ".join(
        (
            f"{numbers(x + radius, y)} m {numbers(right - radius, y)} l",
            f"{numbers(right - inset, y, right, y + inset, right, y + radius)} c",
            f"{numbers(right, top - radius)} l",
            f"{numbers(right, top - inset, right - inset, top, right - radius, top)} c",
            f"{numbers(x + radius, top)} l",
            f"{numbers(x + inset, top, x, top - inset, x, top - radius)} c",
            f"{numbers(x, y + radius)} l",
            f"{numbers(x, y + inset, x + inset, y, x + radius, y)} c h",
        )
    )
