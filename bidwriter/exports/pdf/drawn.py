"""DRAWN: a drawing of plain shapes as ReportLab graphics, in the colours of print."""

from reportlab.graphics.shapes import Circle, PolyLine, Rect, String
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
from bidwriter.exports.tagged import REGULAR, SEMIBOLD
from bidwriter.exports.tagged.faces import named, register_text_faces
from bidwriter.prose.glyphs import one_font

_COLOURS: dict[Colour, str] = {
    "ink": style.INK, "ink2": style.INK2, "text": style.TEXT, "text2": style.TEXT2,
    "text3": style.TEXT3, "line": style.LINE, "surface": style.WHITE,
}  # fmt: skip


def canvas_of(drawing: Drawing) -> Canvas:
    """The drawing for a `Figure`; its words are decoration of what the figure's text says."""
    register_text_faces()
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
            canvas.add(_label(shape, height))


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


def _label(label: Label, height: float) -> String:
    """A space at the end keeps a reader from joining it to the next label; it moves nothing."""
    face = SEMIBOLD if label.strong else REGULAR
    space = named(face).width(" ") * label.size / 1000
    return String(
        label.x + space * {"start": 0, "middle": 0.5, "end": 1}[label.anchor],
        height - label.y,
        one_font(label.words) + " ",
        fontName=face,
        fontSize=label.size,
        fillColor=_colour(label.colour),
        textAnchor=label.anchor,
    )


def _colour(role: Colour) -> Color:
    found: Color = HexColor(_COLOURS[role])
    return found
