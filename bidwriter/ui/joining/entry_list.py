"""The list beside the pages: what to decide, then what joined by itself. One Tab stop."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from bidwriter.desk.entries import Entry
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.row_list import MarkedList

_ENTRY = int(Qt.ItemDataRole.UserRole)
_LEFT, _EDGE, _ROOM, _CHEVRON = 50, 20, 8, 24
Index = QModelIndex | QPersistentModelIndex


class EntryList(MarkedList):
    """Arrows move, Enter and a click pick. `picked` carries the key of the row."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Entry, ...] = ()
        self.setAccessibleName("Decisions and changes")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", 8)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_picked)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, shown: tuple[Entry, ...]) -> None:
        """Show these rows; the current one stays."""
        if [e.key for e in shown] != [e.key for e in self._shown]:
            self.clear()
            for _ in shown:
                self.addItem(QListWidgetItem())
        self._shown = shown
        for at, entry in enumerate(shown):
            item = self.item(at)
            item.setData(_ENTRY, entry)
            item.setText(entry.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.said)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if entry.key else Qt.ItemFlag.NoItemFlags)
        self.scheduleDelayedItemsLayout()

    def mark(self, key: str) -> None:
        """Show which page is open."""
        keys = [entry.key for entry in self._shown]
        self.mark_row(keys.index(key) if key and key in keys else -1)

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current row."""
        item = self.currentItem()
        rect = QRectF(self.visualItemRect(item)) if item else QRectF(self.rect())
        return rect.adjusted(11, 1, -11, -1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words in this width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self._on_picked(item)

    def _on_picked(self, item: QListWidgetItem) -> None:
        entry = Entry(*item.data(_ENTRY))
        if entry.key:
            self.picked.emit(entry.key)


class _Delegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, rows: EntryList) -> None:
        super().__init__(rows)
        self._rows = rows

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry, px = Entry(*index.data(_ENTRY)), theme().px
        width = self._rows.viewport().width()
        if entry.is_head:
            above = px(4) if index.row() == 0 else px(18)
            below = px(8) if _on_one_line(entry, width) else theme().line("small") + px(8)
            return QSize(width, above + theme().line("h3") + below)
        title, second = self._lines(entry, width, chosen=False)
        height = title.height + (second.height if second else 0)
        return QSize(width, round(height) + 2 * px(_ROOM))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = Entry(*index.data(_ENTRY)), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_head:
            self._paint_head(painter, rect, entry)
        else:
            self._paint_row(painter, rect, entry, option)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        px, colour, look = theme().px, theme().colour, theme()
        beside = _on_one_line(entry, round(rect.width()))
        foot = rect.bottom() - px(8) - (0 if beside else look.line("small"))
        line = QRectF(rect.x() + px(22), foot - look.line("h3"), 0, look.line("h3"))
        line.setRight(rect.right() - px(_EDGE))
        painter.setFont(look.font("h3"))
        painter.setPen(colour("text"))
        text_at(painter, line, entry.title, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(look.font("small"))
        painter.setPen(colour("text2"))
        if not beside:
            line = QRectF(line.x(), foot, line.width(), look.line("small"))
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        text_at(painter, line, entry.second, side)

    def _paint_row(
        self, painter: QPainter, rect: QRectF, entry: Entry, option: QStyleOptionViewItem
    ) -> None:
        px, colour = theme().px, theme().colour
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if entry.key and (chosen or hovered):
            inner = rect.adjusted(px(10), 1, -px(10), -1)
            box(painter, inner, px(8), colour("tint" if chosen else "tint2"))
        title, second = self._lines(entry, option.rect.width(), chosen=chosen)
        top = rect.y() + px(_ROOM)
        left = rect.x() + px(_LEFT if entry.icon else 22)
        if entry.icon:
            side = px(18)
            spot = QRectF(rect.x() + px(22), top + (theme().line("body") - side) / 2, side, side)
            token = "bad" if entry.is_open else "ink" if chosen else "text2"
            paint_icon(painter, entry.icon, spot, token)
        title.draw(painter, QPointF(left, top), colour("text" if entry.key else "text2"))
        if second:
            second.draw(painter, QPointF(left, top + title.height), colour("text2"))
        if entry.leads_on:
            side = px(18)
            spot = QRectF(rect.right() - px(_EDGE) - side, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "chevron-right", spot, "text2")

    @staticmethod
    def _lines(entry: Entry, width: int, *, chosen: bool) -> tuple[Lines, Lines | None]:
        look = theme()
        left = _LEFT if entry.icon else 22
        right = _EDGE + (_CHEVRON if entry.leads_on else 0)
        room = max(1, width - look.px(left) - look.px(right))
        title = laid_out(
            entry.title, look.font("body", 600 if chosen else 0), look.line("body"), room
        )
        if not entry.second:
            return title, None
        return title, laid_out(entry.second, look.font("small"), look.line("small"), room)


def _on_one_line(entry: Entry, width: int) -> bool:
    """Whether a heading and its count stand beside each other."""
    look = theme()
    words = QFontMetricsF(look.font("h3")).horizontalAdvance(entry.title)
    count = QFontMetricsF(look.font("small")).horizontalAdvance(entry.second)
    return words + count + look.px(22 + _EDGE + 10) <= width
