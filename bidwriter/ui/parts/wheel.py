"""Keeps the mouse wheel from changing an answer while the officer only scrolls past it."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class _WheelGuard(QObject):
    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        # Left unaccepted, the wheel goes on to the page behind and scrolls it.
        event.ignore()
        return True


@lru_cache(maxsize=1)
def _guard() -> _WheelGuard:
    return _WheelGuard()


def keep_wheel_from(widget: QWidget) -> None:
    """Let the wheel pass `widget` by: for combo, spin and date boxes."""
    widget.installEventFilter(_guard())
