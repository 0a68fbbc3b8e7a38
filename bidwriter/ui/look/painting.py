"""Strokes that every painted part shares: rounded boxes on the pixel grid, discs, marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.theme import theme


def painter_on(widget: QWidget) -> QPainter:
    """A smooth painter; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    *,
    pen: float = 1.0,
) -> None:
    """A rounded box whose edge lies wholly inside `rect`."""
    half = pen / 2 if edge is not None else 0.0
    painter.setPen(QPen(edge, pen) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    radius = min(radius - half, inner.width() / 2, inner.height() / 2)
    painter.drawRoundedRect(inner, radius, radius)


def shadow(painter: QPainter, rect: QRectF, radius: float, *, deep: bool = False) -> None:
    """A faint shadow under `rect`, drawn by hand: effects blur text and are slow."""
    tokens = theme().tokens
    base = QColor("#000000" if tokens.dark else tokens.ink)
    steps, strength = (8, 0.14) if deep else (2, 0.04)
    if tokens.dark:
        strength *= 2
    for step in range(steps, 0, -1):
        colour = QColor(base)
        colour.setAlphaF(strength / steps)
        drop = rect.adjusted(-step / 2, 0, step / 2, step) if deep else rect.translated(0, step)
        box(painter, drop, radius + (step / 2 if deep else 0), colour)


def text_at(painter: QPainter, rect: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """One line of text, centred in height."""
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), text)


def half_disc(painter: QPainter, rect: QRectF, colour: QColor, pen: float) -> None:
    """A ring whose left half is filled: some."""
    inner = rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.setPen(QPen(colour, pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(inner, 90 * 16, 180 * 16)


def tick(painter: QPainter, rect: QRectF, colour: QColor, pen: float) -> None:
    """A tick that fills `rect`."""
    style = QPen(colour, pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    style.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(style)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    points = (
        QPointF(x, y + h * 0.55),
        QPointF(x + w * 0.36, y + h * 0.9),
        QPointF(x + w, y + h * 0.12),
    )
    painter.drawPolyline(points)
