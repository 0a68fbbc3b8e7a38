"""The map's table: arrows move, Space changes the strength, Enter goes to the item."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from bidwriter.rounds.round import Principle
from bidwriter.ui.look.icons import known_icon, paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.pages.map_model import ROW, STRENGTH, Index, MapModel, MapRow
from bidwriter.ui.parts.badge import paint_badge
from bidwriter.ui.parts.row_list import leaves, make_current
from bidwriter.ui.parts.strength import paint_strength

_NAMES, _LEAST_NAMES, _WIDEST, _NARROWEST, _BESIDE = 220, 150, 114, 84, 22
_LEFT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class MapTable(QTableView):
    """`strength_asked(place, principle, strength)`; `opened(place)`."""

    strength_asked = Signal(object, int, str)
    opened = Signal(object)

    def __init__(self, model: MapModel, header: "MapHeader") -> None:
        super().__init__()
        self.model_ = model
        self.setModel(model)
        self.setHorizontalHeader(header)
        self.setItemDelegate(_CellDelegate(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Principle map")
        self.setProperty("ringRadius", 7)
        self._whole = False
        model.modelReset.connect(self._size)
        theme().changed.connect(self._size)

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current cell."""
        index = self.currentIndex()
        if not index.isValid():
            return QRectF(self.rect())
        rect = self.visualRect(index).translated(self.viewport().pos())
        return QRectF(rect).adjusted(3, 2, -3, -2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter; the rest is a table's."""
        index = self.currentIndex()
        row = self.model_.rows[index.row()] if index.isValid() else None
        if row and row.item and event.key() == Qt.Key.Key_Space and index.column():
            self._cycle(index)
        elif row and row.item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.item.place)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a cell changes it; on a name, goes there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.model_.rows[index.row()]
        if row.item and index.column():
            self._cycle(index)
        elif row.item:
            self.opened.emit(row.item.place)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current cell to ring: the one that was left, which is still marked."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_.rowCount() > 1:
            self.setCurrentIndex(next(iter(self.selectedIndexes()), self.model_.index(1, 1)))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt says of a current cell that it has the focus, wherever the focus is."""
        super().focusOutEvent(event)
        if leaves(event):
            make_current(self, QModelIndex())

    def _cycle(self, index: QModelIndex) -> None:
        item = self.model_.rows[index.row()].item
        assert item is not None
        following = {"none": "some", "some": "strong", "strong": "none"}
        now = self.model_.strength(index.row(), index.column())
        self.strength_asked.emit(
            item.place, self.model_.numbers[index.column() - 1], following[now]
        )

    def set_whole(self, *, whole: bool) -> None:
        """As high as all its rows, where the page scrolls; or scrolling by itself."""
        self._whole = whole
        self._size()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The principles give way before the names do."""
        super().resizeEvent(event)
        self._size_columns()

    def _size(self) -> None:
        look = theme()
        high = self.horizontalHeader().sizeHint().height()
        for at, row in enumerate(self.model_.rows):
            height = look.px(30) if row.item else look.px(40)
            self.setRowHeight(at, max(height, look.line("small") + look.px(10)))
            high += self.rowHeight(at)
        self.setMinimumHeight(high + look.px(18) if self._whole else look.px(260))
        self._size_columns()

    def _size_columns(self) -> None:
        look, many = theme(), len(self.model_.numbers)
        if not many:
            return
        all_of_it = self.viewport().width()
        least = max(look.px(_NARROWEST), self._longest_word() + look.px(_BESIDE))
        wide = max(least, min(look.px(_WIDEST), (all_of_it - look.px(_NAMES)) // many))
        self.horizontalHeader().setMinimumSectionSize(look.px(_NARROWEST))
        self.setColumnWidth(0, max(look.px(_LEAST_NAMES), all_of_it - many * wide))
        for column in range(1, many + 1):
            self.setColumnWidth(column, wide)

    def _longest_word(self) -> int:
        """How wide it is, of the principles' names: no word is cut."""
        metrics = QFontMetricsF(theme().font("small", 600))
        words = [word for name in self.model_.names for word in name.split()]
        return round(max((metrics.horizontalAdvance(word) for word in words), default=0)) + 2


class MapHeader(QHeaderView):
    """A tinted head for each principle: badge, icon, name, headline and counts."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._principles: tuple[Principle, ...] = ()
        self._lines: dict[int, tuple[str, str]] = {}
        self.setSectionsClickable(False)
        self.setAccessibleName("Principles")
        theme().changed.connect(self.updateGeometry)

    def show_principles(
        self, principles: tuple[Principle, ...], lines: dict[int, tuple[str, str]]
    ) -> None:
        """`lines`: by number, the headline word and the counts behind it."""
        self._principles, self._lines = principles, lines
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        """Room for badge, two lines of name and three of counts."""
        look = theme()
        return QSize(
            0, look.px(46) + 2 * look.line("small") + 3 * look.line("caption") + look.px(16)
        )

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one head."""
        if logical == 0 or logical > len(self._principles):
            return
        look, px = theme(), theme().px
        principle = self._principles[logical - 1]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(rect).adjusted(px(5), 0, -px(5), -px(6))
        box(painter, sheet, px(9), look.colour(f"p{principle.number}t"))
        middle = sheet.center().x()
        side = px(20)
        badge = QRectF(middle - side - px(3), sheet.y() + px(12), side, side)
        paint_badge(painter, badge, principle.number, filled=True)
        icon = QRectF(middle + px(4), badge.y(), side, side)
        paint_icon(painter, known_icon(principle.icon), icon, f"p{principle.number}")
        name = laid_out(
            principle.name, look.font("small", 600), look.line("small"), sheet.width() - px(12)
        )
        top = badge.bottom() + px(8)
        offset = 0.0 if name.count > 1 else look.line("small") / 2
        _draw_centred(painter, name, sheet, top + offset)
        word, counts = self._lines.get(principle.number, ("", ""))
        top += 2 * look.line("small") + px(4)
        painter.setFont(look.font("caption", 600))
        painter.setPen(look.colour("text"))
        text_at(painter, QRectF(sheet.x(), top, sheet.width(), look.line("caption")), word, _CENTRE)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2"))
        for line in counts.split(", "):
            top += look.line("caption")
            text_at(
                painter, QRectF(sheet.x(), top, sheet.width(), look.line("caption")), line, _CENTRE
            )
        painter.restore()


def _draw_centred(painter: QPainter, lines: Lines, sheet: QRectF, top: float) -> None:
    painter.setFont(theme().font("small", 600))
    left = sheet.center().x() - lines.natural_width / 2
    lines.draw(painter, QPointF(left, top), theme().colour("text"))


class _CellDelegate(QStyledItemDelegate):
    """Names at the left, discs in the middle of tinted cells."""

    def __init__(self, table: MapTable) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = theme(), theme().px
        row: MapRow = MapRow(*index.data(ROW))
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line2" if row.item is None else "line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0:
            self._paint_name(painter, rect, row)
        elif row.item is not None:
            number = self._table.model_.numbers[index.column() - 1]
            strength = index.data(STRENGTH)
            if strength == "strong":
                box(painter, rect.adjusted(px(5), 2, -px(5), -2), px(6), look.colour(f"p{number}t"))
            side = px(16)
            spot = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            token = f"p{number}" if strength != "none" else "text3"
            paint_strength(painter, spot, strength, look.colour(token))
        painter.restore()

    @staticmethod
    def _paint_name(painter: QPainter, rect: QRectF, row: MapRow) -> None:
        look, px = theme(), theme().px
        group = row.item is None
        room = rect.adjusted(px(4), px(8) if group else 0, -px(8), 0)
        painter.setFont(look.font("small", 600 if group else 400))
        painter.setPen(look.colour("text"))
        words = painter.fontMetrics().elidedText(
            row.label, Qt.TextElideMode.ElideRight, int(room.width())
        )
        text_at(painter, room, words, _LEFT)
        if row.note:
            used = painter.fontMetrics().horizontalAdvance(words) + px(10)
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text2"))
            text_at(painter, room.adjusted(used, 0, 0, 0), row.note, _LEFT)
