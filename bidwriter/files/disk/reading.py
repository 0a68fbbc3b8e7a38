"""The way in which bidwriter reads a file that somebody else may have made: a file, and nothing
that waits for others; what the disk fails at is told apart from what is wrong with the file."""

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from typing_extensions import Buffer, override

from bidwriter.files.disk.trouble import FileTroubleError


class _Heard(io.FileIO):
    """A file that remembers what its disk failed at, whoever takes the fault for another."""

    fault: OSError | None = None

    @override
    def readinto(self, buffer: Buffer) -> int | None:
        try:
            return super().readinto(buffer)
        except OSError as error:
            self.fault = error
            raise

    @override
    def readall(self) -> bytes:
        try:
            return super().readall()
        except OSError as error:
            self.fault = error
            raise


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """A file open to be read. Raises FileTroubleError for a pipe, a socket or a device, which may
    keep one waiting for ever, and OSError; a fault of the disk stays one whatever is made of it
    within."""
    # A pipe that nobody writes to is not waited for.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    raw = _Heard(os.open(path, flags), "rb")
    with io.BufferedReader(raw) as file:
        mode = os.fstat(raw.fileno()).st_mode
        if stat.S_ISDIR(mode):
            raise FileTroubleError(f"“{path.name}” is a folder, not a file")
        if not stat.S_ISREG(mode):
            raise FileTroubleError(
                f"“{path.name}” is a pipe or a device and no file. Save what it gives as a file, "
                "and choose that"
            )
        try:
            yield file
        except FileTroubleError:
            if raw.fault is not None:
                raise raw.fault from None
            raise


def read_file(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file. Raises FileTroubleError and OSError."""
    with reading(path) as file:
        return file.read(most)
