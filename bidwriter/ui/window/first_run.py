"""First use: what bidwriter does, three ways in, and who you are, asked once."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.window.person_fields import PersonFields
from bidwriter.ui.window.rule import Rule

if TYPE_CHECKING:
    from bidwriter.ui.window.main_window import MainWindow

_ABOUT = (
    "bidwriter takes you through one question at a time, checks the words and the sums, and shows "
    "where the bid lives up to the five principles of the Local Digital Declaration."
)


class FirstRun(QWidget):
    """Nothing has to be filled in before work can begin."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        body = column(self, 16, (0, 40, 0, 20))
        body.addWidget(heading("Write a bid your council can stand behind", "display"))
        about = Words(_ABOUT, "prose", "text2")
        widths(about, most=900)
        body.addWidget(about)
        body.addSpacing(8)
        line = row(spacing=16)
        for card in self._cards():
            line.addWidget(card, 1)
        body.addLayout(line)
        body.addWidget(Rule(room=12))
        body.addWidget(PersonFields(window))
        foot = row(spacing=10)
        foot.addWidget(IconMark("laptop", "text2", 18))
        words = "No account, no network, nothing sent. Your bids are ordinary files you can copy and back up."
        foot.addWidget(Words(words, "small", "text2"), 1)
        body.addLayout(foot)
        body.addStretch(1)

    def _cards(self) -> list[QWidget]:
        start = Button("Start a bid", "primary", "plus")
        start.clicked.connect(self._start)
        open_file = Button("Open a file", "secondary", "folder-open")
        open_file.clicked.connect(self._window.open_asked)
        look = Button("Look round first", "secondary", "compass")
        look.clicked.connect(self._window.look_round)
        return [
            _card("file-plus", "Choose a fund round and answer one question at a time.", start),
            _card("folder-open", "A bid, a package, or a bid to read.", open_file),
            _card("compass", "A made-up bid to try things on. Nothing you do in it counts.", look),
        ]

    def _start(self) -> None:
        from PySide6.QtWidgets import QMenu

        from bidwriter.rounds import library

        menu = QMenu(self)
        for pack in library.packs()[0]:
            action = menu.addAction(pack.round.name)
            action.triggered.connect(lambda _=False, pack=pack: self._window.start_bid(pack.round))
        menu.exec(self.cursor().pos())


def _card(icon: str, text: str, button: Button) -> QWidget:
    card = Card(padding=22, spacing=12)
    card.body.addWidget(IconMark(icon, "ink", 26))
    card.body.addWidget(Words(text, "body", "text2"), 1)
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    card.body.addLayout(line)
    return card
