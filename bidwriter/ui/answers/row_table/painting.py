"""How the cells of a table are painted: words, heads, and what is wrong."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bidwriter.ui.answers.row_table.model import Index, RowModel
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, text_at
from bidwriter.ui.look.theme import theme

PADDING = 8


class Look(NamedTuple):
    """Which columns are written quieter, and which stronger, than the others."""

    quiet: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()


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


def paint_head(painter: QPainter, rect: QRectF, words: str, *, right: bool) -> None:
    """What heads or adds up other rows."""
    write(painter, inner(rect), words, "text", 600, right=right)


def paint_cell(
    painter: QPainter, rect: QRectF, model: RowModel, index: Index, look: Look, *, here: bool
) -> None:
    """One cell of a row; `here` has the focus."""
    col, words = index.column(), str(model.data(index))
    room = inner(rect)
    if here and col in model.chosen:
        room = _chevron(painter, room, "text2")
    colour = "text2" if col in look.quiet else "text"
    weight = 600 if col in look.strong else 400
    write(painter, room, words, colour, weight, right=model.columns[col].cell.is_right)


def paint_bad(painter: QPainter, rect: QRectF, model: RowModel, index: Index) -> None:
    """An octagon and a verb, or the words that are not understood, in a crimson edge."""
    px, col, words = theme().px, index.column(), str(model.data(index))
    frame = rect.adjusted(1, px(3), -px(4), -px(4))
    box(painter, frame, px(7), theme().colour("surface"), theme().colour("bad"), pen=1.5)
    room, side = frame.adjusted(px(7), 0, -px(7), 0), px(16)
    shown = words or model.columns[col].verb or "Choose"
    long = QFontMetricsF(theme().font("small", 600)).horizontalAdvance(shown) + side + px(6)
    if col in model.chosen and long + px(19) < room.width():
        room = _chevron(painter, room, "bad")
    spot = QRectF(room.left(), room.center().y() - side / 2, side, side)
    paint_icon(painter, "octagon-alert", spot, "bad")
    room.adjust(side + px(6), 0, 0, 0)
    write(painter, room, shown, "bad", 600)


def _chevron(painter: QPainter, room: QRectF, token: str) -> QRectF:
    side = theme().px(15)
    spot = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
    paint_icon(painter, "chevron-down", spot, token)
    return room.adjusted(0, 0, -side - theme().px(4), 0)


def inner(rect: QRectF) -> QRectF:
    """The room for words in a cell."""
    return rect.adjusted(theme().px(PADDING), 0, -theme().px(PADDING), -1)


def write(
    painter: QPainter, room: QRectF, words: str, colour: str, weight: int, *, right: bool = False
) -> None:
    """Words on one line, cut where they are too long."""
    font = theme().font("small", weight)
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    text_at(painter, room, short, side)
