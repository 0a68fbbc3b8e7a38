"""When a bid is put on disk: the journal within half a second, also while typing goes on; the file
at quiet moments. It says what is truly safe, and never stops the work.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import reduce
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, joined
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.keeping import ChangedElsewhereError, Keeper, NotThisBidError
from bidwriter.ui import jobs
from bidwriter.ui.pauses import Pause

JOURNAL_MS = 400
SAVE_MS = 10_000


class SaveState(NamedTuple):
    """What can truly be said of the bid's safety. `when` is the time that the words name."""

    kind: Literal["saved", "kept", "saving", "trouble", "read-only"]
    when: datetime | None = None
    why: str = ""


class Now(NamedTuple):
    """The bid to save, and what makes its file's bytes on another thread."""

    bid: Bid
    file: Callable[[], bytes]


class Saving(QObject):
    """`now` gives the bid as it is whenever it is to be saved."""

    state_changed = Signal()
    changed_elsewhere = Signal(bool)  # whether what is there now is a copy of this bid
    warned = Signal(str)  # the recovery copy cannot be written: said once

    def __init__(
        self, keeper: Keeper, bid: Bid, now: Callable[[], Now], *, read_only: bool
    ) -> None:
        super().__init__()
        self.keeper = keeper
        self.state = SaveState("read-only" if read_only else "saved", clock.now())
        self._now = now
        self._bid = bid
        self._saved: Bid | None = bid
        self._read_only = read_only
        self._unjournalled: tuple[Change, ...] = ()
        self._writing = self._journalling = self._closed = self._has_warned = False
        self._save_failed = False  # said until a save goes well, however safe the words are
        self._again = False  # asked for while a save was under way
        self._journal_due = Pause(self, JOURNAL_MS, self.journal)
        self._save_due = Pause(self, SAVE_MS, self.save)

    # --- what is to be kept ------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether the file lacks something."""
        return self._bid is not self._saved

    def take(self, bid: Bid, change: Change) -> None:
        """The bid has changed. Between two writes all changes are one: a stretch of typing is kept
        once, not a key at a time."""
        self._bid = bid
        waiting = reduce(joined, (*self._unjournalled, change))
        self._unjournalled = (waiting,) if waiting.edits else ()
        # Not begun anew by each key: what is typed without a pause is to be on disk too. The file
        # waits for a pause.
        if not self._journal_due.runs:
            self._journal_due.begin(JOURNAL_MS)
        self._save_due.begin(SAVE_MS)

    def take_adopted(self, bid: Bid, change: Change, *, adopted: bool) -> None:
        """The bid was brought back by `change`, which is in a journal already if `adopted`."""
        self._bid = bid
        if not adopted:
            self._unjournalled = (*self._unjournalled, change)
            self._journal_due.begin(0)
        self._set(SaveState("kept", change.when))
        self._save_due.begin(SAVE_MS)

    def want_file(self) -> None:
        """The file lacks something though the bid is as it was: a name in its history."""
        self._saved = None

    # --- the journal -------------------------------------------------------------------------

    def journal(self) -> None:
        """Put what was typed into the journal now."""
        self._journal_due.stop()
        if self._journalling or not (self._unjournalled or self.keeper.waiting):
            return
        self._journalling = True
        self._note()
        jobs.run(
            lambda _: self.keeper.write(),
            lambda _: self._on_journalled(),
            self._on_journal_failed,
        )

    def _note(self) -> int:
        """Hand what was typed to the keeper, which keeps it until it is on disk; how many it had
        so far."""
        changes, self._unjournalled = self._unjournalled, ()
        return self.keeper.take(changes)

    def _on_journalled(self) -> None:
        self._journalling = self._has_warned = False
        if self._closed:
            return
        if self.unsaved and not self._writing and not self._save_failed:
            self._set(SaveState("kept", clock.now()))
        if self._unjournalled:
            self._journal_due.begin(JOURNAL_MS)

    def _on_journal_failed(self, error: Exception) -> None:
        """The file is all there is to keep the words in: it is saved at once."""
        self._journalling = False
        if self._closed:
            return
        self._set(SaveState("trouble", self.state.when, str(error)))
        if not self._has_warned:
            self._has_warned = True
            self.warned.emit(str(error))
        self._save_due.begin(0)
        self._journal_due.begin(SAVE_MS)

    # --- the file ----------------------------------------------------------------------------

    def save(self) -> None:
        """Write the file, off the interface thread; nothing happens if it has everything."""
        self._again = self._writing
        if self._read_only or self._writing or not self.unsaved:
            return
        self._writing = True
        self._save_due.stop()
        now, through = self._now(), self._note()
        jobs.run(
            lambda _: self.keeper.save(now.file(), through),
            lambda _: self._on_saved(now.bid),
            self._on_save_failed,
        )

    def _on_saved(self, bid: Bid) -> None:
        self._writing = False
        if self._closed:
            return
        self._saved = bid
        self._save_failed = False
        self._set(SaveState("saved" if not self.unsaved else "kept", clock.now()))
        if self.unsaved:
            self._save_due.begin(0 if self._again else SAVE_MS)

    def _on_save_failed(self, error: Exception) -> None:
        self._writing = False
        if self._closed:
            return
        self._save_failed = True
        # What was handed over with it may lack there too: a journal's trouble stops no save.
        self._journal_due.begin(JOURNAL_MS)
        self._set(SaveState("trouble", self.state.when, str(error)))
        if isinstance(error, ChangedElsewhereError):
            # Not tried again by itself: a person says first what becomes of the other's words.
            self.changed_elsewhere.emit(not isinstance(error, NotThisBidError))
        else:
            self._save_due.begin(0 if self._again else SAVE_MS)

    def _set(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit()

    # --- the end -----------------------------------------------------------------------------

    def close(self) -> None:
        """Save what is unsaved, on this thread, as the program may end next. If it fails, the
        journal has everything and the next opening says so."""
        jobs.wait()  # a save under way may yet have it all
        if self.unsaved and not self._read_only:
            with suppress(FileTroubleError):
                now = self._now()
                self.keeper.save(now.file(), self._note())
                self._saved = now.bid
        self.stop()

    def let_go(self) -> None:
        """Leave the file as it is: what was done here stays in the recovery copy."""
        jobs.wait()
        with suppress(FileTroubleError):
            self._note()
            self.keeper.write()
        self.stop()

    def give_up(self) -> None:
        """Leave the file as it is, and forget the recovery copy: what was done is elsewhere."""
        jobs.wait()
        self.keeper.journal.clear()
        self.stop()

    def stop(self) -> None:
        """Nothing more is written, and the journal is let go."""
        self._closed = True
        for pause in (self._journal_due, self._save_due):
            pause.stop()
        self.keeper.close()
