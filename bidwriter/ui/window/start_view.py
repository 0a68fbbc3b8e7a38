"""The start window: your bids, the rounds on this computer, and other people's bids.

Recent files are shown from what is remembered of them; none is touched until it is opened, as a
share that is out of reach would hold up the window.
"""

from collections import Counter
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from bidwriter import clock
from bidwriter.files import settings as kept
from bidwriter.files.settings import RecentFile, Settings
from bidwriter.kinds.values.day import show
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.app_mark import AppMark
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.window.bid_card import BidCard
from bidwriter.ui.window.first_run import FirstRun
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.link_row import LinkRow
from bidwriter.ui.window.rounds_card import RoundsCard
from bidwriter.ui.window.start_menu import start_menu


class StartView(QWidget):
    """What can be opened and begun."""

    def __init__(self, window: Frame, settings: Settings) -> None:
        super().__init__()
        dress(self)
        self._window = window
        self._settings = settings
        inside = QWidget()
        body = column(inside, 20, (36, 18, 36, 20))
        body.addWidget(self._brand())
        body.addWidget(Rule(room=0))
        if settings.person.name or settings.recent:
            body.addWidget(self._columns(), 1)
            body.addWidget(self._foot())
        else:
            first = FirstRun(window)
            self.heading = first.heading
            body.addWidget(first, 1)
        outside = QWidget()
        widths(inside, most=1190)
        line = row(outside, 0)
        line.addStretch(1)
        line.addWidget(inside, 1000)
        line.addStretch(1)
        column(self, 0).addWidget(PageScroll(outside))

    def _brand(self) -> QWidget:
        brand, tools = QWidget(), QWidget()
        line = row(brand, 10)
        line.addWidget(AppMark(36))
        line.addWidget(Words("bidwriter", "h2", wrap=False), 1)
        flow = FlowLayout(tools, 10, 4)
        for icon, name, menu in (
            ("a-large-small", "Text size", self._text_menu),
            ("sun-moon", "Colours", self._theme_menu),
        ):
            button = Button(name, "quiet", icon)
            button.clicked.connect(lambda _=False, b=button, m=menu: _drop_down(m(), b))
            flow.addWidget(button)
        keys = Button("Keys", "quiet", "circle-question-mark")
        keys.clicked.connect(self._window.show_keys)
        flow.addWidget(keys)
        return Beside([(brand, 1), (tools, 0)], least=560, spacing=8)

    def _text_menu(self) -> QMenu:
        from bidwriter.ui.window.more_menu import text_menu

        return text_menu(self._window)

    def _theme_menu(self) -> QMenu:
        from bidwriter.ui.window.more_menu import theme_menu

        return theme_menu(self._window)

    def _columns(self) -> QWidget:
        left, right = QWidget(), QWidget()
        self._bids(column(left, 14))
        self._others(column(right, 14))
        return Beside([(left, 7), (right, 3)], least=900, spacing=36)

    def take_focus(self) -> None:
        """The heading, so that a reader hears where it is."""
        self.heading.setFocus()

    # --- your bids ---------------------------------------------------------------------------

    def _bids(self, body: QVBoxLayout) -> None:
        line = row(spacing=10)
        self.heading = heading("Your bids", "display")
        line.addWidget(self.heading, 1)
        open_file = Button("Open a file", "secondary", "folder-open")
        open_file.clicked.connect(self._window.open_asked)
        start = Button("Start a bid", "primary", "plus")
        start.clicked.connect(lambda: start_menu(self._window, start))
        line.addWidget(open_file)
        line.addWidget(start)
        body.addLayout(line)
        body.addWidget(
            Words(
                "Everything stays on this computer. Nothing is sent anywhere until you send it.",
                "body",
                "text2",
            )
        )
        body.addSpacing(4)
        titles = Counter(recent.title for recent in self._settings.recent)
        for recent in self._settings.recent:
            card = BidCard(recent, _when_left(recent), by_file=titles[recent.title] > 1)
            card.clicked.connect(lambda _=False, path=recent.path: self._open(path))
            card.forget_asked.connect(lambda path=recent.path: self._forget(path))
            body.addWidget(card)
        if not self._settings.recent:
            text = (
                "Choose a fund round to begin. You will see every question, and its limit, first."
            )
            empty = EmptyState("papers", "No bids yet", text, "Start a bid", icon="plus")
            empty.asked.connect(lambda: start_menu(self._window, start))
            body.addWidget(empty)
        body.addStretch(1)

    def _open(self, path: str) -> None:
        if not Path(path).is_file():
            from bidwriter.ui.asking import ask

            text = f"It may have been moved, renamed or be on a drive that is not connected: {path}"
            if ask().choose(
                self,
                "The bid is not where it was",
                text,
                "Keep it in the list",
                "Take it off the list",
            ):
                self._forget(path)
            return
        self._window.open_path(Path(path))

    def _forget(self, path: str) -> None:
        self._window.keep(kept.without_recent(self._window.settings, path))
        self._window.show_start()

    # --- rounds and others -------------------------------------------------------------------

    def _others(self, body: QVBoxLayout) -> None:
        body.addWidget(Words("Fund rounds on this computer", "h2"))
        body.addWidget(RoundsCard(self._window))
        body.addWidget(Words("Work on someone else’s bid", "h2"))
        others = Card(padding=8, spacing=0)
        read = LinkRow("message-square-text", "Read a bid", "Without changing anything in it")
        about = "See whether its files match their checksums"
        checking = LinkRow("shield-check", "Check a package", about)
        read.clicked.connect(self._read)
        checking.clicked.connect(self._read)
        others.body.addWidget(read)
        others.body.addWidget(checking)
        body.addWidget(others)
        body.addStretch(1)

    def _read(self) -> None:
        from bidwriter.ui.asking import ask
        from bidwriter.ui.window.frame import KINDS

        path = ask().file_to_open(
            self, "Read a bid or a package", KINDS, self._window.bids_folder()
        )
        if path:
            self._window.open_path(path, only_read=True)

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = row(foot, 10)
        line.addWidget(IconMark("laptop", "text2", 18))
        words = f"Works without a network. New bids are files in {self._window.bids_folder()}."
        line.addWidget(Words(words, "small", "text2"), 1)
        folder = Link("Show the folder", "small")
        folder.clicked.connect(self._show_folder)
        line.addWidget(folder)
        return foot

    def _show_folder(self) -> None:
        folder = self._window.bids_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _drop_down(menu: QMenu, button: Button) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _when_left(recent: RecentFile) -> tuple[str, str]:
    """ "9 days left" and "Thu 15 Nov", from what is remembered."""
    if not recent.closes:
        return "", ""
    try:
        closes = datetime.fromisoformat(recent.closes)
    except ValueError:
        return "", ""
    now = clock.now()
    day = show(closes.date())
    if now > closes:
        return "Closed", day
    days = (closes.date() - now.astimezone(closes.tzinfo).date()).days
    short = day if closes.year != now.year else day.rsplit(" ", 1)[0]
    return ("Closes today" if not days else f"{days} {'day' if days == 1 else 'days'} left"), short
