"""A table to read: words in rows and columns, as high as its rows, nothing to edit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QWidget
from PySide6.QtWidgets import QTableWidgetItem as Item
from typing_extensions import override

from bidwriter.ui.look.theme import theme


class PlainTable(QTableWidget):
    """The first column is words and takes the room; columns of figures are set right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setWordWrap(False)
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
        self.verticalHeader().setDefaultSectionSize(theme().line("small") + theme().px(10))
        for at in range(self.rowCount()):
            self.setRowHeight(at, theme().line("small") + theme().px(10))
        mode, across = QHeaderView.ResizeMode, self.horizontalHeader()
        across.setSectionResizeMode(mode.ResizeToContents)
        if self.columnCount():
            across.setSectionResizeMode(0, mode.Stretch)
        across.setMinimumSectionSize(theme().px(64))
        self.updateGeometry()


def _side(rows: Sequence[Sequence[str]], column: int) -> Qt.AlignmentFlag:
    """Figures right, words left."""
    cells = [cells[column] for cells in rows if cells[column]]
    figures = column > 0 and all(cell[0] in "£−±" or cell[0].isdigit() for cell in cells)
    return Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
