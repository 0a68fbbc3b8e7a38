"""The one window: start, a bid being written, or a bid being read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolButton, QWidget

from bidwriter import clock
from bidwriter.bids.bid import rebuilt
from bidwriter.bids.editing import add_rows, new_bid
from bidwriter.bids.file_names import safe_name
from bidwriter.bids.person import Stamp
from bidwriter.files import settings
from bidwriter.files.bid_file import bid_bytes
from bidwriter.files.recovery import Recovered, discard
from bidwriter.files.replacing import replace
from bidwriter.files.trouble import FileTroubleError
from bidwriter.kinds.partners import Partners
from bidwriter.paths import RESOURCES
from bidwriter.rounds.round import Round
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.look.icons import app_icon
from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.opening import Found, look
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.keypad import types_a_character
from bidwriter.ui.parts.plain import set_title
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.copies_out import save_copy, save_partner_copy
from bidwriter.ui.window.joining_flow import JoiningFlow
from bidwriter.ui.window.more_menu import more_menu
from bidwriter.ui.window.recents import recent_of

KINDS = "Bids and packages (*.bid *.zip);;All files (*)"
LEAST = (1024, 700)


class MainWindow(QMainWindow):
    """Holds one view at a time; a bid that is left is saved first."""

    def __init__(self, start: Path | None = None, place: str = "overview") -> None:
        super().__init__()
        self.settings = settings.load()
        set_title(self, "bidwriter")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.resize(*self._fitting(self.settings.window))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.session: Session | None = None
        self.view: QWidget | None = None
        self.joining = JoiningFlow(self)
        self._ring = FocusRing(self)
        for keys, step in (("Ctrl++", 10), ("Ctrl+=", 10), ("Ctrl+-", -10)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.change_text_size(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_text_size(100))
        QShortcut(QKeySequence("Ctrl+O"), self, self.open_asked)
        QShortcut(QKeySequence("F1"), self, self.show_keys)
        self._first_place = place
        if start is None or not self.open_path(start):
            self.show_start()

    def _fitting(self, size: tuple[int, int]) -> tuple[int, int]:
        room = self.screen().availableSize()
        return min(size[0], room.width()), min(size[1], room.height())

    # --- views -------------------------------------------------------------------------------

    def show_start(self) -> None:
        """The start window; a bid that was open is saved and let go."""
        self.leave_bid()
        from bidwriter.ui.window.start_view import StartView  # not needed to open a file

        view = StartView(self, self.settings)
        self._show(view)
        view.take_focus()
        set_title(self, "bidwriter")

    def _show(self, view: QWidget) -> None:
        old, self.view = self.view, view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def cover(self, view: QWidget) -> None:
        """Show a view over the bid's own, which stays as it is below."""
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def uncover(self, view: QWidget) -> None:
        """Take that view away again."""
        if self.view is not None:
            self._stack.setCurrentWidget(self.view)
        self._stack.removeWidget(view)
        view.hide()
        view.deleteLater()

    def leave_bid(self, end: Callable[[], None] | None = None) -> None:
        """Let the open bid go, saved, unless `end` lets it go in another way."""
        self.joining.drop()
        if isinstance(self.view, BidView):
            self.view.leave()
        if self.session is not None:
            (end or self.session.close)()
            if end is None and not self.session.read_only:
                self._remember(self.session)
            self.session.deleteLater()
            self.session = None

    # --- opening -----------------------------------------------------------------------------

    def open_asked(self) -> None:
        """Ask for a file and open it."""
        path = ask().file_to_open(self, "Open a bid or a package", KINDS, self.bids_folder())
        if path:
            self.open_path(path)

    def open_path(self, path: Path, *, only_read: bool = False) -> bool:
        """Open a file to write in, or to read if that is all it can be; False if it cannot be, or
        if it is joined to the bid that is open."""
        if not self.joining.may_leave():
            return False
        try:
            found = look(path)
        except FileTroubleError as error:
            ask().tell(self, "This file could not be opened", str(error))
            return False
        if not only_read and self.joining.is_taken_by(found):
            return False
        if only_read or found.only_read:
            self.show_reading(found)
            return True
        if found.holder and not ask().choose(
            self,
            f"{found.holder.user} has this bid open",
            f"On {found.holder.computer} since {found.holder.since.astimezone():%H:%M}. If you "
            "both write in it, the later save meets the earlier one and asks.",
            "Only read it",
            "Write in it too",
        ):
            self.show_reading(found)
            return True
        if found.recovered:
            self._show_recovery(found, found.recovered)
        else:
            self._write_in(found)
        return True

    def _show_recovery(self, found: Found, recovered: Recovered) -> None:
        """What was never saved, to be looked at before it is taken."""
        from bidwriter.ui.window.recovery_view import RecoveryView

        self.leave_bid()
        view = RecoveryView(recovered, found.path.name)
        view.taken.connect(lambda: self._write_in(found))
        view.left.connect(lambda: self._write_in(found._replace(recovered=None)))
        view.thrown_away.connect(lambda: self._throw_away(found, recovered))
        view.home_asked.connect(self.show_start)
        self._show(view)
        view.take_focus()
        set_title(self, f"{found.opened.bid.title or 'A bid'} - bidwriter")

    def _throw_away(self, found: Found, recovered: Recovered) -> None:
        discard(recovered)
        self._write_in(found._replace(recovered=None))

    def _write_in(self, found: Found) -> None:
        self.leave_bid()
        session = Session(found.opened, found.path, self.settings.person, read_only=False)
        self.session = session
        view = BidView(session)
        view.home_asked.connect(self.show_start)
        view.more_asked.connect(self._show_more)
        view.header.copy_asked.connect(lambda: save_copy(self))
        view.lend_asked.connect(lambda lent: save_partner_copy(self, lent))
        session.saving.changed_elsewhere.connect(self._on_changed_elsewhere)
        session.saving.warned.connect(self._on_journal_failed)
        view.decide_asked.connect(self.joining.decide)
        view.navigator.join_asked.connect(self.joining.join)
        view.navigator.columns_chosen.connect(self._keep_columns)
        self._show(view)
        view.go(self._first_place)
        self._first_place = "overview"
        set_title(self, f"{session.bid.title or 'A bid'} - bidwriter")
        if found.recovered:
            session.take_recovered(found.recovered)
            view.toast.say("Brought back what had not been saved", "Undo")
        self._remember(session)

    def show_reading(self, found: Found) -> None:
        """The whole bid as one document, with what verifying found."""
        from bidwriter.ui.window.reading_view import ReadingView

        self.leave_bid()
        session = Session(found.opened, found.path, self.settings.person, read_only=True)
        self.session = session
        view = ReadingView(session)
        view.home_asked.connect(self.show_start)
        self._show(view)
        set_title(self, f"{session.bid.title or 'A bid'} (read only) - bidwriter")

    # --- making ------------------------------------------------------------------------------

    def start_bid(self, round_: Round) -> None:
        """Make an empty bid for a round as a file of its own, and open it."""
        bid = rebuilt(new_bid(round_), changed=Stamp(who=self.settings.person, when=clock.now()))
        council = self.settings.person.council
        question = next((q for q in round_.questions if isinstance(q, Partners)), None)
        if council and question:
            bid = add_rows(bid, question.id, ({"council": council, "lead": True},))
        path = self._free_path(f"{safe_name(round_.short_name)}-bid")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path, bid_bytes(bid, {}))
        except (FileTroubleError, OSError) as error:
            ask().tell(self, "The bid could not be made", str(error))
            return
        self.open_path(path)

    def look_round(self) -> None:
        """Open a copy of the sample bid."""
        path = self._free_path("sample-bid")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path, (RESOURCES / "samples" / "tell-us-once.bid").read_bytes())
        except (FileTroubleError, OSError) as error:
            ask().tell(self, "The sample could not be copied", str(error))
            return
        self.open_path(path)

    def bids_folder(self) -> Path:
        """Where bids are kept unless the user says otherwise."""
        if self.settings.bids_folder:
            return Path(self.settings.bids_folder)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(documents) / "Bids"

    def _free_path(self, stem: str) -> Path:
        folder, n = self.bids_folder(), 1
        while (path := folder / f"{stem}{'' if n == 1 else f'-{n}'}.bid").exists():
            n += 1
        return path

    def _on_journal_failed(self, why: str) -> None:
        self.say(f"{why}. Your bid is saved to its file after each change instead")

    def _on_changed_elsewhere(self, is_copy: bool) -> None:
        from bidwriter.ui.window.elsewhere import ask_what_to_do

        ask_what_to_do(self, is_copy)

    def say(self, words: str) -> None:
        """A toast, where there is a place for one."""
        if isinstance(self.view, BidView):
            self.view.toast.say(words, "")

    # --- settings ----------------------------------------------------------------------------

    def keep(self, new: settings.Settings) -> None:
        """Use and keep new settings; failing to keep them stops nothing."""
        self.settings = new
        try:
            settings.save(new)
        except FileTroubleError as error:
            self.say(str(error))
        if self.session is not None:
            self.session.person = new.person

    def set_text_size(self, percent: int) -> None:
        """100 to 200 %."""
        percent = min(200, max(100, percent))
        theme().set_scale(percent / 100)
        self.keep(self.settings.model_copy(update={"text_size": percent}))
        if isinstance(self.view, BidView):
            self.view.refit()

    def _keep_columns(self, fields: tuple[str, ...]) -> None:
        self.keep(self.settings.model_copy(update={"cost_columns": fields}))

    def change_text_size(self, by: int) -> None:
        """Larger or smaller by a step."""
        self.set_text_size(self.settings.text_size + by)

    def set_theme(self, mode: str) -> None:
        """light, dark or system."""
        theme().set_mode(Mode(mode))
        self.keep(settings.Settings.model_validate(self.settings.model_dump() | {"theme": mode}))

    def _remember(self, session: Session) -> None:
        self.keep(settings.with_recent(self.settings, recent_of(session)))

    def _show_more(self, button: QToolButton) -> None:
        more_menu(self).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_keys(self) -> None:
        """The keyboard map."""
        from bidwriter.ui.window.keys_dialog import KeysDialog

        KeysDialog(self).open()

    # --- the system --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep from the shortcuts what types a character: Qt offers them a key of the keypad as
        if it were of the main row."""
        if event.type() == QEvent.Type.ShortcutOverride and types_a_character(event):
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the first file dropped; several copies of the open bid can be joined at once."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and not self.joining.are_taken(paths):
            self.open_path(paths[0])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Leaving the window is a quiet moment: save."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keep_safe()
            if self.session is not None:
                self.session.save()

    def keep_safe(self) -> None:
        """What was typed goes into the journal now."""
        if isinstance(self.view, BidView):
            self.view.leave()

    def say_unforeseen(self, kind: str) -> None:
        """Plain words for a fault that nobody foresaw."""
        text = (
            f"bidwriter met a fault it did not foresee ({kind}). What you typed is kept safe on "
            "this computer, and you can go on. The details are in bidwriter.log, in the folder of "
            "settings."
        )
        ask().tell(self, "Something went wrong", text)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save, keep the size, and go."""
        if not self.joining.may_leave():
            event.ignore()
            return
        self.leave_bid()
        jobs.wait()
        if not self.isMaximized():
            size = (self.width(), self.height())
            self.keep(self.settings.model_copy(update={"window": size}))
        event.accept()
