"""A round of one's own, changed in the window: a draft is kept all the while, undo and redo go step
by step, and what bids are told is shown before a version is saved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import reason
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds import library
from bidwriter.rounds.loading import RoundError
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.pauses import Pause
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.one_job import OneJob
from bidwriter.ui.window.round_asking import (
    chosen_version,
    round_to_take_in,
    sent_as,
    try_round,
)

if TYPE_CHECKING:  # the view and the linter are loaded when a round is first changed
    from bidwriter.desk.changing_round import LintedRound, RoundWork
    from bidwriter.pack_editing.texts import PackTexts
    from bidwriter.rounds.linting.finding import Finding
    from bidwriter.ui.rounds.view import ChangingView

_PAUSE_MS = 500
_WAITS = "Every answer here is made up. Your round waits under Start a bid, Change a round"


class ChangingFlow(QObject):
    """One for a window. `work` is there while a round is changed."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.work: RoundWork | None = None
        self._found: tuple[Finding, ...] = ()
        self._view: ChangingView | None = None
        self._jobs = OneJob(self)
        self._state = ""
        self._then: Callable[[], None] | None = None
        self._pause = Pause(self, _PAUSE_MS, self._keep)

    @property
    def view(self) -> "ChangingView | None":
        """The view while it shows."""
        return self._view if self._view is not None and self._window.view is self._view else None

    @property
    def under_way(self) -> jobs.Job | None:
        """What is being done with a round."""
        return self._jobs.job

    def settle(self) -> None:
        """What waits for a pause in typing is done now."""
        if self._pause.runs:
            self._pause.stop()
            self._keep()

    # --- which round -------------------------------------------------------------------------

    def show(self) -> None:
        """Ask which round."""
        from bidwriter.ui.rounds.view import ChangingView

        self._window.leave_bid()
        view = self._view = ChangingView()
        self._connect(view)
        self._window.show_view(view, "Change a round - bidwriter")
        self.work = None
        self._choose("")

    def open(self, folder: Path) -> None:
        """Change the round in a folder."""
        if self.view is None:
            self.show()
        self._open(folder)

    def _choose(self, error: str) -> None:
        from bidwriter.ui.rounds.choice_page import ChoicePage

        usable, broken = library.packs()
        own = [pack for pack in usable if _is_own(pack.folder)]
        shipped = [pack for pack in usable if not _is_own(pack.folder)]
        page = ChoicePage(own, shipped, [one for one in broken if _is_own(one.folder)])
        page.change_asked.connect(self._open)
        page.copy_asked.connect(self._copy)
        page.empty_asked.connect(self._begin)
        page.form_asked.connect(self._window.make_round)
        page.file_asked.connect(self._take_in)
        if self.view is not None:
            self.view.show_choice(page)
            page.show_error(error)

    def _open(self, folder: Path) -> None:
        from bidwriter.desk.changing_round import open_round

        try:
            self.work = open_round(folder)
        except (RoundError, OSError) as error:
            self._choose(reason(error) if isinstance(error, OSError) else str(error))
            return
        self._found = ()
        self._state = "Your draft, as you left it" if self.work.is_continued else ""
        self._show()
        if self.view is not None:
            self.view.sheet.take_focus()
        self._lint()

    def _begin(self) -> None:
        from bidwriter.desk.new_round import empty_round

        name = ask().words(self._window, "Begin an empty round", "Name of the round", "Begin")
        if name and name.strip():
            self._made(lambda: empty_round(name, ""))

    def _copy(self, folder: Path) -> None:
        from bidwriter.desk.new_round import copy_of

        name = ask().words(self._window, "Copy a round", "Name of the copy", "Copy")
        if name and name.strip():
            self._made(lambda: copy_of(folder, name))

    def _take_in(self) -> None:
        path = round_to_take_in(self._window)
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Take in a round that was sent, and show it."""
        from bidwriter.desk.sharing_round import LARGEST, take_in

        if self.view is None:
            self.show()
        self._made(lambda: take_in(read_file(path, LARGEST + 1), path.name)[0])

    def _made(self, make: Callable[[], Path]) -> None:
        try:
            folder = make()
        except (RoundError, FileTroubleError) as error:
            self._choose(str(error))
        except OSError as error:
            self._choose(f"Nothing was made: {reason(error)}")
        else:
            self._open(folder)

    # --- changing ----------------------------------------------------------------------------

    def _connect(self, view: "ChangingView") -> None:
        from bidwriter.ui.window.round_changes import connect_changes

        connect_changes(view, self)
        view.home_asked.connect(self._window.show_start)
        view.left.connect(lambda: self._on_left(view))
        view.undo_asked.connect(lambda: self._step("undone"))
        view.redo_asked.connect(lambda: self._step("redone"))
        view.going.connect(lambda _: self._show())
        view.foot.save_asked.connect(lambda: self._once_linted(self._save))
        view.foot.try_asked.connect(lambda: self._once_linted(self._try))
        view.foot.send_asked.connect(self._send)

    def change(self, how: "Callable[[PackTexts], PackTexts]") -> bool:
        """Change the round; whether it was. What cannot be done is said."""
        if self.work is None or self._view is None:
            return False
        before = self.work
        try:
            self.work = before.changed(how(before.texts))
        except RoundError as error:
            self._view.say(str(error))
            return False
        if self.work is not before:
            self._on_changed()
        return True

    def _step(self, way: str) -> None:
        if self.work is not None:
            self.work = getattr(self.work, way)()
            self._on_changed()

    def _on_changed(self) -> None:
        self._state = "Keeping a draft…"
        self._show()
        self._pause.begin()

    def _show(self) -> None:
        if self.view is not None and self.work is not None:
            self.view.show_work(self.work, self._found, self._state)

    # --- keeping and linting -----------------------------------------------------------------

    def _keep(self) -> None:
        """The draft is on disk, and the round is looked over."""
        from bidwriter.desk.changing_round import drop_draft, keep_draft

        if self.work is None:
            return
        try:
            if self.work.is_changed:
                keep_draft(self.work)
            else:
                drop_draft(self.work.home)
        except (FileTroubleError, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            self._state = "Not kept"
            if self.view is not None:
                self.view.say(f"Your draft is not on disk: {why}")
        else:
            self._state = "Draft kept" if self.work.is_changed else ""
        self._show()
        self._lint()

    def _lint(self) -> None:
        from bidwriter.desk.changing_round import linted

        work = self.work
        if work is not None:
            self._jobs.run(
                lambda _: linted(work), self._on_linted, self._on_lint_failed, lambda: None
            )

    def _on_linted(self, found: "LintedRound") -> None:
        self._found = found.findings
        self._show()
        if self.view is not None:
            self.view.show_linted(self._found)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_lint_failed(self, error: Exception) -> None:
        self._then = None
        if self.view is not None:
            self.view.say(str(error))

    def _once_linted(self, then: Callable[[], None]) -> None:
        """Do this once all that was typed is in the round and looked over."""
        if self.view is None or self.work is None:
            return
        self.view.tell_all()
        self._pause.stop()
        self._then = then
        self._keep()

    def _is_ready(self) -> bool:
        """Whether nothing is to mend; else that shows."""
        from bidwriter.desk.round_outline import FOUND
        from bidwriter.rounds.linting.lint import faults

        if self.view is None or self.work is None:
            return False
        if faults(self._found):
            self.view.go_to(FOUND)
            return False
        return True

    # --- what comes of it --------------------------------------------------------------------

    def _save(self) -> None:
        from bidwriter.desk.changing_round import put_in_place

        work = self.work
        if work is None or self.view is None or not self._is_ready():
            return
        version = chosen_version(self._window, work)
        if version is None:
            return
        try:
            self.work = put_in_place(work, version)._replace(back=work.back)
        except (RoundError, FileTroubleError, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            ask().tell(self._window, "The round was not saved", f"{why}. Your draft is kept.")
            return
        self._state = f"Saved as version {version}"
        self._show()
        self.view.say("Saved. It can be chosen under Start a bid")

    def _try(self) -> None:
        if self.work is None or not self._is_ready():
            return
        wanted = try_round(self._window, self.work)
        if wanted is None:
            return
        path, work = wanted

        def written(_: object) -> None:
            if self._window.open_path(path):
                self._window.say(_WAITS)

        def failed(error: Exception) -> None:
            ask().tell(self._window, "The made-up bid could not be written", str(error))

        self._jobs.run(work, written, failed, lambda: None)

    def _send(self) -> None:
        if self.work is None or self.view is None:
            return
        if self.work.is_changed:
            self.view.say("Save the round first: what is sent is the round as it was saved")
            return
        if said := sent_as(self._window, self.work):
            self.view.say(said)

    def _on_left(self, view: "ChangingView") -> None:
        """What was typed is in the draft before the page goes."""
        if view is self._view and self.work is not None:
            view.tell_all()
            self.settle()
            self._jobs.drop()
            self._then = None  # what was to be done next was to be done with this round


def _is_own(folder: Path) -> bool:
    from bidwriter.paths import RESOURCES

    return not folder.is_relative_to(RESOURCES)
