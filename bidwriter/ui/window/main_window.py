"""The one window: start, a bid being written, or a bid being read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from typing_extensions import override

from bidwriter.rounds.round import Round
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.look.icons import app_icon
from bidwriter.ui.pages.offered import OVERVIEW
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.keypad import is_no_shortcut
from bidwriter.ui.parts.plain import set_title
from bidwriter.ui.parts.tab_order import move_on
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.changing_flow import ChangingFlow
from bidwriter.ui.window.forms_flow import FormsFlow
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.joining_flow import JoiningFlow
from bidwriter.ui.window.opening_flow import OpeningFlow

_ROUND = ".round"  # a round that was sent
_LEAST = (640, 480)


class MainWindow(Frame):
    """Shows the start or a file; a bid that is left is saved first."""

    def __init__(self, start: Path | None = None, place: str = OVERVIEW) -> None:
        super().__init__()
        set_title(self, "bidwriter")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self.resize(*self._fitting(self.settings.window))
        self.joining = JoiningFlow(self)
        self.forms, self.changing = FormsFlow(self), ChangingFlow(self)
        self._opening = OpeningFlow(self, self.joining, place)
        self._ring = FocusRing(self)
        for keys, step in (("Ctrl++", 10), ("Ctrl+=", 10), ("Ctrl+-", -10)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.change_text_size(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_text_size(100))
        QShortcut(QKeySequence("Ctrl+O"), self, self.open_asked)
        QShortcut(QKeySequence("F1"), self, self.show_keys)
        if start is None or not self.open_path(start):
            self.show_start()

    def _fitting(self, size: tuple[int, int]) -> tuple[int, int]:
        room = self.screen().availableSize()
        return min(size[0], room.width()), min(size[1], room.height())

    # --- views and files ---------------------------------------------------------------------

    def show_start(self) -> None:
        """The start window; a bid that was open is saved and let go."""
        self.leave_bid()
        from bidwriter.ui.window.start_view import StartView  # not needed to open a file

        view = StartView(self, self.settings)
        self.show_view(view, "bidwriter")
        view.take_focus()

    def show_keys(self) -> None:
        """The keyboard map."""
        from bidwriter.ui.window.keys_dialog import KeysDialog

        KeysDialog(self).open()

    def leave_bid(self, end: Callable[[], None] | None = None) -> None:
        """Let the open bid go, saved, unless `end` lets it go in another way."""
        self.joining.drop()
        if isinstance(self.view, BidView):
            self.view.leave()
        if self.session is not None:
            (end or self.session.close)()
            if end is None and not self.session.read_only:
                self.remember(self.session)
            self.session.deleteLater()
            self.session = None

    def open_asked(self) -> None:
        """Ask for a file and open it."""
        self._opening.ask()

    def open_path(self, path: Path, *, only_read: bool = False) -> bool:
        """Open a file to write in, or to read if that is all it can be; whether it was opened."""
        return self._opening.open(path, only_read=only_read)

    def start_bid(self, round_: Round) -> None:
        """Make an empty bid for a round as a file of its own, and open it."""
        self._opening.start(round_)

    def make_round(self) -> None:
        """Make a round from a fund's form."""
        self.forms.show()

    def change_round(self, folder: Path | None = None) -> None:
        """Change a round of one's own: the one in this folder, or one that is asked for."""
        self.changing.show()
        if folder is not None:
            self.changing.open(folder)

    def look_round(self) -> None:
        """Open a copy of the sample bid."""
        self._opening.look_round()

    def join(self, paths: tuple[Path, ...]) -> None:
        """Join copies of the open bid."""
        self.joining.join(paths)

    def ask_for_copies(self) -> None:
        """Ask for copies of the open bid, and join them."""
        self.joining.ask_for_copies()

    # --- the system --------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        """Keep from the shortcuts what the keypad types."""
        return is_no_shortcut(event) or super().event(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """In reading order."""
        return move_on(self, back=not forward)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file dropped, or read it as a form; several copies of the open bid can be
        joined at once."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(paths) == 1 and paths[0].suffix.casefold() == _ROUND:
            self.changing.take_in(paths[0])
            return
        if not paths or self.forms.takes(paths) or self.joining.are_taken(paths):
            return
        self.open_path(paths[0])

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window is a quiet moment: save."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keep_safe()
            if self.session is not None:
                self.session.save()

    def say_unforeseen(self, kind: str) -> None:
        """Plain words for a fault that nobody foresaw."""
        text = (
            f"bidwriter met a fault it did not foresee ({kind}). What you typed is kept safe on "
            "this computer, and you can go on. The details are in bidwriter.log, in the folder of "
            "settings."
        )
        ask().tell(self, "Something went wrong", text)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
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
