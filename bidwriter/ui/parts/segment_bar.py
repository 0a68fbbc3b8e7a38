"""A whole in two parts: ink and second ink."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class SegmentBar(QProgressBar):
    """Two parts of a whole. `sentence` says the finding to a reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_parts(self, first: float, second: float, sentence: str = "") -> None:
        """Show two amounts in one unit."""
        whole = first + second
        self._share = min(1.0, max(0.0, first / whole)) if whole > 0 else 0.0
        self.setValue(round(self._share * 100))
        self.setAccessibleDescription(sentence)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A bar of 22 pixels."""
        return QSize(theme().px(160), theme().px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower."""
        return QSize(theme().px(60), theme().px(22))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both parts with a gap between."""
        painter, colour = painter_on(self), theme().colour
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), theme().px(4), theme().px(4))
        painter.setClipPath(outline)
        first = self.width() * self._share
        whole = self.value() > 0 or self._share > 0
        painter.fillRect(QRectF(self.rect()), colour("ink2" if whole else "line"))
        painter.fillRect(QRectF(0, 0, first, self.height()), colour("ink"))
        if 0 < self._share < 1:
            painter.fillRect(QRectF(first - 1, 0, 2, self.height()), colour("surface"))
        painter.end()
