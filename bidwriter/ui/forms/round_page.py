"""What was understood of the form: questions, rules, names, what was passed over; and below, what
can be done with it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.desk.form_rows import FormWork, heading, linted, next_asked
from bidwriter.fund_forms.telling import counted
from bidwriter.rounds.linting.lint import faults
from bidwriter.ui.forms.doubt_line import DoubtLine, DoubtLines
from bidwriter.ui.forms.findings import Findings
from bidwriter.ui.forms.foot import Foot
from bidwriter.ui.forms.header import PROMISE
from bidwriter.ui.forms.names import Names
from bidwriter.ui.forms.question_list import QuestionList
from bidwriter.ui.forms.rules import RulesFound
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words
from bidwriter.ui.parts.words import heading as heading_words

_HINT = "Answer what is asked (F8 goes to the next), and change a kind that is wrong"
_LEADS = f"{_HINT}. A line at the left leads to its row"
_MOST_PASSED = 200


class RoundPage(Sheet):
    """`settled` carries the id of what was said and the way, `named` the names; `written_asked`
    shows the form where there is no room for it beside."""

    settled = Signal(str, object)
    named = Signal(object)
    written_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", "")
        self._work: FormWork | None = None
        self._hint = Words(_HINT, "body", "text2")
        self._written = Link("Show what the fund wrote", "small")
        self._promise = Words(PROMISE, "small", "text2")
        self.loose = DoubtLines()
        self._loose = Card(padding=(20, 14, 20, 14))
        self.questions = QuestionList()
        self.rules, self.names, self.findings = RulesFound(), Names(), Findings()
        self._added = _Told("Added by bidwriter")
        self._passed_by, self._passed = QWidget(), column(spacing=6)
        self.bar = Foot()
        self.announcer = Announcer(self)
        self._lay_out()
        self._written.clicked.connect(self.written_asked)
        self.loose.answered.connect(self.settled)
        self.questions.settled.connect(self.settled)
        self.names.named.connect(self.named)
        self.bar.findings_asked.connect(self.open_findings)

    def _lay_out(self) -> None:
        self.body.addWidget(self._hint)
        self.body.addWidget(self._promise)
        self.body.addWidget(self._written)
        self._loose.body.addWidget(self.loose)
        self.body.addSpacing(4)
        self.body.addWidget(self._loose)
        self.body.addWidget(self.questions)
        for part in (self.rules, self.names, self._added, self._passed_by, self.findings):
            self.body.addSpacing(12)
            self.body.addWidget(part)
        column(self._passed_by, 0).addLayout(self._passed)
        self.body.addStretch(1)
        self.foot.addWidget(self.bar, 1)

    # --- showing -----------------------------------------------------------------------------

    def show_work(self, work: FormWork) -> None:
        """Show what was read now; the focus and what is scrolled to stay."""
        before, self._work = self._work, work
        if before is None or before.opened is not work.opened:
            self.names.forget()
        held = self._held()
        self.heading.setText(heading(work))
        self.loose.show_doubts(work.loose, alone=True)
        self._loose.setVisible(bool(work.loose))
        self.questions.show_rows(work.rows)
        form = work.made.form
        self.rules.show_rules(form, work.named)
        self.names.show_names(form, work.named)
        self._added.show_told(work.made.said)
        if before is None or before.made.form.passed != form.passed:
            self._show_passed(form.passed)
        self.findings.show_findings(work.made.findings)
        self.bar.show_linted(linted(work.made), leads_on=bool(work.made.findings))
        if before is not None and before.opened is work.opened:
            self.announcer.say(self.heading.text())
        if held and self._held() != held:
            self._follow(held)

    def _show_passed(self, passed: tuple[str, ...]) -> None:
        emptied(self._passed)
        self._passed_by.setVisible(bool(passed))
        if not passed:
            return
        inside = QWidget()
        listed = column(inside, 6, (21, 0, 0, 0))
        for words in passed[:_MOST_PASSED]:
            listed.addWidget(Words(words, "small", "text2"))
        if len(passed) > _MOST_PASSED:
            more = f"and {len(passed) - _MOST_PASSED:,} more"
            listed.addWidget(Words(more, "small", "text2"))
        title = f"{counted(len(passed), 'thing')} passed over"
        self._passed.addWidget(Disclosure(title, inside, quiet=True))

    def show_room(self, *, has_form: bool, has_promise: bool) -> None:
        """Whether the form stands beside it, and the promise in the header."""
        self._hint.setText(_LEADS if has_form else _HINT)
        self._written.setVisible(not has_form)
        self._promise.setVisible(not has_promise)

    # --- going -------------------------------------------------------------------------------

    def is_ready(self, work: FormWork) -> bool:
        """Whether nothing stops the round from being made; else what does has the focus."""
        wrong = self.names.first_wrong()
        if work.made.doubts:
            self.go_to_first_open()
        elif wrong is not None:
            wrong.setFocus()
        elif faults(work.made.findings):
            self.open_findings()
        else:
            return True
        return False

    def _held(self) -> str:
        """The id of the doubt that has the focus."""
        lines = (self.loose, *(row.doubts for row in self.questions.rows))
        both = (pair for part in lines for pair in part.lines.items())
        return next((id_ for id_, line in both if line.choice.hasFocus()), "")

    def _follow(self, id_: str) -> None:
        """Put the focus on the doubt of this id, wherever it is asked now."""
        assert self._work is not None
        rows = (r.number for r in self._work.rows if any(a.doubt.id == id_ for a in r.asked))
        row = self.questions.row_of(next(rows, 0))
        line = (row.doubts if row is not None else self.loose).lines.get(id_)
        if line is not None:
            _go_to(line)

    def go_to_first_open(self) -> None:
        """Put the focus on what is asked first, and say how much there is."""
        if self._work is not None:
            words = f"Answer {counted(len(self._work.made.doubts), 'question')} first"
            self.bar.say(words)
            self.announcer.say(words, again=True)
            self._follow(next_asked(self._work, 0, "", 1))

    def go_to_open(self, by: int) -> None:
        """Put the focus on what is asked next (`by` 1) or before (-1), seen from where it is."""
        if self._work is None:
            return
        number = self.questions.number_held()
        if id_ := next_asked(self._work, number, self._held(), by):
            self._follow(id_)
        else:
            self.announcer.say(self.heading.text(), again=True)

    def open_findings(self) -> None:
        """Show what the linter says, from its heading on."""
        self.findings.open()
        QTimer.singleShot(0, self, lambda: self.begin_at(self.findings))

    def go_to_question(self, number: int) -> None:
        """Put the focus into the row of a question."""
        row = self.questions.row_of(number)
        if row is not None:  # once it is laid out, if it was built just now
            QTimer.singleShot(0, row, row.take_focus)


def _go_to(line: DoubtLine) -> None:
    """Put the focus there once it is laid out, if it was built just now."""
    QTimer.singleShot(0, line, line.choice.setFocus)


class _Told(QWidget):
    """Sentences under a heading; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()
        body = column(self, 6)
        body.addWidget(heading_words(title, "h2"))
        self._list: QVBoxLayout = column(spacing=4)
        body.addLayout(self._list)
        self.hide()

    def show_told(self, said: tuple[str, ...]) -> None:
        """Say these."""
        self.setVisible(bool(said))
        if said != self._said:
            self._said = said
            emptied(self._list)
            for words in said:
                self._list.addWidget(Words(words, "small", "text2"))
