"""Says things to a screen reader: politely once typing has stopped, or at once."""

from weakref import ref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from bidwriter.ui.pauses import Pause

_QUIET_MS = 700


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Say `text` in the name of `widget`."""
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Polite words wait for a quiet moment, and only the last of them is said."""

    announced = Signal(str)

    def __init__(self, widget: QWidget, quiet_ms: int = _QUIET_MS) -> None:
        super().__init__(widget)
        self._widget = ref(widget)
        self._waiting = ""
        self._said = ""
        self._pause = Pause(self, quiet_ms, self._on_quiet)

    def say(self, text: str, *, again: bool = False) -> None:
        """Say `text` once nothing else has been said or typed for a moment; what was said last,
        only where it is to be said `again`."""
        self._waiting = text
        if again:
            self._said = ""
        self._pause.begin()

    def _on_quiet(self) -> None:
        if self._waiting and self._waiting != self._said:
            self._say(self._waiting)

    def _say(self, text: str) -> None:
        self._said = text
        widget = self._widget()
        if widget is not None:
            announce(widget, text)
        self.announced.emit(text)
