"""The recovery journal: every change, on disk in the user's own folder, until the bid is saved.

An append-only file of one running process for one bid at one path. Nothing here is deleted but
by `clear`, after a save; `recovery` reads what processes that are gone left behind.
"""

import errno
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bidwriter.bids.changes import Change
from bidwriter.files.disk.holding import HeldFile
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.syncing import make_own, sync_folder
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.journal_records import Record, head, line
from bidwriter.kinds.tables.rows import new_id
from bidwriter.paths import profile

Item = Change | Record


class Old(NamedTuple):
    """A journal to be put away with the next save, and how many of its changes did not fit."""

    held: HeldFile
    lost: int


class Journal:
    """The journal of one bid at one path, for this process. One thread at a time."""

    def __init__(self, bid_id: str, path: Path) -> None:
        self.bid_id = bid_id
        self._path = path
        self._held: HeldFile | None = None
        self._lines: list[bytes] = []  # all since the last save, for a file that vanishes
        self._old: list[Old] = []
        self.file = self._fresh()

    def append(self, items: Iterable[Item], base: str) -> None:
        """Put changes on disk; `base` is the SHA-256 of the bid file they start from. When this
        returns they survive a crash. Raises FileTroubleError."""
        lines = [line(_record(item)) for item in items]
        self._write(lines, base)
        self._lines += lines

    def keep(self, sha256: str, data: bytes, base: str) -> None:
        """Put an attachment's bytes on disk before the change that names it."""
        try:
            # First: a journal that was taken away is begun anew under another name, and nobody
            # looks beside the old one.
            self._write([], base)
            folder = attachments(self.file)
            make_own(folder)
            replace(folder / sha256, data)
        except (OSError, FileTroubleError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__
            why = reason(cause) if isinstance(cause, OSError) else "the system refused"
            raise FileTroubleError(f"The attachment could not be kept: {why}") from error

    def saving(self, digest: str, but: int, base: str) -> None:
        """Note that all before this, but the last few, is in the bid file with this SHA-256, once
        it is in place."""
        if self._lines:
            self._write([line({"saving": digest, "but": but})], base)

    def saved(self, digest: str, but: int) -> None:
        """Note that it is in place, where more was written meanwhile; the journal goes on."""
        with suppress(FileTroubleError):  # the note before says the same to whoever looks next
            self._write([line({"saved": digest, "but": but})], digest)
        del self._lines[: len(self._lines) - but]

    def adopt(self, old: Iterable[Old]) -> Record:
        """Make journals that were left behind part of this one: they are put away with it. Hands
        back the record that says so, to be appended."""
        taken = list(old)
        self._old += taken
        return {"follows": {one.held.path.name: one.lost for one in taken}}

    def clear(self) -> None:
        """Put the journals away: their changes are in the bid file. This one goes last, as it
        says of the others that they were saved."""
        if self._held:
            self._old.append(Old(self._held, 0))
        self._held, self._lines, self.file = None, [], self._fresh()
        self._old = [old for old in self._old if not put_away(old)]

    def close(self) -> None:
        """Let go of all files, as they are; what is in them waits to be recovered."""
        for held in (self._held, *(old.held for old in self._old)):
            if held:
                held.let_go()
        self._held, self._old, self._lines = None, [], []
        self.file = self._fresh()

    def _fresh(self) -> Path:
        return folder() / f"{self.bid_id}-{place(self._path)}-{new_id()}.journal"

    def _write(self, lines: list[bytes], base: str) -> None:
        try:
            if self._held and not self._held.in_place:
                # Somebody took the file away: all since the last save is to be written anew. The
                # old one goes with the new one if it is still somewhere.
                self._leave(self._held)
                self._held = None
            if self._held:
                self._held.append(*lines)
            else:
                self._begin([line(head(base, self._path)), *self._lines, *lines])
        except OSError as error:
            why = reason(error)
            if error.errno in (errno.EEXIST, errno.ENOTDIR):
                why = "something else is in its place"
            raise FileTroubleError(
                f"The recovery copy could not be written: {why}. Save the bid to keep what you "
                "typed"
            ) from error

    def _begin(self, lines: list[bytes]) -> None:
        make_own(self.file.parent)
        held = HeldFile.begin(self.file)
        try:
            held.append(*lines)
            sync_folder(self.file.parent)
        except OSError:
            if not held.remove():
                self._leave(held)
            raise
        self._held = held

    def _leave(self, held: HeldFile) -> None:
        """Write no more in a file; it goes with the one begun next, which says that it has all."""
        self._lines.insert(0, line(self.adopt((Old(held, 0),))))
        self.file = self._fresh()


def folder() -> Path:
    """Where the journals are."""
    return profile() / "recovery"


def place(path: Path) -> str:
    """A name for a bid's path, the same in each process."""
    where = os.path.abspath(path)  # noqa: PTH100 - never resolved: mapped drives
    return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def attachments(journal: Path) -> Path:
    """Where a journal keeps attachments' bytes."""
    return journal.with_suffix(".attachments")


def put_away(old: Old) -> bool:
    """Take a journal away; one with changes that did not fit is only set aside, under a name
    that is not looked for again. False where the system refuses."""
    if old.lost:
        old.held.let_go()
        with suppress(OSError):
            old.held.path.replace(old.held.path.with_suffix(".kept"))
            # Before the one that says what it had is put away: else it would be offered again.
            sync_folder(old.held.path.parent)
        return True
    with suppress(OSError):
        for kept in attachments(old.held.path).glob("*"):
            kept.unlink(missing_ok=True)
        attachments(old.held.path).rmdir()
    return old.held.remove()


def _record(item: Item) -> Record:
    if isinstance(item, Change):
        return item.model_dump(mode="json", exclude_none=True)
    return item
