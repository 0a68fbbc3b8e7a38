"""Copies that sync clients leave beside a file when two computers saved it at once, and copies
that came back: found by their names, and offered only where they hold something new.

OneDrive writes "bid-LAPTOP.bid", Dropbox "bid (Ruth's conflicted copy 2018-11-06).bid", Nextcloud
"bid (conflicted copy …).bid", Syncthing "bid.sync-conflict-….bid", browsers "bid (1).bid": all
begin with the file's own name.
"""

from pathlib import Path

from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.kept import Kept

_MOST = 40
_LARGEST = 150_000_000


def conflicted_copies(path: Path, mine: Kept) -> tuple[Path, ...]:
    """Files beside `path` that are copies of `mine` and hold what it does not have."""
    return tuple(other for other in _beside(path) if _has_news(other, mine))


def _beside(path: Path) -> list[Path]:
    """Bid files whose name begins with this one's, or the other way round."""
    own = path.stem.casefold()
    found = []
    try:
        for other in path.parent.iterdir():
            stem = other.stem.casefold()
            alike = _goes_on(stem, own) or _goes_on(own, stem)
            if other.suffix.casefold() == ".bid" and other.name != path.name and alike:
                found.append(other)
    except OSError:
        return []
    return sorted(found)[:_MOST]


def _goes_on(name: str, start: str) -> bool:
    """Whether a name begins with another and goes on as sync clients do: with a sign, no letter."""
    return name.startswith(start) and not name[len(start) :][:1].isalnum()


def _has_news(path: Path, mine: Kept) -> bool:
    try:
        if path.stat().st_size > _LARGEST:
            return False
        other = open_file(path, to_change=False)
    except (OSError, FileTroubleError):
        return False
    if other.kind != "bid" or other.bid.bid_id != mine.bid.bid_id or not other.bag.whole:
        return False
    settled = history_file.settled(other.history, other.bid)
    knows = history_file.head_id(settled).encode() in mine.whole_history()
    # History keeps no comments, so a version that is known may still come with new ones.
    return not knows or bool(set(other.bid.comments) - set(mine.bid.comments))
