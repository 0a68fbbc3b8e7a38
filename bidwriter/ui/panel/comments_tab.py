"""The comments on one task's questions: open threads, settled ones, and where to write."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import Place
from bidwriter.bids.threads import Thread, concerns, say, threads_about
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.panel.composer import Composer
from bidwriter.ui.panel.scrolled import Scrolled
from bidwriter.ui.panel.thread_card import ThreadCard
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.session import Session


class CommentsTab(QWidget):
    """Rebuilt only when these comments change, so that a half-written reply stays."""

    def __init__(
        self, session: Session, navigator: Navigator, ask_name: Callable[[], Person | None]
    ) -> None:
        super().__init__()
        self._session, self._navigator, self._ask_name = session, navigator, ask_name
        self._questions: tuple[AnyQuestion, ...] = ()
        self._shown: object = None
        self._list = Scrolled()
        self.composer = Composer()
        outer = column(self, 0)
        outer.addWidget(self._list, 1)
        outer.addWidget(Rule(room=0))
        outer.addWidget(self.composer)
        self.composer.setVisible(not session.read_only)
        self.composer.written.connect(self._on_written)
        self.composer.box.undo_asked.connect(session.undo)
        self.composer.box.redo_asked.connect(session.redo)

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> int:
        """Show the comments on these questions; hands back how many threads are open."""
        self._questions = questions
        self.composer.show_places(self._places())
        found = threads_about(self._session.bid, tuple(q.id for q in questions))
        shown = (found, self._session.person, tuple(q.id for q in questions))
        if shown != self._shown:
            self._shown = shown
            self._show(found)
        return sum(t.is_open and concerns(t, self._session.person) for t in found)

    def begin(self, place: Place, quote: str) -> None:
        """Write a comment about a place and a passage of it."""
        self.composer.begin(place, quote)

    def _places(self) -> tuple[tuple[Place, str], ...]:
        places: list[tuple[Place, str]] = []
        for question in self._questions:
            places.append((Place(question.id), question.name))
            rows = rows_of(self._session.bid, question.id)
            places += [(Place(question.id).at(row.id), f"Row: {row.title}") for row in rows]
        return tuple(places)

    def _show(self, found: tuple[Thread, ...]) -> None:
        body = self._list.emptied(self._questions)
        open_ = [thread for thread in found if thread.is_open]
        settled = [thread for thread in found if not thread.is_open]
        for thread in open_:
            body.addWidget(self._card(thread))
        if not open_:
            text = "Ask, remind, or leave a note for the team. You can ask somebody to settle it."
            body.addWidget(EmptyState("settled", "No open comments here", text))
        if settled:
            inside = QWidget()
            cards = column(inside, 8)
            for thread in settled:
                cards.addWidget(self._card(thread))
            body.addWidget(Disclosure(f"{len(settled)} settled", inside))
        body.addStretch(1)

    def _card(self, thread: Thread) -> QWidget:
        return ThreadCard(
            self._session,
            thread,
            about=self._about(thread),
            follow=lambda: self._navigator.go(thread.head.about),
            ask_name=self._ask_name,
        )

    def _about(self, thread: Thread) -> str:
        """What a thread is about, where that is not the page's only question."""
        place = thread.head.about
        if place.row:
            rows = rows_of(self._session.bid, place.root)
            return next((r.title for r in rows if r.id == place.row), "A row since taken out")
        if len(self._questions) > 1:
            return next((q.name for q in self._questions if q.id == place.root), "")
        return ""

    def _on_written(
        self,
        words: str,
        about: str,
        quote: str,
        todo: bool,  # noqa: FBT001 - a signal gives it
    ) -> None:
        place = Place(about)  # a box that offers places hands back their text
        stamp = Stamp(who=self._session.person, when=clock.now())
        name = self._session.bid.round.by_id[place.question].name
        said = f"Marked “{name}” as to do" if todo else f"Commented on “{name}”"
        self._session.edit(lambda bid: say(bid, place, words, stamp, quote, todo=todo), said)
