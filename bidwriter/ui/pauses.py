"""What happens a while after the last key or word, and not before: measured by one stopwatch.

Tests put their own in its place, so that what they see does not depend on how quick a machine is.
"""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Stopwatch(Protocol):
    """What measures pauses."""

    def now(self) -> int:
        """Milliseconds since some moment."""

    def begin(self, timer: QTimer, ms: int) -> None:
        """Let the timer ring in so many milliseconds, and not before."""

    def stop(self, timer: QTimer) -> None:
        """Let the timer ring no more."""

    def runs(self, timer: QTimer) -> bool:
        """Whether the timer is still to ring."""


class RealTime:
    """The stopwatch of everybody's time."""

    def now(self) -> int:
        """Milliseconds since some moment."""
        return time.monotonic_ns() // 1_000_000

    def begin(self, timer: QTimer, ms: int) -> None:
        """Qt's own way."""
        timer.start(ms)

    def stop(self, timer: QTimer) -> None:
        """Qt's own way."""
        timer.stop()

    def runs(self, timer: QTimer) -> bool:
        """Qt's own way."""
        return timer.isActive()


class Pause:
    """Calls `then` once, so long after the last time it was begun. It ends with its owner."""

    def __init__(self, owner: QObject, ms: int, then: Callable[[], None]) -> None:
        self._ms = ms
        self._timer = QTimer(owner, singleShot=True)
        self._timer.timeout.connect(then)

    @property
    def runs(self) -> bool:
        """Whether it was begun and is not over."""
        return _watch[0].runs(self._timer)

    def begin(self, ms: int | None = None) -> None:
        """Begin, or begin again; this time `ms` long, if given."""
        _watch[0].begin(self._timer, self._ms if ms is None else ms)

    def stop(self) -> None:
        """Nothing is called."""
        _watch[0].stop(self._timer)


def now() -> int:
    """Milliseconds since some moment, by the stopwatch in use."""
    return _watch[0].now()


_watch: list[Stopwatch] = [RealTime()]


def use(watch: Stopwatch) -> Stopwatch:
    """Put another stopwatch in place; hands back the one that was there."""
    old, _watch[0] = _watch[0], watch
    return old
