"""DRAWN: a drawing of plain shapes as ReportLab graphics, in the colours of print."""

from reportlab.graphics.shapes import Circle, PolyLine, Rect
from reportlab.graphics.shapes import Drawing as Canvas
from reportlab.lib.colors import Color, HexColor

from bidwriter.exports.drawings.shapes import (
    Box,
    Colour,
    Disc,
    Drawing,
    Label,
    Stroke,
    hatching,
)
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.labels import label

_COLOURS: dict[Colour, str] = {
    "ink": style.INK, "ink2": style.INK2, "text": style.TEXT, "text2": style.TEXT2,
    "text3": style.TEXT3, "line": style.LINE, "surface": style.WHITE,
}  # fmt: skip


def canvas_of(drawing: Drawing) -> Canvas:
    """The drawing for a `Figure`; its words are decoration of what the figure's text says."""
    canvas = Canvas(drawing.width, drawing.height)
    for shape in drawing.shapes:
        _add(canvas, shape, drawing.height)
    return canvas


def _add(canvas: Canvas, shape: Stroke | Box | Disc | Label, height: float) -> None:
    match shape:
        case Stroke():
            canvas.add(_stroke(shape, height))
        case Box():
            canvas.add(_box(shape, height))
            if shape.hatched:
                for stroke in hatching(shape):
                    canvas.add(_stroke(stroke, height))
        case Disc():
            disc = Circle(shape.x, height - shape.y, shape.radius)
            disc.fillColor, disc.strokeColor = _colour(shape.fill), _colour(shape.edge)
            disc.strokeWidth = 1.4
            canvas.add(disc)
        case Label():
            colour, y = _colour(shape.colour), height - shape.y
            for string in label(
                shape.words, shape.x, y, shape.size, colour,
                anchor=shape.anchor, strong=shape.strong,
            ):  # fmt: skip
                canvas.add(string)


def _stroke(stroke: Stroke, height: float) -> PolyLine:
    flat = [part for x, y in stroke.points for part in (x, height - y)]
    line = PolyLine(flat)
    line.strokeColor, line.strokeWidth = _colour(stroke.colour), stroke.width
    return line


def _box(box: Box, height: float) -> Rect:
    rect = Rect(box.x, height - box.y - box.height, box.width, box.height)
    colour = _colour(box.colour)
    rect.fillColor = None if box.hatched else colour
    rect.strokeColor = colour if box.hatched else None
    rect.strokeWidth = 1.0
    return rect


def _colour(role: Colour) -> Color:
    found: Color = HexColor(_COLOURS[role])
    return found
