"""The focus ring: one overlay per window that follows the focus.

Style sheets cannot draw outside a widget; this can. It shows for the keyboard everywhere and
for fields always, and brings what it rings fully into view. A widget may carry a property
"ringRadius", a method `ring_box()` for a part of itself, or `ring_owner()` for its frame.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.theme import theme

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_GAP, _PEN = 2.0, 2.5
_REACH = 6
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRing(QWidget):
    """Give each window one, after its content. It takes no mouse and has no role."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_mouse: bool | None = None
        # A burst of moves, as in scrolling or laying out a page, is followed once.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._settle)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        theme().changed.connect(self._soon.start)
        window.installEventFilter(self)
        self._listen()
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What the ring is round, if it shows."""
        return self._target if self.isVisible() else None

    def follow(self, widget: QWidget | None) -> None:
        """Ring `widget`, or nothing."""
        self._forget()
        self._target = widget
        if widget is None:
            self.hide()
            return
        widget.destroyed.connect(self._on_destroyed)
        step: QWidget | None = widget
        while step is not None and step is not self.window():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._bring_into_view()
        self._soon.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when anything round it moves; note what was last used."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self._by_mouse = kind == QEvent.Type.MouseButtonPress
        elif kind == QEvent.Type.Show and watched is self.parentWidget():
            self._listen()
        if kind in _MOVES and not self._soon.isActive():
            self._soon.start()
        return False

    def _listen(self) -> None:
        """Hear the window's own key and mouse presses: far fewer than the application's."""
        handle = self.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the gap in the surface's colour and the ring round it, clipped to what shows."""
        if self._target is None:
            return
        painter, colour = painter_on(self), theme().colour
        painter.setClipRect(self._visible_box())
        rect, radius = self._ring()
        gap = rect.adjusted(-_GAP, -_GAP, _GAP, _GAP)
        half = _GAP / 2
        surface = rect.adjusted(-half, -half, half, half)
        box(
            painter,
            surface.adjusted(-half, -half, half, half),
            radius + _GAP,
            None,
            colour("surface"),
            pen=_GAP,
        )
        outer = gap.adjusted(-_PEN, -_PEN, _PEN, _PEN)
        box(painter, outer, radius + _GAP + _PEN, None, colour("focus"), pen=_PEN)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.parentWidget():
            if now is not None or not QApplication.activePopupWidget():
                self.follow(None)
            return
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        always = isinstance(now, _FIELDS) or bool(now.property("ringAlways"))
        # Before anything was pressed a heading that has the focus is not worth a ring.
        idle = self._by_mouse is None and not now.focusPolicy() & Qt.FocusPolicy.TabFocus
        shows = always or not (pressed or self._by_mouse or idle)
        self.follow(now if shows else None)

    def _on_destroyed(self) -> None:
        self._watched = []
        self._target = None
        self.hide()

    def _forget(self) -> None:
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._on_destroyed)
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []

    def _owner(self) -> QWidget:
        assert self._target is not None
        owner = getattr(self._target, "ring_owner", None)
        found = owner() if callable(owner) else self._target
        return found if isinstance(found, QWidget) else self._target

    def _ring(self) -> tuple[QRectF, float]:
        owner = self._owner()
        part = getattr(owner, "ring_box", None)
        inner = part() if callable(part) else QRectF(owner.rect())
        at = self.mapFromGlobal(owner.mapToGlobal(inner.topLeft().toPoint()))
        radius = float(owner.property("ringRadius") or 6)
        return QRectF(QRect(at, inner.size().toSize())), theme().px(radius)

    def _visible_box(self) -> QRect:
        """What the scroll areas round the target let through, in our own coordinates."""
        seen = self.rect()
        step = self._owner().parentWidget()
        while step is not None and step is not self.window():
            outer = step.parentWidget()
            if isinstance(outer, QAbstractScrollArea) and outer.viewport() is step:
                at = self.mapFromGlobal(step.mapToGlobal(QPoint(0, 0)))
                seen = seen.intersected(QRect(at, step.size()))
            step = outer
        return seen

    def _settle(self) -> None:
        if self._target is None or not self._target.isVisible():
            self.hide()
            return
        owner, window = self._owner(), self.window()
        at = owner.mapTo(window, QPoint(0, 0))
        wanted = QRect(at, owner.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(wanted)
        self.raise_()
        self.show()
        self.update()

    def _bring_into_view(self) -> None:
        owner = self._owner()
        step = owner.parentWidget()
        while step is not None:
            if isinstance(step, QScrollArea):
                _show_within(step, owner)
            step = step.parentWidget()


def _show_within(area: QScrollArea, owner: QWidget) -> None:
    fits, content = owner.height() < area.height(), area.widget()
    if fits and content is not None and content.isAncestorOf(owner):
        area.ensureWidgetVisible(owner, 0, 12)
