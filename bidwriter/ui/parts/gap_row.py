"""One finding as a row that is a single target: mark, finding, where and why, who, chevron."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.avatar import paint_avatar
from bidwriter.ui.parts.painted import PaintedButton

_LEFT, _EDGE = 42, 11


class GapRow(PaintedButton):
    """A row of a gap list. `stops` makes it an octagon and semibold; else it is advice."""

    def __init__(
        self,
        finding: str,
        where: str = "",
        *,
        stops: bool = False,
        who: str = "",
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(finding, parent)
        self._where, self._stops, self._who, self._last = where, stops, who, last
        said = ["Stops export" if stops else "Advice", finding]
        said += [text for text in (where, who) if text]
        self.setAccessibleName(". ".join(said))
        self.let_height_follow_width()
        self.setProperty("ringRadius", 8)

    @override
    def heightForWidth(self, width: int) -> int:
        """Both lines, wrapped."""
        finding, where = self._lines(width)
        height = finding.height + (where.height if where else 0)
        return round(height) + 2 * theme().px(_EDGE)

    @override
    def sizeHint(self) -> QSize:
        """A comfortable row."""
        width = theme().px(420)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(theme().px(200), theme().px(44))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter, px, colour = painter_on(self), theme().px, theme().colour
        if self.underMouse() or self.isDown():
            box(painter, QRectF(self.rect()).adjusted(0, 1, 0, -2), px(8), colour("tint2"))
        self._paint_marks(painter)
        finding, where = self._lines(self.width())
        finding.draw(painter, QPointF(px(_LEFT), px(_EDGE)), colour("text"))
        if where:
            below = QPointF(px(_LEFT), px(_EDGE) + finding.height)
            where.draw(painter, below, colour("text2"))
        if not self._last:
            painter.setPen(QPen(colour("line"), 1))
            bottom = self.height() - 0.5
            painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        px, middle = theme().px, self.height() / 2
        icon, token = ("octagon-alert", "bad") if self._stops else ("lightbulb", "ink")
        top = px(_EDGE) + (theme().line("body") - px(19)) / 2
        paint_icon(painter, icon, QRectF(px(10), top, px(19), px(19)), token)
        right = self.width() - px(24)
        paint_icon(painter, "chevron-right", QRectF(right, middle - px(9), px(18), px(18)), "text2")
        if self._who:
            side = px(26)
            spot = QRectF(right - px(14) - side, middle - side / 2, side, side)
            paint_avatar(painter, spot, self._who)

    def _lines(self, width: int) -> tuple[Lines, Lines | None]:
        look = theme()
        room = max(1, width - look.px(_LEFT) - look.px(76 if self._who else 36))
        weight = 600 if self._stops else 400
        finding = laid_out(self.text(), look.font("body", weight), look.line("body"), room)
        if not self._where:
            return finding, None
        return finding, laid_out(self._where, look.font("small"), look.line("small"), room)
