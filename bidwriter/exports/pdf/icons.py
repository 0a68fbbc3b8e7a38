"""ICONS: the bundled Lucide drawings (24 × 24, lines only) as ReportLab drawings."""

import re
from functools import cache
from xml.etree import ElementTree

from reportlab.graphics.shapes import Circle, Drawing, Group, Path, Rect, SolidShape
from reportlab.lib.colors import HexColor

from bidwriter.exports.pdf.svg_paths import Step, steps
from bidwriter.paths import RESOURCES

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SIDE = 24.0


def icon(name: str, colour: str, size: float, line_width: float = 2) -> Drawing | None:
    """The icon of that name, `size` points square; None where none is bundled or it holds
    more than paths, circles and boxes."""
    found = _elements(name)
    if not found:
        return None
    scale = size / _SIDE
    shapes = [_shape(tag, dict(given)) for tag, given in found]
    for shape in shapes:
        shape.fillColor, shape.strokeColor = None, HexColor(colour)
        shape.strokeWidth, shape.strokeLineCap, shape.strokeLineJoin = line_width, 1, 1
    group = Group(*shapes)
    group.transform = (scale, 0, 0, -scale, 0, size)
    drawing = Drawing(size, size)
    drawing.add(group)
    return drawing


@cache
def _elements(name: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Tag and attributes of each shape; empty if one is of another kind. Pack names are not
    trusted as paths."""
    path = RESOURCES / "icons" / f"{name}.svg"
    if not _NAME.fullmatch(name) or not path.is_file():
        return ()
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    found = tuple((one.tag.rpartition("}")[2], tuple(one.attrib.items())) for one in root)
    return found if all(tag in ("path", "circle", "rect") for tag, _ in found) else ()


def _shape(tag: str, given: dict[str, str]) -> SolidShape:
    def number(key: str) -> float:
        return float(given.get(key, "0"))

    if tag == "circle":
        return Circle(number("cx"), number("cy"), number("r"))
    if tag == "rect":
        return Rect(
            number("x"), number("y"), number("width"), number("height"), number("rx"), number("rx")
        )
    return _path(steps(given["d"]))


def _path(given: tuple[Step, ...]) -> Path:
    path = Path()
    for step in given:
        match step.kind:
            case "move":
                path.moveTo(*step.points)
            case "line":
                path.lineTo(*step.points)
            case "curve":
                path.curveTo(*step.points)
            case "close":
                path.closePath()
    return path
