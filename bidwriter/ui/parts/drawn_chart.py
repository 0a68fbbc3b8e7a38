"""A chart of plain shapes, painted in the theme's colours; hover or arrow keys read its values."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.exports.drawings.shapes import (
    Box,
    Disc,
    Drawing,
    Label,
    Reading,
    Shape,
    Stroke,
    hatching,
)
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import announce
from bidwriter.ui.parts.plain import PlainLabel

Draw = Callable[[float, float, float], Drawing]  # width, height and size of labels → the chart


class DrawnChart(PlainLabel):
    """One chart, one sentence to a reader; each value can be read one by one."""

    read = Signal(str)

    def __init__(self, height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._draw: Draw | None = None
        self._drawing: Drawing | None = None
        self._height = height
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 8)
        theme().changed.connect(self._on_theme_changed)

    def show_drawing(self, draw: Draw, finding: str, height: float = 0) -> None:
        """Show what `draw` makes of the room there is; `finding` says it in words."""
        self._draw, self._drawing = draw, None
        self._height = height or self._height
        self.setAccessibleName(finding)
        self.setAccessibleDescription("Arrow keys read the values")
        self.updateGeometry()
        self.update()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What can be read off."""
        return self._made().readings

    @override
    def sizeHint(self) -> QSize:
        """As high as asked for, however wide."""
        return QSize(theme().px(480), theme().px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower is possible."""
        return QSize(theme().px(300), theme().px(self._height))

    # --- reading -----------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, up and down, Home and End go from value to value."""
        last = len(self.readings) - 1
        steps = {
            Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Left: max(self._at, 1) - 1, Qt.Key.Key_Up: max(self._at, 1) - 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
            return
        self._read_at(min(wanted, last))
        announce(self, self.readings[self._at].words, at_once=True)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the value nearest to the pointer."""
        spots = self.readings
        if spots and any(spot.x for spot in spots):
            x = event.position().x()
            self._read_at(min(range(len(spots)), key=lambda at: abs(spots[at].x - x)))

    @override
    def leaveEvent(self, event: object) -> None:
        """Nothing is read any more."""
        self._read_at(-1)
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _read_at(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.read.emit(self.readings[at].words if at >= 0 else "")
            self.update()

    # --- painting ----------------------------------------------------------------------------

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes, then what is being read."""
        painter = painter_on(self)
        for shape in self._made().shapes:
            _paint(painter, shape)
        if 0 <= self._at < len(self.readings):
            self._paint_reading(painter, self.readings[self._at])
        painter.end()

    def _paint_reading(self, painter: QPainter, reading: Reading) -> None:
        px, colour = theme().px, theme().colour
        font = theme().font("small", 600)
        width = QFontMetricsF(font).horizontalAdvance(reading.words) + px(20)
        height = theme().line("small") + px(10)
        if reading.x:
            painter.setPen(QPen(colour("control"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(reading.x, height), QPointF(reading.x, self.height()))
        left = min(max(0.0, reading.x - width / 2), max(0.0, self.width() - width))
        sheet = QRectF(left, 0, width, height)
        box(painter, sheet, px(7), colour("raised"), colour("control"))
        painter.setFont(font)
        painter.setPen(colour("text"))
        text_at(painter, sheet, reading.words, Qt.AlignmentFlag.AlignHCenter)

    def _made(self) -> Drawing:
        size = theme().font("caption").pixelSize()
        if self._draw is None:
            return Drawing(self.width(), self.height(), ())
        if self._drawing is None or (self._drawing.width, self._drawing.height) != (
            float(self.width()), float(self.height()),
        ):  # fmt: skip
            self._drawing = self._draw(float(self.width()), float(self.height()), float(size))
        return self._drawing

    def _on_theme_changed(self) -> None:
        self._drawing = None
        self.updateGeometry()
        self.update()


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Stroke():
            pen = QPen(theme().colour(shape.colour), shape.width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in shape.points])
        case Box():
            _paint_box(painter, shape)
        case Disc():
            painter.setPen(QPen(theme().colour(shape.edge), 2))
            painter.setBrush(theme().colour(shape.fill))
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Label():
            _paint_label(painter, shape)


def _paint_box(painter: QPainter, shape: Box) -> None:
    rect = QRectF(shape.x, shape.y, shape.width, shape.height)
    colour = theme().colour(shape.colour)
    if not shape.hatched:
        box(painter, rect, 2, colour)
        return
    for stroke in hatching(shape, theme().px(5)):
        _paint(painter, stroke)
    box(painter, rect, 2, None, colour, pen=1.2)


def _paint_label(painter: QPainter, label: Label) -> None:
    font = theme().font("caption", 600 if label.strong else 400)
    painter.setFont(font)
    painter.setPen(theme().colour(label.colour))
    width = QFontMetricsF(font).horizontalAdvance(label.words)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    painter.drawText(QPointF(label.x - shift, label.y), label.words)
