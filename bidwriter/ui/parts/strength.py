"""How strongly something is shown: full disc, half disc, or a short dash for none."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import half_disc, painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel

Strength = Literal["none", "some", "strong"]
STRENGTHS: tuple[Strength, ...] = ("none", "some", "strong")


def paint_strength(painter: QPainter, rect: QRectF, strength: Strength, colour: QColor) -> None:
    """Draw a strength into a square. A dash is always in the third text colour."""
    if strength == "strong":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(rect)
    elif strength == "some":
        half_disc(painter, rect, colour, max(1.5, rect.width() / 9))
    else:
        pen = QPen(theme().colour("control"), max(1.5, rect.width() / 9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach, middle = rect.width() / 4, rect.center()
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))


class StrengthDisc(PlainLabel):
    """A strength with its word as accessible name, for keys to a picture."""

    def __init__(
        self,
        strength: Strength,
        colour: str = "ink",
        *,
        size: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._token, self._size = colour, size
        self._strength: Strength = strength
        self.set_strength(strength)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_strength(self, strength: Strength) -> None:
        """Show another strength."""
        self._strength = strength
        self.setAccessibleName(strength)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = painter_on(self)
        side = theme().px(self._size)
        rect = QRectF(0, (self.height() - side) / 2, side, side)
        paint_strength(painter, rect, self._strength, theme().colour(self._token))
        painter.end()
