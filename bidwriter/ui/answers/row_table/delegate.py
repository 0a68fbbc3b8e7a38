"""Paints the cells and edits them in place. Enter, Tab and Esc leave an editor; bad words stay."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from bidwriter.kinds.cells.column import Column
from bidwriter.ui.answers.row_table.model import Index, RowModel
from bidwriter.ui.answers.row_table.painting import (
    Look,
    paint_bad,
    paint_cell,
    paint_ground,
    paint_head,
    row_height,
)
from bidwriter.ui.answers.row_table.usual_words import offer_usual
from bidwriter.ui.look.painting import text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.inputs import LineEdit

_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class CellEdit(LineEdit):
    """The box in which a cell is typed. Sums of money show their pound sign."""

    def __init__(self, index: Index, column: Column, name: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.index = QPersistentModelIndex(index)
        self.filled = False
        self._money = column.cell.is_money
        self.setProperty("cell", "true")
        self.setAccessibleName(name)
        self.setFont(theme().font("small"))
        if column.cell.is_right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._money:
            self.setTextMargins(theme().px(10), 0, 0, 0)
        if column.usual:
            offer_usual(self, column.usual)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and a pound sign at its left."""
        super().paintEvent(event)
        if self._money:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(theme().colour("text3"))
            room = QRectF(theme().px(8), 0, self.width(), self.height())
            text_at(painter, room, "£", Qt.AlignmentFlag.AlignLeft)
            painter.end()


class RowDelegate(QStyledItemDelegate):
    """`left` carries an editor and the rows and columns to step from its cell; `dropped` one
    whose words were given up."""

    look = Look()
    left = Signal(QWidget, int, int)
    dropped = Signal(QWidget)

    def __init__(
        self, table: QAbstractItemView, model: RowModel, here: Callable[[], QModelIndex]
    ) -> None:
        super().__init__(table)
        self._table, self.model, self._here = table, model, here

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line of words."""
        return QSize(theme().px(80), row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect, line = QRectF(option.rect), self.model.row_at(index)
        current = self._here()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = line is not None and current.row() == index.row()
        paint_ground(painter, rect, group=line is None, here=here)
        words = str(self.model.data(index))
        if line is None:
            right = self.model.columns[index.column()].cell.is_right
            paint_head(painter, rect, words, right=right)
        elif self.model.problem_at(index):
            paint_bad(painter, rect, self.model, index)
        elif not self.paint_own(painter, rect, index, words):
            on_it = here and current.column() == index.column() and self._table.hasFocus()
            paint_cell(painter, rect, self.model, index, self.look, here=on_it)
        painter.restore()

    def paint_own(self, painter: QPainter, rect: QRectF, index: Index, words: str) -> bool:  # noqa: ARG002
        """Draw a cell that does not look as all others do; whether it was one."""
        return False

    @override
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A box over the cell."""
        line, column = self.model.row_at(index), self.model.columns[index.column()]
        made = CellEdit(index, column, f"{column.title}, {line.title if line else ''}", parent)
        made.setPlaceholderText(column.hint)
        say_problem(made, self.model.problem_at(index), "", column.hint)
        return made

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the box once: what is being typed is never overwritten."""
        if isinstance(editor, CellEdit) and not editor.filled:
            editor.filled = True
            editor.setText(self.model.typed_form(index))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """The box was left: ask for what was typed."""
        if isinstance(editor, CellEdit):
            self.model.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The box lies within the cell, its ring on the cell's edge."""
        editor.setGeometry(option.rect.adjusted(2, 3, -4, -4))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab right, Esc leaves the cell as it was."""
        if isinstance(editor, CellEdit) and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.ShortcutOverride and (step or _is_escape(event)):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and step:
                self.left.emit(editor, *step)
                return True
            if event.type() == QEvent.Type.KeyPress and _is_escape(event):
                self.dropped.emit(editor)
                return True
        return super().eventFilter(editor, event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
