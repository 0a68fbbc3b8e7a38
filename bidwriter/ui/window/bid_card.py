"""A recent bid on the start window: how far it is, what stops it, when it closes. One target."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from bidwriter import clock
from bidwriter.files.settings import RecentFile
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, shadow, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.painted import PaintedButton
from bidwriter.ui.parts.plain import Menu, tip

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class BidCard(PaintedButton):
    """Press to open; the menu key or Delete takes it off the list (the file stays). `by_file`:
    another has the same title, so that the file is named too."""

    forget_asked = Signal()

    def __init__(self, recent: RecentFile, left: tuple[str, str], *, by_file: bool = False) -> None:
        super().__init__(recent.title or "A bid with no title yet")
        self._recent, self._left = recent, left
        self._detail = "  ·  ".join(
            part
            for part in (
                _file_words(recent.path) if by_file else "",
                recent.round_name,
                recent.phase,
                recent.requested,
            )
            if part
        )
        self.setProperty("ringRadius", RADIUS_CARD)
        tip(self, "\n".join((self.text(), self._detail, recent.path)))  # what may be cut, whole
        said = [self.text(), self._detail, self._tasks(), self._stops(), *left, self._saved()]
        self.setAccessibleName(", ".join(part for part in said if part))

    def _tasks(self) -> str:
        return (
            f"{self._recent.tasks_done} of {self._recent.tasks} tasks" if self._recent.tasks else ""
        )

    def _stops(self) -> str:
        many = self._recent.stops
        return f"{many} {'thing stops' if many == 1 else 'things stop'} export" if many else ""

    def _saved(self) -> str:
        try:
            saved = datetime.fromisoformat(self._recent.saved).astimezone()
        except ValueError:
            return ""
        days = (clock.now().astimezone().date() - saved.date()).days
        day = {0: "today", 1: "yesterday"}.get(days, f"{saved:%d %b %Y}".lstrip("0"))
        return f"Saved {day} {saved:%H:%M}"

    @override
    def sizeHint(self) -> QSize:
        """Three lines and their room."""
        look = theme()
        height = look.line("h3") + 2 * look.line("small") + look.px(48)
        return QSize(look.px(420), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower, but never lower."""
        return QSize(theme().px(280), self.sizeHint().height())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Take it off the list."""
        menu = Menu(self)
        menu.add("Take it off the list", self.forget_asked.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it off the list, Enter opens."""
        if event.key() == Qt.Key.Key_Delete:
            self.forget_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter, px, colour = painter_on(self), theme().px, theme().colour
        sheet = QRectF(self.rect()).adjusted(0, 0, 0, -2)
        shadow(painter, sheet, px(RADIUS_CARD))
        edge = "control" if self.underMouse() else "line"
        box(painter, sheet, px(RADIUS_CARD), colour("surface"), colour(edge), pen=1.0)
        self._paint_ring(painter, sheet)
        self._paint_words(painter, sheet)
        painter.end()

    def _paint_ring(self, painter: QPainter, sheet: QRectF) -> None:
        px, colour = theme().px, theme().colour
        side, width = px(46), px(6)
        spot = QRectF(sheet.x() + px(22), sheet.y() + px(20), side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("line"), width))
        painter.drawEllipse(spot)
        recent = self._recent
        if recent.tasks and recent.tasks_done:
            pen = QPen(colour("ink"), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(spot, 90 * 16, round(-360 * 16 * recent.tasks_done / recent.tasks))

    def _paint_words(self, painter: QPainter, sheet: QRectF) -> None:
        look, px = theme(), theme().px
        left, right = sheet.x() + px(90), sheet.right() - px(22)
        right_room = px(150)
        lines = [
            ("h3", 600, "text", self.text(), self._left[0]),
            ("small", 400, "text2", self._detail, self._left[1]),
            ("small", 600, "text", self._tasks(), self._saved()),
        ]
        top = sheet.y() + px(18)
        for at, (role, weight, token, words, aside) in enumerate(lines):
            height = look.line(role) + px(4)  # type: ignore[arg-type]
            room = QRectF(left, top, right - left - right_room, height)
            painter.setFont(look.font(role, weight))  # type: ignore[arg-type]
            painter.setPen(look.colour(token))
            text_at(painter, room, self._elided(painter, words, room.width()), _LEFT)
            used = painter.fontMetrics().horizontalAdvance(words)
            painter.setFont(look.font("small", 600 if at == 0 else 400))
            painter.setPen(look.colour("text" if at == 0 else "text2"))
            text_at(painter, QRectF(right - right_room, top, right_room, height), aside, _RIGHT)
            if at == 2 and self._recent.stops:
                self._paint_stops(painter, QPointF(left + used + px(14), top), height)
            top += height

    def _paint_stops(self, painter: QPainter, at: QPointF, height: float) -> None:
        look, px = theme(), theme().px
        painter.setFont(look.font("small", 600))
        words = self._stops()
        width = painter.fontMetrics().horizontalAdvance(words) + px(40)
        pill = QRectF(at.x(), at.y(), width, height)
        box(painter, pill, height / 2, look.colour("bad_tint"))
        paint_icon(
            painter,
            "octagon-alert",
            QRectF(pill.x() + px(9), pill.center().y() - px(8), px(16), px(16)),
            "bad",
        )
        painter.setPen(look.colour("bad"))
        text_at(painter, pill.adjusted(px(30), 0, 0, 0), words, _LEFT)

    @staticmethod
    def _elided(painter: QPainter, words: str, room: float) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))


def _file_words(path: str) -> str:
    """ "bid-2.bid in Bids"."""
    file = Path(path)
    return f"{file.name} in {file.parent.name}" if file.parent.name else file.name
