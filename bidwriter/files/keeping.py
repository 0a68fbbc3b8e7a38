"""Keeping one bid: its journal and its file, in the one safe order, off the interface thread."""

import hashlib
import threading
from contextlib import suppress
from pathlib import Path

from bidwriter.bids.changes import Change
from bidwriter.files.journal import Journal
from bidwriter.files.replacing import replace
from bidwriter.files.trouble import FileTroubleError


class ChangedElsewhereError(FileTroubleError):
    """The file is not as it was when it was opened or saved here; it was not overwritten."""


class Keeper:
    """What stands between a bid in memory and its file at `path`, last known with `digest`."""

    def __init__(self, journal: Journal, path: Path, digest: str) -> None:
        self.journal = journal
        self.path = path
        self.digest = digest
        self._one_at_a_time = threading.Lock()

    def append(self, changes: tuple[Change, ...]) -> None:
        """Put changes into the journal. Raises FileTroubleError."""
        with self._one_at_a_time:
            self.journal.append(changes, self.digest)

    def save(self, pending: tuple[Change, ...], data: bytes) -> None:
        """Put `pending` into the journal, then `data` into the file, then empty the journal.

        Raises ChangedElsewhereError where the file was changed by somebody else, and
        FileTroubleError where it cannot be written; either way the old file and the journal stay.
        """
        with self._one_at_a_time:
            with suppress(FileTroubleError):  # a journal out of reach must not stop a save
                if pending:
                    self.journal.append(pending, self.digest)
            self._check_unchanged()
            digest = hashlib.sha256(data).hexdigest()
            with suppress(FileTroubleError):
                self.journal.saving(digest)
            replace(self.path, data)
            self.digest = digest
            self.journal.clear()

    def _check_unchanged(self) -> None:
        try:
            with self.path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return  # gone or out of reach: writing it anew loses nothing
        if digest != self.digest:
            raise ChangedElsewhereError(
                f"“{self.path.name}” was changed by somebody else while it was open here. "
                "It was not overwritten; save yours as a copy"
            )
