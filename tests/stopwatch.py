"""Time in the window, stopped: it passes while a test waits for something and the window is idle,
or where a test lets it pass. However slow the machine, the same happens in the same order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QThreadPool, QTimer
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from shiboken6 import isValid
from typing_extensions import override

PATIENCE_MS = 300_000  # what has not happened by then never will
_TURN_MS = 100  # passes on the stopwatch each time a test looks again


class Stopped:
    """A stopwatch that a test drives."""

    def __init__(self) -> None:
        self._now = 0
        self._due: dict[QTimer, int] = {}

    def now(self) -> int:
        """Milliseconds that have passed."""
        return self._now

    def begin(self, timer: QTimer, ms: int) -> None:
        """What is to happen at once is Qt's to do."""
        self._due.pop(timer, None)
        if ms:
            self._due[timer] = self._now + ms
        else:
            timer.start(0)

    def stop(self, timer: QTimer) -> None:
        """Not any more."""
        self._due.pop(timer, None)
        timer.stop()

    def runs(self, timer: QTimer) -> bool:
        """Whether it is to come."""
        return timer in self._due or timer.isActive()

    def passes(self, ms: int) -> None:
        """Let time pass: what falls due happens, each at its moment."""
        until = self._now + ms
        while due := [at for timer, at in self.left() if at <= until]:
            self._now = min(due)
            timer = next(timer for timer, at in self.left() if at == self._now)
            del self._due[timer]
            timer.timeout.emit()
        self._now = until

    def left(self) -> list[tuple[QTimer, int]]:
        """What is still to come, and when."""
        self._due = {timer: at for timer, at in self._due.items() if isValid(timer)}
        return list(self._due.items())

    def forget(self) -> None:
        """Nothing is to come."""
        self._due.clear()

    def passes_if_idle(self) -> None:
        """A little time, unless work is under way: that may take as long as it likes."""
        if QThreadPool.globalInstance().activeThreadCount() == 0:
            QCoreApplication.sendPostedEvents()
            self.passes(_TURN_MS)


stopwatch = Stopped()


def time_passes(ms: int) -> None:
    """Let time pass in the window."""
    stopwatch.passes(ms)


class PatientBot(QtBot):
    """Waits as long as it takes."""

    @override
    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        """Until a window is seen."""
        return super().waitExposed(widget, timeout=timeout)

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Until something is so."""
        turns = count()

        def looks() -> bool | None:
            if next(turns):
                stopwatch.passes_if_idle()
            return callback()

        super().waitUntil(looks, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> SignalBlocker:
        """Until something is told."""
        blocker = super().waitSignal(signal, timeout=timeout, **more)
        wait = blocker.wait

        def waits() -> None:
            with _passing():
                wait()  # type: ignore[no-untyped-call]

        blocker.wait = waits  # type: ignore[method-assign]
        return blocker


@contextmanager
def _passing() -> Iterator[None]:
    turns = QTimer(interval=10)
    turns.timeout.connect(stopwatch.passes_if_idle)
    turns.start()
    yield
    turns.stop()
