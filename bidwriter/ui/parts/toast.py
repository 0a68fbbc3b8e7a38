"""A toast: something was done and can be undone. Never for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on, shadow
from bidwriter.ui.look.space import row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words
from bidwriter.ui.pauses import Pause

_STAYS_MS = 8000
_HEARD_AFTER_MS = 200
_MARGIN = 16


class Toast(QFrame):
    """One toast at the bottom left of `host`, above what `foot` says stands there, if anything. It
    waits while hovered or focused."""

    undo_asked = Signal()
    closed = Signal()

    def __init__(self, host: QWidget, foot: Callable[[], QWidget | None] = lambda: None) -> None:
        super().__init__(host)
        self._host, self._foot = host, foot
        self.announcer = Announcer(self, _HEARD_AFTER_MS)
        self._pause = Pause(self, _STAYS_MS, self.close_quietly)
        line = row(self, 12, (22, 8, 16, 18))
        line.addWidget(IconMark("check", "on_toast", 18))
        self._words = Words(role="body", colour="on_toast")
        self._undo = Link("Undo", "body", "on_toast", weight=600)
        self._close = IconButton("x", "Close this message", size=16, colour="on_toast")
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(theme().px(8))
        line.addWidget(self._undo)
        line.addWidget(self._close)
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.close_quietly)
        for button in (self._undo, self._close):
            button.installEventFilter(self)
        host.installEventFilter(self)
        theme().changed.connect(self._settle)
        self.hide()

    def say(self, text: str, undo: str = "Undo") -> None:
        """Show `text`; `undo` is the word of its way back, empty when there is none."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        self._settle()
        self.show()
        self.raise_()
        self._pause.begin()
        self.announcer.say(f"{text}. {undo}: Ctrl Z" if undo else text, again=True)

    def close_quietly(self) -> None:
        """Go away."""
        self._pause.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size; wait while a button has focus."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self._host:
            self._settle()
        elif kind == QEvent.Type.FocusIn:
            self._pause.stop()
        elif kind == QEvent.Type.FocusOut and self.isVisible():
            self._pause.begin()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Wait under the pointer."""
        if event.type() == QEvent.Type.Enter:
            self._pause.stop()
        elif event.type() == QEvent.Type.Leave and not self._has_focus():
            self._pause.begin()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dark slip with a deep shadow."""
        painter, radius = painter_on(self), theme().px(9)
        slip = QRectF(self.rect()).adjusted(8, 0, -8, -10)
        shadow(painter, slip, radius, deep=True)
        box(painter, slip, radius, theme().colour("toast"))
        painter.end()

    def _on_undo(self) -> None:
        self.close_quietly()
        self.undo_asked.emit()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _settle(self) -> None:
        host = self._host
        room = host.width() - 2 * theme().px(_MARGIN)
        size = self.sizeHint()
        width = min(size.width(), room)
        layout = self.layout()
        high = layout.totalHeightForWidth(width) if layout is not None else -1
        self.resize(width, max(high, self.minimumSizeHint().height()))
        self.move(
            theme().px(_MARGIN) - 8, self._bottom() - self.height() - theme().px(_MARGIN) + 10
        )

    def _bottom(self) -> int:
        """The lowest line of the host that is free: what one presses next is not covered."""
        foot, height = self._foot(), self._host.height()
        if foot is None or not foot.isVisible():
            return height
        top = foot.mapTo(self._host, QPoint(0, 0)).y()
        return top if 0 < top < height else height
