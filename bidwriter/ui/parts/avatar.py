"""A person as initials. Their name is what a reader hears."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.fonts import make_font
from bidwriter.ui.look.painting import painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel, tip


def initials(name: str) -> str:
    """The first letters of the first and last names; of a single name, its first two."""
    parts = name.split()
    if not parts:
        return "?"
    return (parts[0][:2] if len(parts) == 1 else parts[0][0] + parts[-1][0]).upper()


def paint_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Draw a person into a square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("tint"))
    painter.drawEllipse(rect)
    painter.setFont(make_font(rect.width() * 0.42, 600))
    painter.setPen(theme().colour("ink"))
    text_at(painter, rect, initials(name), Qt.AlignmentFlag.AlignHCenter)


class Avatar(PlainLabel):
    """A person."""

    heard_as = QAccessible.Role.StaticText

    def __init__(self, name: str, *, size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name, self._size = name, size
        self.setAccessibleName(name)
        tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

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
        """Draw the disc and the initials."""
        painter, side = painter_on(self), theme().px(self._size)
        paint_avatar(painter, QRectF(0, (self.height() - side) / 2, side, side), self._name)
        painter.end()
