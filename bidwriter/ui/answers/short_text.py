"""Short text: one line, with what is left of its limit."""

from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.kinds.values.short_text import ShortText
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words_left import WordsLeft
from bidwriter.ui.session import Session

_WIDTHS = {"phone": 22, "email": 44, "text": 44, "web": 44}


class ShortTextEditor(FieldEditor):
    """A line edit; typing in it joins up for undo."""

    def __init__(
        self, session: Session, question: ShortText, navigator: Navigator, *, alone: bool
    ) -> None:
        characters = 0 if question.limit else _WIDTHS[question.format]
        self.line = LineEdit(characters=characters)
        super().__init__(session, question, navigator, self.line, alone=alone)
        self.left: WordsLeft | None = None
        if question.limit:
            self.left = WordsLeft()
            self.layout_.addWidget(self.left)
        self.line.setReadOnly(self.read_only)
        self.line.setEnabled(True)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(session.break_typing)
        self.line.undo_asked.connect(session.undo)
        self.line.redo_asked.connect(session.redo)

    def _on_edited(self, text: str) -> None:
        self.put(self.question.parse(text, self.around), typing=True)

    def refresh(self) -> None:
        """The bid's words, unless only white space differs from what is being typed."""
        value = str(self.value or "")
        if " ".join(self.line.text().split()) != value:
            self.line.show_text(value)
        use = use_of_limit(self.session.bid, self.question)
        if self.left and use:
            self.left.show_count(use.used, use.limit, use.unit[:-1])
