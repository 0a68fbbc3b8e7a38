"""What the passage will read: looked at, or written in the real editor, with the words left of the
whole answer."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.bids.joining.words import Run
from bidwriter.bids.printing.limits import Use
from bidwriter.bids.telling.prose import reading
from bidwriter.desk.drafts import Drafts
from bidwriter.prose.blocks import Block
from bidwriter.prose.markdown import parse, write
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.editor.link_dialog import asking_in
from bidwriter.ui.editor.start_dialog import asking_start_in
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.compared import ComparedText
from bidwriter.ui.parts.field import FieldError
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.words import Words
from bidwriter.ui.parts.words_left import WordsLeft

_LINE = 28


class ProseResult(Card):
    """`show` gives the blocks of stored words, with the values of live figures. `edited` when the
    officer wrote; `edit_asked` when they want to write on from what is
    shown; `started_from` when a side is to be the start ("mine" or "theirs")."""

    edited = Signal()
    edit_asked = Signal()
    started_from = Signal(str)

    def __init__(
        self, title: str, whose: str, show: Callable[[str], tuple[Block, ...]] = parse
    ) -> None:
        super().__init__(padding=(20, 14, 20, 18), spacing=8)
        self._show_blocks = show
        self.edit = Button("Edit", "quiet", "pencil-line")
        self.edit.clicked.connect(self.edit_asked)
        self.left = WordsLeft(bar=False)
        self.looked = CheckBox("I have read it through")
        self._error = FieldError()
        self._title = title
        head = row(spacing=8)
        self._heading = Words(title, "body", weight=600, wrap=False)
        head.addWidget(self._heading, 1)
        head.addWidget(self.edit)
        self.body.addLayout(head)
        self._middle = column(spacing=0)
        self.body.addLayout(self._middle)
        self._starts = self._make_starts(whose)
        self.body.addWidget(self._starts)
        self.body.addWidget(self._error)
        self.body.addWidget(self.looked)
        self.body.addWidget(self.left)
        self._shown: QWidget | None = None
        self._box: EditorBox | None = None
        self._drafts = Drafts("")
        self._words = ""
        self.looked.toggled.connect(lambda on: self.say("") if on else None)
        self.say("")

    @property
    def words(self) -> str:
        """The passage, as Markdown."""
        return write(self._box.text.blocks()) if self._box else self._words

    @property
    def is_writing(self) -> bool:
        """Whether the editor is open."""
        return self._box is not None

    def show_title(self, title: str) -> None:
        """Say what the words are."""
        self._heading.setText(title)

    def show_words(self, words: str, *, to_look_at: bool = False) -> None:
        """Show a passage; `to_look_at` asks the officer to say that it was read."""
        self._words = words
        text = reading(self._show_blocks(words)) or "Nothing: it is taken out"
        self._put(ComparedText((Run("same", text),), line=_LINE))
        self._box = None
        self.edit.setVisible(True)
        self._starts.setVisible(False)
        self.looked.setVisible(to_look_at)
        self.say("")

    def write(self, words: str, *, starts: bool) -> None:
        """Open the editor on a passage; `starts` offers either side to start from."""
        box = EditorBox(asking_in(self), asking_start_in(self), lines=4, passage=True)
        box.setAccessibleName(self._title)
        box.bar.expand.setVisible(False)
        box.text.set_blocks(self._show_blocks(words))
        self._drafts = Drafts(write(box.text.blocks()))
        box.text.edited.connect(self._on_edited)
        box.text.refused.connect(self.say)
        box.text.said.connect(self.say)
        box.text.break_in_typing.connect(self._drafts.break_typing)
        box.text.undo_asked.connect(lambda: self._step(self._drafts.undo()))
        box.text.redo_asked.connect(lambda: self._step(self._drafts.redo()))
        self._put(box)
        self._box = box
        self.edit.setVisible(False)
        self._starts.setVisible(starts)
        self.looked.setVisible(False)
        self.say("")

    def restart(self, words: str) -> None:
        """Begin the writing anew from other words; undo brings back what was there."""
        self._drafts.break_typing()
        self._step(words)
        self._drafts.take(self.words)
        self._drafts.break_typing()
        if self._box:
            self._box.text.setFocus()

    def show_use(self, use: Use | None, many: int) -> None:
        """How much of its limit the whole answer then uses."""
        if use is None:
            self.left.show_count(many, 0)
            self.left.set_note("In the whole answer")
            return
        self.left.show_count(use.used, use.limit, use.unit[:-1])
        over = use.left < 0
        self.left.set_note(f"The answer {'goes over' if over else 'stays within'} its limit")

    def say(self, error: str) -> None:
        """Say what to do first; nothing says nothing."""
        self._error.show_words(error)
        say_problem(self.looked, error)
        if self._box:
            say_problem(self._box, error)

    def go_to_writing(self) -> None:
        """Put the focus where the words are."""
        if self._box:
            self._box.text.setFocus()

    def _make_starts(self, whose: str) -> QWidget:
        made = QWidget()
        line = row(made, 8)
        for key, words in (("mine", "Start from yours"), ("theirs", f"Start from {whose}")):
            button = Button(words, "quiet")
            button.clicked.connect(lambda _on=False, key=key: self.started_from.emit(key))
            line.addWidget(button)
        line.addStretch(1)
        return made

    def _put(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._middle.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._middle.addWidget(widget)
        widget.show()  # a layout shows it later only, and until then it cannot take the focus

    def _on_edited(self) -> None:
        self._drafts.take(self.words)
        self.say("")
        self.edited.emit()

    def _step(self, words: str) -> None:
        if self._box and words != self.words:
            self._box.text.set_blocks(self._show_blocks(words), follow=True)
            self.edited.emit()
