"""A row that leads somewhere: icon on a tint, title, one line under it, chevron. One target."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.painted import PaintedButton

_BESIDE = 96  # the tile, the chevron and their room


class LinkRow(PaintedButton):
    """`title` and `text` are its accessible name."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__(title)
        self._icon, self._text = icon, text
        self.setAccessibleName(f"{title}. {text}")
        self.let_height_follow_width()
        self.setProperty("ringRadius", 8)

    @override
    def heightForWidth(self, width: int) -> int:
        """Title, words and their room."""
        title, words = self._lines(width)
        return round(title.height + words.height) + theme().px(24)

    @override
    def sizeHint(self) -> QSize:
        """A comfortable row."""
        width = theme().px(280)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(theme().px(200), theme().line("body") + theme().line("small") + theme().px(24))

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
        title, words = self._lines(self.width())
        title.draw(painter, QPointF(left, top), look.colour("text"))
        words.draw(painter, QPointF(left, top + title.height), look.colour("text2"))
        side = px(18)
        spot = QRectF(rect.right() - px(28), rect.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron-right", spot, "text2")
        painter.end()

    def _lines(self, width: int) -> tuple[Lines, Lines]:
        """The title and the words beside the tile."""
        look, room = theme(), max(1, width - theme().px(_BESIDE))
        return (
            laid_out(self.text(), look.font("body", 600), look.line("body"), room),
            laid_out(self._text, look.font("small"), look.line("small"), room),
        )
