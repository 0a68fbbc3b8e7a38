"""What the chart's line and bars mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.exports.drawings.shapes import Box, hatching
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.words import Words

_KEYS = {"line": "added up, present value", "bar": "each year", "hatch": "a year that costs"}


class Legend(QWidget):
    """Marks with words; the marks themselves say nothing to a reader."""

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, 18, 4)
        for kind, words in _KEYS.items():
            holder = QWidget()
            line = row(holder, 7)
            line.addWidget(_Mark(kind))
            line.addWidget(Words(words, "caption", "text2", wrap=False))
            flow.addWidget(holder)


class _Mark(QWidget):
    """A short line, a filled box or a hatched box."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """A little wider for the line."""
        return QSize(theme().px(18 if self._kind == "line" else 13), theme().line("caption"))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark in the middle of the line of words."""
        painter, middle = painter_on(self), self.height() / 2
        if self._kind == "line":
            painter.setPen(QPen(theme().colour("ink"), 2.5))
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        else:
            side = float(theme().px(11))
            spot = QRectF(1, middle - side / 2, side, side)
            if self._kind == "bar":
                box(painter, spot, 2, theme().colour("ink2"))
            else:
                painter.setPen(QPen(theme().colour("ink"), 1))
                for stroke in hatching(Box(spot.x(), spot.y(), side, side, "ink")):
                    painter.drawPolyline([QPointF(x, y) for x, y in stroke.points])
                box(painter, spot, 2, None, theme().colour("ink"), pen=1.2)
        painter.end()
