"""Sentences under the table: words that were not understood, and what a paste left over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words


class Findings(QWidget):
    """Crimson sentences with an octagon, then plain ones with a lightbulb."""

    def __init__(self) -> None:
        super().__init__()
        self._outer: QVBoxLayout = column(self, 4)
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.announcer = Announcer(self)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is said."""
        return (*self._shown[0], *self._shown[1])

    def show_sentences(self, wrong: tuple[str, ...], remarks: tuple[str, ...] = ()) -> None:
        """Say these and no others."""
        if (wrong, remarks) == self._shown:
            return
        self._shown = (wrong, remarks)
        while item := self._outer.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for words in wrong:
            self._outer.addWidget(_line("octagon-alert", "bad", words))
        for words in remarks:
            self._outer.addWidget(_line("lightbulb", "text2", words))
        self.setVisible(bool(wrong or remarks))
        if self.sentences:
            self.announcer.say(". ".join(self.sentences))


def _line(icon: str, colour: str, words: str) -> QWidget:
    holder = QWidget()
    line = row(holder, 8)
    line.addWidget(IconMark(icon, colour, 16, line=20), 0, Qt.AlignmentFlag.AlignTop)
    weight = 600 if colour == "bad" else 400
    line.addWidget(Words(words, "small", colour, weight=weight), 1)
    return holder
