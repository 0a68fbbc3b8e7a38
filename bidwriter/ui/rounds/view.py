"""A round being changed: the whole window. It keeps nothing and changes nothing: what is asked for
goes out as signals."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from bidwriter.desk.changing_round import RoundWork
from bidwriter.desk.round_outline import FOUND, ROUND, RULES, OutlineRow, outline, question_of
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import faults
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.inputs import LineEdit, TextArea
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.rounds.bars import ChangingFoot, ChangingHeader
from bidwriter.ui.rounds.choice_page import ChoicePage
from bidwriter.ui.rounds.found_page import FoundPage
from bidwriter.ui.rounds.names_page import NamesPage
from bidwriter.ui.rounds.outline_list import OutlineList
from bidwriter.ui.rounds.question_page import QuestionPage
from bidwriter.ui.rounds.rules_page import RulesPage

_BESIDE_FROM = 760
_WIDEST = 460


class ChangingView(QWidget):
    """`home_asked` to go back to the bids; `add_asked`, `undo_asked` and `redo_asked`; `going`
    carries the key of the page that is gone to; `left` once it shows no more."""

    home_asked = Signal()
    going = Signal(str)
    left = Signal()
    add_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        self.key = ROUND
        self._rows: tuple[OutlineRow, ...] = ()
        self._over = False
        self.header, self.foot = ChangingHeader(), ChangingFoot()
        self.rows, self.add = OutlineList(), Button("Add a question", "secondary", "plus")
        self.question, self.names = QuestionPage(), NamesPage()
        self.rules, self.found = RulesPage(), FoundPage()
        self.pages: dict[str, Sheet] = {ROUND: self.names, RULES: self.rules, FOUND: self.found}
        self.sheet: Sheet = self.names
        self.announcer = Announcer(self)
        self._left, self._right, self._stack = QWidget(), QWidget(), QStackedWidget()
        self._above, self._back = QWidget(), Link("Show all that it asks", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        outer = column(self, 0)
        outer.addWidget(self.header)
        outer.addWidget(Rule(room=0))
        side = column(self._left, 10, (8, 14, 8, 16))
        side.addWidget(self.rows, 1)
        side.addWidget(self.add)
        for page in (self.question, *self.pages.values()):
            self._stack.addWidget(page)
        right = column(self._right, 0)
        above = row(self._above, 0, (32, 10, 32, 0))
        above.addWidget(self._back)
        above.addStretch(1)
        right.addWidget(self._above)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left, 32)
        self._edge = Rule(upright=True)
        middle.addWidget(self._edge)
        middle.addWidget(self._right, 68)
        outer.addLayout(middle, 1)

    def _connect(self) -> None:
        self.header.back_asked.connect(self.home_asked)
        self.header.undo_asked.connect(self._on_undo)
        self.header.redo_asked.connect(self._on_redo)
        self.add.clicked.connect(self.add_asked)
        self.rows.picked.connect(self.go_to)
        self.foot.found_asked.connect(lambda: self.go_to(FOUND))
        self._back.clicked.connect(self._show_rows)
        for keys, call in (("Ctrl+Z", self._on_undo), ("Ctrl+Y", self._on_redo)):
            QShortcut(QKeySequence(keys), self, call)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self._on_redo)
        for line in self.findChildren(LineEdit):
            line.undo_asked.connect(self._on_undo)
            line.redo_asked.connect(self._on_redo)
        for lines in self.findChildren(TextArea):
            lines.undo_asked.connect(self._on_undo)
            lines.redo_asked.connect(self._on_redo)
        self.question.further.undo_asked.connect(self._on_undo)
        self.question.further.redo_asked.connect(self._on_redo)
        theme().changed.connect(self._fit)

    # --- showing -----------------------------------------------------------------------------

    def show_choice(self, page: ChoicePage) -> None:
        """Which round is changed is asked first."""
        self.header.show_state("", "", undo=False, redo=False)
        self._put(page)
        page.take_focus()

    def show_work(self, work: RoundWork, found: Sequence[Finding], state: str) -> None:
        """Show what the round says now, where one is."""
        data = work.texts.data
        self._rows = outline(data, found)
        keys = [row.key for row in self._rows]
        if self.key not in (*keys, FOUND):
            self.key = ROUND
        self.header.show_state(
            str(data.get("name", "")), state, undo=bool(work.back), redo=bool(work.forward)
        )
        self.names.show_round(data)
        self.rules.show_rules(data)
        self.found.show_findings(tuple(found))
        self._show_question(work)
        self.rows.show_rows(self._rows, self.key)
        self._put(self.pages.get(self.key, self.question))

    def _show_question(self, work: RoundWork) -> None:
        if id_ := question_of(self.key):
            asked = [row.key for row in self._rows if question_of(row.key)]
            self.question.show_question(work.texts.data, id_, asked.index(self.key) + 1)

    def show_linted(self, found: Sequence[Finding]) -> None:
        """What is to mend, in a few words."""
        wrong = len(faults(tuple(found)))
        advice = len(found) - wrong
        things = "1 thing to mend" if wrong == 1 else f"{wrong} things to mend"
        words = things if wrong else "Nothing to mend"
        if advice:
            words += f", {advice} {'piece' if advice == 1 else 'pieces'} of advice"
        self.foot.show_found(words)

    def say(self, words: str) -> None:
        """Say why something cannot be done, or that it was."""
        self.foot.say(words)
        self.announcer.say(words)

    # --- going -------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Go to a page; what was typed is said first."""
        self.tell_all()
        self._over = False
        self.key = key
        self.going.emit(key)
        self.sheet.take_focus()

    def tell_all(self) -> None:
        """What was typed and is not left yet counts too."""
        if self.sheet is self.question:
            self.question.tell_all()
        elif self.sheet is self.names:
            self.names.tell_all()

    def _on_undo(self) -> None:
        self.tell_all()
        self.undo_asked.emit()

    def _on_redo(self) -> None:
        self.tell_all()
        self.redo_asked.emit()

    def _put(self, sheet: Sheet) -> None:
        old, self.sheet = self.sheet, sheet
        if self._stack.indexOf(sheet) < 0:
            self._stack.addWidget(sheet)
        if not isinstance(sheet, ChoicePage) and self.foot.parentWidget() is not sheet:
            sheet.foot.addWidget(self.foot, 1)  # below what scrolls, or at its end
        self._stack.setCurrentWidget(sheet)
        self._fit()
        if isinstance(old, ChoicePage) and old is not sheet:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.home_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is said before it goes."""
        super().hideEvent(event)
        self.left.emit()

    # --- room --------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        self._fit()

    def _show_rows(self) -> None:
        """Where there is no room beside each other, the list stands in the page's place."""
        self._over = True
        self._fit()
        self.rows.setFocus()

    def _fit(self) -> None:
        effective = round(self.width() / theme().scale)
        has_room, has_rows = effective >= _BESIDE_FROM, not isinstance(self.sheet, ChoicePage)
        self._left.setVisible(has_rows and (has_room or self._over))
        self._left.setMaximumWidth(theme().px(_WIDEST) if has_room else 16777215)
        self._edge.setVisible(has_rows and has_room)
        self._right.setVisible(has_room or not (has_rows and self._over))
        self._above.setVisible(has_rows and not has_room)
        self.sheet.fit(effective)
