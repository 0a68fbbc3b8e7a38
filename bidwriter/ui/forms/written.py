"""What the fund wrote, line by line: read only, one Tab stop, each question marked and numbered."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from bidwriter.desk.form_rows import WrittenLine
from bidwriter.prose.characters import seen
from bidwriter.ui.look.lines import Lines
from bidwriter.ui.look.painting import box
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.row_list import MarkedList
from bidwriter.ui.parts.words import Words

_LINE = int(Qt.ItemDataRole.UserRole)
_EDGE, _ROOM, _ABOVE_HEADING = 18, 4, 8
Index = QModelIndex | QPersistentModelIndex


class WrittenList(MarkedList):
    """`picked` carries the number of the question that a line asks. Arrows move, Enter and a click
    pick."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[WrittenLine, ...] = ()
        self.setAccessibleName("What the fund wrote")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)  # a form may have thousands of lines
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setProperty("ringRadius", 8)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_picked)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: tuple[WrittenLine, ...]) -> None:
        """Show these; where only marks differ, the place stays."""
        if lines == self._shown:
            return
        before, self._shown = self._shown, lines
        if [line.words for line in before] != [line.words for line in lines]:
            self.clear()
            self.addItems([""] * len(lines))
            before = ()
        for at, line in enumerate(lines):
            if before and before[at] == line:
                continue
            item = self.item(at)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, seen(line.said))
        self.scheduleDelayedItemsLayout()

    def mark(self, number: int) -> None:
        """Mark the line that asks this question, in sight; none where there is none."""
        found = (at for at, line in enumerate(self._shown) if number in line.numbers)
        at = next(found, -1)
        self.mark_row(at)
        if at >= 0:
            self.scrollToItem(self.item(at))

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current line."""
        item = self.currentItem()
        rect = QRectF(self.visualItemRect(item)) if item else QRectF(self.rect())
        return rect.adjusted(3, 0, -3, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are as high as their words in this width."""
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
        line = WrittenLine(*item.data(_LINE))
        if line.numbers:
            self.picked.emit(line.numbers[0])


class _Delegate(QStyledItemDelegate):
    """Draws the lines."""

    def __init__(self, lines: WrittenList) -> None:
        super().__init__(lines)
        self._list = lines

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line, width = WrittenLine(*index.data(_LINE)), self._list.viewport().width()
        return QSize(width, round(_laid(line, width).height) + _above(line) + theme().px(_ROOM))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect, px = WrittenLine(*index.data(_LINE)), QRectF(option.rect), theme().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            whole = rect.adjusted(px(4), 0, -px(4), 0)
            box(painter, whole, px(6), theme().colour("tint"))
            bar = QRectF(whole.x(), whole.y() + 3, 3, whole.height() - 6)
            box(painter, bar, 1.5, theme().colour("ink"))
        at = QPointF(rect.x() + px(_EDGE), rect.y() + _above(line))
        is_plain = not (line.numbers or line.is_heading)
        colour = theme().colour("text2" if is_plain else "text")
        _laid(line, option.rect.width()).draw(painter, at, colour)
        painter.restore()


def _above(line: WrittenLine) -> int:
    return theme().px(_ABOVE_HEADING if line.is_heading else _ROOM)


def _laid(line: WrittenLine, width: int) -> Lines:
    """The words, tinted where they ask something, and behind them the numbers."""
    look = theme()
    room = max(1, width - 2 * look.px(_EDGE))
    if line.is_heading:
        return Lines(line.words, look.font("h3"), look.line("h3"), room)
    if not line.numbers:
        return Lines(line.words, look.font("body"), look.line("body"), room)
    words = seen(line.words)
    numbers = ", ".join(map(str, line.numbers))
    marked, numbered = QTextCharFormat(), QTextCharFormat()
    marked.setBackground(look.colour("mark2"))
    numbered.setForeground(look.colour("link"))
    numbered.setFontWeight(QFont.Weight.Bold)
    looks = [(0, len(words), marked), (len(words) + 1, len(numbers), numbered)]
    text = f"{words}\u00a0{numbers}"
    return Lines(text, look.font("body"), look.line("body"), room, looks=looks)


class WrittenColumn(QWidget):
    """The lines under their heading. `paste_asked` for a list in place of the form, `shut_asked`
    where it stands over the questions."""

    paste_asked = Signal()
    shut_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = WrittenList()
        self._shut = Link("Back to the questions", "small")
        self._shut.clicked.connect(self.shut_asked)
        paste = Link("Paste a list instead", "small")
        paste.clicked.connect(self.paste_asked)
        outer = column(self, 10, (24, 22, 20, 18))
        line = row(spacing=12)
        line.addWidget(Words("What the fund wrote", "h3"), 1)
        line.addWidget(paste)
        outer.addLayout(line)
        outer.addWidget(self._shut)
        card = Card(padding=(2, 12, 2, 14))
        card.body.addWidget(self.list)
        outer.addWidget(card, 1)

    def show_way_back(self, *, shown: bool) -> None:
        """Whether it stands over the questions."""
        self._shut.setVisible(shown)
