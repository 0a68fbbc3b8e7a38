"""The face of the one window that its parts see: what is open, the settings, which view shows, and
what can be asked of it. `main_window` fills it in; nothing here knows the parts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from bidwriter.desk.recents import recent_of
from bidwriter.files import settings
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.round import Round
from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.parts.plain import set_title
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView

KINDS = "Bids and packages (*.bid *.zip);;All files (*)"


class Frame(QMainWindow):
    """Holds one view at a time. `session` is that of the open bid."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = settings.load()
        self.session: Session | None = None
        self.view: QWidget | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)

    # --- views -------------------------------------------------------------------------------

    def show_view(self, view: QWidget, title: str) -> None:
        """Show a view in the place of the one before, which goes."""
        old, self.view = self.view, view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        set_title(self, title)

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

    def say(self, words: str) -> None:
        """A toast, where there is a place for one."""
        if isinstance(self.view, BidView):
            self.view.toast.say(words, "")

    def keep_safe(self) -> None:
        """What was typed goes into the journal now."""
        if isinstance(self.view, BidView):
            self.view.leave()

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

    def remember(self, session: Session) -> None:
        """The bid stands among the recent ones."""
        recent = recent_of(session.bid, session.path)
        self.keep(settings.with_recent(self.settings, recent))

    def bids_folder(self) -> Path:
        """Where bids are kept unless the user says otherwise."""
        if self.settings.bids_folder:
            return Path(self.settings.bids_folder)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(documents) / "Bids"

    def set_text_size(self, percent: int) -> None:
        """100 to 200 %."""
        percent = min(200, max(100, percent))
        theme().set_scale(percent / 100)
        self.keep(self.settings.model_copy(update={"text_size": percent}))
        if isinstance(self.view, BidView):
            self.view.refit()

    def change_text_size(self, by: int) -> None:
        """Larger or smaller by a step."""
        self.set_text_size(self.settings.text_size + by)

    def set_theme(self, mode: str) -> None:
        """light, dark or system."""
        theme().set_mode(Mode(mode))
        self.keep(settings.Settings.model_validate(self.settings.model_dump() | {"theme": mode}))

    # --- what its parts ask ------------------------------------------------------------------

    def show_start(self) -> None:
        """The start window; a bid that was open is saved and let go."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """The keyboard map."""
        raise NotImplementedError

    def leave_bid(self, end: Callable[[], None] | None = None) -> None:
        """Let the open bid go, saved, unless `end` lets it go in another way."""
        raise NotImplementedError

    def open_asked(self) -> None:
        """Ask for a file and open it."""
        raise NotImplementedError

    def open_path(self, path: Path, *, only_read: bool = False) -> bool:
        """Open a file to write in, or to read if that is all it can be; whether it was opened."""
        raise NotImplementedError

    def start_bid(self, round_: Round) -> None:
        """Make an empty bid for a round as a file of its own, and open it."""
        raise NotImplementedError

    def make_round(self) -> None:
        """Make a round from a fund's form."""
        raise NotImplementedError

    def change_round(self, folder: Path | None = None) -> None:
        """Change a round of one's own: the one in this folder, or one that is asked for."""
        raise NotImplementedError

    def look_round(self) -> None:
        """Open a copy of the sample bid."""
        raise NotImplementedError

    def join(self, paths: tuple[Path, ...]) -> None:
        """Join copies of the open bid."""
        raise NotImplementedError

    def ask_for_copies(self) -> None:
        """Ask for copies of the open bid, and join them."""
        raise NotImplementedError
