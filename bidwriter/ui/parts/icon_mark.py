"""An icon that stands beside words and says nothing by itself."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class IconMark(QWidget):
    """A decorative icon: the words beside it carry its meaning, so it has no role or name."""

    def __init__(
        self,
        icon: str,
        colour: str = "text2",
        size: int = 18,
        *,
        line: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._token, self._size = icon, colour, size
        self._line = line or size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_icon(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._token = icon, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As high as the line of words that it stands beside."""
        return QSize(theme().px(self._size), theme().px(self._line))

    @override
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle of the line."""
        painter, size = painter_on(self), theme().px(self._size)
        top = (self.height() - size) / 2
        paint_icon(painter, self._icon, QRectF(0, top, size, size), self._token)
        painter.end()
