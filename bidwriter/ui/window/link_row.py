"""A row that leads somewhere: icon on a tint, title, one line under it, chevron. One target."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.painted import PaintedButton

_LEFT = Qt.AlignmentFlag.AlignLeft


class LinkRow(PaintedButton):
    """`title` and `text` are its accessible name."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__(title)
        self._icon, self._text = icon, text
        self.setAccessibleName(f"{title}. {text}")
        self.setProperty("ringRadius", 8)

    @override
    def sizeHint(self) -> QSize:
        """Two lines and their room."""
        return QSize(theme().px(280), theme().line("body") + theme().line("small") + theme().px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower, but never lower."""
        return QSize(theme().px(200), self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter, look, px = painter_on(self), theme(), theme().px
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, rect.adjusted(0, 1, 0, -1), px(8), look.colour("tint2"))
        tile = QRectF(rect.x() + px(10), rect.center().y() - px(19), px(38), px(38))
        box(painter, tile, px(8), look.colour("tint2"))
        paint_icon(painter, self._icon, tile.adjusted(px(9), px(9), -px(9), -px(9)), "ink")
        left, top = tile.right() + px(14), rect.y() + px(11)
        room = rect.right() - left - px(34)
        painter.setFont(look.font("body", 600))
        painter.setPen(look.colour("text"))
        text_at(painter, QRectF(left, top, room, look.line("body")), self.text(), _LEFT)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text2"))
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, int(room))
        text_at(
            painter, QRectF(left, top + look.line("body"), room, look.line("small")), words, _LEFT
        )
        side = px(18)
        spot = QRectF(rect.right() - px(28), rect.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron-right", spot, "text2")
        painter.end()
