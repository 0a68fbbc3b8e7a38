"""The number of a principle in its colour: filled, or outlined when weaker."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.fonts import make_font
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel, tip


def paint_badge(painter: QPainter, rect: QRectF, number: int, *, filled: bool) -> None:
    """Draw badge `number` into a square."""
    colour = theme().colour(f"p{number}")
    radius = rect.width() * 0.25
    if filled:
        box(painter, rect, radius, colour)
    else:
        box(painter, rect, radius, theme().colour(f"p{number}t"), colour, pen=1.5)
    painter.setFont(make_font(rect.width() * 0.66, 700))
    painter.setPen(theme().colour("on_ink") if filled else colour)
    text_at(painter, rect, str(number), Qt.AlignmentFlag.AlignHCenter)


class Badge(PlainLabel):
    """A principle's badge, named "Principle 3, Share safely"."""

    def __init__(
        self,
        number: int,
        name: str,
        *,
        filled: bool = True,
        size: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(str(number), parent)
        self._number, self._filled, self._size = number, filled, size
        self.setAccessibleName(f"Principle {number}, {name}")
        tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_filled(self, *, filled: bool) -> None:
        """Fill the badge, or outline it."""
        self._filled = filled
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
        """Draw the badge."""
        painter = painter_on(self)
        side = theme().px(self._size)
        rect = QRectF(0, (self.height() - side) / 2, side, side)
        paint_badge(painter, rect, self._number, filled=self._filled)
        painter.end()
