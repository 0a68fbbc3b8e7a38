"""One thread of comments as a card: who said what, replies, and what can be done about it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bidwriter import clock
from bidwriter.bids.comment import Comment
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.threads import Thread, assign, is_for, people, reply, reword, settle
from bidwriter.councils.register import council
from bidwriter.ui.look.space import column, row
from bidwriter.ui.panel.passage import Passage
from bidwriter.ui.panel.reply_box import ReplyBox
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.moments import moment
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.plain import Menu, tip
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class ThreadCard(Card):
    """Everything done here is a change of the bid, and can be undone. `about` says what it is
    about, where the page does not; `ask_name` asks for somebody not met yet."""

    def __init__(
        self,
        session: Session,
        thread: Thread,
        *,
        about: str = "",
        follow: Callable[[], object] | None = None,
        ask_name: Callable[[], Person | None],
    ) -> None:
        super().__init__(padding=(14, 12, 12, 14), spacing=8)
        self._session, self._thread, self._ask_name = session, thread, ask_name
        if about and follow:
            link = Link(about, "small")
            link.clicked.connect(follow)
            self.body.addWidget(link)
        self.body.addWidget(self._head())
        if thread.head.quote:
            self.body.addWidget(Passage(thread.head.quote))
        self._words(thread.head, self.body)
        if pill := self._whose():
            self.body.addWidget(pill)
        for comment in thread.replies:
            if not comment.taken_back:
                self.body.addLayout(self._reply(comment))
        self._box = ReplyBox()
        self._box.written.connect(self._on_written)
        self._editing = ""
        self.body.addWidget(self._box)
        if not session.read_only:
            self.body.addWidget(self._actions())

    @property
    def _now(self) -> datetime:
        return clock.now()

    def _you(self, person: Person) -> str:
        return "You" if person.is_same(self._session.person) else person.title

    def _head(self) -> QWidget:
        head = self._thread.head
        line = QWidget()
        body = row(line, 10)
        body.addWidget(Avatar(head.by.title, size=28), 0, Qt.AlignmentFlag.AlignTop)
        names = column(spacing=0)
        names.addWidget(Words(self._you(head.by), "small", weight=600))
        found = council(head.by.council) if head.by.council else None
        when = moment(head.when, self._now)
        where = f"{found.name}  ·  {when}" if found else when
        names.addWidget(Words(where, "caption", "text2"))
        body.addLayout(names, 1)
        if not self._session.read_only:
            icon, name = ("check", "Settle") if self._thread.is_open else ("undo-2", "Open again")
            button = IconButton(icon, f"{name}: {_short(head.text)}", size=18)
            tip(button, name)
            button.clicked.connect(self._on_settled)
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _words(self, comment: Comment, body: QVBoxLayout) -> None:
        text = comment.text or "Taken back by its writer"
        body.addWidget(Words(text, "body", "text" if comment.text else "text3"))
        if comment.edited and comment.text:
            changed = f"Changed {moment(comment.edited, self._now)}"
            body.addWidget(Words(changed, "caption", "text3"))

    def _whose(self) -> QWidget | None:
        head, state = self._thread.head, self._thread.head.state
        if head.settled:
            who = self._you(state.who) if state else "Somebody"
            when = f", {moment(state.when, self._now)}" if state else ""
            return Pill(f"Settled by {who.replace('You', 'you')}{when}", "waiting", "check")
        if head.todo:
            mine = is_for(self._thread, self._session.person)
            return Pill("To do, for you" if mine else f"To do, for {head.by.title}", "waiting")
        if head.to is not None:
            name = "you" if head.to.is_same(self._session.person) else head.to.title
            return Pill(f"For {name} to settle", "waiting", "user-round")
        return None

    def _reply(self, comment: Comment) -> QLayout:
        line = row(spacing=10, margins=(4, 0, 0, 0))
        line.addWidget(Rule(room=0, upright=True))
        inside = column(spacing=2)
        inside.addWidget(
            Words(
                f"{self._you(comment.by)}  ·  {moment(comment.when, self._now)}",
                "caption",
                "text2",
                strong=self._you(comment.by),
            )
        )
        self._words(comment, inside)
        if self._is_mine(comment) and not self._session.read_only:
            inside.addWidget(self._link("Change", lambda: self._edit(comment), comment.text))
        line.addLayout(inside, 1)
        return line

    def _is_mine(self, comment: Comment) -> bool:
        return comment.by.is_same(self._session.person)

    def _actions(self) -> QWidget:
        line = QWidget()
        body = row(line, 14)
        head = self._thread.head
        body.addWidget(self._link("Reply", self._begin_reply, head.text))
        if not head.todo and self._thread.is_open:
            self._give = self._link("Ask somebody", self._choose_person, head.text)
            body.addWidget(self._give)
        if self._is_mine(head) and head.text:
            body.addWidget(self._link("Change", lambda: self._edit(head), head.text))
        body.addStretch(1)
        return line

    def _link(self, words: str, then: Callable[[], object], about: str) -> Link:
        link = Link(words, "small")
        link.setAccessibleName(f"{words}: {_short(about)}")
        link.clicked.connect(then)
        return link

    # --- what is done ------------------------------------------------------------------------

    def _stamp(self) -> Stamp:
        return Stamp(who=self._session.person, when=self._now)

    def _on_settled(self) -> None:
        id_, settled, stamp = self._thread.head.id, self._thread.is_open, self._stamp()
        words = "Settled a comment" if settled else "Opened a comment again"
        self._session.edit(lambda bid: settle(bid, id_, stamp, settled=settled), words)

    def _begin_reply(self) -> None:
        self._editing = ""
        self._box.begin("", "Add the reply")

    def _edit(self, comment: Comment) -> None:
        self._editing = comment.id
        self._box.begin(comment.text, "Keep the change")

    def _on_written(self, words: str) -> None:
        thread, editing, stamp = self._thread.head.id, self._editing, self._stamp()
        if editing:
            said = "Changed a comment" if words else "Took a comment back"
            self._session.edit(lambda bid: reword(bid, editing, words, stamp.when), said)
        elif words:
            self._session.edit(lambda bid: reply(bid, thread, words, stamp), "Replied to a comment")

    def _choose_person(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in people(self._session.bid):
            name = f"{person.title} (you)" if self._you(person) == "You" else person.title
            menu.add(name, partial(self._give_to, person))
        menu.add("Somebody else…", self._ask_and_give)
        if self._thread.head.to is not None:
            menu.add("Nobody", partial(self._give_to, None))
        menu.popup(self._give.mapToGlobal(QPoint(0, self._give.height())))

    def _ask_and_give(self) -> None:
        person = self._ask_name()
        if person is not None:
            self._give_to(person)

    def _give_to(self, person: Person | None) -> None:
        id_, when = self._thread.head.id, self._now
        words = f"Asked {person.title} to settle a comment" if person else "Asked nobody any more"
        self._session.edit(lambda bid: assign(bid, id_, person, when), words)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:37].rstrip()}..."
