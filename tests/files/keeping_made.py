"""Bids being kept, for tests of what keeps them: changes, keepers, and what a crash leaves."""

from pathlib import Path

from making import NOW, copy_of_sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.typed import set_typed
from bidwriter.files.bid_file import bid_bytes, open_file
from bidwriter.files.journal import Journal, folder
from bidwriter.files.keeping import Keeper
from bidwriter.files.recovery import Recovered, recover


def typed(bid: Bid, words: str, place: str = "title") -> Change:
    """The change that types `words` into a place."""
    return Change(when=NOW, words="Typed", edits=diff(bid, set_typed(bid, place, words)))


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
