"""Files that belong to one running process: the system lets go of them when it ends, however it
ends, so that a number given to another process since means nothing."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, Self

from bidwriter.files.disk.syncing import make_own, sync_file

Standing = Literal["free", "held", "unknown"]

_BINARY = getattr(os, "O_BINARY", 0)
_FAR = 2**31 - 2  # a lock on Windows is on bytes; this one is beyond any data
_PATIENCE = 10.0  # seconds to wait for another's save
_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
TORN = b" torn"  # ends a line that was never there whole
_ONE_BY_ONE = 8  # lines
_here: set[Path] = set()  # held by this process, for where the system has no locks


class HeldFile:
    """A file open for appending that other processes, and others in this one, leave alone."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor
        _here.add(path)

    @classmethod
    def begin(cls, path: Path) -> Self:
        """A new, empty file. Raises OSError."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY
        descriptor = os.open(path, flags, 0o600)
        _hold_soon(descriptor)
        return cls(path, descriptor)

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """A file that was left behind; None where it is gone or somebody has it."""
        descriptor = _open(path)
        if descriptor is None:
            return None
        if path in _here or _hold_soon(descriptor) == "held":
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    @property
    def in_place(self) -> bool:
        """Whether the file is still to be found where it was made."""
        try:
            found, own = self.path.stat(), os.fstat(self._descriptor)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True  # nobody can tell: writing it says more
        return (found.st_ino, found.st_dev) == (own.st_ino, own.st_dev)

    def append(self, *lines: bytes) -> None:
        """Put lines on disk at the end, or leave the file as it was. One after another, so that
        what a power cut can tear is the last line alone. Raises OSError."""
        start = os.fstat(self._descriptor).st_size
        torn = self._after_torn(start)
        # Of very many, as when a file that somebody took away is written anew, all but the last go
        # together: each sync takes as long as any.
        parts = lines if len(lines) <= _ONE_BY_ONE else (b"".join(lines[:-1]), lines[-1])
        try:
            for part in parts:
                _write_all(self._descriptor, torn + part)
                sync_file(self._descriptor)
                torn = b""
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._descriptor, start)
            raise

    def _after_torn(self, size: int) -> bytes:
        """Where the last append was torn, what ends that line and says so: the next record begins
        a line, and nobody takes the torn one for one that was there whole."""
        if size == 0:
            return b""
        os.lseek(self._descriptor, size - 1, os.SEEK_SET)
        return b"" if os.read(self._descriptor, 1) == b"\n" else TORN + b"\n"

    def let_go(self) -> None:
        """Leave the file as it is for whoever comes next."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1
            _here.discard(self.path)

    def remove(self) -> bool:
        """Empty the file and take it away; False where that is to be tried again. Emptied first,
        on the disk too: where it cannot be taken away after, or the power goes and its name comes
        back, nobody finds anything in it."""
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            sync_file(self._descriptor)
            self.let_go()  # Windows takes no open file away
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return False
        self.let_go()
        return True

    def __del__(self) -> None:
        self.let_go()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While others who ask for the same wait: those who run on this computer, each a moment. The
    file itself means nothing and stays. Where it cannot be had, the work goes on without."""
    descriptor = -1
    with suppress(OSError):
        make_own(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        _hold_soon(descriptor, _PATIENCE)
    try:
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def standing(path: Path) -> Standing:
    """Whether a living process has the file; unknown where the system has no locks for it."""
    if path in _here:
        return "held"
    descriptor = _open(path)
    if descriptor is None:
        return "unknown"
    try:
        return _hold(descriptor, only_look=True)
    finally:
        os.close(descriptor)


def _open(path: Path) -> int | None:
    for flags in (os.O_RDWR | os.O_APPEND, os.O_RDONLY):  # a read-only profile is read too
        with suppress(OSError):
            return os.open(path, flags | _BINARY)
    return None


def _hold_soon(descriptor: int, patience: float = 0.1) -> Standing:
    """As `_hold`; whoever only looks is done in a moment."""
    until = time.monotonic() + patience
    while (found := _hold(descriptor)) == "held" and time.monotonic() < until:
        time.sleep(0.003)
    return found


def _hold(descriptor: int, *, only_look: bool = False) -> Standing:
    """Hold an open file against others. Those who only look do not stand in each other's way."""
    try:
        if sys.platform == "win32":
            import msvcrt

            at = os.lseek(descriptor, 0, os.SEEK_CUR)
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(descriptor, at, os.SEEK_SET)
        else:
            import fcntl

            kind = fcntl.LOCK_SH if only_look else fcntl.LOCK_EX
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except OSError as error:
        return "held" if error.errno in _BUSY else "unknown"
    return "free"


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
