"""Small line drawings for empty pages. Decoration only: hidden from readers."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, tick
from bidwriter.ui.look.theme import theme

DrawingName = Literal["papers", "table", "partners", "comments", "settled", "search"]
_WIDE, _HIGH = 128, 96


class Drawing(QWidget):
    """One drawing, in the second ink."""

    def __init__(self, name: DrawingName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = _DRAWINGS[name]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """All drawings are of one size."""
        return QSize(theme().px(_WIDE), theme().px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in units of 128 by 96."""
        painter = painter_on(self)
        painter.scale(theme().px(_WIDE) / _WIDE, theme().px(_HIGH) / _HIGH)
        self._draw(painter)
        painter.end()


def _sheet(painter: QPainter, rect: QRectF, edge: str = "ink2", radius: float = 6) -> None:
    box(painter, rect, radius, theme().colour("surface"), theme().colour(edge), pen=1.5)


def _stroke(painter: QPainter, at: QPointF, length: float, token: str, pen: float = 1.5) -> None:
    style = QPen(theme().colour(token), pen)
    style.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(style)
    painter.drawLine(at, at + QPointF(length, 0))


def _papers(painter: QPainter) -> None:
    _sheet(painter, QRectF(44, 4, 62, 80))
    _sheet(painter, QRectF(26, 10, 62, 78))
    for number, length in enumerate((37, 27, 41, 21, 31), 1):
        _stroke(painter, QPointF(36, 13 + 12 * number), length, f"p{number}", 2.5)


def _table(painter: QPainter) -> None:
    _sheet(painter, QRectF(13, 12, 102, 72))
    painter.setPen(QPen(theme().colour("line2"), 1.5))
    for y in (30, 48, 66):
        painter.drawLine(QPointF(14, y), QPointF(114, y))
    painter.drawLine(QPointF(78, 13), QPointF(78, 83))
    _sheet_cross(painter, QPointF(96, 39))


def _sheet_cross(painter: QPainter, at: QPointF) -> None:
    style = QPen(theme().colour("ink"), 1.8)
    style.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(style)
    painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0))
    painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6))


def _partners(painter: QPainter) -> None:
    middle, colour = QPointF(64, 50), theme().colour
    spots = (QPointF(36, 20), QPointF(94, 18), QPointF(22, 62), QPointF(106, 62))
    painter.setPen(QPen(colour("line2"), 1.5))
    for spot in spots:
        painter.drawLine(middle, spot)
    dashed = QPen(colour("control"), 1.5, Qt.PenStyle.DashLine)
    painter.setBrush(colour("surface"))
    for spot in spots:
        painter.setPen(dashed)
        painter.drawEllipse(spot, 13, 13)
    painter.setPen(QPen(colour("ink2"), 1.5))
    painter.drawEllipse(middle, 20, 20)
    painter.save()
    painter.translate(middle - QPointF(10, 10))
    paint_icon(painter, "landmark", QRectF(0, 0, 20, 20), "ink")
    painter.restore()


def _comments(painter: QPainter) -> None:
    _sheet(painter, QRectF(44, 38, 74, 42), "line2", 8)
    _sheet(painter, QRectF(10, 16, 74, 44), "ink2", 8)
    _stroke(painter, QPointF(24, 32), 46, "line2")
    _stroke(painter, QPointF(24, 44), 34, "line2")


def _settled(painter: QPainter) -> None:
    painter.setPen(QPen(theme().colour("ink2"), 1.5))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(QPointF(64, 50), 34, 34)
    tick(painter, QRectF(52, 41, 24, 18), theme().colour("ink"), 2.2)


def _search(painter: QPainter) -> None:
    _sheet(painter, QRectF(17, 14, 92, 68))
    for y, length in ((29, 28), (41, 56), (53, 42), (65, 48)):
        _stroke(painter, QPointF(28, y), length, "line2")
    painter.setPen(QPen(theme().colour("ink"), 2.2))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(QPointF(91, 62), 14.5, 14.5)
    painter.drawLine(QPointF(102, 73), QPointF(109, 80))


_DRAWINGS: dict[DrawingName, Callable[[QPainter], None]] = {
    "papers": _papers,
    "table": _table,
    "partners": _partners,
    "comments": _comments,
    "settled": _settled,
    "search": _search,
}
