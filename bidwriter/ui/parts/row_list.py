"""A list of rows that only has a current row while it has the focus."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget
from typing_extensions import override

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class MarkedList(QListWidget):
    """The row that is marked stays selected. Qt says of a current row that it has the focus, even
    in a list that has not, and a reader would hear of two at once."""

    def mark_row(self, row: int) -> None:
        """Mark a row, or none below nought; nothing is emitted but what changes."""
        self.setCurrentRow(row)
        if not self.hasFocus():
            self._let_go()

    def marked_row(self) -> int:
        """The row that is marked; below nought, none."""
        marked = self.selectedIndexes()
        return marked[0].row() if marked else -1

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the row that is marked."""
        marked = self.selectedIndexes()
        if marked and not self.currentIndex().isValid():
            make_current(self, marked[0])
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only the mark stays."""
        super().focusOutEvent(event)
        if leaves(event):
            self._let_go()

    def _let_go(self) -> None:
        make_current(self, QModelIndex())


def leaves(event: QFocusEvent) -> bool:
    """Whether the focus goes elsewhere, and not only for as long as a menu or window shows."""
    return event.reason() not in _PASSING


def make_current(view: QAbstractItemView, index: QModelIndex) -> None:
    """The current row or cell of a list or table, or none; what is marked stays marked."""
    with QSignalBlocker(view):
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        view.selectionModel().setCurrentIndex(index, keep)
