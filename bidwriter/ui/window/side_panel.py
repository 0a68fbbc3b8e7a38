"""The panel beside an answer: guidance a new officer can act on, problems, comments, history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bidwriter.bids.editing import evidence_at
from bidwriter.bids.person import Person
from bidwriter.bids.places import question_of
from bidwriter.bids.talk import concerns, threads_about
from bidwriter.checks.problem import Problem
from bidwriter.kinds.answering import AnyQuestion, limit_of
from bidwriter.kinds.base import Guidance
from bidwriter.rounds.round import Principle
from bidwriter.ui.asking import ask
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.panel.scrolled import Scrolled
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.side_tabs import SideTabs
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session
from bidwriter.ui.window.rule import Rule

if TYPE_CHECKING:
    from bidwriter.ui.panel.comments_tab import CommentsTab
    from bidwriter.ui.panel.history_tab import HistoryTab

COMMENTS, HISTORY = 2, 3
_COUNTING = (
    "A word is what stands between two spaces and has a letter or a digit in it. Words joined by "
    "a hyphen, an apostrophe or a slash count once, as do email and web addresses. Bullets, list "
    "numbers and lone dashes do not count; headings do. The same count is used on screen, in the "
    "checks, in the PDF and in the package."
)


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
        self._guided: object = None
        self._is_drawer = False
        self._shown: tuple[list[Problem], list[Problem]] | None = None
        self.tabs = SideTabs(("Guidance", "Problems", "Comments", "History"))
        self.tabs.setAccessibleName("Side panel")
        self._stack = QStackedWidget()
        self._guidance, self._problems = Scrolled(), Scrolled()
        self._stack.addWidget(self._guidance)
        self._stack.addWidget(self._problems)
        self._comments: CommentsTab | None = None
        self._history: HistoryTab | None = None
        self._counted: object = None
        outer = column(self, 0, (1, 0, 0, 0))
        outer.addWidget(self.tabs)
        outer.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> None:
        """Guidance and problems for these questions."""
        self.questions = questions
        ids = {question.id for question in questions}
        said = tuple(e for e in self.session.bid.evidence if e.place in ids)
        guided = (questions, tuple((e.place, e.principle, e.strength) for e in said))
        if guided != self._guided:
            self._guided = guided
            self._show_guidance()
        self.show_problems()
        self.show_talk()

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
            self._history.look_asked.connect(lambda id_: self.navigator.go(f"history/{id_}"))
            self._history.name_asked.connect(self.name_asked)
            self._history.all_asked.connect(lambda: self.navigator.go("history"))
            self._stack.addWidget(self._history)
        return self._history

    @property
    def comments(self) -> "CommentsTab":
        """The comments of these questions."""
        if self._comments is None:
            from bidwriter.ui.panel.comments_tab import CommentsTab

            self._comments = CommentsTab(self.session, self.navigator, self._ask_name)
            self._stack.addWidget(self._comments)
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

    def set_drawer(self, drawer: bool) -> None:
        """A drawer lies over the page, and has an edge of its own."""
        self._is_drawer = drawer
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw a drawer's edge."""
        if self._is_drawer:
            painter = painter_on(self)
            painter.setPen(QPen(theme().colour("line2"), 1))
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc shuts a drawer."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_tab(self, index: int) -> None:
        """Guidance (0), problems (1), comments (2) or history (3)."""
        self.tabs.setCurrentIndex(index)
        self.tabs.setFocus()

    # --- guidance ----------------------------------------------------------------------------

    def _show_guidance(self) -> None:
        body = self._guidance.emptied()
        for question in self.questions:
            self._guide(body, question)
        if not any(question.guidance.looks_for for question in self.questions):
            body.addWidget(Words("The round gives no guidance on this page", "small", "text2"))
        if any(limit_of(question) for question in self.questions):
            body.addWidget(Disclosure("How words are counted", Words(_COUNTING, "small", "text2")))
        if self.session.bid.round.criteria:
            body.addWidget(Disclosure("What the panel scores", self._criteria()))
        if self.session.bid.round.commitments and any(q.shows_principles for q in self.questions):
            body.addWidget(Disclosure("What signatories commit to", self._commitments()))
        body.addStretch(1)

    def _guide(self, body: QVBoxLayout, question: AnyQuestion) -> None:
        guidance = question.guidance
        if guidance.looks_for:
            many = len([q for q in self.questions if q.guidance.looks_for]) > 1
            body.addWidget(Words(question.name if many else "What the panel looks for", "h3"))
            for words in guidance.looks_for:
                body.addWidget(_bullet(words))
        if guidance.example:
            body.addWidget(_example(guidance.example))
        notes = [
            n
            for n in (question.note if question.basis == "published" else "", _limit_note(question))
            if n
        ]
        for note in dict.fromkeys(notes):
            body.addWidget(Words(note, "small", "text2"))
        for hint in guidance.principles:
            principle = self.session.bid.round.principle(hint.principle)
            if principle:
                body.addWidget(Rule())
                self._principle(body, question, principle, hint.how)
        if guidance != Guidance() or notes:
            body.addWidget(Rule())

    def _principle(
        self, body: QVBoxLayout, question: AnyQuestion, principle: Principle, how: str
    ) -> None:
        said = evidence_at(self.session.bid, question.id, principle.number)
        head = QWidget()
        line = row(head, 8)
        line.addWidget(
            Badge(principle.number, principle.name, filled=bool(said and said.strength == "strong"))
        )
        line.addWidget(Words(principle.name, "h3", wrap=False))
        line.addStretch(1)
        if said:
            line.addWidget(Pill(said.strength.title(), "plain"))
        body.addWidget(head)
        first = principle.text.split(". ")[0].rstrip(".")
        quote = f"“{first}.”" if principle.quoted else f"{first}."
        body.addWidget(Words(quote, "small", "text2"))
        body.addWidget(Words(how, "small"))

    def _criteria(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 6)
        round_ = self.session.bid.round
        for criterion in round_.criteria:
            weight = f", {criterion.weight}%" if criterion.weight is not None else ""
            assumed = " (assumed, not published)" if criterion.basis == "assumed" else ""
            body.addWidget(Words(f"{criterion.name}{weight}{assumed}", "small"))
        if round_.criteria_note:
            body.addWidget(Words(round_.criteria_note, "small", "text2"))
        return inside

    def _commitments(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 6)
        audience = ""
        for commitment in self.session.bid.round.commitments:
            if commitment.audience != audience:
                audience = commitment.audience
                body.addWidget(Words(audience, "small", weight=600))
            how = "quoted" if commitment.quoted else "in our words"
            if commitment.basis == "assumed":
                how += ", wording not checked"
            body.addWidget(Words(f"{commitment.text} ({how})", "small", "text2"))
        return inside

    # --- problems ----------------------------------------------------------------------------

    def show_problems(self) -> None:
        """Those of this answer first, then what stops export elsewhere."""
        ids = {question.id for question in self.questions}
        here = [p for p in self.session.problems if question_of(p.place) in ids]
        elsewhere = [p for p in self.session.problems if p not in here and p.stops]
        if (here, elsewhere) == self._shown:
            return
        self._shown = (here, elsewhere)
        self.tabs.set_count(1, len(here))
        body = self._problems.emptied()
        if here:
            body.addWidget(Words("In this answer", "h3"))
            for problem in here:
                body.addWidget(self._problem(problem))
        elif not elsewhere:
            text = "Checked as you stopped typing. We check again each time you pause."
            body.addWidget(EmptyState("settled", "Nothing to settle here", text))
        if elsewhere:
            body.addWidget(Words("Elsewhere, and stops export", "h3"))
            for problem in elsewhere[:12]:
                body.addWidget(self._problem(problem))
            if len(elsewhere) > 12:
                more = Link(f"See all {len(elsewhere)}")
                more.clicked.connect(lambda: self.navigator.go("export"))
                body.addWidget(more)
        body.addStretch(1)

    def _problem(self, problem: Problem) -> QWidget:
        card = Card(padding=(12, 12, 14, 14), spacing=4)
        line = row(spacing=10)
        icon, token = ("octagon-alert", "bad") if problem.stops else ("lightbulb", "ink")
        line.addWidget(IconMark(icon, token, 18, line=22), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        words.addWidget(Words(problem.words, "small", weight=600))
        if problem.detail:
            words.addWidget(Words(problem.detail, "small", "text2"))
        link = Link("Show me where", "small")
        link.setAccessibleName(f"Show me where: {problem.words}")
        link.clicked.connect(lambda: self.navigator.go(problem.place))
        words.addWidget(link)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        return card


def _bullet(words: str) -> QWidget:
    line = QWidget()
    body = row(line, 10)
    dot = Words("•", "small", "text3", wrap=False)
    widths(dot, least=8, most=8)
    body.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    body.addWidget(Words(words, "small", "text2"), 1)
    return line


def _example(sentence: str) -> QWidget:
    card = Card(padding=(14, 12, 14, 14), spacing=4, fill="tint2")
    card.body.addWidget(Words("A made-up good sentence", "small", weight=600))
    card.body.addWidget(Words(f"“{sentence}”", "small", "text2"))
    return card


def _limit_note(question: AnyQuestion) -> str:
    limit = limit_of(question)
    return f"Assumed, not published: {limit.note}" if limit and limit.basis == "assumed" else ""
