"""A row that names a total and opens to what is behind it: chevron, name, and sums at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.heard import say_opened
from bidwriter.ui.parts.painted import PaintedButton

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SumRow(PaintedButton):
    """A checkable button; `sums` are the words at its right, each in a column of equal width."""

    opens = True

    def __init__(self, name: str, sums: tuple[str, ...], spoken: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._sums = sums
        self.setAccessibleName(spoken)
        self.setCheckable(True)
        self.setAutoDefault(True)  # so that Enter opens it too
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 6)
        self.toggled.connect(self._on_toggled)

    @override
    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(theme().px(320), max(theme().px(34), theme().line("body") + theme().px(10)))

    @override
    def minimumSizeHint(self) -> QSize:
        """The name gives way."""
        return QSize(theme().px(160), self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row and the hairline under it."""
        painter, px = painter_on(self), theme().px
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme().colour("line"))
        side = px(16)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, name, QRectF(px(4), (self.height() - side) / 2, side, side), "text2")
        font = theme().font("small", 600)
        painter.setFont(font)
        metrics, edge = QFontMetricsF(font), self.width() - px(8)
        painter.setPen(theme().colour("text"))
        right = _paint_sums(painter, edge, self.height() - 1, self._sums)
        room = QRectF(px(28), 0, max(0, right - px(36)), self.height() - 1)
        short = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme().colour("text" if self.underMouse() else "link"))
        text_at(painter, room, short, _LEFT)
        painter.end()

    def _on_toggled(self) -> None:
        say_opened(self)
        self.update()


class SumHead(QWidget):
    """What the columns under it are called."""

    def __init__(self, name: str, sums: tuple[str, ...]) -> None:
        super().__init__()
        self._name, self._sums = name, sums
        self.setAccessibleName(", ".join((name, *sums)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """One line of small words."""
        return QSize(theme().px(160), theme().line("small") + theme().px(6))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names."""
        painter = painter_on(self)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text2"))
        right = _paint_sums(painter, self.width() - theme().px(8), self.height(), self._sums)
        room = QRectF(theme().px(28), 0, max(0, right - theme().px(36)), self.height())
        text_at(painter, room, self._name, _LEFT)
        painter.end()


def _paint_sums(painter: QPainter, right: float, high: float, sums: tuple[str, ...]) -> float:
    """Paint words at the right, each in a column; where the first of them begins."""
    wide = theme().px(118)
    for words in reversed(sums):
        text_at(painter, QRectF(right - wide, 0, wide, high), words, _RIGHT)
        right -= wide
    return right
