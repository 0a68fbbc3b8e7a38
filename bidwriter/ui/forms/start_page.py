"""The first step: a file of the fund's, or a list that is pasted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import TextArea
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.steps_card import StepsCard
from bidwriter.ui.parts.words import Words

_ABOUT = (
    "The form as the fund published it: a Word file, a workbook, CSV, an XLSForm, the JSON of "
    "MHCLG’s form builder, a PDF or plain text. You can drop the file on this page."
)
_PASTE = "One question a line, as it stands in the form. Bullets below a question are its options."
_NOTHING = "Paste the fund’s questions into the box, or choose a file"
_MOST = 2_000_000  # characters that can be pasted


class StartPage(Sheet):
    """`file_asked` to choose a file, `pasted` carries a list, `back_asked` leads back to the form
    that was read before."""

    file_asked = Signal()
    pasted = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", "Which form does the fund use?", _ABOUT)
        self.errors = ErrorSummary()
        self.file = Button("Choose a file", "primary", "folder-open")
        self.paste = Link("Paste a list instead", opens=True)
        self.box = TextArea(lines=9, most=_MOST)
        self.read = Button("Read this list", "secondary", "clipboard-paste")
        self._back = Link("")
        self._list = QWidget()
        self._lay_out()
        self.errors.followed.connect(self._on_followed)
        self.file.clicked.connect(self.file_asked)
        self.paste.clicked.connect(self._on_paste)
        self.read.clicked.connect(self._on_read)
        self._back.clicked.connect(self.back_asked)
        # Nothing here is in a bid yet, so undo is that of the box.
        self.box.setUndoRedoEnabled(True)
        self.box.undo_asked.connect(self.box.undo)
        self.box.redo_asked.connect(self.box.redo)
        self.show_list(shown=False)
        self.show_way_back("")

    def _lay_out(self) -> None:
        self.body.insertWidget(0, self.errors)
        self.body.addSpacing(8)
        line = row(spacing=20)
        line.addWidget(self.file)
        line.addWidget(self.paste)
        line.addStretch(1)
        self.body.addLayout(line)
        inner = column(self._list, 12, (0, 12, 0, 0))
        inner.addWidget(Field("The fund’s questions", self.box, hint=_PASTE))
        inner.addWidget(self.read)
        self.body.addWidget(self._list)
        self.body.addSpacing(8)
        self.body.addWidget(self._back)
        self.body.addStretch(1)

    def show_list(self, *, shown: bool) -> None:
        """Whether the box to paste into shows."""
        self._list.setVisible(shown)
        self.paste.show_opened(is_open=shown)

    def take_list(self) -> None:
        """Show the box, ready to paste."""
        self.show_list(shown=True)
        self.box.setFocus()

    def show_pasted(self, words: str) -> None:
        """Put back what was pasted before."""
        self.box.setPlainText(words)
        self.show_list(shown=bool(words))

    def show_way_back(self, name: str) -> None:
        """Lead back to the form of this name; "" where none was read."""
        self._back.setText(f"Go back to “{name}”")
        self._back.updateGeometry()
        self._back.setVisible(bool(name))

    def show_error(self, words: str, *, of_list: bool) -> None:
        """Why nothing could be read; "" for nothing."""
        key = "list" if of_list else "file"
        self.errors.show_errors([ErrorLine(key, words)] if words else [])

    def _on_followed(self, key: str) -> None:
        if key == "list":
            self.take_list()
        else:
            self.file.setFocus()

    def _on_paste(self) -> None:
        if self._list.isHidden():
            self.take_list()
        else:
            self.show_list(shown=False)

    def _on_read(self) -> None:
        if self.box.toPlainText().strip():
            self.pasted.emit(self.box.toPlainText())
        else:
            self.show_error(_NOTHING, of_list=True)


class WaitingPage(Sheet):
    """A form is being read. `stop_asked` when that takes too long."""

    stop_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("", "Reading the form")
        self.card = StepsCard("Making a round", [f"Read “{name}”", "Make a round and look it over"])
        self.card.stop_asked.connect(self.stop_asked)
        self.body.addWidget(self.card)
        self.body.addStretch(1)


class MadePage(Sheet):
    """The round is kept. `bid_asked` to begin a bid on it, `change_asked` to change it."""

    bid_asked = Signal()
    change_asked = Signal()
    back_asked = Signal()

    def __init__(self, name: str, where: str) -> None:
        super().__init__("", f"“{name}” is made")
        card = Card(padding=(20, 16, 20, 18), spacing=6)
        card.body.addWidget(Words("It is among the fund rounds on this computer", "body"))
        card.body.addWidget(Words(where, "small", "text2"))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.begin = Button("Start a bid for this round", "primary", "plus")
        self.begin.clicked.connect(self.bid_asked)
        change = Button("Change the round", "secondary", "pencil")
        change.clicked.connect(self.change_asked)
        back = Button("Go to your bids", "quiet")
        back.clicked.connect(self.back_asked)
        self.foot.addWidget(self.begin)
        self.foot.addWidget(change)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
