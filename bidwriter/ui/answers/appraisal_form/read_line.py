"""A box whose words are read as they are typed: what can be read goes into the bid at once; what
cannot stays in the box, and when the box is left it is said what to do."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.session import Session


class ReadLine(LineEdit):
    """`read` gives what words mean or raises NotAllowedError; `take` puts words that can be read
    into the bid. `unread` carries why they cannot be read, "" once they can."""

    unread = Signal(str)

    def __init__(
        self,
        read: Callable[[str], object],
        take: Callable[[str], None],
        session: Session,
        placeholder: str = "",
    ) -> None:
        super().__init__(placeholder=placeholder)
        self._read, self._take, self._session, self._held = read, take, session, ""
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.leave)
        self.undo_asked.connect(session.undo)
        self.redo_asked.connect(session.redo)

    @property
    def trouble(self) -> str:
        """Why the words in the box cannot be read; "" if they can."""
        try:
            self._read(self.text())
        except NotAllowedError as error:
            return str(error)
        return ""

    def show_held(self, text: str) -> None:
        """Show what the bid has. Words that mean the same stay as they are typed, and so do words
        that cannot be read, until the bid has something else."""
        changed, self._held = text != self._held, text
        if self.trouble and not changed:
            return
        if self.hasFocus() and self._meaning(self.text()) == self._meaning(text):
            return
        self.show_text(text)
        self.unread.emit("")

    def leave(self) -> None:
        """Echo what was read in full, or say why it cannot be."""
        self._session.break_typing()
        if self.isReadOnly():
            return
        trouble = self.trouble
        if not trouble:
            self.show_text(self._held)
        self.unread.emit(trouble)

    def _on_edited(self, typed: str) -> None:
        if not self.trouble:
            self._take(typed)
            self.unread.emit("")

    def _meaning(self, words: str) -> object:
        try:
            return self._read(words)
        except NotAllowedError:
            return words
