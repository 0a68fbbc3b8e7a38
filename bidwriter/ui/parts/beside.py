"""Widgets beside each other while there is room, one below the other when there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from bidwriter.ui.look.space import row
from bidwriter.ui.look.theme import theme

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Beside(QWidget):
    """`parts`: widgets with their share of the width; below `least` logical pixels they stack."""

    def __init__(
        self, parts: Sequence[tuple[QWidget, int]], *, least: float, spacing: float = 16
    ) -> None:
        super().__init__()
        self._parts, self._least = parts, least
        self._line = row(self, spacing)
        for widget, share in parts:
            self._line.addWidget(widget, share)
        theme().changed.connect(self._turn)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part alone: that it can stack is the point."""
        wide = max((widget.minimumSizeHint().width() for widget, _ in self._parts), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Across or down."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        way = _ACROSS if self.width() >= theme().px(self._least) else _DOWN
        if way == self._line.direction():
            return
        self._line.setDirection(way)
        for widget, share in self._parts:
            self._line.setStretchFactor(widget, share if way == _ACROSS else 0)
