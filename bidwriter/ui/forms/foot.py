"""What can be done with the round as it is, and what the linter says of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

_BESIDE_FROM = 700


class Foot(QWidget):
    """`make_asked`, `try_asked`, and `findings_asked` for the linter's list."""

    make_asked = Signal()
    try_asked = Signal()
    findings_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.make = Button("Make the round", "primary", "check")
        self.try_it = Button("Try it as an officer", "secondary", "eye")
        self.linted = Link("", "small", "text2")
        self._said = Words("", "small", "text2")
        self._words = self._lint = ""
        buttons, at_right = QWidget(), QWidget()
        flow = FlowLayout(buttons, 10, 8)
        flow.addWidget(self.make)
        flow.addWidget(self.try_it)
        line = row(at_right, 0)
        line.addStretch(1)
        line.addWidget(self._said, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.linted, 0, Qt.AlignmentFlag.AlignVCenter)
        column(self, 0).addWidget(Beside([(buttons, 0), (at_right, 1)], least=_BESIDE_FROM))
        self.make.clicked.connect(self.make_asked)
        self.try_it.clicked.connect(self.try_asked)
        self.linted.clicked.connect(self.findings_asked)
        self.show_linted("", leads_on=False)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one of the buttons."""
        return QSize(theme().px(220), super().minimumSizeHint().height())

    def show_linted(self, words: str, *, leads_on: bool) -> None:
        """What the linter says, and whether there is a list of it."""
        self._lint, self._leads_on = words, leads_on
        self.linted.setText(words)
        self.linted.updateGeometry()
        self.say("")

    def say(self, words: str) -> None:
        """Say this in the place of what the linter says, until it says something anew."""
        self._said.setText(words or self._lint)
        self.linted.setVisible(self._leads_on and not words)
        self._said.setVisible(bool(words) or not self._leads_on)
