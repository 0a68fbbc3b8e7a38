"""Dates and sums of money: a line that is read when it is left, and echoed in full."""

from datetime import date
from decimal import Decimal

from bidwriter.kinds.values import day, money
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.session import Session


class TypedEditor(FieldEditor):
    """What cannot be understood stays in the box with a sentence; the bid keeps its value."""

    def __init__(
        self, session: Session, question: day.Date | money.Sum, navigator: Navigator, *, alone: bool
    ) -> None:
        self.line = LineEdit(characters=24)
        super().__init__(session, question, navigator, self.line, alone=alone)
        self._read = day.parse if isinstance(question, day.Date) else money.parse
        self.line.setReadOnly(self.read_only)
        self.line.setEnabled(True)
        self.line.editingFinished.connect(self._on_finished)

    def _on_finished(self) -> None:
        if self.line.text() != self._shown() or self.misunderstood:
            self.put_typed(self._read, self.line.text())
            self.refresh()

    def refresh(self) -> None:
        """The value in full, unless something is being typed or was not understood."""
        if not self.misunderstood and not (self.line.hasFocus() and self.line.isModified()):
            self.line.show_text(self._shown())

    def _shown(self) -> str:
        match self.value:
            case date() as value:
                return day.show(value)
            case Decimal() as value:
                return money.show(value)
            case _:
                return ""
