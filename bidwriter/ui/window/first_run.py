"""First use: what bidwriter does, three ways in, and who you are, asked once."""

from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.person_fields import PersonFields
from bidwriter.ui.window.start_menu import start_menu
from bidwriter.ui.window.way_card import WayCard

_ABOUT = (
    "bidwriter takes you through one question at a time, checks the words and the sums, and shows "
    "where the bid lives up to the five principles of the Local Digital Declaration."
)


class FirstRun(QWidget):
    """Nothing has to be filled in before work can begin."""

    def __init__(self, window: Frame) -> None:
        super().__init__()
        self._window = window
        body = column(self, 16, (0, 40, 0, 20))
        self.heading = heading("Write a bid your council can stand behind", "display")
        body.addWidget(self.heading)
        about = Words(_ABOUT, "prose", "text2")
        widths(about, most=900)
        body.addWidget(about)
        body.addSpacing(8)
        body.addWidget(Beside([(card, 1) for card in self._cards()], least=720))
        body.addWidget(Rule(room=12))
        body.addWidget(PersonFields(window))
        foot = row(spacing=10)
        foot.addWidget(IconMark("laptop", "text2", 18))
        words = (
            "No account, no network, nothing sent. "
            "Your bids are ordinary files you can copy and back up."
        )
        foot.addWidget(Words(words, "small", "text2"), 1)
        body.addLayout(foot)
        body.addStretch(1)

    def _cards(self) -> list[WayCard]:
        self._begin = WayCard(
            "file-plus",
            "Start a bid",
            "Choose a fund round and see every question before you write",
        )
        open_file = WayCard("folder-open", "Open a file", "A bid, a package, or a bid to read")
        look = WayCard(
            "compass", "Look round first", "A made-up bid to try things on. Nothing in it counts"
        )
        self._begin.clicked.connect(self._start)
        open_file.clicked.connect(self._window.open_asked)
        look.clicked.connect(self._window.look_round)
        return [self._begin, open_file, look]

    def _start(self) -> None:
        start_menu(self._window, self._begin)
