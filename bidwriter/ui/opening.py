"""Opening files for the window: read, look for unsaved work, look for others, then a session."""

from pathlib import Path
from typing import NamedTuple

from bidwriter.files import lock
from bidwriter.files.bid_file import Opened, open_file
from bidwriter.files.lock import Holder
from bidwriter.files.recovery import Recovered, recover


class Found(NamedTuple):
    """What stands at a path: the file, work that was never saved, and who else has it open."""

    path: Path
    opened: Opened
    recovered: Recovered | None
    holder: Holder | None

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
    return Found(path, opened, recovered, lock.held_by_other(path))
