"""What is on the disk for certain, should the power go: a file's bytes once it is synced, a new
name once its folder is, and a new folder once the one that it is in is.
"""

import errno
import os
import sys
from pathlib import Path

# A folder that cannot be synced at all, as on Windows and on some shares, is no fault.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM}
_NO_FOLDER_SYNC |= {errno.EBADF, errno.EISDIR}


def sync_file(descriptor: int) -> None:
    """What was written to an open file is on the disk. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        try:
            # Without this a Mac's disk keeps it in a memory of its own, and says that it is there.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno in (errno.EIO, errno.ENOSPC, errno.EDQUOT):
                raise
    os.fsync(descriptor)  # shares and disks that know no more


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk. Raises OSError where the disk fails at it; where
    folders cannot be synced nothing happens."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            sync_file(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def make_own(folder: Path) -> None:
    """Make a folder of the user's own, which nobody else may look into, with those above it that
    are not there yet. One that is there keeps its rights. Raises OSError."""
    _make(folder, 0o700)


def make_folder(folder: Path) -> None:
    """Make a folder with the usual rights, and those above it. Raises OSError."""
    _make(folder, 0o777)


def _make(folder: Path, mode: int) -> None:
    try:
        folder.mkdir(mode=mode)
    except FileExistsError:
        if not folder.is_dir():
            raise
        return
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        _make(folder.parent, mode)
        folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)
