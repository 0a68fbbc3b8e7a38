"""The story of one task's questions: who did what and when, the newest first."""

from datetime import datetime
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.history.log import Log
from bidwriter.bids.telling.story import Line, Point, story
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.look.space import column, row
from bidwriter.ui.panel.point_mark import PointMark
from bidwriter.ui.panel.scrolled import Scrolled
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.moments import day_of
from bidwriter.ui.parts.words import Words
from bidwriter.ui.pauses import Pause
from bidwriter.ui.session import Session

_FIRST = 20
_QUIET_MS = 600


class HistoryTab(QWidget):
    """Read when it is looked at. `look_asked` carries a version;
    `name_asked` asks to name this moment."""

    look_asked = Signal(str)
    name_asked = Signal()
    all_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._questions: tuple[AnyQuestion, ...] = ()
        self._shown: tuple[object, ...] | None = None
        self._quiet = Pause(self, _QUIET_MS, self.tell)
        self._most = _FIRST
        self._list = Scrolled()
        outer = column(self, 0)
        outer.addWidget(self._list, 1)
        outer.addWidget(Rule(room=0))
        foot = column(spacing=8, margins=(20, 12, 18, 16))
        self.name = Button("Name this moment", "secondary", "bookmark-plus")
        self.name.clicked.connect(self.name_asked)
        everything = Link("Every version of the bid")
        everything.clicked.connect(self.all_asked)
        foot.addWidget(self.name)
        foot.addWidget(everything)
        foot.addWidget(Words("Going back never deletes: it adds a step", "caption", "text2"))
        outer.addLayout(foot)
        self.name.setVisible(not session.read_only)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it could not be seen."""
        super().showEvent(event)
        self.tell()

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> None:
        """Tell the story of these questions, if this tab can be seen."""
        if questions != self._questions:
            self._questions, self._most = questions, _FIRST
        if not self.isVisible():
            self._shown = None
        elif self._shown is None or self._shown[0] != questions:
            self.tell()
        else:
            self._quiet.begin()  # not at each key press

    def tell(self) -> None:
        """Tell the story as it is now."""
        self._quiet.stop()
        bid, person = self._session.bid, self._session.person
        names = self._session.kept.history
        shown = (self._questions, bid, names, person, self._most)
        if shown != self._shown and self.isVisible():
            self._shown = shown
            told = self._session.told()
            self._show(told.log(), told.bid)

    def _show(self, log: Log, bid: Bid) -> None:
        now = clock.now()
        body = self._list.emptied(self._questions)
        found: list[Line | Point] = []
        for question in self._questions:
            lines = story(log, bid, question.id)
            found += islice(lines, self._most + 1)
        found.sort(key=lambda line: line.when, reverse=True)
        found = list(dict.fromkeys(found))  # a named moment is in every question's story
        self._lines(body, found[: self._most], now)
        if not any(isinstance(line, Line) for line in found):
            text = "Each change to this answer will stand here, with who made it and when."
            body.addWidget(EmptyState("settled", "Nothing has changed yet", text))
        if len(found) > self._most:
            more = Link("Show older changes")
            more.clicked.connect(self._on_more)
            body.addWidget(more)
        body.addStretch(1)

    def _lines(self, body: QVBoxLayout, lines: list[Line | Point], now: datetime) -> None:
        day = ""
        for line in lines:
            this = day_of(line.when, now)
            if this != day:
                day = this
                body.addWidget(Words(day[0].upper() + day[1:], "small", "text2"))
            body.addWidget(self._point(line) if isinstance(line, Point) else self._line(line))

    def _line(self, line: Line) -> QWidget:
        made = QWidget()
        body = row(made, 10, (0, 2, 0, 6))
        body.addWidget(Avatar(line.who.title, size=26), 0, Qt.AlignmentFlag.AlignTop)
        inside = column(spacing=0)
        who = "You" if line.who.is_same(self._session.person) else line.who.title
        inside.addWidget(Words(f"{who} {line.told.words}", "small", strong=who))
        below = row(spacing=8)
        time = f"{line.when.astimezone(clock.now().tzinfo):%H:%M}"
        words = f"{line.words}, {time}" if line.words else time
        below.addWidget(Words(words, "caption", "text2"), 1)
        below.addWidget(self._look(line.version, line.told.words), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(below)
        body.addLayout(inside, 1)
        return made

    def _point(self, point: Point) -> QWidget:
        you = point.who.is_same(self._session.person)
        by = "named by you" if you else f"named by {point.who.title}"
        time = f"{point.when.astimezone(clock.now().tzinfo):%H:%M}"
        return PointMark(point.name, f"{by}, {time}", self._look(point.version, point.name))

    def _look(self, version: str, what: str) -> Link:
        link = Link("Look", "small")
        link.setAccessibleName(f"Look: {what}")
        link.clicked.connect(lambda: self.look_asked.emit(version))
        return link

    def _on_more(self) -> None:
        self._most += 60
        self.tell()
