"""The problems of a task's answers, and below them what stops export elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.checks.problem import Problem
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.panel.figure_links import FigureLinks
from bidwriter.ui.panel.scrolled import Scrolled
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class ProblemsTab(Scrolled):
    """Rebuilt when what it lists changes."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self.session, self.navigator = session, navigator
        self._shown: tuple[list[Problem], list[Problem]] | None = None

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> int:
        """Those of these answers first, then what stops export elsewhere; hands back how many are
        here."""
        ids = {question.id for question in questions}
        here = [p for p in self.session.problems if p.place.question in ids]
        elsewhere = [p for p in self.session.problems if p not in here and p.stops]
        if (here, elsewhere) != self._shown:
            self._shown = (here, elsewhere)
            self._show(here, elsewhere, ids)
        return len(here)

    def _show(self, here: list[Problem], elsewhere: list[Problem], about: set[str]) -> None:
        body = self.emptied(about)
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
                more.clicked.connect(lambda: self.navigator.open("export"))
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
        words.addWidget(FigureLinks(self.session, self.navigator, problem))
        line.addLayout(words, 1)
        card.body.addLayout(line)
        return card
