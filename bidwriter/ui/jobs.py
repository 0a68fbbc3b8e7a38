"""Long work off the interface thread: values go in, values come out, widgets never cross.

`run(work, done, failed)` hands `work` a `Steps`, through which it tells its progress and hears
that it was stopped; `done` and `failed` are called on the interface thread. `failed` only ever
hears errors that speak to people, and that the work was stopped: whatever nobody foresaw goes to
the hook that logs it and says plain words, and `failed` hears that it did (UnforeseenError).
"""

import gc
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid
from typing_extensions import override

from bidwriter.spoken import SpokenError


class StoppedError(Exception):
    """Raised inside work that the user stopped."""


class UnforeseenError(SpokenError):
    """Stands for an error that nobody foresaw, in words that can be shown."""


class Steps:
    """How work tells its progress and hears that it should stop."""

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told = told
        self.stopped = False

    def begin(self, step: int) -> None:
        """Tell that a step begins. Raises StoppedError."""
        if self.stopped:
            raise StoppedError
        self._told(step)


class Job(QObject):
    """Work under way."""

    progressed = Signal(int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Steps], Any]) -> None:
        super().__init__()
        self._work = work
        self._steps = Steps(self.progressed.emit)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._steps.stopped = True

    def do(self) -> None:
        """Do the work, here and now, and say how it ended."""
        try:
            result = self._work(self._steps)
        except Exception as error:  # noqa: BLE001 - `fail` hands it to the hook
            self.failed.emit(error)
        else:
            self.done.emit(result)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    @override
    def run(self) -> None:
        self._job.do()


class _Garbage:
    """Python looks for garbage on whichever thread asks for memory. What is left of a window has to
    go on the interface thread, or PySide can end the program: so none is looked for while work
    is under way."""

    def __init__(self) -> None:
        self._is_put_off = False

    def put_off(self) -> None:
        """Look for none, until `look`."""
        if gc.isenabled():
            gc.disable()
            self._is_put_off = True

    def look(self) -> None:
        """Look for it as before, once no work is under way."""
        if self._is_put_off and not _under_way:
            self._is_put_off = False
            gc.enable()

    def begin(self) -> None:
        """Look for it from now on, where none was looked for at all."""
        self._is_put_off = True
        self.look()


_under_way: set[Job] = set()
_garbage = _Garbage()
begin_collecting = _garbage.begin


def run(
    work: Callable[[Steps], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    progressed: Callable[[int], None] | None = None,
    owner: QObject | None = None,
) -> Job:
    """Do `work` on another thread; hands back the job, which can be stopped. Where `owner` is gone
    by the time it ends, nobody is told."""
    job = Job(work)
    _under_way.add(job)
    _garbage.put_off()

    def finish(then: Callable[[Any], None], value: Any) -> None:
        _under_way.discard(job)
        _garbage.look()
        if owner is None or isValid(owner):
            then(value)

    job.done.connect(lambda value: finish(done, value), Qt.ConnectionType.QueuedConnection)

    def fail(error: Exception) -> None:
        if isinstance(error, SpokenError | StoppedError):
            finish(failed, error)
            return
        sys.excepthook(type(error), error, error.__traceback__)
        finish(failed, UnforeseenError("Something went wrong that was not foreseen"))

    job.failed.connect(fail, Qt.ConnectionType.QueuedConnection)
    if progressed:
        job.progressed.connect(progressed, Qt.ConnectionType.QueuedConnection)
    QThreadPool.globalInstance().start(_Runner(job))
    return job


def wait() -> None:
    """Wait until nothing is under way: before the program ends, and in tests."""
    QThreadPool.globalInstance().waitForDone()
