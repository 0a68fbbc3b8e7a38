"""The panel beside an answer: guidance a new officer can act on, problems, comments, history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from bidwriter.bids.person import Person
from bidwriter.bids.threads import concerns, threads_about
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.asking import ask
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.panel.guidance_tab import GuidanceTab
from bidwriter.ui.panel.problems_tab import ProblemsTab
from bidwriter.ui.parts.side_tabs import SideTabs
from bidwriter.ui.session import Session

if TYPE_CHECKING:
    from bidwriter.ui.panel.comments_tab import CommentsTab
    from bidwriter.ui.panel.history_tab import HistoryTab

COMMENTS, HISTORY = 2, 3


class SidePanel(QWidget):
    """What there is to say of the questions of one task. `shut_asked` when Esc is pressed;
    `name_asked` asks to name the version that the bid is now."""

    shut_asked = Signal()
    name_asked = Signal()

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self.questions: tuple[AnyQuestion, ...] = ()
        self.is_drawer = False
        self.tabs = SideTabs(("Guidance", "Problems", "Comments", "History"))
        self.tabs.setAccessibleName("Side panel")
        self._stack = QStackedWidget()
        self._guidance, self._problems = GuidanceTab(session), ProblemsTab(session, navigator)
        self._add(self._guidance)
        self._add(self._problems)
        self._comments: CommentsTab | None = None
        self._history: HistoryTab | None = None
        self._counted: object = None
        outer = column(self, 0, (1, 0, 0, 0))
        outer.addWidget(self.tabs)
        outer.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def _add(self, tab: QWidget) -> None:
        dress(tab)
        self._stack.addWidget(tab)

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> None:
        """What there is to say of these questions."""
        self.questions = questions
        self._guidance.show_questions(questions)
        self.show_problems()
        self.show_talk()

    def show_problems(self) -> None:
        """The problems as they are now."""
        self.tabs.set_count(1, self._problems.show_questions(self.questions))

    def tell_now(self) -> None:
        """The history at once, not after a moment of quiet."""
        if self._history is not None:
            self._history.tell()

    def _on_tab_changed(self, index: int) -> None:
        """Comments and history are made when they are first looked at."""
        if index >= COMMENTS:
            self._stack.setCurrentWidget(self._made(index))
        else:
            self._stack.setCurrentIndex(index)
        self.show_talk()

    def _made(self, index: int) -> QWidget:
        if index == COMMENTS:
            return self.comments
        if self._history is None:
            from bidwriter.ui.panel.history_tab import HistoryTab

            self._history = HistoryTab(self.session)
            self._history.look_asked.connect(lambda id_: self.navigator.open("history", id_))
            self._history.name_asked.connect(self.name_asked)
            self._history.all_asked.connect(lambda: self.navigator.open("history"))
            self._add(self._history)
        return self._history

    @property
    def comments(self) -> "CommentsTab":
        """The comments of these questions."""
        if self._comments is None:
            from bidwriter.ui.panel.comments_tab import CommentsTab

            self._comments = CommentsTab(self.session, self.navigator, self._ask_name)
            self._add(self._comments)
        return self._comments

    def _ask_name(self) -> Person | None:
        name = ask().words(self, "Who is to settle it?", "Name", "Ask them")
        return Person(name=name) if name else None

    def show_talk(self) -> None:
        """Comments are counted always, and shown like the history only when they are looked at."""
        bid, ids = self.session.bid, tuple(question.id for question in self.questions)
        counted = (bid.comments, ids, self.session.person)
        if counted != self._counted:
            self._counted = counted
            open_ = [t for t in threads_about(bid, ids) if t.is_open]
            mine = [t for t in open_ if concerns(t, self.session.person)]
            self.tabs.set_count(COMMENTS, len(mine))
        if self._comments is not None:
            self._comments.show_questions(self.questions)
        if self._history is not None:
            self._history.show_questions(self.questions)

    def set_drawer(self, *, drawer: bool) -> None:
        """A drawer lies over the page, and has an edge of its own."""
        self.is_drawer = drawer
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a drawer's edge."""
        if self.is_drawer:
            painter = painter_on(self)
            painter.setPen(QPen(theme().colour("line2"), 1))
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
            painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts a drawer."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_tab(self, index: int) -> None:
        """Guidance (0), problems (1), comments (2) or history (3)."""
        self.tabs.setCurrentIndex(index)
        self.tabs.setFocus()
