"""The list at the left: what can be gone to, with what is to mend there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from bidwriter.desk.round_outline import OutlineRow, question_of
from bidwriter.prose.characters import seen
from bidwriter.ui.look.lines import Lines
from bidwriter.ui.look.painting import box
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.row_list import MarkedList

_ROW = int(Qt.ItemDataRole.UserRole)
_EDGE, _ROOM, _ABOVE_HEADING, _DOT = 14, 7, 12, 8
Index = QModelIndex | QPersistentModelIndex


class OutlineList(MarkedList):
    """`picked` carries a page's key; `move_asked` the question that is marked and by how many
    places, for Alt and an arrow; `remove_asked` the question, for Delete."""

    picked = Signal(str)
    move_asked = Signal(str, int)
    remove_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[OutlineRow, ...] = ()
        self.setAccessibleName("What the round asks")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setProperty("ringRadius", 8)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_picked)
        self.itemClicked.connect(self._on_picked)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: tuple[OutlineRow, ...], key: str) -> None:
        """Show these, with the page of this key marked."""
        if rows != self.shown:
            if len(rows) != len(self.shown):
                self.clear()
                self.addItems([""] * len(rows))
                self.shown = ()
            for at, row in enumerate(rows):
                if not self.shown or self.shown[at] != row:
                    self._show_row(self.item(at), row)
            self.shown = rows
            self.scheduleDelayedItemsLayout()
        at = next((at for at, row in enumerate(rows) if row.key == key), -1)
        self.mark_row(at)
        if at >= 0:
            self.scrollToItem(self.item(at))

    def _show_row(self, item: QListWidgetItem, row: OutlineRow) -> None:
        item.setData(_ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, seen(row.said))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if row.key else Qt.ItemFlag.NoItemFlags)

    def _key(self, item: QListWidgetItem | None) -> str:
        found = item.data(_ROW) if item is not None else None
        return OutlineRow(*found).key if found else ""

    def _on_picked(self, item: QListWidgetItem) -> None:
        if key := self._key(item):
            self.picked.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move a question, Delete takes it away."""
        question = question_of(self._key(self.currentItem()))
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if has_alt and question and event.key() in steps:
            self.move_asked.emit(question, steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and question:
            self.remove_asked.emit(question)
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Draws a row: words, what stands below them, and a dot where something is to mend."""

    def __init__(self, rows: OutlineList) -> None:
        super().__init__(rows)
        self._list = rows

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = _row_at(index), self._list.viewport().width()
        words, below = _laid(row, width)
        height = words.height + (below.height if below else 0) + 2 * theme().px(_ROOM)
        return QSize(width, round(height) + _above(row))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, px = _row_at(index), QRectF(option.rect), theme().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            whole = rect.adjusted(px(4), 0, -px(4), 0)
            box(painter, whole, px(6), theme().colour("tint"))
            bar = QRectF(whole.x(), whole.y() + 3, 3, whole.height() - 6)
            box(painter, bar, 1.5, theme().colour("ink"))
        words, below = _laid(row, option.rect.width())
        at = QPointF(rect.x() + px(_EDGE), rect.y() + px(_ROOM) + _above(row))
        words.draw(painter, at, theme().colour("text" if row.key else "text2"))
        if below is not None:
            below.draw(painter, at + QPointF(0, words.height), theme().colour("text2"))
        if row.faults:
            side = px(_DOT)
            dot = QRectF(rect.right() - px(_EDGE) - side, at.y() + px(7), side, side)
            box(painter, dot, side / 2, theme().colour("bad"))
        painter.restore()


def _row_at(index: Index) -> OutlineRow:
    found = index.data(_ROW)
    return OutlineRow(*found) if found else OutlineRow("", "")


def _above(row: OutlineRow) -> int:
    return 0 if row.key else theme().px(_ABOVE_HEADING)


def _laid(row: OutlineRow, width: int) -> tuple[Lines, Lines | None]:
    """The words, and those below them."""
    look = theme()
    room = max(1, width - 2 * look.px(_EDGE) - (look.px(_DOT + 8) if row.faults else 0))
    role: Role = "body" if question_of(row.key) else "h3"
    words = Lines(row.words, look.font(role), look.line(role), room)
    if not row.below:
        return words, None
    return words, Lines(row.below, look.font("small"), look.line("small"), room)
