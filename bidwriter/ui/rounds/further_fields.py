"""What else a question of its kind can say, a field each."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.pack_editing.further import FURTHER, Further, read_further, shown_further
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.rounds.boxes import Line


class FurtherFields(QWidget):
    """`changed` carries a name of the question, and its value."""

    changed = Signal(str, object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._lines = column(self, 10)
        self.boxes: dict[str, Line | CheckBox] = {}
        self._fields: dict[str, Field] = {}

    def show_question(self, question: Mapping[str, Any], *, anew: bool) -> None:
        """Show what the pack says."""
        kind = str(question.get("kind", ""))
        if kind != self._kind:
            self._kind = kind
            self._build(FURTHER.get(kind, ()))
        for field in self._fields.values() if anew else ():
            field.set_error("")
        for one in FURTHER.get(kind, ()):
            box = self.boxes[one.name]
            if isinstance(box, CheckBox):
                box.setChecked(bool(question.get(one.name)))
            else:
                box.show_words(shown_further(one, question), anew=anew)
        self.setVisible(bool(self.boxes))

    def _build(self, wanted: tuple[Further, ...]) -> None:
        emptied(self._lines)
        self.boxes, self._fields = {}, {}
        for one in wanted:
            if one.sort == "flag":
                check = CheckBox(one.label)
                check.clicked.connect(lambda on, one=one: self.changed.emit(one.name, on or None))
                self.boxes[one.name] = check
                self._lines.addWidget(check)
                continue
            line = Line(most=300)
            line.left.connect(lambda words, one=one: self._on_left(one, words))
            line.undo_asked.connect(self.undo_asked)
            line.redo_asked.connect(self.redo_asked)
            self.boxes[one.name] = line
            self._fields[one.name] = Field(one.label, line)
            self._lines.addWidget(self._fields[one.name])

    def _on_left(self, one: Further, words: str) -> None:
        try:
            value = read_further(one, words)
        except NotAllowedError as error:
            self._fields[one.name].set_error(str(error))
            return
        self._fields[one.name].set_error("")
        self.changed.emit(one.name, value)

    def tell(self) -> None:
        """What was typed and is not left yet."""
        for box in self.boxes.values():
            if isinstance(box, Line):
                box.tell()
