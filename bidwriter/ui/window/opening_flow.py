"""Opening a file and beginning a bid: what the window asks on the way, and the view it ends in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QToolButton

from bidwriter import clock
from bidwriter.bids.person import Stamp
from bidwriter.bids.record.file_names import safe_name
from bidwriter.bids.telling.sides import moment_words
from bidwriter.desk.new_bid import begun, free_path, write_new, write_sample
from bidwriter.desk.opening import Found, look
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.recovery import Recovered, discard
from bidwriter.rounds.round import Round
from bidwriter.ui.asking import ask
from bidwriter.ui.pages.offered import OVERVIEW
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.copies_out import save_copy, save_partner_copy
from bidwriter.ui.window.elsewhere import ask_what_to_do
from bidwriter.ui.window.frame import KINDS, Frame
from bidwriter.ui.window.joining_flow import JoiningFlow
from bidwriter.ui.window.more_menu import more_menu

_NEWER_WORK = (
    "A newer bidwriter has work on this bid that was never saved. It is kept on this computer; "
    "open the bid with the newer version to bring it back"
)


class OpeningFlow:
    """One for a window. `first_place` is what the first bid begins with."""

    def __init__(self, frame: Frame, joining: JoiningFlow, first_place: str) -> None:
        self._frame, self._joining, self._first_place = frame, joining, first_place

    # --- opening -----------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for a file and open it."""
        folder = self._frame.bids_folder()
        path = ask().file_to_open(self._frame, "Open a bid or a package", KINDS, folder)
        if path:
            self.open(path)

    def open(self, path: Path, *, only_read: bool = False) -> bool:
        """Open a file; False if it cannot be, or if it is joined to the bid that is open."""
        if not self._joining.may_leave():
            return False
        try:
            found = look(path)
        except FileTroubleError as error:
            ask().tell(self._frame, "This file could not be opened", str(error))
            return False
        if not only_read and self._joining.is_taken_by(found):
            return False
        if only_read or found.only_read or self._is_left_to(found):
            self._read(found)
        elif found.recovered:
            self._show_recovery(found, found.recovered)
        else:
            self._write_in(found)
        return True

    def _is_left_to(self, found: Found) -> bool:
        """Whether somebody else has the bid open, and it is only read for that."""
        if found.holder is None:
            return False
        holder = found.holder
        is_today = holder.since.astimezone().date() == clock.now().astimezone().date()
        since = f"{holder.since.astimezone():%H:%M}" if is_today else moment_words(holder.since)
        return not ask().choose(
            self._frame,
            f"{holder.user} has this bid open",
            f"On {holder.computer} since {since}. If you both write in it, the later save "
            "meets the earlier one and asks.",
            "Only read it",
            "Write in it too",
        )

    def _show_recovery(self, found: Found, recovered: Recovered) -> None:
        """What was never saved, to be looked at before it is taken."""
        from bidwriter.ui.window.recovery_view import RecoveryView

        self._frame.leave_bid()
        view = RecoveryView(recovered, found.path.name)
        view.taken.connect(lambda: self._write_in(found))
        view.left.connect(lambda: self._write_in(found._replace(recovered=None)))
        view.thrown_away.connect(lambda: self._throw_away(found, recovered))
        view.home_asked.connect(self._frame.show_start)
        self._frame.show_view(view, _title(found))
        view.take_focus()

    def _throw_away(self, found: Found, recovered: Recovered) -> None:
        discard(recovered)
        self._write_in(found._replace(recovered=None))

    def _read(self, found: Found) -> None:
        """The whole bid as one document, with what verifying found."""
        from bidwriter.ui.window.reading_view import ReadingView

        frame = self._frame
        frame.leave_bid()
        person = frame.settings.person
        frame.session = Session(found.opened, found.path, person, read_only=True)
        view = ReadingView(frame.session)
        view.home_asked.connect(frame.show_start)
        frame.show_view(view, _title(found, " (read only)"))

    def _write_in(self, found: Found) -> None:
        frame = self._frame
        frame.leave_bid()
        person = frame.settings.person
        session = frame.session = Session(found.opened, found.path, person, read_only=False)
        view = BidView(session)
        self._connect(view, session)
        frame.show_view(view, _title(found))
        view.show_named(self._first_place)
        self._first_place = OVERVIEW
        if found.recovered:
            session.take_recovered(found.recovered)
            view.toast.say("Brought back what had not been saved", "Undo")
        elif found.newer_work or found.opened.unknown:
            view.toast.say(_NEWER_WORK if found.newer_work else found.opened.unknown, "")
        frame.remember(session)

    def _connect(self, view: BidView, session: Session) -> None:
        frame = self._frame
        view.home_asked.connect(frame.show_start)
        view.more_asked.connect(self._show_more)
        view.header.copy_asked.connect(lambda: save_copy(frame))
        view.lend_asked.connect(lambda sending: save_partner_copy(frame, sending))
        view.decide_asked.connect(self._joining.decide)
        view.navigator.join_asked.connect(self._joining.join)
        view.navigator.columns_chosen.connect(self._keep_columns)
        session.saving.changed_elsewhere.connect(
            lambda is_copy: ask_what_to_do(frame, is_copy=is_copy)
        )
        session.saving.warned.connect(self._on_journal_failed)
        session.save_state_changed.connect(lambda: self._on_state(session))

    def _on_state(self, session: Session) -> None:
        """The list of recent bids says what the file says, however the program ends."""
        if session.save_state.kind == "saved":
            self._frame.remember(session)

    def _show_more(self, button: QToolButton) -> None:
        more_menu(self._frame).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _keep_columns(self, fields: tuple[str, ...]) -> None:
        settings = self._frame.settings
        self._frame.keep(settings.model_copy(update={"cost_columns": fields}))

    def _on_journal_failed(self, why: str) -> None:
        self._frame.say(f"{why}. Your bid is saved to its file after each change instead")

    # --- making ------------------------------------------------------------------------------

    def start(self, round_: Round) -> None:
        """Make an empty bid for a round as a file of its own, and open it."""
        bid = begun(round_, Stamp(who=self._frame.settings.person, when=clock.now()))
        stem = f"{safe_name(round_.short_name)}-bid"
        self._make(stem, lambda path: write_new(path, bid), "The bid could not be made")

    def look_round(self) -> None:
        """Open a copy of the sample bid."""
        self._make("sample-bid", write_sample, "The sample could not be copied")

    def _make(self, stem: str, write: Callable[[Path], None], failed: str) -> None:
        path = free_path(self._frame.bids_folder(), stem)
        try:
            write(path)
        except (FileTroubleError, OSError) as error:
            ask().tell(self._frame, failed, str(error))
            return
        self.open(path)


def _title(found: Found, more: str = "") -> str:
    return f"{found.opened.bid.title or 'A bid'}{more} - bidwriter"
