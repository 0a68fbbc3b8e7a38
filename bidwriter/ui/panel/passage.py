"""A quoted passage: a tinted box with the words that a comment is about."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_FIELD
from bidwriter.ui.parts.words import Words

_MOST = 160


class Passage(QFrame):
    """Hidden where there is none."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = Words("", "small", "text2")
        column(self, 0, (10, 8, 10, 9)).addWidget(self._words)
        theme().changed.connect(self.update)
        self._show(words)
        if not words:
            self.hide()

    def show_words(self, words: str) -> None:
        """Show a passage, shortened where it is long."""
        self._show(words)
        self.setVisible(bool(words))

    def _show(self, words: str) -> None:
        line = " ".join(words.split())
        short = line if len(line) <= _MOST else f"{line[:_MOST].rsplit(' ', 1)[0]}..."
        self._words.setText(f"“{short}”" if short else "")
        self.setAccessibleName(f"About the words “{short}”" if short else "")

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        painter = painter_on(self)
        box(painter, QRectF(self.rect()), theme().px(RADIUS_FIELD), theme().colour("mark"))
        painter.end()
