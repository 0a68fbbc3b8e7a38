"""The versions of a bid as a list: a name or what was done, who, and when."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from bidwriter.bids.history.log import Log
from bidwriter.bids.history.version import Version
from bidwriter.bids.telling.story import touched
from bidwriter.rounds.round import Round
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import laid_out
from bidwriter.ui.look.painting import box
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.avatar import paint_avatar
from bidwriter.ui.parts.moments import moment
from bidwriter.ui.parts.row_list import MarkedList

_ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class VersionRow(NamedTuple):
    """One version: `title` is its name or what was done, `detail` who and when."""

    id: str
    title: str
    detail: str
    who: str
    named: bool = False


def version_rows(log: Log, round_: Round, now: datetime) -> list[VersionRow]:
    """The versions, the newest first."""
    found = []
    for version in reversed(log.versions):
        name = log.names.get(version.id, "")
        detail = f"{version.who.title}, {moment(version.when, now)}"
        if version is log.head:
            detail = f"{detail}, as it is now"
        title = name or version.words or _touched(version, round_)
        found.append(VersionRow(version.id, title, detail, version.who.title, bool(name)))
    return found


def _touched(version: Version, round_: Round) -> str:
    """Which questions a version changed."""
    if version.is_root:
        return "How it began"
    names = touched(version, round_)
    if not names:
        return "Changed things beside the answers"
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more}"


class VersionList(MarkedList):
    """One Tab stop; arrows choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Versions, the newest first")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", 8)
        self._shown: list[VersionRow] = []
        self.currentRowChanged.connect(self._on_row)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: list[VersionRow], current: str) -> None:
        """Show these versions with one chosen; nothing is emitted."""
        with QSignalBlocker(self):
            if rows != self._shown:
                self._shown = rows
                self._fill()
            at = next((i for i, made in enumerate(rows) if made.id == current), 0)
            self.mark_row(at)

    def _fill(self) -> None:
        self.clear()
        for made in self._shown:
            item = QListWidgetItem(made.title)
            item.setData(_ROW, made)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{'Named ' if made.named else ''}{made.title}, {made.detail}",
            )
            self.addItem(item)

    def rows(self) -> list[VersionRow]:
        """The versions shown."""
        return self._shown

    def _on_row(self, at: int) -> None:
        if 0 <= at < len(self._shown):
            self.chosen.emit(self._shown[at].id)

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current row."""
        item = self.currentItem()
        rect = QRectF(self.visualItemRect(item)) if item else QRectF(self.rect())
        return rect.adjusted(3, 2, -3, -2)


class _Delegate(QStyledItemDelegate):
    """Draws a version in two lines."""

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        height = theme().line("small") + theme().line("caption") + theme().px(16)
        return QSize(theme().px(120), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = VersionRow(*index.data(_ROW))
        px, colour = theme().px, theme().colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(px(4), px(2), -px(4), -px(2))
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on or option.state & QStyle.StateFlag.State_MouseOver or made.named:
            box(painter, rect, px(8), colour("tint" if on else "tint2"))
        side = px(26)
        spot = QRectF(rect.x() + px(8), rect.center().y() - side / 2, side, side)
        if made.named:
            paint_icon(painter, "bookmark", spot.adjusted(px(4), px(4), -px(4), -px(4)), "ink")
        else:
            paint_avatar(painter, spot, made.who)
        left = rect.x() + px(44)
        room = max(1.0, rect.right() - left - px(8))
        top = rect.y() + px(6)
        self._line(painter, made.title, "small", 600, QPointF(left, top), room)
        below = QPointF(left, top + theme().line("small"))
        self._line(painter, made.detail, "caption", 400, below, room)
        painter.restore()

    def _line(  # noqa: PLR0917
        self, painter: QPainter, words: str, role: str, weight: int, at: QPointF, room: float
    ) -> None:
        font = theme().font(role, weight)  # type: ignore[arg-type]
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        token = "text" if role == "small" else "text2"
        height = theme().line(role)  # type: ignore[arg-type]
        laid_out(short, font, height, 1e6).draw(painter, at, theme().colour(token))
