"""What a value will be: one side's, or another one that the officer types."""

from PySide6.QtCore import Signal

from bidwriter.desk.drafts import Drafts
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words


class ValueResult(Card):
    """`edited` when the officer typed."""

    edited = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(padding=(20, 14, 20, 18), spacing=8)
        self._title = Words(title, "body", weight=600)
        self._value = Words("", "body")
        self._note = Words("", "small", "text2")
        self.line = LineEdit(characters=44)
        self.field = Field(title, self.line)
        inner = column(spacing=6)
        for part in (self._title, self._value, self.field, self._note):
            inner.addWidget(part)
        self.body.addLayout(inner)
        self._drafts = Drafts("")
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._drafts.break_typing)
        self.line.undo_asked.connect(lambda: self._step(self._drafts.undo()))
        self.line.redo_asked.connect(lambda: self._step(self._drafts.redo()))
        self.show_value("")

    @property
    def words(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    def show_title(self, title: str) -> None:
        """Say what the value is."""
        self._title.setText(title)

    def show_value(self, words: str) -> None:
        """Show one side's value."""
        self._value.setText(words)
        self._turn(writing=False)

    def write(self, words: str) -> None:
        """Let another value be typed, beginning with `words`."""
        self.line.show_text(words)
        self._drafts.take(words)
        self._drafts.break_typing()
        self._turn(writing=True)

    def show_note(self, words: str) -> None:
        """What follows from it."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def say(self, error: str) -> None:
        """What is wrong with what was typed; nothing if all is well."""
        if error != self.field.error:
            self.field.set_error(error)

    def _turn(self, *, writing: bool) -> None:
        self._title.setVisible(not writing)
        self._value.setVisible(not writing)
        self.field.setVisible(writing)
        self.say("")

    def _on_edited(self, text: str) -> None:
        self._drafts.take(text)
        self.say("")
        self.edited.emit()

    def _step(self, words: str) -> None:
        self.line.show_text(words)
        self.edited.emit()
