"""Join copies: the whole window, from what joined by itself to the last decision. It applies
nothing: `finished` hands over what the officer decided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.telling.brought import Group, groups
from bidwriter.desk.decisions import Decision, Work, with_decision, with_left_out
from bidwriter.desk.entries import entries, group_key
from bidwriter.desk.whose import Story
from bidwriter.ui.asking import ask
from bidwriter.ui.joining.conflict_page import ConflictPage, Draft
from bidwriter.ui.joining.end_pages import EndPage, NothingNewPage, WaitingPage, finding
from bidwriter.ui.joining.group_page import GroupPage
from bidwriter.ui.joining.joining_header import PROMISE, JoiningHeader
from bidwriter.ui.joining.side_column import SideColumn
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.sheet import Sheet

_END = "end"


class JoiningView(QWidget):
    """`left` when the officer goes back without applying; `finished` when all is to be applied."""

    left = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        self.work: Work | None = None
        self._story: Story | None = None
        self.groups: tuple[Group, ...] = ()
        self._drafts: dict[str, Draft] = {}
        self._current = ""
        self.page: Sheet | None = None
        self.header = JoiningHeader()
        self.side = SideColumn()
        self.announcer = Announcer(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self.header.back_asked.connect(self.leave)
        self.header.finish_asked.connect(self.finish)
        self.side.picked.connect(self.show_page)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.step(by))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press_decide)
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        outer = column(self, 0)
        outer.addWidget(self.header)
        outer.addWidget(Rule(room=0))
        outer.addWidget(self.side.drop)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        self._edge = Rule(upright=True)
        middle.addWidget(self._edge)
        middle.addWidget(self._stack, 1)
        outer.addLayout(middle, 1)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is being joined."""
        return self._story.title if self._story else ""

    def wait(self, names: tuple[str, ...]) -> WaitingPage:
        """Copies are being read; hands back the page that shows how far it is."""
        page = WaitingPage(names)
        self._alone(page, Story("Join a copy" if len(names) == 1 else "Join copies", "", Person()))
        return page

    def show_nothing_new(self, story: Story, since: Stamp | None, copies: int) -> None:
        """Nothing came of it."""
        page = NothingNewPage(copies, since)
        page.back_asked.connect(self.leave)
        self._alone(page, story)

    def _alone(self, page: Sheet, story: Story) -> None:
        """A page without a list and without anything to finish."""
        self.header.show_story(story)
        self.header.show_finish(shown=False, primary=False)
        self.header.show_promise(shown=False)
        self.side.set_wanted(wanted=False)
        self._put(page, "")

    def begin(self, work: Work, story: Story, place: str = "") -> None:
        """Show what was joined and what is to decide, beginning with the conflict `place`."""
        self.work, self._story = work, story
        self.groups = groups(work.mine, work.joined, work.things)
        self.header.show_story(story)
        self.header.show_promise(shown=True)
        self.side.set_wanted(wanted=True)
        self.side.show_note(story.note, joined=bool(self.groups))
        first = next((c.id for c in work.undecided if c.id == place), "")
        self.show_page(first or next((c.id for c in work.undecided), _END))
        self._say_left()

    def show_page(self, key: str) -> None:
        """Show a conflict by its id, a group of changes, or the end."""
        work, story = self._now()
        self._keep_draft()
        page: Sheet
        if any(c.id == key for c in work.conflicts):
            page = self._conflict_page(work, story, key)
        elif group := next((g for g in self.groups if group_key(g) == key), None):
            made = GroupPage(work.joined, story, group, work.left_out)
            made.turned.connect(self._on_turned)
            page = made
        else:
            end = EndPage(work, story, self.groups)
            end.finish_asked.connect(self.finish)
            page, key = end, _END
        page.show_small_print("  ·  ".join([*([story.about] if story.about else []), PROMISE]))
        self._put(page, key)
        self._refresh()

    def _conflict_page(self, work: Work, story: Story, id_: str) -> ConflictPage:
        made = ConflictPage(work, story, id_, self._draft(work, id_))
        made.decided.connect(lambda decision: self._on_decided(id_, decision))
        made.postponed.connect(lambda: self._on_decided(id_, None))
        return made

    def _draft(self, work: Work, id_: str) -> Draft:
        """What stood on the page when it was left; else what was decided."""
        decision = work.decided.get(id_)
        if id_ in self._drafts or decision is None:
            return self._drafts.get(id_, Draft())
        both, other = (decision.words if decision.choice == c else "" for c in ("both", "other"))
        return Draft(decision.choice, both, other, looked=bool(both))

    def _keep_draft(self) -> None:
        if isinstance(self.page, ConflictPage) and self._current:
            self._drafts[self._current] = self.page.draft

    def _put(self, page: Sheet, key: str) -> None:
        old, self.page, self._current = self.page, page, key
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.fit(self.effective())
        self._fit()
        page.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _refresh(self) -> None:
        work, story = self._now()
        self.side.show_entries(entries(work, story, self.groups), self._current)
        at_end = self._current == _END
        self.header.show_finish(shown=not at_end, primary=not work.undecided)

    def _now(self) -> tuple[Work, Story]:
        assert self.work is not None and self._story is not None
        return self.work, self._story

    # --- deciding ----------------------------------------------------------------------------

    def _on_decided(self, id_: str, decision: Decision | None) -> None:
        work, _ = self._now()
        self.work = with_decision(work, id_, decision)
        self._keep_draft()
        self._current = ""
        if decision is not None:
            self._drafts.pop(id_, None)
        self.show_page(self._next(id_))
        self._say_left()

    def _say_left(self) -> None:
        """How much is still to decide; the end has it as its heading, which is read as it opens."""
        if self._current != _END:
            self.announcer.say(finding(self._now()[0]))

    def _next(self, after: str) -> str:
        """The next thing to decide after one, going round; the end if there is none but it."""
        work, _ = self._now()
        ids = [c.id for c in work.conflicts]
        at = ids.index(after)
        waiting = {c.id for c in work.undecided} - {after}
        return next((id_ for id_ in (*ids[at + 1 :], *ids[:at]) if id_ in waiting), _END)

    def _on_turned(self, key: str, is_out: bool) -> None:  # noqa: FBT001 - a signal gives it
        work, _ = self._now()
        self.work = with_left_out(work, key, out=is_out)
        if isinstance(self.page, GroupPage):
            self.page.cards[key].show_left_out(is_out=is_out)
        self.announcer.say("Left out" if is_out else "Taken again")
        self._refresh()

    def step(self, by: int) -> None:
        """The next decision, or the one before; the end after the last."""
        if self.work is None:
            return
        ids = [*(c.id for c in self.work.conflicts), _END]
        at = ids.index(self._current) if self._current in ids else -1 if by > 0 else len(ids)
        self.show_page(ids[max(0, min(at + by, len(ids) - 1))])

    def _press_decide(self) -> None:
        if isinstance(self.page, ConflictPage):
            self.page.press_decide()

    # --- going -------------------------------------------------------------------------------

    def finish(self) -> None:
        """Hand over what was decided."""
        self._keep_draft()
        self.finished.emit()

    def leave(self) -> None:
        """Back to the bid, once the officer has said that decisions may be forgotten."""
        if self.may_leave():
            self.left.emit()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or may be."""
        self._keep_draft()
        work = self.work
        is_written = any(draft.choice in ("both", "other") for draft in self._drafts.values())
        if work is None or (work.is_untouched and not is_written):
            return True
        return ask().choose(
            self,
            "Leave without finishing?",
            "What you decided here is forgotten. Your bid stays as it is, and the copies can be "
            "joined again.",
            "Stay here",
            "Leave",
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # --- room --------------------------------------------------------------------------------

    def effective(self) -> int:
        """The window's width as if the text were at 100 %."""
        return round(self.width() / theme().scale)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        effective = self.effective()
        self.header.fit(effective)
        self.side.fit(effective)
        self._edge.setVisible(self.side.is_column)
        if self.page is not None:
            self.page.fit(effective)
