"""A way in: icon, title and a few words on a card that is one target."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on, shadow
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.painted import PaintedButton

_EDGE, _ICON = 22, 26


class WayCard(PaintedButton):
    """`title` and `text` are its accessible name."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__(title)
        self._icon, self._words = icon, text
        self.setAccessibleName(f"{title}. {text}")
        self.setAutoDefault(True)
        self.let_height_follow_width()
        self.setProperty("ringRadius", RADIUS_CARD)

    @override
    def heightForWidth(self, width: int) -> int:
        """Icon, title, words and their room."""
        look = theme()
        words = self._lines(width).height
        return round(words) + look.line("h3") + look.px(2 * _EDGE + _ICON + 18)

    @override
    def sizeHint(self) -> QSize:
        """A comfortable card."""
        width = theme().px(300)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        width = theme().px(190)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its icon and its words."""
        painter, look, px = painter_on(self), theme(), theme().px
        sheet = QRectF(self.rect()).adjusted(0, 0, 0, -2)
        shadow(painter, sheet, px(RADIUS_CARD))
        edge = "control" if self.underMouse() else "line"
        fill = "tint2" if self.isDown() else "surface"
        box(painter, sheet, px(RADIUS_CARD), look.colour(fill), look.colour(edge), pen=1.0)
        left, top = px(_EDGE), float(px(_EDGE))
        paint_icon(painter, self._icon, QRectF(left, top, px(_ICON), px(_ICON)), "ink")
        top += px(_ICON + 12)
        title = laid_out(
            self.text(), look.font("h3", 600), look.line("h3"), self._room(self.width())
        )
        title.draw(painter, QPointF(left, top), look.colour("text"))
        top += look.line("h3") + px(4)
        self._lines(self.width()).draw(painter, QPointF(left, top), look.colour("text2"))
        painter.end()

    def _room(self, width: int) -> int:
        return max(1, width - 2 * theme().px(_EDGE))

    def _lines(self, width: int) -> Lines:
        look = theme()
        return laid_out(self._words, look.font("body"), look.line("body"), self._room(width))
