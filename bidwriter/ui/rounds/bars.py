"""Above and below a round that is changed: which it is, what was done, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import OneLine, Words


class ChangingHeader(QWidget):
    """Never scrolls."""

    back_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self, 12, (16, 8, 20, 8))
        self.back = IconButton("arrow-left", "Your bids", "Esc")
        line.addWidget(self.back)
        names = column(spacing=0)
        names.addWidget(OneLine("Change a round", "h3"))
        self._name = OneLine("", "caption", "text2")
        names.addWidget(self._name)
        line.addLayout(names, 1)
        self._state = Words("", "small", "text2", wrap=False)
        line.addWidget(self._state)
        self.undo = IconButton("undo-2", "Undo", "Ctrl+Z")
        self.redo = IconButton("redo-2", "Redo", "Ctrl+Y")
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        self.back.clicked.connect(self.back_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)

    def show_state(self, name: str, state: str, *, undo: bool, redo: bool) -> None:
        """Which round it is, whether it is kept, and what can be undone."""
        self._name.setText(name)
        self._name.setAccessibleName(name)
        self._name.setVisible(bool(name))
        self._state.setText(state)
        self._state.setVisible(bool(state))
        for button, can in ((self.undo, undo), (self.redo, redo)):
            button.setVisible(bool(name))
            button.setEnabled(can)


class ChangingFoot(QWidget):
    """`save_asked`, `try_asked`, `send_asked`, and `found_asked` for what is to mend."""

    save_asked = Signal()
    try_asked = Signal()
    send_asked = Signal()
    found_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.save = Button("Save the round", "primary", "check")
        self.try_it = Button("Try it as an officer", "secondary", "eye")
        self.send = Button("Send it as a file", "quiet", "copy")
        self.found = Link("", "small", "text2")
        self._said = Words("", "small", "text2")
        buttons, at_right = QWidget(), QWidget()
        flow = FlowLayout(buttons, 10, 8)
        for button in (self.save, self.try_it, self.send):
            flow.addWidget(button)
        line = row(at_right, 0)
        line.addStretch(1)
        line.addWidget(self._said, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.found, 0, Qt.AlignmentFlag.AlignVCenter)
        both = Beside([(buttons, 0), (at_right, 1)], least=640)
        column(self, 0).addWidget(both)
        self.save.clicked.connect(self.save_asked)
        self.try_it.clicked.connect(self.try_asked)
        self.send.clicked.connect(self.send_asked)
        self.found.clicked.connect(self.found_asked)
        self.say("")

    def show_found(self, words: str) -> None:
        """What the linter says."""
        self.found.setText(words)
        self.found.updateGeometry()
        self.say("")

    def say(self, words: str) -> None:
        """Say this in the place of what the linter says, until it says something anew."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.found.setVisible(not words and bool(self.found.text()))
