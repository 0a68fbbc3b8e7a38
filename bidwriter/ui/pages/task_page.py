"""The page of one task: its questions, what is left of their limits, and what they show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bidwriter.bids.editing import set_finished
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.checks.progress import TaskProgress
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.editors import editor_for
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_COLUMN, _WIDE = 648, 1060
_PINNED_FROM, _FOOT_BESIDE = 760, 620
_CLOSED = "Whoever sent it asked you to change other parts. You can comment on this one."


class TaskPage(Page):
    """One topic a page. Problems of what is missing show once Continue was pressed."""

    has_panel = True

    def __init__(self, session: Session, navigator: Navigator, progress: TaskProgress) -> None:
        super().__init__(session, navigator)
        self.task = progress.task
        self.questions = progress.questions
        self._pressed = False
        self.title = self.task.title or self.questions[0].wording
        self.editors: dict[str, AnswerEditor] = {
            q.id: editor_for(session, q, navigator, alone=self._is_headed(q))
            for q in self.questions
        }
        self.wide = any(editor.wide for editor in self.editors.values())
        self.heading = heading(self.title)
        self.summary = ErrorSummary()
        self.summary.followed.connect(lambda key: navigator.go(Place(key)))
        self.strips: dict[str, EvidenceStrip] = {}
        self.foot = centred(self._make_foot(), self._most, (0, 12, 0, 14))
        self._body = self._content(progress)
        self._scroll = self.fill(centred(self._body, self._most))
        self._rule = Rule(room=0)
        self._bar = QWidget()
        self._bar_line = row(self._bar, 0, (28, 0, 28, 0))
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addWidget(self._rule)
        outer.addWidget(self._bar)
        self._pinned: bool | None = None
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.fit(1360)

    @property
    def is_closed(self) -> bool:
        """Whether nothing on this page can be changed in this copy."""
        return not any(self.session.may_change(question.id) for question in self.questions)

    # --- making ------------------------------------------------------------------------------

    def _content(self, progress: TaskProgress) -> QWidget:
        inside = QWidget()
        body = column(inside, 10)
        body.addWidget(Words(self._crumbs(progress), "small", "text2"))
        body.addWidget(self.heading)
        for words, role, colour in self._hints():
            body.addWidget(Words(words, role, colour))  # type: ignore[arg-type]
        if self.is_closed and not self.session.read_only:
            body.addWidget(Callout("waiting", "This part is for reading in this copy", _CLOSED))
        body.addWidget(self.summary)
        for question in self.questions:
            body.addSpacing(6)
            body.addWidget(self.editors[question.id], 1 if self._grows(question.id) else 0)
            if question.answer_shows and self.bid.round.principles:
                body.addSpacing(4)
                body.addWidget(self._strip(question.id))
        if not any(self._grows(question.id) for question in self.questions):
            body.addStretch(1)
        return inside

    @property
    def _most(self) -> int:
        return _WIDE if self.wide else _COLUMN

    def _is_headed(self, question: AnyQuestion) -> bool:
        """Whether the page's heading is the question: it is not said twice."""
        return len(self.questions) == 1 or question.wording == self.title

    def _crumbs(self, progress: TaskProgress) -> str:
        tasks = [
            t for t in progress.section.tasks if any(q in self._asked_ids() for q in t.questions)
        ]
        if len(tasks) < 2:
            return progress.section.title
        return f"{progress.section.title}  ·  page {tasks.index(self.task) + 1} of {len(tasks)}"

    def _asked_ids(self) -> set[str]:
        return {question.id for question in self.bid.asked}

    def _hints(self) -> list[tuple[str, str, str]]:
        hints = [
            (
                self.task.hint or next((q.hint for q in self.questions if self._is_headed(q)), ""),
                "body",
                "text2",
            )
        ]
        assumed = [q.note for q in self.questions if q.basis == "assumed" and q.note]
        hints += [
            (f"Assumed, not published: {note}", "small", "text2") for note in dict.fromkeys(assumed)
        ]
        return [hint for hint in hints if hint[0]]

    def _grows(self, question: str) -> bool:
        return self.wide or (len(self.questions) == 1 and self.editors[question].question.is_prose)

    def _strip(self, question: str) -> EvidenceStrip:
        strip = EvidenceStrip(self.session, self.navigator)
        strip.show_place(Place(question))
        self.strips[question] = strip
        return strip

    def _make_foot(self) -> QWidget:
        done = QWidget()
        line = row(done, 16)
        self.continue_button = Button("Continue", "primary")
        self.continue_button.clicked.connect(self.press_continue)
        what = "this answer" if len(self.questions) == 1 else "this page"
        self.finished = CheckBox(f"I have finished {what}")
        self.finished.clicked.connect(self._on_finished)
        self.finished.setEnabled(not self.is_closed)
        line.addWidget(self.continue_button)
        line.addWidget(self.finished, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        feet = [(editor.foot, 1) for editor in self.editors.values() if editor.foot is not None]
        return Beside([(done, 0), *feet], least=_FOOT_BESIDE) if feet else done

    # --- what the officer does ---------------------------------------------------------------

    def press_continue(self) -> None:
        """Go on; if something here stops export, say so first, once, and go on the next time."""
        self.left()
        found = [p for p in self.session.check_now() if p.stops and self._is_mine(p)]
        if found and not self._pressed and not self.session.read_only:
            self._pressed = True
            self.show_problems()
            self.summary.show_errors(
                [ErrorLine(p.place, p.words, self._name_of(p)) for p in found], focus=True
            )
            return
        self.navigator.go_on()

    def _name_of(self, problem: Problem) -> str:
        question = self.bid.round.by_id.get(problem.place.question)
        return question.name if question and question.name not in problem.words else problem.detail

    def toggle_finished(self) -> None:
        """Set or take away the officer's own mark."""
        self.finished.setChecked(not self.finished.isChecked())
        self._on_finished()

    def _on_finished(self) -> None:
        marked = self.finished.isChecked()

        def mark(bid):  # type: ignore[no-untyped-def]
            for question in self.questions:
                bid = set_finished(bid, question.id, done=marked)
            return bid

        words = f"Marked “{self.task.label}” as {'finished' if marked else 'not finished'}"
        self.session.edit(mark, words)

    # --- what the window asks ----------------------------------------------------------------

    def refresh(self) -> None:
        """Every editor shows what the bid has."""
        for editor in self.editors.values():
            editor.refresh()
        for strip in self.strips.values():
            strip.refresh()
        self.finished.setChecked(all(q.id in self.bid.finished for q in self.questions))

    def show_problems(self) -> None:
        """Beside the fields; what is only missing, once Continue was pressed."""
        mine = [p for p in self.session.problems if self._is_mine(p)]
        shown = [p for p in mine if self._pressed or p.check != "required"]
        for id_, editor in self.editors.items():
            editor.show_problems(tuple(p for p in shown if p.place.question == id_))
        if self._pressed:
            stops = [p for p in mine if p.stops]
            self.summary.show_errors(
                [ErrorLine(p.place, p.words, self._name_of(p)) for p in stops], focus=False
            )

    def _is_mine(self, problem: Problem) -> bool:
        return problem.place.question in self.editors and not problem.place.is_evidence

    def go_to(self, place: Place) -> None:
        """The very field; a chip or reason for evidence; else the heading."""
        question = place.question
        editor = self.editors.get(question)
        if editor is None:
            self.heading.setFocus()
            return
        if place.is_evidence and place.item == question and question in self.strips:
            self.strips[question].go_to(place)
            return
        editor.go_to(place)
        if not self._holds_focus():  # in an answer that is only read, there may be nothing to use
            self.heading.setFocus()

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        return here and focused.isVisible() and focused.isEnabled()

    def in_focus(self) -> tuple[Place, str]:
        """The question, or the row, that has the focus, and the words selected in it."""
        focused = QApplication.focusWidget()
        near = (q for q, e in self.editors.items() if focused and e.isAncestorOf(focused))
        question = next(near, self.questions[0].id)
        return self.editors[question].in_focus()

    def fit(self, effective_width: int) -> None:
        """Continue stays in reach below what scrolls; where room is short, it scrolls too."""
        for editor in self.editors.values():
            editor.fit(effective_width)
        pinned = effective_width >= _PINNED_FROM
        if pinned == self._pinned:
            return
        self._pinned = pinned
        inner = self._body.layout()
        assert isinstance(inner, QVBoxLayout)
        if pinned:
            self._bar_line.addWidget(self.foot)
        else:
            inner.addWidget(self.foot)
        self.foot.show()  # at once: it may hold the focus, which nothing hidden can
        self._rule.setVisible(pinned)
        self._bar.setVisible(pinned)

    def _on_range_changed(self, _least: int, most: int) -> None:
        """A hairline says that the page goes on below."""
        self._rule.show_line(shown=most > 0)

    def left(self) -> None:
        """What was typed is kept."""
        for editor in self.editors.values():
            editor.take_in()
        self.session.break_typing()
