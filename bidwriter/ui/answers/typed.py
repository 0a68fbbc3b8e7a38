"""What is typed in a line, such as dates and sums: read when it is left, and echoed in full."""

from typing import Any

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.session import Session


class TypedEditor(FieldEditor):
    """What cannot be understood stays in the box with a sentence; the bid keeps its value."""

    def __init__(
        self, session: Session, question: AnyQuestion, navigator: Navigator, *, alone: bool
    ) -> None:
        self.line = LineEdit(characters=24)
        super().__init__(session, question, navigator, self.line, alone=alone)
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

    def _read(self, typed: str) -> Any:
        return self.question.parse(typed, self.around)

    def _shown(self) -> str:
        return "" if self.value is None else self.question.text(self.value)
