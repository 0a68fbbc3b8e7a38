"""The lock beside a bid that is open for editing: who has it, on which computer, since when.

A courtesy between people, never a wall: a lock that cannot be written or read stops no work.
"""

import getpass
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.holding import runs
from bidwriter.files.disk.names import beside
from bidwriter.files.disk.replacing import owners_alone
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.kinds.frozen import Frozen


class Holder(Frozen):
    """Who holds a lock."""

    user: str
    computer: str
    process: int
    since: AwareDatetime


def held_by_other(path: Path) -> Holder | None:
    """Who else has the bid at `path` open; None if nobody, or only a process that is gone."""
    try:
        raw = strict_json.loads(_lock_path(path).read_bytes()[:10_000], "the lock")
        holder = Holder.model_validate(raw)
    except (OSError, FileTroubleError, ValidationError):
        return None
    if holder.computer != socket.gethostname():
        return holder
    if holder.process == os.getpid() or not runs(holder.process):
        return None
    return holder


def take(path: Path, now: datetime) -> bool:
    """Mark the bid at `path` as open here; False where no lock can be written."""
    holder = Holder(user=_user(), computer=socket.gethostname(), process=os.getpid(), since=now)
    try:
        _write(_lock_path(path), strict_json.dumps(holder.model_dump(mode="json")), path)
    except OSError:
        return False
    return True


def _write(path: Path, data: bytes, bid: Path) -> None:
    """The mark names a person. It is its owner's alone, or for those who may read the bid too, as
    they must see that somebody has it."""
    is_new = not path.exists()
    with open(path, "wb", opener=owners_alone) as file:
        file.write(data)
    if is_new:
        with suppress(OSError):
            path.chmod(0o600 | (bid.stat().st_mode & 0o044))


def release(path: Path) -> None:
    """Take this process's mark away."""
    with suppress(OSError, FileTroubleError, ValidationError):
        raw = strict_json.loads(_lock_path(path).read_bytes()[:10_000], "the lock")
        holder = Holder.model_validate(raw)
        if (holder.computer, holder.process) == (socket.gethostname(), os.getpid()):
            _lock_path(path).unlink()


def _lock_path(path: Path) -> Path:
    return path.with_name(beside(path.name, ".open"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"
