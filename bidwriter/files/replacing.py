"""The one way in which bidwriter writes a file: whole and safe on disk, or not at all."""

import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bidwriter.files.trouble import FileTroubleError

# Windows: a virus scanner or sync client holds the file for a moment.
_BUSY = {5, 32, 33}
_FIRST_WAIT = 0.05
_WAITS = 6

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EACCES: "the folder or file may not be written to",
    errno.EPERM: "the folder or file may not be written to",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EISDIR: "there is a folder of that name",
}


def replace(path: Path, data: bytes, pause: Callable[[float], None] = time.sleep) -> str:
    """Put `data` at `path` and hand back its SHA-256. Raises FileTroubleError: then whatever was
    there is there still, as it was."""
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        _write_through(temporary, data)
        _keep_mode(path, temporary)
        _replace_when_free(temporary, path, pause)
        _sync_folder(path.parent)
    except OSError as error:
        raise FileTroubleError(
            f"“{path.name}” could not be saved: {reason(error)}. What was there is untouched"
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return hashlib.sha256(data).hexdigest()


def reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    return _REASONS.get(error.errno or 0, (error.strerror or "the system refused").lower())


def _write_through(path: Path, data: bytes) -> None:
    """Written, on the disk, and read back the same."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.EIO, "what was written does not read back the same")


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(OSError):
        new.chmod(old.stat().st_mode & 0o777)


def _replace_when_free(source: Path, target: Path, pause: Callable[[float], None]) -> None:
    wait = _FIRST_WAIT
    for attempt in range(_WAITS + 1):
        try:
            os.replace(source, target)  # noqa: PTH105 - tests put a fault here
        except OSError as error:
            if attempt == _WAITS or getattr(error, "winerror", None) not in _BUSY:
                raise
            pause(wait)
            wait *= 2
        else:
            return


def _sync_folder(folder: Path) -> None:
    """The new name itself on disk; Windows has no such call, and some shares refuse it."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
