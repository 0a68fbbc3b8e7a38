"""A window on a bid without the window, and what a crash of it leaves: for rows and tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import Opened, bid_bytes, open_file
from bidwriter.files.recovery.journal import Journal, folder
from bidwriter.files.recovery.keeping import Keeper
from bidwriter.files.recovery.recovery import Recovered, recover
from bidwriter.paths import RESOURCES

SAMPLE = RESOURCES / "samples" / "tell-us-once.bid"


@contextmanager
def profile_in(folder: Path) -> Iterator[None]:
    """Settings and recovery copies in a folder of their own."""
    before = os.environ.get("BIDWRITER_PROFILE")
    os.environ["BIDWRITER_PROFILE"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("BIDWRITER_PROFILE")
        if before is not None:
            os.environ["BIDWRITER_PROFILE"] = before


def copy_of_sample(folder: Path, name: str = "bid.bid") -> Path:
    """A copy of the sample file."""
    path = folder / name
    path.write_bytes(SAMPLE.read_bytes())
    return path


def typed(bid: Bid, words: str, place: str = "title") -> Change:
    """The change that types `words` into a place."""
    return Change(when=clock.now(), words="Typed", edits=diff(bid, set_typed(bid, place, words)))


class Desk:
    """One window on a bid, without the window: types, saves, crashes."""

    def __init__(self, path: Path) -> None:
        opened = open_file(path)
        self.path, self.bid = path, opened.bid
        self.keeper = Keeper(Journal(opened.bid.bid_id, path), path, opened.digest)

    @classmethod
    def on_sample(cls, folder: Path) -> "Desk":
        """On a copy of the sample bid."""
        return cls(copy_of_sample(folder))

    def type(self, words: str, place: str = "title") -> None:
        """Type into a place; the change is noted, not written yet."""
        change = typed(self.bid, words, place)
        self.bid = apply(self.bid, change)
        self.keeper.take((change,))

    def keep(self, words: str, place: str = "title") -> None:
        """Type, and have it in the journal."""
        self.type(words, place)
        self.keeper.write()

    def save(self) -> None:
        """Save the bid as it is now."""
        self.keeper.save(bid_bytes(self.bid, {}))

    def crash(self) -> Path:
        """The process is gone: the system lets go of its files. Hands back its journal."""
        file = self.keeper.journal.file
        self.keeper.close()
        return file

    def take(self, recovered: Recovered) -> bool:
        """Go on from recovered work."""
        self.bid = recovered.bid
        return self.keeper.adopt(recovered)


def found(path: Path) -> Recovered | None:
    """What is recovered for the bid at `path` as it is now."""
    opened = open_file(path)
    return recover(path, opened.bid, opened.digest)


def must_find(path: Path) -> Recovered:
    """As `found`, where there must be something."""
    recovered = found(path)
    assert recovered is not None
    return recovered


def after_crash(path: Path) -> Bid:
    """The bid as an officer has it who takes all that is offered."""
    recovered = found(path)
    return recovered.bid if recovered else open_file(path).bid


def in_recovery() -> list[str]:
    """The names of everything in the folder of recovery copies."""
    return sorted(path.name for path in folder().glob("*"))


def must_open() -> Opened:
    """The sample, opened."""
    return open_file(SAMPLE)
