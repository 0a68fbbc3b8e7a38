"""A bid on screen: header, task list, the page, the panel, and going from place to place."""

from collections import Counter

from PySide6.QtCore import Signal

from bidwriter.bids.bid import Bid
from bidwriter.bids.partner_copy import may_change
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.bids.telling.put_aside import put_aside_words
from bidwriter.bids.threads import open_threads
from bidwriter.checks.checking import stops
from bidwriter.checks.progress import TaskProgress, progress
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.asking import ask
from bidwriter.ui.navigator import PageKey
from bidwriter.ui.pages.offered import (
    MAP,
    OVERVIEW,
    PAGES,
    is_page,
)
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_frame import BidFrame
from bidwriter.ui.window.bid_keys import Acts, BidKeys
from bidwriter.ui.window.header import state_words
from bidwriter.ui.window.made_pages import asks_as
from bidwriter.ui.window.route import Tasks, following, page_before, page_of, stepped, task_of
from bidwriter.ui.window.side_panel import COMMENTS
from bidwriter.ui.window.task_list import Row


class BidView(BidFrame):
    """Everything of one open bid. Pages are made when first asked for and kept."""

    home_asked = Signal()
    more_asked = Signal(object)
    lend_asked = Signal(object)
    decide_asked = Signal(object)  # the place of a conflict that waits to be decided

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.progress: tuple[TaskProgress, ...] = ()
        self._says_saved = False
        self.counts = Announcer(self)
        self._stopping = len(stops(session.problems))
        self._connect()
        self._keys = BidKeys(
            self, Acts(self.go_on, self.step, self.comment, self.save, self.write_alone)
        )
        self._show_tasks()
        self.header.show_bid()

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.session.problems_changed.connect(self._on_problems_changed)
        self.session.save_state_changed.connect(self._say_saved)
        self.session.refused.connect(lambda words: self.toast.say(words, ""))
        self.session.undone.connect(lambda words: self.toast.say(words, ""))
        self.navigator.asked.connect(self.go)
        self.navigator.page_asked.connect(self.open_page)
        self.navigator.alone_asked.connect(self._on_alone_asked)
        self.navigator.continued.connect(self.go_on)
        self.navigator.lent.connect(self.lend_asked)
        self.navigator.said.connect(
            lambda words, undo: self.toast.say(words, "Undo" if undo else "")
        )
        self.toast.undo_asked.connect(self.session.undo)
        self.tasks.chosen.connect(self.open_page)
        self.panel.name_asked.connect(self.name_moment)
        self.header.home_asked.connect(self.home_asked)
        self.header.find_asked.connect(self.finder.open)
        self.header.more_asked.connect(lambda: self.more_asked.emit(self.header.more))

    # --- going -------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Show the page of a place, and put the focus on its very field."""
        if place.root == "comments":
            self._go_to_comment(place.row)
            return
        if place.root == "conflicts":
            self.decide_asked.emit(place)
            return
        key = page_of(self.progress, place)
        if key is not None:
            self._show(key, place)

    def _go_to_comment(self, id_: str) -> None:
        comment = next((c for c in self.session.bid.comments if c.id == id_), None)
        if comment is not None:
            self.go(comment.about)
            self.show_tab(COMMENTS)

    def comment(self) -> None:
        """Write a comment about what has the focus, and the words selected in it."""
        page = self.page
        if not isinstance(page, TaskPage):
            return
        place, quote = page.in_focus()
        self.show_tab(COMMENTS)
        self.panel.comments.begin(place, quote)

    def name_moment(self) -> None:
        """Give the bid as it is now a name in its history."""
        name = ask().words(self, "What is this moment called?", "Name", "Name it")
        if name:
            self.session.name_now(name)
            self.panel.tell_now()
            self.toast.say(f"Named this moment “{name}”", "")

    def open_page(self, key: str, item: str = "") -> None:
        """Show a page or a task by its key, with the focus on its heading; `item` is what the page
        begins with."""
        self._show(PageKey(key), NOWHERE)
        page = self.page
        if item and page is not None:
            page.look_at(item)

    def show_named(self, name: str) -> None:
        """A page, a task or a place by its written name, as the command line has them."""
        is_question = name in self.session.bid.round.by_id
        if is_page(name) or (not is_question and task_of(self.progress, name) is not None):
            self.open_page(name)
        else:
            self.go(Place(name))

    def _show(self, key: PageKey, place: Place) -> None:
        page = self.pages.at(key, task_of(self.progress, key))
        old = self.pages.get(self.current)
        if old is not None and old is not page:
            self.write_alone(alone=False)
            old.left()
        self.current = key
        page.refresh()
        page.show_problems()
        # Before the old page goes: Qt would hand the focus on from field to field, and what gets
        # it for a moment is scrolled to and read out.
        page.show()
        page.go_to(NOWHERE)
        self.stack.setCurrentWidget(page)
        self.tasks.show_current(key.name)
        if isinstance(page, TaskPage):
            self.panel.show_questions(page.questions)
        self._drawer_open = False
        self._fit()
        page.go_to(place)

    def go_on(self) -> None:
        """Show the page that follows."""
        sections = [section.id for section in self.session.bid.round.sections]
        self.open_page(following(self.progress, sections, self.current))

    def step(self, by: int) -> None:
        """Show the next task or page, or the one before."""
        bid = self.session.bid
        before, after = (
            [p.key for p in PAGES if p.steps == way and p.when(bid)] for way in (-1, 1)
        )
        keys = [*before, *(t.task.id for t in self.progress), *after]
        self.open_page(stepped(keys, self.current, by))

    # --- what the keys do ---------------------------------------------------------------------

    def leave(self) -> None:
        """What is being typed on the page goes into the bid, and into the journal."""
        page = self.pages.get(self.current)
        if page is not None:
            page.left()
        self.session.break_typing()

    def write_alone(self, *, alone: bool) -> None:
        """Show only the words being written, or everything again."""
        page = self.pages.get(self.current)
        for editor in page.editors.values() if isinstance(page, TaskPage) else ():
            if isinstance(editor, RichTextEditor):
                editor.write_alone(alone=alone)
                return

    def _on_alone_asked(self, alone: bool) -> None:  # noqa: FBT001 - a signal gives it
        self._keys.leave_alone.setEnabled(alone)
        self.show_alone(alone=alone)

    def save(self) -> None:
        """Save now, and say so."""
        self.leave()
        self._says_saved = True
        if self.session.unsaved:
            self.session.save()
        self._say_saved()

    def _say_saved(self) -> None:
        """Once the file has it all, or cannot be written; if that was asked for."""
        state = self.session.save_state
        if self._says_saved and (state.kind == "trouble" or not self.session.unsaved):
            self._says_saved = False
            self.announcer.say(state_words(state), again=True)

    # --- what changes ------------------------------------------------------------------------

    def _on_changed(self, old: Bid, new: Bid) -> None:
        if old.round is not new.round:
            self._begin_again()
            return
        before = self.progress
        self._show_tasks()
        page = self.pages.get(self.current)
        if isinstance(page, TaskPage):
            page = self._still_asked(page, before)
        if page is not None:
            page.refresh()
            page.show_problems()
        self.header.show_bid()
        self._say_stopping()
        if put_aside := put_aside_words(old, new):
            self.toast.say(put_aside)
        if isinstance(page, TaskPage):
            self.panel.show_questions(page.questions)

    def _still_asked(self, page: TaskPage, before: Tasks) -> Page | None:
        """The page as it asks now; where nothing of it is asked any more, the one before it."""
        task = task_of(self.progress, self.current)
        if task is not None and asks_as(page, task):
            return page
        shown = self.current if task else page_before(before, self.progress, self.current)
        self.pages.drop(self.current)
        self.current = PageKey("")
        self.open_page(shown)
        return self.pages.get(self.current)

    def _begin_again(self) -> None:
        """The round asks other things now: every page is made anew."""
        before, self.current = self.current, PageKey("")
        for key in tuple(self.pages):
            self.pages.drop(key)
        self._show_tasks()
        self.header.show_bid()
        is_there = is_page(before) or task_of(self.progress, before) is not None
        self.open_page(before if is_there else OVERVIEW)

    def _on_problems_changed(self) -> None:
        page = self.pages.get(self.current)
        if page is not None:
            page.show_problems()
        self.panel.show_problems()
        self._show_tasks()
        self._say_stopping()

    def _say_stopping(self) -> None:
        """How many things stop export, where that is another number than before."""
        many = len(stops(self.session.problems))
        if many != self._stopping:
            self._stopping = many
            things = "1 thing stops" if many == 1 else f"{many} things stop"
            self.counts.say(f"{things if many else 'Nothing stops'} export")

    def _show_tasks(self) -> None:
        bid = self.session.bid
        self.progress = progress(bid, self.session.problems)
        lacking = sum(p.check == "principles-shown" and p.stops for p in self.session.problems)
        pages = [
            Row(p.key, p.title, icon=p.icon, stops=lacking if p.key == MAP else 0)
            for p in PAGES
            if p.in_list and p.when(bid)
        ]
        talk = Counter(t.head.about.question for t in open_threads(bid, self.session.person))
        many = len(stops(self.session.problems))
        closed = frozenset(q.id for q in bid.asked if not may_change(bid, q.id))
        self.tasks.show_tasks(self.progress, many, tuple(pages), talk, closed)
        self.tasks.show_current(self.current)
