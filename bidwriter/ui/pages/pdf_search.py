"""The search of the PDF window: a box, the next and the one before, and how many there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.space import row, widths
from bidwriter.ui.pages.pdf_reading import Found, PdfReading
from bidwriter.ui.parts.heard import describe
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words


class PdfSearch(QWidget):
    """`found` carries where words stand, `said` how many there are. `at` is the page that shows:
    a search begins there."""

    found = Signal(object)
    said = Signal(str)

    def __init__(self, reading: PdfReading) -> None:
        super().__init__()
        self.at = 0
        self._reading = reading
        self._looked_for, self._all, self._which = "", tuple[Found, ...](), 0
        self.box = LineEdit(placeholder="Find")
        self.box.setAccessibleName("Find in the PDF")
        describe(self.box, "Ctrl F")
        widths(self.box, least=110, most=190)
        self._before = IconButton("arrow-up", "The one before", "Shift F3")
        self._after = IconButton("arrow-down", "The next", "F3")
        self._count = Words("", "small", "text2", wrap=False)
        line = row(self, 8)
        for part in (self.box, self._before, self._after, self._count):
            line.addWidget(part)
        self._before.clicked.connect(lambda: self.go(-1))
        self._after.clicked.connect(lambda: self.go(1))
        self.box.textEdited.connect(self._on_edited)
        self._on_edited()

    @property
    def current(self) -> Found | None:
        """Where the words stand that were gone to."""
        return self._all[self._which] if self._all else None

    def begin(self) -> None:
        """Ready for other words."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def go(self, by: int) -> None:
        """To the next place, or the one before, round and round; of new words, to the first from
        the page that shows."""
        words = self.box.text()
        if not words.strip():
            self.begin()
            return
        if words != self._looked_for:
            self._looked_for, self._all = words, self._reading.find(words)
            on = (n for n, one in enumerate(self._all) if one.page >= self.at)
            self._which = next(on, 0)
        elif self._all:
            self._which = (self._which + by) % len(self._all)
        self._tell(words)

    def _tell(self, words: str) -> None:
        current = self.current
        if current is None:
            self._count.setText("None")
            self.said.emit(f"“{words}” is not in the PDF")
            return
        place = f"{self._which + 1} of {len(self._all)}"
        self._count.setText(place)
        self.said.emit(f"{place}, page {current.page + 1}")
        self.found.emit(current)

    def _on_edited(self) -> None:
        """Other words: nothing is known of them yet."""
        self._looked_for, self._all = "", ()
        self._count.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds the next, with Shift the one before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.hasFocus():
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
