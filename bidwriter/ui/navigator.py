"""Going to places: every link, row and key that leads somewhere asks the one navigator.

Besides the written places of a bid there are pages: "overview", "map", "answers/SECTION" (check
your answers), "export", "history" (and "history/VERSION"), "comments", "finance", "reading".
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bidwriter.bids.bid import Lent
from bidwriter.bids.places import question_of
from bidwriter.checks.problem import Problem


class Navigator(QObject):
    """Asks the window to go somewhere."""

    asked = Signal(str)
    passage_asked = Signal(str, int, int)  # a question, and from where to where in its words
    continued = Signal()
    alone_asked = Signal(bool)  # only the words being written, or everything again
    lent = Signal(object)  # what a copy for a partner says
    join_asked = Signal(object)  # files to join
    columns_chosen = Signal(object)  # the further columns of cost tables, by field
    said = Signal(str, bool)  # words for a toast, and whether it can be undone

    def go(self, place: str) -> None:
        """Go to a page, or to the very field of a place."""
        self.asked.emit(place)

    def go_to_problem(self, problem: Problem) -> None:
        """Go to the very field of a problem, and to the words that are wrong."""
        self.go(problem.place or "export")
        if problem.passage is not None:
            self.passage_asked.emit(question_of(problem.place), *problem.passage)

    def go_on(self) -> None:
        """Go to the next task."""
        self.continued.emit()

    def lend(self, lent: Lent) -> None:
        """Save a copy for a partner."""
        self.lent.emit(lent)

    def join(self, paths: tuple[Path, ...]) -> None:
        """Join copies of the bid."""
        self.join_asked.emit(paths)

    def keep_columns(self, fields: tuple[str, ...]) -> None:
        """Remember which further columns cost tables show."""
        self.columns_chosen.emit(fields)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say in a toast that something was done."""
        self.said.emit(words, undo)
