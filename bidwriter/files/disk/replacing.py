"""The one way in which bidwriter writes a file: whole and safe on disk, or not at all."""

import errno
import glob
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bidwriter.files.disk.names import shortened
from bidwriter.files.disk.syncing import sync_file, sync_folder
from bidwriter.files.disk.trouble import NotSavedError

# Windows: a virus scanner or sync client holds the file for a moment.
_BUSY = {5, 32, 33}
_FIRST_WAIT = 0.05
_ABANDONED = 3600  # seconds after which no process can still be writing a file
_WAITS = 6
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the disk takes no file of that size",
    errno.EACCES: "you do not have permission",
    errno.EPERM: "you do not have permission",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "it is not there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EINVAL: "the name cannot be used there",
    errno.ELOOP: "its link leads nowhere",
    errno.EISDIR: "there is a folder of that name",
    errno.EEXIST: "there is something of that name",
    errno.EBUSY: "another program is using it",
    errno.EIO: "the disk reported a fault",
    errno.ENXIO: "the disk is not there",
    errno.ENODEV: "the disk is not there",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
_NETWORK = "the network drive does not answer"
_REASONS |= dict.fromkeys(
    (
        *(errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH),
        *(errno.ENETDOWN, errno.ENETUNREACH, errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE),
    ),
    _NETWORK,
)
# What Windows says, where Python's own translation is coarser than the words.
_WINDOWS_REASONS = {
    19: "the disk is read-only",
    32: "another program is using it",
    33: "another program is using it",
    112: "the disk is full",
    **dict.fromkeys((51, 53, 55, 59, 64, 67, 121, 1231), _NETWORK),
}


def replace(
    path: Path,
    data: bytes,
    pause: Callable[[float], None] = time.sleep,
    check: Callable[[], None] | None = None,
) -> str:
    """Put `data` at `path` and hand back its SHA-256. Raises FileTroubleError: then whatever was
    there is there still, as it was, or in one case the new file is there whole and the words say
    that the disk did not confirm it.

    `check` is called at the last moment before the file is put in place; what it raises stops it.
    """
    temporary: Path | None = None
    try:
        target = _behind_link(path)
        _refuse_read_only(target)
        temporary = target.with_name(f"{_stem(target)}.{secrets.token_hex(4)}.tmp")
        _write_through(temporary, data)
        _keep_mode(target, temporary)
        _replace_when_free(temporary, target, pause, check)
    except OSError as error:
        # Some shares report a fault after doing what they were asked.
        if not _holds(path, data):
            what = f"“{path.name}” could not be saved: {_why(error, path)}"
            raise NotSavedError(what, "What was there is untouched") from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    _confirm(target)
    return hashlib.sha256(data).hexdigest()


def owners_alone(path: str | Path, flags: int) -> int:
    """Opens a file that nobody but its owner may read, if it is made by this; the `opener` of
    `open`. Raises OSError."""
    return os.open(path, flags, 0o600)


def clear_leftovers(path: Path) -> None:
    """Take away what saves of this file left beside it when they were cut off."""
    with suppress(OSError):
        target = _behind_link(path)
        now = target.stat().st_mtime  # by the clock of the disk: the file was just written
        for left in target.parent.glob(f"{glob.escape(_stem(target))}.????????.tmp"):
            if now - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    said = _WINDOWS_REASONS.get(getattr(error, "winerror", None) or 0)
    return said or _REASONS.get(error.errno or 0, "the system refused")


def _stem(target: Path) -> str:
    return f".{shortened(target.name, 80)}"


def _why(error: OSError, path: Path) -> str:
    gone = error.errno in (errno.ENOENT, errno.ENOTDIR) and not path.parent.is_dir()
    return "its folder is not there any more" if gone else reason(error)


def _behind_link(path: Path) -> Path:
    """The file that a link stands for: the link itself must stay a link. Other paths are never
    resolved, as mapped drives would become something else."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _refuse_read_only(path: Path) -> None:
    """A file marked read-only could be replaced where its folder may be written to; somebody
    marked it so that it is not."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # not there, or out of reach: the next step says so
    if stat.S_ISDIR(mode):
        raise NotSavedError(
            f"“{path.name}” could not be saved: there is a folder of that name",
            "The folder is untouched",
        )
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise NotSavedError(
            f"“{path.name}” is read-only and was not written over", "Save under another name"
        )


def _write_through(path: Path, data: bytes) -> None:
    """Written, on the disk, and read back the same. A bid holds people's data: what is new is its
    owner's alone until they say otherwise; what was there keeps its rights."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(owners_alone(path, flags), "wb") as file:
        file.write(data)
        file.flush()
        sync_file(file.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.EIO, "what was written does not read back the same")


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(OSError):
        new.chmod(old.stat().st_mode & 0o777)


def _replace_when_free(
    source: Path,
    target: Path,
    pause: Callable[[float], None],
    check: Callable[[], None] | None,
) -> None:
    wait = _FIRST_WAIT
    for attempt in range(_WAITS + 1):
        try:
            if check:
                check()
            # Between the check and this line another program could still put its file in place,
            # and lose it. No system compares and replaces in one step; the two stand as close
            # together as they can, and after each wait the check is made again. Other windows of
            # bidwriter wait in their checks.
            os.replace(source, target)  # noqa: PTH105 - tests put a fault here
        except OSError as error:
            if attempt == _WAITS or getattr(error, "winerror", None) not in _BUSY:
                raise
            pause(wait)
            wait *= 2
        else:
            return


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _confirm(path: Path) -> None:
    """The new name itself on disk. Raises NotSavedError where the disk fails at it."""
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise NotSavedError(
            f"“{path.name}” was written, but the disk did not confirm it: {reason(error)}",
            "Save again, or save a copy elsewhere",
        ) from error
