"""The lock beside a bid that is open for editing: who has it, on which computer, since when.

A courtesy between people, never a wall: a lock that cannot be written or read stops no work.
"""

import getpass
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import AwareDatetime, Field, ValidationError

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.names import beside
from bidwriter.files.disk.processes import ran_at, runs, this_began
from bidwriter.files.disk.replacing import owners_alone
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.kinds.frozen import Frozen

# After so long without a save there, nobody can be taken to be at it still.
FORGOTTEN = timedelta(days=7)


class Holder(Frozen):
    """Who holds a lock. `began` is when that process did, which locks up to release 0.3.0 do not
    say; `seen` when the file was last saved from there, by the clock of its disk."""

    user: str
    computer: str
    process: int
    since: AwareDatetime
    began: AwareDatetime | None = None
    seen: AwareDatetime | None = Field(default=None, exclude=True)

    @property
    def last(self) -> datetime:
        """The last sign of life."""
        return max(self.since, self.seen or self.since)


def held_by_other(path: Path, now: datetime) -> Holder | None:
    """Who else has the bid at `path` open; None if nobody, or only a process that is gone, or
    another computer from which nothing was saved for `FORGOTTEN`."""
    holder = _read(_lock_path(path))
    if holder is None or _is_this(holder):
        return None
    if holder.computer != socket.gethostname():
        return holder if now - holder.last <= FORGOTTEN else None
    if holder.began is None:
        is_there = ran_at(holder.process, holder.computer, holder.since)
    else:
        is_there = runs(holder.process, holder.computer, holder.began)
    return holder if is_there else None


def take(path: Path, now: datetime) -> bool:
    """Mark the bid at `path` as open here; False where no lock can be written."""
    holder = Holder(
        user=_user(), computer=socket.gethostname(), process=os.getpid(), since=now,
        began=this_began(),
    )  # fmt: skip
    try:
        _write(_lock_path(path), strict_json.dumps(holder.model_dump(mode="json")), path)
    except OSError:
        return False
    return True


def show_life(path: Path) -> None:
    """Tell others that the bid is still open here: it was just saved."""
    held = _lock_path(path)
    with suppress(OSError):
        found = _read(held)
        if found is not None and _is_this(found):
            os.utime(held)


def _read(held: Path) -> Holder | None:
    try:
        raw = strict_json.loads(held.read_bytes()[:10_000], "the lock")
        seen = datetime.fromtimestamp(held.stat().st_mtime, UTC)
        return Holder.model_validate(raw).model_copy(update={"seen": seen})
    except (OSError, FileTroubleError, ValidationError, ValueError, OverflowError):
        return None


def _is_this(holder: Holder) -> bool:
    """Whether this process wrote it."""
    return (holder.computer, holder.process) == (socket.gethostname(), os.getpid()) and (
        holder.began is None or runs(holder.process, holder.computer, holder.began)
    )


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
    held = _lock_path(path)
    found = _read(held)
    if found is not None and _is_this(found):
        with suppress(OSError):
            held.unlink()


def _lock_path(path: Path) -> Path:
    return path.with_name(beside(path.name, ".open"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"
