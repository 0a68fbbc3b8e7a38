"""The task list: every page of the bid with its state; narrow, a rail of marks."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from bidwriter.checks.progress import TaskProgress, done
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.plain import tip
from bidwriter.ui.parts.row_list import MarkedList
from bidwriter.ui.parts.state_mark import STATE_WORDS, paint_state
from bidwriter.ui.parts.words import Words

WIDE, RAIL = 272, 58
_ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One row: a page ("icon"), a section's heading ("head") or a task ("state")."""

    key: str
    label: str
    number: str = ""
    icon: str = ""
    state: str = ""
    note: str = ""
    stops: int = 0
    comments: int = 0

    @property
    def said(self) -> str:
        """What a reader says of the row."""
        parts = [f"{self.number} {self.label}".strip()]
        if self.state:
            parts.append(STATE_WORDS[self.state])  # type: ignore[index]
        if self.stops:
            parts.append(f"{self.stops} stop export" if self.stops > 1 else "1 stops export")
        if self.comments:
            parts.append(f"{self.comments} {'comment' if self.comments == 1 else 'comments'}")
        if self.note and not self.state:
            parts.append(self.note)
        return ", ".join(parts)


class TaskList(QWidget):
    """`chosen` carries the key of the row picked: a page's name or a task's id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowList("Tasks")
        self.foot = RowList("To hand in")
        self._count = Words("", "small", "text2", wrap=False)
        self._share = Words("", "small", "text2", wrap=False)
        self._meter = Meter("Tasks done", thickness=5, tick=False)
        self._progress = QWidget()
        below = column(self._progress, 6, (18, 2, 18, 12))
        line = row(spacing=8)
        line.addWidget(self._count, 1)
        line.addWidget(self._share)
        below.addLayout(line)
        below.addWidget(self._meter)
        outer = column(self, 0)
        outer.addWidget(self.rows, 1)
        outer.addWidget(Rule(room=0))
        outer.addWidget(self.foot)
        outer.addWidget(self._progress)
        for part in (self.rows, self.foot):
            part.picked.connect(self.chosen)
        theme().changed.connect(self._fit)
        self.set_rail(rail=False)

    def show_tasks(
        self,
        tasks: tuple[TaskProgress, ...],
        stops: int,
        pages: tuple[Row, ...],
        talk: Mapping[str, int],
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """Show the pages, then the tasks section by section; `talk` counts the open comments on
        each question; `closed` are questions that this copy keeps for reading."""
        rows = list(pages)
        for section in dict.fromkeys(task.section for task in tasks):
            mine = tuple(task for task in tasks if task.section is section)
            rows.append(Row("", section.title, note=f"{done(mine)} of {len(mine)}"))
            rows += [
                Row(
                    t.task.id,
                    t.task.label,
                    t.number,
                    state="reading" if all(q.id in closed for q in t.questions) else t.state,
                    stops=t.stops if t.state == "problem" else 0,
                    comments=sum(talk.get(q.id, 0) for q in t.questions),
                )
                for t in mine
            ]
        self.rows.show_rows(rows)
        self.foot.show_rows(
            [
                Row("attachments", "Attachments", icon="paperclip"),
                Row("export", "Check and export", icon="package-check", stops=stops),
            ]
        )
        finished = done(tasks)
        self._count.setText(f"{finished} of {len(tasks)} tasks done")
        self._share.setText(f"{100 * finished // len(tasks)}%" if tasks else "")
        self._meter.show_amount(finished, len(tasks), self._count.text())
        self._fit()

    def show_current(self, key: str) -> None:
        """Mark the row of the page that is shown."""
        for part in (self.rows, self.foot):
            part.mark(key)

    def keys(self) -> list[str]:
        """Every page that can be chosen, from the top."""
        return [*self.rows.keys(), *self.foot.keys()]

    def set_rail(self, *, rail: bool) -> None:
        """Only marks, or marks and words."""
        self.rows.set_rail(rail=rail)
        self.foot.set_rail(rail=rail)
        self._progress.setVisible(not rail)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(RAIL if self.rows.rail else WIDE))
        self.rows.fit()
        self.foot.fit()
        self.foot.setFixedHeight(self.foot.count() * self.foot.row_height() + theme().px(8))


class RowList(MarkedList):
    """One list, one Tab stop; arrows move, Enter and a click pick."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rail = False
        self._shown: list[Row] = []
        self.setAccessibleName(name)
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", 8)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_picked)

    def set_rail(self, *, rail: bool) -> None:
        """Only marks: no room for a scroll bar, and tooltips for the words."""
        self.rail = rail
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if rail else policy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows; the chosen one stays."""
        if rows == self._shown:
            return
        keys_stay = [r.key for r in rows] == [r.key for r in self._shown]
        self._shown = rows
        if not keys_stay:
            self.clear()
            for _ in rows:
                self.addItem(QListWidgetItem())
        for at, made in enumerate(rows):
            self._fill(self.item(at), made)

    def _fill(self, item: QListWidgetItem, made: Row) -> None:
        item.setData(_ROW, made)
        item.setText(made.label)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, made.said)
        tip(item, made.said)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if made.key else Qt.ItemFlag.NoItemFlags)

    def rows(self) -> list[Row]:
        """The rows that show."""
        return self._shown

    def keys(self) -> list[str]:
        """The rows that lead somewhere."""
        return [made.key for made in self._shown if made.key]

    def mark(self, key: str) -> None:
        """Show which row is current; none of them if `key` is elsewhere."""
        for at, made in enumerate(self._shown):
            if made.key == key and key:
                self.mark_row(at)
                return
        self.mark_row(-1)

    def fit(self) -> None:
        """Measure the rows anew."""
        for at, made in enumerate(self._shown):
            tip(self.item(at), made.said)
        self.scheduleDelayedItemsLayout()

    def row_height(self) -> int:
        """The height of a row in the size in force."""
        return max(theme().px(32), theme().line("body") + theme().px(9))

    def ring_box(self) -> QRectF:
        """The focus ring goes round the current row."""
        item = self.currentItem()
        rect = QRectF(self.visualItemRect(item)) if item else QRectF(self.rect())
        return rect.adjusted(9, 1, -9, -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self._on_picked(item)

    def _on_picked(self, item: QListWidgetItem) -> None:
        made = item.data(_ROW)
        if made and made[0]:
            self.picked.emit(made[0])

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Repaint hover marks when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._rows = rows

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        made = Row(*index.data(_ROW))
        px = theme().px
        if made.key:
            return QSize(px(RAIL), self._rows.row_height())
        return QSize(px(RAIL), px(17) if self._rows.rail else theme().line("small") + px(13))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = Row(*index.data(_ROW))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if made.key:
            self._paint_row(painter, rect, made, option)
        else:
            self._paint_head(painter, rect, made)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, made: Row) -> None:
        px, colour = theme().px, theme().colour
        if self._rows.rail:
            painter.setPen(QPen(colour("line2"), 1))
            middle = round(rect.center().y()) + 0.5
            painter.drawLine(
                QPointF(rect.x() + px(14), middle), QPointF(rect.right() - px(14), middle)
            )
            return
        line = QRectF(rect.x() + px(18), rect.bottom() - theme().line("small") - px(5),
                      rect.width() - px(36), theme().line("small"))  # fmt: skip
        painter.setFont(theme().font("small", 600))
        painter.setPen(colour("text2"))
        text_at(painter, line, made.label, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme().font("small"))
        painter.setPen(colour("text3"))
        text_at(painter, line, made.note, Qt.AlignmentFlag.AlignRight)

    def _paint_row(
        self, painter: QPainter, rect: QRectF, made: Row, option: QStyleOptionViewItem
    ) -> None:
        px, colour = theme().px, theme().colour
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inner = rect.adjusted(px(8), px(1), -px(8), -px(1))
        if chosen or hovered:
            box(painter, inner, px(8), colour("tint" if chosen else "tint2"))
        if chosen and not self._rows.rail:
            bar = QRectF(inner.x(), inner.y() + px(7), px(3), inner.height() - px(14))
            box(painter, bar, px(1.5), colour("ink"))
        side = px(18)
        left = rect.center().x() - side / 2 if self._rows.rail else rect.x() + px(18)
        spot = QRectF(left, rect.center().y() - side / 2, side, side)
        if made.icon:
            paint_icon(painter, made.icon, spot, "ink" if chosen else "text2")
        else:
            paint_state(painter, spot, made.state)  # type: ignore[arg-type]
        if not self._rows.rail:
            self._paint_words(painter, rect, made, chosen=chosen)
        elif made.stops and made.icon:
            dot = QRectF(spot.right() - px(5), spot.top() - px(3), px(9), px(9))
            box(painter, dot, px(5), colour("bad"), colour("canvas"), pen=1.5)

    def _paint_words(self, painter: QPainter, rect: QRectF, made: Row, *, chosen: bool) -> None:
        px, colour = theme().px, theme().colour
        weight = 600 if chosen or made.key == "export" else 400
        painter.setFont(theme().font("body", weight))
        left = rect.x() + px(45)
        if made.number:
            painter.setPen(colour("text2"))
            text_at(
                painter,
                QRectF(left, rect.y(), px(24), rect.height()),
                made.number,
                Qt.AlignmentFlag.AlignLeft,
            )
            left += px(23)
        right = rect.right() - px(18)
        if made.stops:
            right -= self._paint_stops(painter, right, rect, made)
        if made.comments:
            right -= self._paint_comments(painter, right, rect, made)
        painter.setFont(theme().font("body", weight))
        painter.setPen(colour("text"))
        room = QRectF(left, rect.y(), right - left - px(4), rect.height())
        words = painter.fontMetrics().elidedText(
            made.label, Qt.TextElideMode.ElideRight, int(room.width())
        )
        text_at(painter, room, words, Qt.AlignmentFlag.AlignLeft)

    def _paint_stops(self, painter: QPainter, right: float, rect: QRectF, made: Row) -> float:
        """The number that stops export; on a page's row as a pill. Hands back its width."""
        px, colour = theme().px, theme().colour
        painter.setFont(theme().font("small", 600))
        words = str(made.stops)
        width = painter.fontMetrics().horizontalAdvance(words)
        if made.icon:
            pill = QRectF(
                right - width - px(38), rect.center().y() - px(12), width + px(38), px(24)
            )
            box(painter, pill, px(12), colour("bad_tint"))
            paint_icon(
                painter,
                "octagon-alert",
                QRectF(pill.x() + px(9), pill.center().y() - px(8), px(16), px(16)),
                "bad",
            )
            painter.setPen(colour("bad"))
            text_at(painter, pill.adjusted(0, 0, -px(10), 0), words, Qt.AlignmentFlag.AlignRight)
            return pill.width()
        painter.setPen(colour("bad"))
        text_at(
            painter,
            QRectF(right - width, rect.y(), width, rect.height()),
            words,
            Qt.AlignmentFlag.AlignRight,
        )
        return width + px(6)

    def _paint_comments(self, painter: QPainter, right: float, rect: QRectF, made: Row) -> float:
        """How many comments are open. Hands back its width."""
        px, words = theme().px, str(made.comments)
        painter.setFont(theme().font("small", 600))
        painter.setPen(theme().colour("text2"))
        width = painter.fontMetrics().horizontalAdvance(words)
        number = QRectF(right - width, rect.y(), width, rect.height())
        text_at(painter, number, words, Qt.AlignmentFlag.AlignRight)
        side = px(16)
        spot = QRectF(number.x() - side - px(5), rect.center().y() - side / 2, side, side)
        paint_icon(painter, "message-square", spot, "text2")
        return right - spot.x() + px(6)
