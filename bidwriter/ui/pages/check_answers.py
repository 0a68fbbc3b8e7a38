"""Check your answers: one section as the panel will read it, in order, each with "Change"."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.editing import evidence_at
from bidwriter.bids.places import Place
from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.bids.printing.printed import printed_text
from bidwriter.checks.problem import Problem
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.rounds.round import Section
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import centred, emptied
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_MOST_CHARACTERS = 420


class CheckAnswersPage(Page):
    """The questions of one section with the beginning of each answer."""

    def __init__(self, session: Session, navigator: Navigator, section: str) -> None:
        super().__init__(session, navigator)
        self.section: Section = next(s for s in session.bid.round.sections if s.id == section)
        self.title = f"Check your answers: {self.section.title}"
        self.heading = heading("Check your answers")
        inside = QWidget()
        body = column(inside, 8)
        body.addWidget(Words(self.section.title, "small", "text2"))
        body.addWidget(self.heading)
        body.addWidget(
            Words("Read them once as the panel will: in order, from the top", "body", "text2")
        )
        self._answers = column(spacing=0)
        body.addSpacing(8)
        body.addLayout(self._answers)
        body.addSpacing(10)
        line = row(spacing=16)
        go_on = Button("Continue", "primary")
        go_on.clicked.connect(navigator.go_on)
        line.addWidget(go_on)
        line.addStretch(1)
        self._note = Words("", "small", "text2")
        line.addWidget(self._note)
        body.addLayout(line)
        body.addStretch(1)
        self.fill(centred(inside, 880))

    def refresh(self) -> None:
        """Every answer of the section, and the problems in it."""
        emptied(self._answers)
        asked = {q.id: q for q in self.bid.asked}
        problems: dict[str, list[Problem]] = {}
        for problem in self.session.problems:
            if problem.stops and not problem.place.is_evidence:
                problems.setdefault(problem.place.question, []).append(problem)
        many = 0
        for task in self.section.tasks:
            for id_ in task.questions:
                if id_ in asked:
                    self._answers.addWidget(Rule(room=0))
                    self._answers.addWidget(self._answer(asked[id_], problems.get(id_, [])))
                    many += len(problems.get(id_, []))
        self._answers.addWidget(Rule(room=0))
        self._note.setText(f"{many} to settle here before you export" if many else "")

    def show_problems(self) -> None:
        """They stand beside the answers."""
        self.refresh()

    def _answer(self, question: AnyQuestion, problems: list[Problem]) -> QWidget:
        holder = QWidget()
        line = row(holder, 24, (0, 14, 0, 14))
        left = QWidget()
        names = column(left, 2)
        names.addWidget(Words(f"{question.number}  {question.name}".strip(), "body", weight=600))
        use = use_of_limit(self.bid, question)
        if use:
            names.addWidget(Words(f"{use.used:,} of {use.limit:,} {use.unit}", "small", "text2"))
        names.addStretch(1)
        middle = self._middle(question, problems)
        line.addWidget(Beside([(left, 2), (middle, 5)], least=560, spacing=12), 1)
        change = Link("Change", "small")
        change.setAccessibleName(f"Change {question.name}")
        change.clicked.connect(
            lambda: self.navigator.go(problems[0].place if problems else Place(question.id))
        )
        right = column(spacing=0)
        right.addWidget(change)
        right.addStretch(1)
        line.addLayout(right)
        return holder

    def _middle(self, question: AnyQuestion, problems: list[Problem]) -> QWidget:
        holder = QWidget()
        body = column(holder, 6)
        words = printed_text(self.bid, question)
        short = (
            words
            if len(words) <= _MOST_CHARACTERS
            else words[:_MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"
        )
        body.addWidget(Words(short or "No answer yet", "body", "text" if words else "text2"))
        for problem in problems:
            line = row(spacing=8)
            line.addWidget(IconMark("octagon-alert", "bad", 17, line=22))
            line.addWidget(Words(problem.words, "body", "bad", weight=600), 1)
            body.addLayout(line)
        badges = row(spacing=5)
        for principle in self.bid.round.principles:
            said = evidence_at(self.bid, question.id, principle.number)
            if said:
                name = f"{principle.name}, {said.strength}"
                badges.addWidget(
                    Badge(principle.number, name, filled=said.strength == "strong", size=20)
                )
        badges.addStretch(1)
        body.addLayout(badges)
        return holder

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a page to read
        """The heading."""
        self.heading.setFocus()
