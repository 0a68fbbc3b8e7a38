"""What can be done about a figure in prose that the bid does not bear out: go to the words, go to
where the true figure comes from, or let the live figure take their place."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.printing.using_figures import use_live_figure
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.link import Link
from bidwriter.ui.session import Session


class FigureLinks(QWidget):
    """Two links and a button, as many as the problem has use for; `to_words` off where another
    link leads to the words already."""

    def __init__(
        self, session: Session, navigator: Navigator, problem: Problem, *, to_words: bool = True
    ) -> None:
        super().__init__()
        self._session, self._navigator, self._problem = session, navigator, problem
        body = column(self, 4)
        if to_words:
            words = Link("Show me the words" if problem.passage else "Show me where", "small")
            words.setAccessibleName(f"{words.text()}: {problem.words}")
            words.clicked.connect(lambda: navigator.go_to_problem(problem))
            body.addWidget(words)
        if problem.source:
            source = Link(f"Go to “{self._source()}”", "small")
            source.setAccessibleName(f"{source.text()}: {problem.words}")
            source.clicked.connect(lambda: navigator.go(problem.source))
            body.addWidget(source)
        question = problem.place.question
        if problem.figure and problem.passage and session.may_change(question):
            button = Button("Use the live figure")
            button.setAccessibleName(f"Use the live figure: {problem.words}")
            button.clicked.connect(self._mend)
            body.addWidget(button)

    def _source(self) -> str:
        root = self._problem.source.question
        question = self._session.bid.round.by_id.get(root)
        return question.name if question else root

    def _mend(self) -> None:
        problem = self._problem
        assert problem.passage is not None
        passage, question = problem.passage, problem.place.question
        self._session.break_typing()
        try:
            self._session.edit(
                lambda bid: use_live_figure(bid, question, passage, problem.typed, problem.figure),
                f"Used the live figure for {problem.typed}",
            )
        except NotAllowedError as error:
            self._navigator.say(str(error))
        else:
            self._navigator.say(f"Used the live figure for {problem.typed}", undo=True)
