"""When a question is asked, as a sentence with lists: "only if … is …"."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.pack_editing.answers import Decider, asked_when_words, deciders
from bidwriter.pack_editing.deciding import terms_of
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.words import Words
from bidwriter.ui.rounds.boxes import Line

_ALWAYS, _KEPT = "always", "kept"
_VERBS = {"is": "is", "is-not": "is not"}
_FIGURE = "0"


class AskedField(QWidget):
    """`changed` carries the terms; [] for always. Terms that its lists cannot say are shown in
    words, and stay until something else is chosen."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deciders: dict[str, Decider] = {}
        self.question, self.verb, self.answer = ComboBox(), ComboBox(), ComboBox()
        self.least = Line(characters=10, most=20)
        self._kept = Words("", "small", "text2")
        line = QWidget()
        flow = FlowLayout(line, 8, 8)
        for part in (self.question, self.verb, self.answer, self.least):
            flow.addWidget(part)
        widths(self.question, least=200, most=420)
        widths(self.answer, least=120, most=320)
        self.verb.setAccessibleName("Is, or is not")
        self.answer.setAccessibleName("Which answer")
        self.least.setAccessibleName("At least so much")
        self.question.setAccessibleName("Asked when")
        inner = column(self, 4)
        inner.addWidget(line)
        inner.addWidget(self._kept)
        self.setFocusProxy(self.question)
        for verb, words in _VERBS.items():
            self.verb.addItem(words, verb)
        self.question.activated.connect(self._on_question)
        self.verb.activated.connect(self._tell)
        self.answer.activated.connect(self._tell)
        self.least.left.connect(self._tell)

    def show_question(self, data: Mapping[str, Any], question: Mapping[str, Any]) -> None:
        """When this question is asked."""
        found = deciders(data, str(question.get("id", "")))
        self._deciders = {one.id: one for one in found}
        terms = terms_of(question)
        one = terms[0] if len(terms) == 1 and self._can_say(terms[0]) else None
        self.question.clear()
        self.question.addItem("Always", _ALWAYS)
        if terms and one is None:
            self.question.addItem("As below", _KEPT)
        for decider in found:
            self.question.addItem(f"Only if “{decider.wording}”", decider.id)
        chosen = _KEPT if terms and one is None else one["question"] if one else _ALWAYS
        self.question.setCurrentIndex(self.question.findData(chosen))
        self._kept.setText(f"Only if {asked_when_words(data, question)}")
        self._kept.setVisible(chosen == _KEPT)
        self._show_answers(one)

    def _can_say(self, term: Mapping[str, Any]) -> bool:
        decider = self._deciders.get(term.get("question", ""))
        if decider is None:
            return False
        if "at-least" in term:
            return not decider.answers
        listed = _listed(term.get("is") or term.get("is-not") or ())
        return len(listed) == 1 and listed[0] in dict(decider.answers)

    def _show_answers(self, term: Mapping[str, Any] | None) -> None:
        decider = self._deciders.get(str(self.question.currentData()))
        self.answer.clear()
        for id_, label in decider.answers if decider else ():
            self.answer.addItem(label, id_)
        has_answers = bool(decider and decider.answers)
        self.verb.setVisible(has_answers)
        self.answer.setVisible(has_answers)
        self.least.setVisible(decider is not None and not has_answers)
        self.least.show_words(str((term or {}).get("at-least", _FIGURE)))
        verb = "is-not" if term and term.get("is-not") else "is"
        self.verb.setCurrentIndex(self.verb.findData(verb))
        chosen = _listed((term or {}).get(verb, ()))
        self.answer.setCurrentIndex(max(0, self.answer.findData(chosen[0])) if chosen else 0)

    def _on_question(self) -> None:
        self._show_answers(None)
        if self.question.currentData() != _KEPT:
            self._tell()

    def _tell(self, *_: object) -> None:
        decider = self._deciders.get(str(self.question.currentData()))
        if decider is None:
            self.changed.emit([])
        elif decider.answers:
            verb, answer = str(self.verb.currentData()), str(self.answer.currentData())
            self.changed.emit([{"question": decider.id, verb: [answer]}])
        else:
            least = self.least.text().strip() or _FIGURE
            self.changed.emit([{"question": decider.id, "at-least": least}])


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value]
