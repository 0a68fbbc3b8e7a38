"""A small box that opens under a thread to reply in, or to change one's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.inputs import TextArea
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words


class ReplyBox(QWidget):
    """`written` carries the words; Esc and "Leave it" shut the box."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = TextArea(lines=2)
        self._note = Words("With no words the comment is taken back", "caption", "text2")
        self.done = Button("Add the reply", "secondary")
        self._leave = Link("Leave it", "small")
        body = column(self, 6)
        body.addWidget(self.box)
        body.addWidget(self._note)
        line = row(spacing=14)
        line.addWidget(self.done)
        line.addWidget(self._leave)
        line.addStretch(1)
        body.addLayout(line)
        self.done.clicked.connect(lambda: self.written.emit(self.box.toPlainText().strip()))
        self._leave.clicked.connect(self.hide)
        self.hide()

    def begin(self, words: str, action: str) -> None:
        """Open the box with some words in it."""
        self.box.setPlainText(words)
        self.box.setAccessibleName("Your words" if words else "Your reply")
        self._note.setVisible(bool(words))
        self.done.setText(action)
        self.done.updateGeometry()
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
