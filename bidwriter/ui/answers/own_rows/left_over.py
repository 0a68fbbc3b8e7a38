"""What a row holds that the round has no place for any more, each with a way to take it out."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words


class Left(NamedTuple):
    """One thing: the key of its column ("" for the whole row), and what to say of it."""

    key: str
    words: str


class LeftOver(QWidget):
    """`taken_out` carries the key of what is to go."""

    taken_out = Signal(str)

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self.lines: tuple[Left, ...] = ()
        self.buttons: dict[str, Button] = {}
        self._outer = column(self, 6)
        self.hide()

    def show_lines(self, lines: tuple[Left, ...]) -> None:
        """Say these and no others."""
        if lines == self.lines:
            return
        self.lines, self.buttons = lines, {}
        emptied(self._outer)
        for one in lines:
            self._outer.addWidget(self._line(one))
        self.setVisible(bool(lines))

    def _line(self, one: Left) -> QWidget:
        holder = QWidget()
        line = row(holder, 8)
        line.addWidget(IconMark("octagon-alert", "bad", 16, line=20), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(one.words, "small", "bad", weight=600), 1)
        if self._may_change:
            button = self.buttons[one.key] = Button("Take it out", "quiet", "trash-2")
            button.setAccessibleDescription(one.words)
            button.clicked.connect(lambda: self.taken_out.emit(one.key))
            line.addWidget(button)
        return holder
