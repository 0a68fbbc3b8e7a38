"""The header of the joining view: back, what is being joined, that nothing changes yet, finish."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidwriter.desk.whose import Story
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words

PROMISE = "Nothing changes until you finish, and then you can undo all of it"
BESIDE_FROM, SHORT_BELOW = 1180, 760


class JoiningHeader(QWidget):
    """Never scrolls. Where it is narrow, the promise stands on a line of its own; where it is
    narrower still, only the title stays, and the page says the rest."""

    back_asked = Signal()
    finish_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Words("", "h3", wrap=False)
        self._about = Words("", "caption", "text2")
        self.back = IconButton("arrow-left", "Back to the bid", "Esc")
        self.finish = Button("Finish joining")
        self.back.clicked.connect(self.back_asked)
        self.finish.clicked.connect(self.finish_asked)
        self._promise = _Promise()
        outer = column(self, 2, (16, 8, 20, 8))
        line = row(spacing=12)
        line.addWidget(self.back)
        names = column(spacing=0)
        names.addWidget(self._title)
        names.addWidget(self._about)
        line.addLayout(names, 1)
        self._beside = QHBoxLayout()
        line.addLayout(self._beside)
        line.addSpacing(6)
        line.addWidget(self.finish)
        outer.addLayout(line)
        self._below = row(spacing=0, margins=(44, 0, 0, 2))
        outer.addLayout(self._below)
        self._is_beside: bool | None = None
        self._is_short = self._has_promise = False
        self.fit(1360)

    def show_story(self, story: Story) -> None:
        """What is being joined."""
        self._title.setText(story.title)
        self._about.setText(story.about)
        self._show_details()
        self.finish.setText(story.finish)
        self.finish.updateGeometry()

    def show_finish(self, *, shown: bool, primary: bool) -> None:
        """Whether finishing is here, and whether it is the one thing to do."""
        self.finish.setVisible(shown)
        self.finish.set_kind("primary" if primary else "secondary")

    def show_promise(self, *, shown: bool) -> None:
        """Whether there is anything that could change."""
        self._has_promise = shown
        self._show_details()

    def fit(self, effective_width: int) -> None:
        """Beside the title, or below it."""
        self._is_short = effective_width < SHORT_BELOW
        self._show_details()
        beside = effective_width >= BESIDE_FROM
        if beside == self._is_beside:
            return
        self._is_beside = beside
        wanted, other = (self._beside, self._below) if beside else (self._below, self._beside)
        other.removeWidget(self._promise)
        wanted.addWidget(self._promise)
        self._promise.let_wrap(wraps=not beside)

    def _show_details(self) -> None:
        self._about.setVisible(bool(self._about.text()) and not self._is_short)
        self._promise.setVisible(self._has_promise and not self._is_short)


class _Promise(QWidget):
    """A shield and words."""

    def __init__(self) -> None:
        super().__init__()
        line = row(self, 8)
        line.addWidget(IconMark("shield-check", "ok", 18, line=20))
        self._words = Words(PROMISE, "small", "text2", wrap=False)
        line.addWidget(self._words, 1)

    def let_wrap(self, *, wraps: bool) -> None:
        """On a line of its own the words may need two."""
        self._words.setWordWrap(wraps)
