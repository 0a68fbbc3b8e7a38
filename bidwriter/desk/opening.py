"""Opening files for the window: read, look for unsaved work, look for others, then a session."""

from pathlib import Path
from typing import NamedTuple

from bidwriter import clock
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.files.disk import lock
from bidwriter.files.disk.lock import Holder
from bidwriter.files.recovery.left_behind import newer_work
from bidwriter.files.recovery.recovery import Recovered, recover


class Found(NamedTuple):
    """What stands at a path: the file, work that was never saved, who else has it open, and whether
    a later bidwriter left work that only it can bring back."""

    path: Path
    opened: Opened
    recovered: Recovered | None
    holder: Holder | None
    newer_work: bool = False

    @property
    def only_read(self) -> bool:
        """Whether it can only be read: a package, or a file that does not match its checksums."""
        return self.opened.kind == "package" or not self.opened.bag.whole


def look(path: Path) -> Found:
    """What is at `path`. Raises FileTroubleError."""
    opened = open_file(path)
    if opened.kind == "package" or not opened.bag.whole:
        return Found(path, opened, None, None)
    recovered = recover(path, opened.bid, opened.digest)
    newer = newer_work(opened.bid.bid_id, path)
    return Found(path, opened, recovered, lock.held_by_other(path, clock.now()), newer)
