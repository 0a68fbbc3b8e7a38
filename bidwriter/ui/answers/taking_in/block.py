"""The block as it came, as a table; above each column stands what it is taken for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from bidwriter.bids.sheets.grid import Grid
from bidwriter.bids.sheets.headings import Columns
from bidwriter.bids.sheets.wanted import ACROSS, TO_NOTE
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.plain import tip

MOST_SHOWN = 300
Offered = tuple[tuple[str, str], ...]  # what a column can be: key and title


class Block(QTableWidget):
    """`taken` carries a column, from 0, and what the officer takes it for."""

    taken = Signal(int, str)

    def __init__(self, grid: Grid, columns: Columns, offered: Offered) -> None:
        wide = max((len(row) for row in grid), default=0)
        super().__init__(min(len(grid), MOST_SHOWN) + 1, wide)
        self.choices: list[ComboBox] = []
        self._under: list[QTableWidgetItem] = []
        self._grid, self._offered = grid, offered
        self.setAccessibleName("The table as it came")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.setVerticalHeaderLabels(["", *(str(at + 1) for at in range(self.rowCount() - 1))])
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for at in range(wide):
            self._offer(at, columns)
        for down, row in enumerate(grid[:MOST_SHOWN], 1):
            for across in range(wide):
                item = QTableWidgetItem(row[across] if across < len(row) else "")
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.setItem(down, across, item)
        # Without it Qt would begin at the first cell, and hand the focus on to the choice there.
        self.setCurrentCell(1, 0)
        theme().changed.connect(self._fit)
        self._fit()

    def _offer(self, at: int, columns: Columns) -> None:
        box = ComboBox(self)
        for key, words in self._offered:
            box.addItem(words, key)
        part = dict(columns.parts).get(at + 1)
        if part is not None:
            box.addItem(f"Sum: {part.words}", f"{ACROSS}{at + 1}")
        heading = columns.headings[at] if at < len(columns.headings) else ""
        box.setAccessibleName(f"Column {at + 1}{f', {heading}' if heading else ''}, is taken for")
        box.activated.connect(lambda _i, at=at: self.taken.emit(at, self.choices[at].currentData()))
        self.choices.append(box)
        under = QTableWidgetItem()  # what a reader meets there, walking over the table
        under.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.setItem(0, at, under)
        self._under.append(under)
        self.setCellWidget(0, at, box)

    def _fit(self) -> None:
        high = theme().line("small") + theme().px(10)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setRowHeight(0, theme().line("body") + theme().px(18))
        for at in range(self.columnCount()):
            self.setColumnWidth(at, theme().px(184))

    def show_columns(self, columns: Columns, doubtful: dict[tuple[int, str], str]) -> None:
        """What each column is taken for, and which cells are doubtful (row and column: why; "" for
        a whole row)."""
        for at, box in enumerate(self.choices):
            key = columns.keys[at] if at < len(columns.keys) else TO_NOTE
            box.setCurrentIndex(box.findData(key))
            said = f"{box.accessibleName()} {box.currentText()}"
            self._under[at].setData(Qt.ItemDataRole.AccessibleTextRole, said)
        bad, plain = QColor(theme().colour("bad")), QColor(theme().colour("text"))
        for down in range(1, self.rowCount()):
            for across in range(self.columnCount()):
                key = columns.keys[across] if across < len(columns.keys) else TO_NOTE
                why = doubtful.get((down, key), "") if key else ""
                why = why or doubtful.get((down, ""), "")
                item = self.item(down, across)
                if item is None:
                    continue
                item.setForeground(bad if why else plain)
                item.setFont(theme().font("small", 600 if why else 400))
                tip(item, why)
                said = f"{item.text() or 'empty'}{f', doubtful: {why}' if why else ''}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
