"""What the round checks: rules as sentences, changed by filling in their blanks."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.pack_editing.answers import answers_of
from bidwriter.pack_editing.rules import (
    SENTENCES,
    Blank,
    Sentence,
    filled,
    sentence_of,
    shown_in,
    told,
)
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words
from bidwriter.ui.rounds.boxes import Line

Data = Mapping[str, Any]
_HINT = "Each stops the final export where it does not hold, unless it is only advice"


class RulesPage(Sheet):
    """`kept` carries the position of a rule, None for a new one, and the rule; `remove_asked` the
    position."""

    kept = Signal(object, object)
    remove_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__("", "What is checked", _HINT)
        self._data: Data = {}
        self._rules = QWidget()
        self.lines = column(self._rules, 8)
        self.form = RuleForm()
        self.add = Button("Add a rule", "secondary", "plus")
        self.body.addSpacing(4)
        self.body.addWidget(self._rules)
        self.body.addSpacing(8)
        self.body.addWidget(self.add)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add.clicked.connect(lambda: self.form.open(self._data, None))
        self.form.kept.connect(self.kept)

    def show_rules(self, data: Data) -> None:
        """Show what the pack checks; a rule that is being written stays while no other changes."""
        if data.get("checks") != self._data.get("checks") or not self.lines.count():
            emptied(self.lines)
            for at, rule in enumerate(data.get("checks", ())):
                self.lines.addWidget(self._line(at, rule, data))
            if not data.get("checks"):
                self.lines.addWidget(Words("Nothing of its own yet", "body", "text2"))
            self.form.close_form()
        self._data = data

    def _line(self, at: int, rule: Data, data: Data) -> QWidget:
        card = Card(padding=(16, 10, 16, 12), spacing=2)
        words = told(rule, data)
        card.body.addWidget(Words(words, "body"))
        said = [f"in the phase “{rule['phase']}”" if rule.get("phase") else ""]
        said.append("only advice" if rule.get("severity") == "advice" else "")
        said.append(f"the fund wrote: “{rule['quote']}”" if rule.get("quote") else "")
        if any(said):
            card.body.addWidget(Words("; ".join(filter(None, said)), "small", "text2"))
        ways = row(spacing=16)
        if sentence_of(rule) is not None:
            change = Link("Change it", "small")
            change.setAccessibleName(f"Change: {words}")
            change.clicked.connect(lambda: self.form.open(self._data, at))
            ways.addWidget(change)
        else:
            ways.addWidget(Words("Changed in the pack’s own files", "small", "text2", wrap=False))
        gone = Link("Take it away", "small")
        gone.setAccessibleName(f"Take away: {words}")
        gone.clicked.connect(lambda: self.remove_asked.emit(at))
        ways.addWidget(gone)
        ways.addStretch(1)
        card.body.addLayout(ways)
        return card


class RuleForm(QWidget):
    """A sentence to choose, and its blanks. `kept` as of the page."""

    kept = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._data: Data = {}
        self._at: int | None = None
        self.errors = ErrorSummary()
        self.sentence = ComboBox()
        self.boxes: dict[str, Line | ComboBox] = {}
        self._blanks = column(spacing=10)
        card = Card(padding=(18, 14, 18, 16), spacing=10)
        column(self, 0).addWidget(card)
        card.body.addWidget(self.errors)
        card.body.addWidget(Field("What is checked", self.sentence))
        card.body.addLayout(self._blanks)
        line = row(spacing=10)
        keep, leave = Button("Keep this rule", "secondary", "check"), Button("Not now", "quiet")
        line.addWidget(keep)
        line.addWidget(leave)
        line.addStretch(1)
        card.body.addLayout(line)
        keep.clicked.connect(self._on_keep)
        leave.clicked.connect(self.close_form)
        self.sentence.activated.connect(lambda: self._show_blanks({}))
        self.hide()

    def open(self, data: Data, at: int | None) -> None:
        """Write a rule, or change the one at a position."""
        self._data, self._at = data, at
        rule = data["checks"][at] if at is not None else {}
        asked = {one.get("kind") for one in data.get("questions", ())}
        self.sentence.clear()
        for sentence in SENTENCES:
            if not sentence.needs or sentence.needs in asked:
                self.sentence.addItem(sentence.title)
        if at is not None and (found := sentence_of(rule)) is not None:
            self.sentence.setCurrentText(found.title)
        self.errors.show_errors([])
        self._show_blanks(rule)
        self.show()
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Nothing is written any more."""
        self.hide()

    def _sentence(self) -> Sentence:
        title = self.sentence.currentText()
        return next(one for one in SENTENCES if one.title == title)

    def _show_blanks(self, rule: Data) -> None:
        emptied(self._blanks)
        self.boxes = {}
        for blank in self._sentence().blanks:
            box = self._box(blank, rule)
            self.boxes[blank.name] = box
            self._blanks.addWidget(Field(blank.label, box, optional=blank.optional))
        question = self.boxes.get("question")
        if isinstance(question, ComboBox):
            question.activated.connect(lambda: self._show_answers({}))
            self._show_answers(rule)

    def _box(self, blank: Blank, rule: Data) -> Line | ComboBox:
        if blank.sort in ("question", "answer"):
            box = ComboBox()
            widths(box, least=200, most=420)
            for one in self._data.get("questions", ()) if blank.sort == "question" else ():
                if not blank.kinds or one.get("kind") in blank.kinds:
                    box.addItem(str(one.get("label") or one.get("wording", "")), one.get("id"))
            box.setCurrentIndex(max(0, box.findData(rule.get(blank.name))))
            return box
        line = Line(most=400)
        line.show_words(shown_in(blank, rule, self._data))
        return line

    def _show_answers(self, rule: Data) -> None:
        question, box = self.boxes.get("question"), self.boxes.get("answer")
        if not isinstance(box, ComboBox) or not isinstance(question, ComboBox):
            return
        id_ = question.currentData()
        found = (one for one in self._data.get("questions", ()) if one.get("id") == id_)
        box.clear()
        for answer, label in answers_of(next(found, {})):
            box.addItem(label, answer)
        box.setCurrentIndex(max(0, box.findData(rule.get("answer"))))

    def _on_keep(self) -> None:
        typed = {
            name: str(box.currentData() or "") if isinstance(box, ComboBox) else box.text()
            for name, box in self.boxes.items()
        }
        sentence = self._sentence()
        try:
            rule = filled(sentence, typed)
        except NotAllowedError as error:
            self.errors.show_errors([ErrorLine("rule", str(error))])
            return
        lacking = [b.label for b in sentence.blanks if not b.optional and b.name not in rule]
        if lacking:
            self.errors.show_errors([ErrorLine("rule", f"Fill in: {', '.join(lacking)}")])
            return
        self.close_form()
        self.kept.emit(self._at, rule)
