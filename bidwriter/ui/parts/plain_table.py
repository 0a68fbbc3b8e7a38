"""A table to read: words in rows and columns, as high as its rows, nothing to edit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableWidget, QWidget
from PySide6.QtWidgets import QTableWidgetItem as Item
from typing_extensions import override

from bidwriter.ui.look.theme import theme

_MOST = 240  # logical pixels: a column of words where there is little room


class PlainTable(QTableWidget):
    """The first column is words and takes the room; columns of figures are set right. Where there
    is no room for all, the table scrolls across, by the arrow keys too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("ringRadius", 8)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    def show_rows(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show `rows` under `header`; `name` is what a reader hears."""
        self.setAccessibleName(name)
        self.horizontalHeader().setAccessibleName(f"Columns of {name}")
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(header))
        sides = [_side(rows, column) for column in range(len(header))]
        for at, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = Item(words)
                item.setTextAlignment(sides[column] | Qt.AlignmentFlag.AlignVCenter)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{header[column]} {words}")
                self.setItem(at, column, item)
        for column in range(len(header)):
            head = self.horizontalHeaderItem(column) or Item()
            head.setTextAlignment(sides[column] | Qt.AlignmentFlag.AlignVCenter)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        """All rows."""
        rows = sum(self.rowHeight(at) for at in range(self.rowCount()))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(theme().px(400), rows + self.horizontalHeader().height() + below + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as its rows; across it scrolls."""
        return QSize(theme().px(240), self.sizeHint().height())

    def _on_theme_changed(self) -> None:
        self.setFont(theme().font("small"))
        self.horizontalHeader().setFont(theme().font("caption", 600))
        self.verticalHeader().setMinimumSectionSize(theme().line("small") + theme().px(10))
        self.horizontalHeader().setMinimumSectionSize(theme().px(64))
        self._share_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may leave room, or none."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The first column takes what the others leave. Where there is too little, columns of words
        are narrower and their words go on below."""
        across, room = self.horizontalHeader(), self.viewport().width()
        least = across.minimumSectionSize()
        needed = [
            max(self.sizeHintForColumn(at), across.sectionSizeHint(at), least)
            for at in range(self.columnCount())
        ]
        if sum(needed) > room:
            most = max(least, min(theme().px(_MOST), room))
            needed = [min(wide, most) for wide in needed]
        for at, wide in enumerate(needed):
            across.resizeSection(at, max(wide, room - sum(needed[1:])) if at == 0 else wide)
        self.resizeRowsToContents()
        self.updateGeometry()


def _side(rows: Sequence[Sequence[str]], column: int) -> Qt.AlignmentFlag:
    """Figures right, words left."""
    cells = [cells[column] for cells in rows if cells[column]]
    figures = column > 0 and all(cell[0] in "£−±" or cell[0].isdigit() for cell in cells)
    return Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
