"""How far a bid is, as a ring."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class ProgressRing(QProgressBar):
    """A ring from the top, clockwise."""

    def __init__(self, name: str, *, size: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._share = size, 0.0
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_share(self, done: int, of: int) -> None:
        """Show `done` of `of`."""
        self._share = min(1.0, done / of) if of else 0.0
        self.setValue(round(self._share * 100))
        self.setAccessibleDescription(f"{done} of {of}")
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
        """Draw the track and the arc."""
        painter, width = painter_on(self), theme().px(self._size) / 8.5
        side = theme().px(self._size) - width - 1
        rect = QRectF(width / 2 + 0.5, width / 2 + 0.5, side, side)
        pen = QPen(theme().colour("line"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(rect)
        if self._share > 0:
            pen.setColor(theme().colour("ink"))
            painter.setPen(pen)
            painter.drawArc(rect, 90 * 16, round(-360 * 16 * self._share))
        painter.end()
