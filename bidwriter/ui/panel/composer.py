"""Where a comment is written: a few lines, and what it is about."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.space import column, row
from bidwriter.ui.panel.passage import Passage
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import ComboBox, TextArea
from bidwriter.ui.parts.words import Words

_NOTE = "Comments stay with the bid file. They are never in a package."


class Composer(QWidget):
    """`written` carries the words, the place they are about, the quoted passage, and whether it
    is a mark "to do" of one's own. What stands in the box stays there until it is added."""

    written = Signal(str, str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._quote = ""
        self._places: tuple[tuple[str, str], ...] = ()
        self.box = _Box()
        self.box.setPlaceholderText("Add a comment")
        self.box.setAccessibleName("Add a comment")
        self.about = ComboBox()
        self.about.setAccessibleName("What the comment is about")
        self.todo = CheckBox("To do, for me alone")
        self.add = Button("Add the comment", "secondary")
        self._passage = Passage()
        outer = column(self, 8, (20, 12, 18, 16))
        outer.addWidget(self._passage)
        outer.addWidget(self.box)
        outer.addWidget(self.about)
        self._more = QWidget()
        more = column(self._more, 8)
        more.addWidget(self.todo)
        more.addWidget(self.add)
        outer.addWidget(self._more)
        note = row(spacing=8)
        note.addWidget(IconMark("eye-off", "text2", 16, line=18), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Words(_NOTE, "caption", "text2"), 1)
        outer.addLayout(note)
        self.box.textChanged.connect(self._fit)
        self.box.sent.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self._fit()

    def show_places(self, places: tuple[tuple[str, str], ...]) -> None:
        """What can be commented on here: places and their names, the first being meant unless
        another is chosen."""
        if places == self._places:
            return
        keep = self.about.currentData()
        self._places = places
        self.about.clear()
        for place, name in places:
            self.about.addItem(name, place)
        self.about.setCurrentIndex(max(0, self.about.findData(keep)))
        self._fit()

    def begin(self, place: str, quote: str) -> None:
        """Write about a place, and perhaps a passage of it."""
        self._quote = quote
        self.about.setCurrentIndex(max(0, self.about.findData(place)))
        self._fit()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        self._passage.show_words(self._quote)
        writing = bool(self.box.toPlainText().strip()) or bool(self._quote)
        self._more.setVisible(writing)
        self.about.setVisible(len(self._places) > 1)

    def _on_add(self) -> None:
        words = self.box.toPlainText().strip()
        if not words or not self._places:
            self.box.setFocus()
            return
        self.written.emit(words, self.about.currentData(), self._quote, self.todo.isChecked())
        self._quote = ""
        self.box.clear()
        self.todo.setChecked(False)
        self._fit()
        self.box.setFocus()


class _Box(TextArea):
    """Ctrl Enter adds."""

    sent = Signal()

    def __init__(self) -> None:
        super().__init__(lines=2)

    def event(self, event: QEvent) -> bool:
        """Here Ctrl Enter is this box's key, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _sends(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter adds what is written."""
        if _sends(event):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


def _sends(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
