"""Type to find: a box with its results in a list below it, inside the page.

No popup: nothing covers the page, and readers follow the list.
"""

from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.row_list import MarkedList

_SHOWN = 6
_KEY = int(Qt.ItemDataRole.UserRole)
_NOTE = _KEY + 1
Index = QModelIndex | QPersistentModelIndex


class Match(NamedTuple):
    """Something found: the key that `chosen` carries, its words, and a quieter note."""

    key: str
    words: str
    note: str = ""


class TypeAhead(QWidget):
    """`find` turns what is typed into matches, never more than `most`. `chosen` carries the key of
    the one picked."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Match]],
        *,
        placeholder: str = "",
        rows: int = _SHOWN,
        most: float = inf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find, self._rows, self._most = find, rows, most
        self.box = LineEdit(placeholder=placeholder)
        self.matches = MarkedList()
        self.matches.setItemDelegate(_MatchDelegate(self.matches))
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setAccessibleName("Matches")
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = Card(padding=(5, 5, 5, 7), spacing=0)
        self._sheet.body.addWidget(self.matches)
        outer = column(self, 4)
        outer.addWidget(self.box)
        outer.addWidget(self._sheet)
        self.announcer = Announcer(self.box)
        self.setFocusProxy(self.box)
        self.box.textEdited.connect(self._on_text_edited)
        self.box.installEventFilter(self)
        self.matches.itemClicked.connect(self._on_picked)
        theme().changed.connect(self._fit)
        self._sheet.hide()

    @override
    def setAccessibleName(self, name: str) -> None:
        """Pass the name to the box, which is what has focus."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    @override
    def setAccessibleDescription(self, description: str) -> None:
        """Pass the description to the box."""
        super().setAccessibleDescription(description)
        self.box.setAccessibleDescription(description)

    def show_text(self, text: str) -> None:
        """Put words into the box without looking for them."""
        self.box.show_text(text)
        self._sheet.hide()

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list, Enter picks, Escape shuts it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._sheet.isHidden():
            return self._open_on_down(event.key())
        return self._walk(event.key())

    def _open_on_down(self, key: int) -> bool:
        if key != Qt.Key.Key_Down:
            return False
        self._on_text_edited(self.box.text())
        return True

    def _walk(self, key: int) -> bool:
        last = self.matches.count() - 1
        if key == Qt.Key.Key_Down:
            self.matches.mark_row(min(last, self.matches.marked_row() + 1))
        elif key == Qt.Key.Key_Up:
            self.matches.mark_row(max(0, self.matches.marked_row() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_picked(self.matches.item(self.matches.marked_row()))
            return True
        elif key == Qt.Key.Key_Escape:
            self._sheet.hide()
            return True
        else:
            return False
        item = self.matches.item(self.matches.marked_row())
        if item is not None:
            self.announcer.say(item.data(Qt.ItemDataRole.AccessibleTextRole))
        return True

    def _on_text_edited(self, text: str) -> None:
        found = self._find(text)
        self.matches.clear()
        for match in found:
            item = QListWidgetItem(match.words)
            item.setData(_KEY, match.key)
            item.setData(_NOTE, match.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, match[1:])))
            self.matches.addItem(item)
        self.matches.mark_row(0 if found else -1)
        self._sheet.setVisible(bool(found))
        self._fit()
        self.typed.emit(text)
        self.announcer.say(self._counted(len(found)), again=True)

    def _counted(self, found: int) -> str:
        if found >= self._most:
            return f"{found} matches or more"
        return "1 match" if found == 1 else f"{found or 'No'} matches"

    def _on_picked(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.box.show_text(item.text())
        self._sheet.hide()
        self.chosen.emit(item.data(_KEY))

    def show_rows(self, rows: int) -> None:
        """Show at most so many matches at once; the rest scroll."""
        self._rows = max(2, rows)
        self._fit()

    def _fit(self) -> None:
        rows = min(self._rows, max(1, self.matches.count()))
        self.matches.setFixedHeight(rows * _row_height() + 2)


def _row_height() -> int:
    return max(theme().px(34), theme().line("body") + theme().px(10))


class _MatchDelegate(QStyledItemDelegate):
    """Words, then a quieter note on the right."""

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(160), _row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = theme(), QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            box(painter, rect, look.px(6), look.colour("tint" if chosen else "tint2"))
        inner = rect.adjusted(look.px(10), 0, -look.px(10), 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        text_at(painter, inner, index.data(), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text2"))
        text_at(painter, inner, index.data(_NOTE) or "", Qt.AlignmentFlag.AlignRight)
        painter.restore()
