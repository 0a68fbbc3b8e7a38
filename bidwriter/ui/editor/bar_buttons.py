"""The buttons and the divider of the editor's bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.icon_button import IconButton

_WALKING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class BarButton(IconButton):
    """An icon, or an icon with words beside it."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        keys: str = "",
        *,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_name, name, keys, size=19, parent=parent)
        self.icon_name = icon_name
        self._words = words

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that walk the bar to the bar: Qt's buttons would take them."""
        if event.key() in _WALKING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """A square, or as wide as the words need."""
        side = theme().px(34)
        if not self._words:
            return QSize(side, side)
        words = QFontMetricsF(theme().font("small")).horizontalAdvance(self._words)
        return QSize(round(words) + side + theme().px(10), side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words."""
        if not self._words:
            super().paintEvent(event)
            return
        painter, px = painter_on(self), theme().px
        if self.underMouse() or self.isDown():
            box(painter, QRectF(self.rect()), px(6), theme().colour("tint2"))
        side = px(18)
        spot = QRectF(px(8), (self.height() - side) / 2, side, side)
        paint_icon(painter, self.icon_name, spot, "text2")
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text2"))
        rest = QRectF(spot.right() + px(6), 0, self.width(), self.height())
        text_at(painter, rest, self._words, Qt.AlignmentFlag.AlignLeft)
        painter.end()


class Divider(QWidget):
    """A hairline between groups of buttons."""

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), theme().colour("line2"))
        painter.end()
