"""A disk that fails: each call with which bidwriter keeps a bid can be made to raise."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from bidwriter.files.disk import replacing

CALLS = (
    *(
        (os, name)
        for name in ("open", "fdopen", "write", "fsync", "ftruncate", "fstat", "lseek", "read")
    ),
    *((os, name) for name in ("replace", "access")),
    *((Path, name) for name in ("read_bytes", "chmod", "stat", "unlink", "mkdir", "rmdir")),
    *((Path, name) for name in ("replace", "is_symlink", "glob")),
)


class Killed(BaseException):
    """The process ends here."""


class Disk:
    """Counts the calls, and fails at one: only then, or from then on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self._fail_at, self._error, self._for_good = -1, OSError(), False
        patch.setattr(replacing, "_FIRST_WAIT", 0)
        for owner, name in CALLS:
            patch.setattr(owner, name, self._counted(name, getattr(owner, name)))

    def fail(self, at: int, error: BaseException, *, for_good: bool) -> None:
        """Fail at the call with this number, counted from now."""
        self.calls.clear()
        self._fail_at, self._error, self._for_good = at, error, for_good  # type: ignore[assignment]

    def mend(self) -> None:
        """Fail no more."""
        self._fail_at = -1

    def step(self, name: str) -> None:
        """One call."""
        at = len(self.calls)
        self.calls.append(name)
        if at == self._fail_at or (self._for_good and 0 <= self._fail_at < at):
            raise self._error

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            try:
                self.step(name)
            except OSError:
                if name == "write":  # as a full disk does: some of it is there
                    real(args[0], args[1][: len(args[1]) // 2])
                raise
            done = real(*args, **kwargs)
            return Written(done, self) if name == "fdopen" else done

        return call


class Written:
    """A file being written on such a disk."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        """Half of it is written, then the disk may fail."""
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._disk.step("half written")
        self._file.write(data[len(data) // 2 :])

    def flush(self) -> None:
        """What is left."""
        self._disk.step("flush")
        self._file.flush()

    def fileno(self) -> int:
        """For syncing."""
        return int(self._file.fileno())
