"""Going to places and pages: every link, row and key that leads anywhere asks the navigator."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.desk.partner_copy import Sending


class PageKey(str):
    """The key of a page of the window: "overview", a task's id, or a page with a part, such as
    one section's answers. Only this class puts keys together and takes them apart."""

    __slots__ = ()

    @classmethod
    def of(cls, name: str, part: str) -> "PageKey":
        """The key of one part of a page."""
        return cls(f"{name}/{part}")

    @property
    def name(self) -> str:
        """The page, without the part."""
        return self.partition("/")[0]

    @property
    def part(self) -> str:
        """The part; "" for none."""
        return self.partition("/")[2]


class Navigator(QObject):
    """Asks the window to go somewhere."""

    asked = Signal(object)  # a place
    page_asked = Signal(object, str)  # a page's key, and what to look at in it
    passage_asked = Signal(str, int, int)  # a question, and from where to where in its words
    continued = Signal()
    alone_asked = Signal(bool)  # only the words being written, or everything again
    lent = Signal(object)  # what a copy for a partner says
    join_asked = Signal(object)  # files to join
    columns_chosen = Signal(object)  # the further columns of cost tables, by field
    said = Signal(str, bool)  # words for a toast, and whether it can be undone

    def go(self, place: Place) -> None:
        """Go to the very field of a place."""
        self.asked.emit(place)

    def open(self, page: str, item: str = "") -> None:
        """Show a page; `item` is what it begins with, such as a version of the history."""
        self.page_asked.emit(PageKey(page), item)

    def go_to_problem(self, problem: Problem) -> None:
        """Go to the very field of a problem, and to the words that are wrong."""
        if problem.place:
            self.go(problem.place)
        else:
            self.open("export")
        if problem.passage is not None:
            self.passage_asked.emit(problem.place.question, *problem.passage)

    def go_on(self) -> None:
        """Go to the next task."""
        self.continued.emit()

    def lend(self, sending: Sending) -> None:
        """Save a copy for a partner."""
        self.lent.emit(sending)

    def join(self, paths: tuple[Path, ...]) -> None:
        """Join copies of the bid."""
        self.join_asked.emit(paths)

    def keep_columns(self, fields: tuple[str, ...]) -> None:
        """Remember which further columns cost tables show."""
        self.columns_chosen.emit(fields)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say in a toast that something was done."""
        self.said.emit(words, undo)
