"""Boxes of a round's editor: each says what stands in it once it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from bidwriter.ui.parts.inputs import LineEdit, TextArea
from bidwriter.ui.parts.row_list import leaves


class Line(LineEdit):
    """One line. `left` carries it once it differs from what was shown."""

    left = Signal(str)

    def __init__(self, *, characters: int = 0, most: int = 500) -> None:
        super().__init__(characters=characters, most=most)
        self._said = self._shown = ""  # by the pack, and by this box
        self.editingFinished.connect(self.tell)

    def show_words(self, words: str, *, anew: bool = False) -> None:
        """Show this; what is being typed, or was refused, stays unless it is shown `anew`."""
        if words == self._said and not anew:
            return
        is_typed = not anew and self.hasFocus() and self.text() != self._shown
        self._said = self._shown = words
        if not is_typed:
            self.show_text(words)

    def tell(self) -> None:
        """Say what stands here, if it differs."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.left.emit(self._shown)


class Lines(TextArea):
    """Several lines. `left` carries them once they differ from what was shown."""

    left = Signal(str)

    def __init__(self, *, lines: int = 3, most: int = 20_000) -> None:
        super().__init__(lines=lines, most=most)
        self._said = self._shown = ""  # by the pack, and by this box

    def show_words(self, words: str, *, anew: bool = False) -> None:
        """Show this; what is being typed, or was refused, stays unless it is shown `anew`."""
        if words == self._said and not anew:
            return
        is_typed = not anew and self.hasFocus() and self.toPlainText() != self._shown
        self._said = self._shown = words
        if not is_typed:
            self.show_text(words)

    def tell(self) -> None:
        """Say what stands here, if it differs."""
        words = self.toPlainText()
        if words != self._shown:
            self._shown = words
            self.left.emit(words)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is left."""
        super().focusOutEvent(event)
        if leaves(event):
            self.tell()


class Wording(Lines):
    """A question's wording. Enter splits it where the cursor stands, Backspace at its start joins
    it to the question before: `split_asked` carries the character, `join_asked` nothing."""

    split_asked = Signal(int)
    join_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Backspace."""
        at = self.textCursor().position()
        is_plain = not self.textCursor().hasSelection()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell()
            self.split_asked.emit(at)
        elif event.key() == Qt.Key.Key_Backspace and at == 0 and is_plain:
            self.tell()
            self.join_asked.emit()
        else:
            super().keyPressEvent(event)
