"""The app's own mark, at the text size in force. Decorative: readers pass it by."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import app_icon
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class AppMark(QWidget):
    """A square of `side` logical pixels."""

    def __init__(self, side: int = 36) -> None:
        super().__init__()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(self._side), theme().px(self._side))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = painter_on(self)
        app_icon().paint(painter, self.rect())
        painter.end()
