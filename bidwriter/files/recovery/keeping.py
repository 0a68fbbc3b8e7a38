"""Keeping one bid: its journal and its file, in the one safe order, off the interface thread.

What is to be kept is noted at once (`take`) and numbered; writing the journal (`write`) and the
file (`save`) may happen on other threads and at the same time: a slow disk under the file never
keeps the journal waiting, and what was noted after a bid was taken to be saved stays in it.
"""

import hashlib
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from bidwriter.bids.changes import Change
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.holding import alone
from bidwriter.files.disk.lock import show_life
from bidwriter.files.disk.replacing import clear_leftovers, replace
from bidwriter.files.disk.trouble import FileTroubleError, NotSavedError
from bidwriter.files.recovery.journal import Item, Journal
from bidwriter.files.recovery.recovery import Recovered
from bidwriter.files.recovery.recovery import take as take_over
from bidwriter.paths import profile


class ChangedElsewhereError(FileTroubleError):
    """The file is not as it was when it was opened or saved here; it was not overwritten."""


class NotThisBidError(ChangedElsewhereError):
    """Something else is in the file's place; there is nothing to join with."""


class Keeper:
    """What stands between a bid in memory and its file at `path`, last known with `digest`."""

    def __init__(self, journal: Journal, path: Path, digest: str) -> None:
        self.journal = journal
        self.path = path
        self.digest = digest
        self._tried: set[str] = set()  # written here, where the disk did not say that it went well
        self._waiting: list[Item] = []  # noted, not in the journal yet
        self._taken = self._written = 0
        self._noting, self._journalling = threading.Lock(), threading.Lock()
        self._saving = threading.Lock()
        self._tidied = False

    @property
    def waiting(self) -> bool:
        """Whether the journal lacks something."""
        return bool(self._waiting)

    def take(self, items: Iterable[Item]) -> int:
        """Note changes, to be written soon. Hands back how many were noted so far: what `save`
        needs to know of a bid that has them all."""
        with self._noting:
            new = tuple(items)
            self._waiting += new
            self._taken += len(new)
            return self._taken

    def write(self) -> None:
        """Put all that was noted into the journal; what fails is tried again with the next. Raises
        FileTroubleError."""
        with self._journalling:
            self._write(len(self._waiting))

    def append(self, changes: Iterable[Change]) -> None:
        """Note changes and put them into the journal. Raises FileTroubleError."""
        self.take(changes)
        self.write()

    def keep(self, sha256: str, data: bytes) -> None:
        """Put an attachment's bytes on disk before the change that names it. Raises
        FileTroubleError."""
        with self._journalling:
            self.journal.keep(sha256, data, self.digest)
        self.take(({"attachment": sha256},))

    def adopt(self, recovered: Recovered) -> bool:
        """Go on from recovered work: its journals are put away with the next save that has it.
        False where another window has them by now: then it must be journalled anew."""
        old = take_over(recovered)
        if old is None:
            return False
        with self._journalling:
            self.take((self.journal.adopt(old),))
        return True

    def save(self, data: bytes, through: int | None = None) -> None:
        """Put `data` into the file, then empty the journal of what `data` has: all that was noted
        up to `through` (all so far, if None).

        Raises ChangedElsewhereError where the file was changed by somebody else, and
        FileTroubleError where it cannot be written; either way the old file and the journal stay.
        """
        with self._saving:
            mark = self._taken if through is None else through
            digest = hashlib.sha256(data).hexdigest()
            with self._journalling, suppress(FileTroubleError):
                # A journal out of reach must not stop a save.
                self._write(mark - self._written)
                self.journal.saving(digest, self._written - mark, self.digest)
            # Before it is tried: a share may put the file in place and still report a fault, and
            # then the next save must not take it for somebody else's.
            self._tried.add(digest)
            try:
                _replace_alone(self.path, data, self._check_unchanged)
            except NotSavedError as error:
                raise NotSavedError(error.what, self._what_is_safe(mark)) from error
            with self._journalling:
                self._settle(mark, digest)
            show_life(self.path)
            if not self._tidied:
                self._tidied = True
                clear_leftovers(self.path)

    def accept(self, digest: str) -> None:
        """Go on from the file as somebody else left it, with this SHA-256: the user has read it
        and joined it with this bid, or chose this one over it."""
        with self._saving:
            self.digest, self._tried = digest, set()

    def close(self) -> None:
        """Let go of the journal; what is in it waits to be recovered."""
        with self._journalling:
            self.journal.close()

    def _write(self, many: int) -> None:
        if many > 0:
            self.journal.append(self._waiting[:many], self.digest)
            self._noted_down(many)

    def _noted_down(self, many: int) -> None:
        with self._noting:
            del self._waiting[:many]
            self._written += many

    def _settle(self, mark: int, digest: str) -> None:
        """The file has all up to `mark`."""
        # No older one of ours any more: if a sync program brings that back, it is another version.
        self.digest, self._tried = digest, set()
        # What the journal could not take is in the file all the same.
        self._noted_down(max(0, mark - self._written))
        if self._taken > mark:  # more came meanwhile, written by now or not
            self.journal.saved(digest, self._written - mark)
        else:
            self.journal.clear()

    def _what_is_safe(self, mark: int) -> str:
        if self._written >= mark:
            return (
                "What you typed is safe in the recovery copy; try again, or save a copy elsewhere"
            )
        return (
            "The recovery copy could not be written either; save a copy elsewhere before you close "
            "bidwriter"
        )

    def _check_unchanged(self) -> None:
        """Called right before the file is replaced. An OSError stops that too: what cannot be
        compared is not overwritten."""
        try:
            digest = _sha256(self.path)
        except FileNotFoundError:
            return  # gone: writing it anew loses nothing
        if digest not in {self.digest, *self._tried}:
            raise self._changed()

    def _changed(self) -> ChangedElsewhereError:
        name = self.path.name
        safe = "It was not overwritten; save yours as a copy"
        try:
            other = open_file(self.path, to_change=False).bid.bid_id != self.journal.bid_id
        except FileTroubleError:
            return NotThisBidError(f"“{name}” is no longer a bid that can be read. {safe}")
        if other:
            return NotThisBidError(f"“{name}” is another bid now. {safe}")
        return ChangedElsewhereError(
            f"“{name}” was changed by somebody else while it was open here. {safe}"
        )


def replace_known(path: Path, data: bytes, digest: str) -> None:
    """As `replace`, where the file still has this SHA-256. Raises ChangedElsewhereError if not."""

    def check() -> None:
        with suppress(FileNotFoundError):
            if _sha256(path) != digest:
                raise ChangedElsewhereError(
                    f"“{path.name}” was changed by somebody else just now. It was not "
                    "overwritten; try again"
                )

    _replace_alone(path, data, check)


def _replace_alone(path: Path, data: bytes, check: Callable[[], None]) -> None:
    """Compare and replace, with no other bidwriter of this user in between."""
    waited = False
    with ExitStack() as held:

        def check_alone() -> None:
            nonlocal waited
            if not waited:  # `replace` checks again after each wait, with the lock held all along
                held.enter_context(alone(profile() / "saving.lock"))
                waited = True
            check()

        replace(path, data, check=check_alone)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
