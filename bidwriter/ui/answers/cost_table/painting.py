"""How the cells of cost lines are painted: words, group rows, badges, and what is wrong."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bidwriter.desk.cost_columns import (
    CHOICES,
    COLUMNS,
    COUNCILS,
    FURTHER,
    PRINCIPLE,
    TOTAL,
    column_of,
)
from bidwriter.ui.answers.cost_table.model import CostModel, Index
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import paint_badge

PADDING = 8
ADD_PRINCIPLE = "Add a principle"
_QUIET = (column_of("payer"), COUNCILS, *FURTHER)


def row_height() -> int:
    """33 at 100 % text."""
    return max(theme().px(33), theme().line("small") + theme().px(13))


def paint_ground(painter: QPainter, rect: QRectF, *, group: bool, here: bool) -> None:
    """The row's ground and its hairline."""
    if group or here:
        painter.fillRect(rect, theme().colour("sunken" if group else "tint2"))
    painter.fillRect(
        QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line")
    )


def paint_group(painter: QPainter, rect: QRectF, words: str, col: int) -> None:
    """A group's name or its sum."""
    _write(painter, _inner(rect), words, "text", 600, right=COLUMNS[col].cell.is_right)


def paint_cell(
    painter: QPainter, rect: QRectF, model: CostModel, index: Index, *, here: bool
) -> None:
    """One cell of a line; `here` has the focus."""
    col, words = index.column(), str(model.data(index))
    line = model.line_at(index)
    if model.problem_at(index):
        _paint_bad(painter, rect, words, col)
    elif col == PRINCIPLE and line is not None:
        _paint_principle(painter, _inner(rect), words, line.principle)
    else:
        room = _inner(rect)
        if here and col in CHOICES:
            room = _chevron(painter, room, "text2")
        colour = "text2" if col in _QUIET else "text"
        weight = 600 if col == TOTAL else 400
        _write(painter, room, words, colour, weight, right=COLUMNS[col].cell.is_right)


def _paint_principle(painter: QPainter, room: QRectF, words: str, number: int | None) -> None:
    if number is None:
        _write(painter, room, ADD_PRINCIPLE, "link", 600)
        return
    side = theme().px(20)
    spot = QRectF(room.left(), room.center().y() - side / 2, side, side)
    paint_badge(painter, spot, number, filled=True)
    _write(painter, room.adjusted(side + theme().px(8), 0, 0, 0), words, "text", 400)


def _paint_bad(painter: QPainter, rect: QRectF, words: str, col: int) -> None:
    """An octagon and a verb, or the words that are not understood, in a crimson edge."""
    px = theme().px
    frame = rect.adjusted(1, px(3), -px(4), -px(4))
    box(painter, frame, px(7), theme().colour("surface"), theme().colour("bad"), pen=1.5)
    room, side = frame.adjusted(px(7), 0, -px(7), 0), px(16)
    shown = words or COLUMNS[col].verb or "Choose"
    long = QFontMetricsF(theme().font("small", 600)).horizontalAdvance(shown) + side + px(6)
    if col in CHOICES and long + px(19) < room.width():
        room = _chevron(painter, room, "bad")
    spot = QRectF(room.left(), room.center().y() - side / 2, side, side)
    paint_icon(painter, "octagon-alert", spot, "bad")
    room.adjust(side + px(6), 0, 0, 0)
    _write(painter, room, shown, "bad", 600)


def _chevron(painter: QPainter, room: QRectF, token: str) -> QRectF:
    side = theme().px(15)
    spot = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
    paint_icon(painter, "chevron-down", spot, token)
    return room.adjusted(0, 0, -side - theme().px(4), 0)


def _inner(rect: QRectF) -> QRectF:
    return rect.adjusted(theme().px(PADDING), 0, -theme().px(PADDING), -1)


def _write(
    painter: QPainter, room: QRectF, words: str, colour: str, weight: int, *, right: bool = False
) -> None:
    font = theme().font("small", weight)
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    text_at(painter, room, short, side)
