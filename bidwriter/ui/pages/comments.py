"""Every comment that is open, in one list: all of them, or those for you to settle."""

from PySide6.QtWidgets import QButtonGroup, QWidget

from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person
from bidwriter.bids.places import COMMENTS, Place, read_place
from bidwriter.bids.threads import Thread, is_for, open_threads
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.panel.thread_card import ThreadCard
from bidwriter.ui.parts.check import RadioButton
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.parts_of_pages import centred, emptied
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session


class CommentsPage(Page):
    """What the team still has to settle."""

    title = "Open comments"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("", "display")
        self._shown: object = None
        self._all, self._mine = RadioButton("All"), RadioButton("For you")
        self._all.setChecked(True)
        group = QButtonGroup(self)
        choices = QWidget()
        line = row(choices, 18)
        for button in (self._all, self._mine):
            group.addButton(button)
            line.addWidget(button)
            button.toggled.connect(self._on_chosen)
        line.addStretch(1)
        inside = QWidget()
        body = column(inside, 12)
        body.addWidget(self.heading)
        note = (
            "Comments are the team's own: they stay with the bid file and never leave in a package"
        )
        body.addWidget(Words(note, "body", "text2"))
        body.addWidget(choices)
        self._list = column(spacing=12)
        body.addLayout(self._list)
        body.addStretch(1)
        self.fill(centred(inside, 760))

    def refresh(self) -> None:
        """The list anew, if any comment changed."""
        person = self.session.person
        found = open_threads(self.bid, person)
        mine = tuple(thread for thread in found if is_for(thread, person))
        self._mine.setText(f"For you ({len(mine)})")
        self._all.setText(f"All ({len(found)})")
        shown = mine if self._mine.isChecked() else found
        if (shown, person) == self._shown:
            return
        self._shown = (shown, person)
        self.heading.setText(_finding(len(found), len(mine)))
        emptied(self._list)
        for thread in shown:
            self._list.addWidget(self._card(thread))
        if not shown:
            text = "Comments are written beside an answer, under Comments."
            self._list.addWidget(EmptyState("settled", "Nothing is open here", text))

    def _card(self, thread: Thread) -> QWidget:
        return ThreadCard(
            self.session,
            thread,
            about=about_words(self, thread),
            follow=lambda: self.navigator.go(COMMENTS.at(thread.head.id)),
            ask_name=self._ask_name,
        )

    def _ask_name(self) -> Person | None:
        name = ask().words(self, "Who is to settle it?", "Name", "Ask them")
        return Person(name=name) if name else None

    def _on_chosen(self, on: bool) -> None:  # noqa: FBT001 - a signal gives it
        if on:
            self.refresh()

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a comment's place leads to its question
        """The heading."""
        self.heading.setFocus()


def about_words(page: Page, thread: Thread) -> str:
    """What a thread is about: the question, and the row."""
    place = read_place(thread.head.about)
    question = page.bid.round.by_id.get(thread.head.about.question)
    name = question.name if question else place.root
    if not place.row:
        return name
    rows = rows_of(page.bid, place.root)
    row_ = next((r.title for r in rows if r.id == place.row), "a row since taken out")
    return f"{name}: {row_}"


def _finding(many: int, mine: int) -> str:
    if not many:
        return "No comments are open"
    finding = "1 comment is open" if many == 1 else f"{many} comments are open"
    return f"{finding}, {mine} for you to settle" if mine else finding
