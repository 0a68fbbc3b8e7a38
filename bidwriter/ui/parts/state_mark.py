"""The states of a task as marks: told apart by shape first, colour after."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import painter_on, tick
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel

TaskState = Literal[
    "completed", "started", "not_started", "problem", "waiting", "locked", "reading"
]

STATE_WORDS: dict[TaskState, str] = {
    "completed": "completed",
    "started": "in progress",
    "not_started": "not started",
    "problem": "there is a problem",
    "waiting": "waiting for someone",
    "locked": "cannot start yet",
    "reading": "for reading in this copy",
}
_ICONS = {
    "problem": ("octagon-alert", "bad"),
    "waiting": ("clock", "text2"),
    "locked": ("lock", "text2"),
    "reading": ("lock", "text2"),
}


def paint_state(painter: QPainter, rect: QRectF, state: TaskState) -> None:
    """Draw a state into a square. Delegates use this too."""
    if state in _ICONS:
        paint_icon(painter, _ICONS[state][0], rect, _ICONS[state][1])
        return
    colour, side = theme().colour, rect.width()
    inner = rect.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06)
    if state == "completed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("done"))
        painter.drawEllipse(inner)
        tick(painter, _centred(rect, side * 0.36, side * 0.3), colour("ink"), side / 10)
        return
    started = state == "started"
    painter.setPen(QPen(colour("ink" if started else "control"), side / (12 if started else 14)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if started:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawPie(_centred(rect, side * 0.6, side * 0.6), 90 * 16, -200 * 16)


def _centred(rect: QRectF, width: float, height: float) -> QRectF:
    made = QRectF(0, 0, width, height)
    made.moveCenter(rect.center())
    return made


class StateMark(PlainLabel):
    """A state with its words as accessible name."""

    def __init__(
        self, state: TaskState, *, size: int = 18, line: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._size, self._line = size, line or size
        self._state: TaskState = state
        self.set_state(state)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_state(self, state: TaskState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(STATE_WORDS[state])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square in the middle of its line."""
        return QSize(theme().px(self._size), theme().px(self._line))

    @override
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter, side = painter_on(self), theme().px(self._size)
        paint_state(painter, QRectF(0, (self.height() - side) / 2, side, side), self._state)
        painter.end()
