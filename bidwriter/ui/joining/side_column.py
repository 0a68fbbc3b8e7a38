"""The list at the left with what it means below it; where there is no room, a drop list above the
page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.desk.entries import Entry
from bidwriter.ui.joining.entry_list import EntryList
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.words import Words

WIDE, NARROW = 318, 288
NARROW_BELOW, DROP_BELOW = 1100, 760
_MEANS = (
    "Only one side changed these, so there was nothing to decide. Open one to see or reverse it."
)


class SideColumn(QWidget):
    """`picked` carries the key of the page to show. Put `drop` above the page."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._wanted, self._effective = True, 1360
        self._keys: list[str] = []
        self.rows = EntryList()
        self.rows.picked.connect(self.picked)
        self._note = Words("", "small", "text2")
        self._foot = QWidget()
        line = row(self._foot, 10, (22, 8, 20, 16))
        line.addWidget(IconMark("info", "text2", 17, line=20), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._note, 1)
        outer = column(self, 0, (0, 14, 0, 0))
        outer.addWidget(self.rows, 1)
        outer.addWidget(self._foot)
        self.drop = QWidget()
        self.list = ComboBox()
        self.list.setAccessibleName("Decisions and changes")
        self.list.setPlaceholderText("Go to a decision or a change")
        self.list.activated.connect(lambda at: self.picked.emit(self._keys[at]))
        row(self.drop, 0, (20, 8, 20, 8)).addWidget(self.list, 1)
        self.drop.hide()

    @property
    def is_column(self) -> bool:
        """Whether the list stands at the left."""
        return self._wanted and self._effective >= DROP_BELOW

    def set_wanted(self, *, wanted: bool) -> None:
        """Whether there is anything to list."""
        self._wanted = wanted
        self._place()

    def show_note(self, note: str, *, joined: bool) -> None:
        """What the list means, and what the copies had that could not be joined."""
        words = " ".join(part for part in (_MEANS if joined else "", note) if part)
        self._note.setText(words)
        self._foot.setVisible(bool(words))

    def show_entries(self, shown: tuple[Entry, ...], current: str) -> None:
        """Show these rows."""
        self.rows.show_entries(shown)
        self.rows.mark(current)
        listed = [entry for entry in shown if entry.key]
        self._keys = [entry.key for entry in listed]
        self.list.clear()
        self.list.addItems([entry.said for entry in listed])
        self.list.setCurrentIndex(self._keys.index(current) if current in self._keys else -1)

    def fit(self, effective_width: int) -> None:
        """Wide, narrow, or a drop list."""
        self._effective = effective_width
        self._place()

    def _place(self) -> None:
        self.setVisible(self.is_column)
        self.drop.setVisible(self._wanted and not self.is_column)
        wide = WIDE if self._effective >= NARROW_BELOW else NARROW
        self.setFixedWidth(theme().px(wide))
