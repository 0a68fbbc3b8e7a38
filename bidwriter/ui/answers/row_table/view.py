"""A table that officers see: moves, keys, widths, and the ring round one cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QFrame,
    QHeaderView,
    QScrollArea,
    QTableView,
    QWidget,
)
from typing_extensions import override

from bidwriter.ui.answers.row_table.delegate import CellEdit, RowDelegate
from bidwriter.ui.answers.row_table.model import Index, RowModel
from bidwriter.ui.answers.row_table.painting import row_height
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.keypad import types_a_character
from bidwriter.ui.parts.row_list import leaves, make_current

_LEAST_ROWS = 13
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier


class RowTable(QTableView):
    """`choice_asked` and `refused` carry a cell; the others concern the current line."""

    Delegate: type[RowDelegate] = RowDelegate

    choice_asked = Signal(QModelIndex, QPoint)
    refused = Signal(str)
    line_changed = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)
    menu_asked = Signal(QPoint)
    paste_asked = Signal()
    dropped = Signal()

    def __init__(self, model: RowModel, name: str, *, read_only: bool) -> None:
        super().__init__()
        self._name = name
        self._shared = -1
        self._last = QPersistentModelIndex()
        self.row_model = model
        self._read_only = read_only
        self.delegate = self.Delegate(self, model, lambda: self.here)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._dress()
        self.delegate.left.connect(self._on_left)
        self.delegate.dropped.connect(self._on_dropped)
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setProperty("ringAlways", True)  # noqa: FBT003 - Qt takes no names
        self.setProperty("ringRadius", 6)
        self.verticalHeader().hide()
        self.horizontalHeader().setAccessibleName(f"Columns of {self._name}")
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )

    # --- sizes -------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        """All rows, so that the page scrolls rather than the table, up to a point."""
        return QSize(theme().px(640), self._height(len(self.row_model.rows)))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes, as it scrolls across; a good number of rows."""
        return QSize(theme().px(200), self._height(min(_LEAST_ROWS, len(self.row_model.rows))))

    def fit(self) -> None:
        """Take the height of the rows."""
        self.setMaximumHeight(self._height(len(self.row_model.rows)))
        self.updateGeometry()

    def _height(self, rows: int) -> int:
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if bar.maximum() else 0
        header = self.horizontalHeader()
        head = max(header.minimumHeight(), header.sizeHint().height())
        return head + rows * row_height() + across + 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.show_columns()
        self._share_width()
        self.fit()

    @override
    def updateGeometries(self) -> None:
        """A scroll bar that comes or goes leaves another width to share."""
        super().updateGeometries()
        if self.viewport().width() != self._shared:
            self._share_width()

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that show, from left to right."""
        return tuple(c for c in range(len(self.row_model.columns)) if not self.isColumnHidden(c))

    def hidden_in(self, room: float) -> tuple[int, ...]:  # noqa: ARG002
        """The columns that do not show in this room, in points at 100 % text."""
        return ()

    def show_columns(self) -> None:
        """Show the columns that are chosen, asked for, or have the room."""
        hidden = self.hidden_in(self.viewport().width() / theme().scale)
        for col in range(len(self.row_model.columns)):
            if self.isColumnHidden(col) != (col in hidden):
                self.setColumnHidden(col, col in hidden)
                self._shared = -1
        if self._shared != self.viewport().width():
            self._share_width()

    def _share_width(self) -> None:
        self._shared = self.viewport().width()
        columns = {col: self.row_model.columns[col] for col in self.columns}
        least = {col: theme().px(column.room) for col, column in columns.items()}
        shares = {col: column.share for col, column in columns.items()}
        for col, width in widths_in(self.viewport().width(), least, shares).items():
            self.setColumnWidth(col, width)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setMinimumSectionSize(10)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setMinimumHeight(theme().px(38))
        self._share_width()
        self.fit()

    # --- where we are ------------------------------------------------------------------------

    @property
    def row_id(self) -> str:
        """The current line's id; "" for none."""
        line = self.row_model.row_at(self.here)
        return line.id if line else ""

    @property
    def here(self) -> QModelIndex:
        """The current cell; while the focus is elsewhere the one that was left, which the buttons
        of its line are about."""
        last = self._last
        return self.row_model.index(last.row(), last.column()) if last.isValid() else QModelIndex()

    def stand_at(self, index: QModelIndex) -> None:
        """Make a cell the current one, or none."""
        self._last = QPersistentModelIndex(index)
        self.setCurrentIndex(index)
        self._let_go()

    def _let_go(self) -> None:
        """Qt says of a current cell that it has the focus: none is current without it."""
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            make_current(self, QModelIndex())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Back to the cell that was left."""
        if not self.currentIndex().isValid():
            make_current(self, self.here)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The line is kept in mind."""
        super().focusOutEvent(event)
        if leaves(event):
            self._let_go()

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The focus may have gone from the editor to elsewhere."""
        super().closeEditor(editor, hint)
        self._let_go()

    def go(self, row: str, col: int = 0) -> bool:
        """Make a cell the current one and bring it into view; whether there is such a line."""
        index = self.row_model.index_of(row, 0 if self.isColumnHidden(col) else col)
        if index.isValid():
            self.stand_at(index)
            self.scrollTo(index)
            self._show_on_page(index)
        return index.isValid()

    def _show_on_page(self, index: QModelIndex) -> None:
        step: QWidget | None = self.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        content = step.widget() if isinstance(step, QScrollArea) else None
        if isinstance(step, QScrollArea) and content and content.isAncestorOf(self):
            at = self.viewport().mapTo(content, self.visualRect(index).center())
            step.ensureVisible(at.x(), at.y(), 0, 3 * row_height())

    def step(self, down: int, right: int) -> None:
        """Go to another cell; past the last column to the next line."""
        lines = self.row_model.ids()
        if self.row_id not in lines:
            return
        columns = self.columns
        along = lines.index(self.row_id) * len(columns)
        along += columns.index(self.here.column()) + down * len(columns) + right
        if 0 <= along < len(lines) * len(columns):
            self.go(lines[along // len(columns)], columns[along % len(columns)])

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of another line; draw both rows and the ring again."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._last = QPersistentModelIndex(current)
            self.line_changed.emit()
        self.viewport().update()

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current cell."""
        cell = self.visualRect(self.here)
        if not self.here.isValid():
            return QRectF(self.rect())
        cell = cell.adjusted(2, 3, -4, -4).translated(self.viewport().pos())
        return QRectF(cell.intersected(self.viewport().geometry()))

    # --- keys and mouse ----------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lines are moved and deleted, cells opened; other keys move about or type."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste) and not self._read_only:
            self.paste_asked.emit()
        elif types_a_character(event):
            event.ignore()
        elif event.modifiers() & _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and self.row_id:
            self.delete_asked.emit()
        elif not self._opens(event):
            super().keyPressEvent(event)

    def _opens(self, event: QKeyEvent) -> bool:
        """Open the current cell for the keys that do so; whether this was such a key."""
        index, key = self.here, event.key()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = plain and bool(event.text().strip()) and event.text().isprintable()
        wanted = key in (*_ENTER, Qt.Key.Key_F2) or (plain and key == Qt.Key.Key_Space) or typed
        if not wanted or not self.row_id or self._read_only:
            return False
        if index.column() in self.row_model.chosen or self.row_model.why_not_typed(index):
            self.open_cell(index)
            return True
        if key in (*_ENTER, Qt.Key.Key_F2):
            self.open_cell(index)
            return True
        return False

    def open_cell(self, index: QModelIndex) -> None:
        """Type in a cell, choose in it, or say why not."""
        if self._read_only:
            return
        if index.column() in self.row_model.chosen:
            self.choice_asked.emit(index, self._below(index))
        elif why := self.row_model.why_not_typed(index):
            self.refused.emit(why)
        else:
            self.edit(index)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a cell to choose in opens its list."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.column() in self.row_model.chosen and self.row_model.row_at(index):
            self.open_cell(index)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the line."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self._below(self.here))
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if self.row_model.row_at(index):
                self.setCurrentIndex(index)
                self.menu_asked.emit(event.globalPos())

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    # --- leaving an editor -------------------------------------------------------------------

    def _on_left(self, editor: QWidget, down: int, right: int) -> None:
        assert isinstance(editor, CellEdit)
        if not self.row_model.setData(editor.index, editor.text()):
            editor.selectAll()
            return
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        self.step(down, right)

    def take_in(self) -> None:
        """Take what is being typed into the bid, and leave the box open."""
        for editor in self.viewport().findChildren(CellEdit):
            if editor.index.isValid():
                self.row_model.setData(editor.index, editor.text())

    def _on_dropped(self, editor: QWidget) -> None:
        assert isinstance(editor, CellEdit)
        line = self.row_model.row_at(editor.index)
        if line:
            self.row_model.unread.pop((line.id, editor.index.column()), None)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.setFocus()
        self.dropped.emit()


def widths_in(room: int, least: dict[int, int], shares: dict[int, int]) -> dict[int, int]:
    """Column widths that fill `room`, or the least ones where it is too narrow."""
    spare, whole = max(0, room - sum(least.values())), sum(shares.values())
    widths = {col: least[col] + spare * shares[col] // whole for col in least}
    first = next(iter(widths), None)
    if first is not None and spare:
        widths[first] += max(0, room - sum(widths.values()))
    return widths
