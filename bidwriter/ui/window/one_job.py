"""One thing at a time off the interface thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from bidwriter.ui import jobs
from bidwriter.ui.pauses import Pause

_SHOWN_AFTER_MS = 300


class OneJob(QObject):
    """What is begun takes the place of what was under way, which is told to nobody any more. `job`
    is there while something is."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.job: jobs.Job | None = None
        self._late: Callable[[], None] | None = None
        self._pause = Pause(self, _SHOWN_AFTER_MS, self._on_late)

    def run(
        self,
        work: Callable[[jobs.Steps], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        late: Callable[[], None],
    ) -> None:
        """Do this; `late` is called once it takes longer than a moment."""

        def only(then: Callable[[Any], None]) -> Callable[[Any], None]:
            def call(value: object) -> None:
                if self.job is job:
                    self.job = None
                    self._pause.stop()
                    then(value)

            return call

        self.drop()
        job = jobs.run(work, only(done), only(failed), owner=self)
        self.job, self._late = job, late
        self._pause.begin()

    def drop(self) -> None:
        """What is under way is of no use any more."""
        if self.job is not None:
            self.job.stop()
        self.job = None
        self._pause.stop()

    def _on_late(self) -> None:
        if self._late is not None and self.job is not None:
            self._late()
