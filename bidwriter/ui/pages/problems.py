"""All problems of a bid as a list to read; each leads to its question."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.gap_row import GapRow
from bidwriter.ui.parts.parts_of_pages import centred, emptied, things_stop, where
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session


class ProblemsPage(Page):
    """What stops export, then advice."""

    title = "Problems"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("", "display")
        inside = QWidget()
        body = column(inside, 12)
        body.addWidget(self.heading)
        body.addWidget(
            Words("Worked out again on this computer from what the file holds", "body", "text2")
        )
        self._rows = column(spacing=0)
        body.addLayout(self._rows)
        body.addStretch(1)
        self.fill(centred(inside, 820))

    def refresh(self) -> None:
        """The problems now."""
        found = self.session.problems
        self.heading.setText(things_stop(sum(p.stops for p in found)))
        emptied(self._rows)
        for at, problem in enumerate(found):
            line = GapRow(
                problem.words,
                where(self.bid, problem),
                stops=problem.stops,
                last=at + 1 == len(found),
            )
            line.clicked.connect(lambda _=False, p=problem: self.navigator.go_to_problem(p))
            self._rows.addWidget(line)

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a list to read
        """The heading."""
        self.heading.setFocus()
