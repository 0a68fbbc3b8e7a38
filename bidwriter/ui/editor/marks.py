"""Stretches of an answer that are marked without being changed: too many, quoted, doubtful."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from bidwriter.ui.editor.reading import Reading
from bidwriter.ui.editor.stretches import stretch_rects
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme

MarkLook = Literal["surplus", "quoted", "changed", "doubtful", "wrong", "noted"]
_LINES = {"wrong": ("bad", Qt.PenStyle.SolidLine), "noted": ("ink", Qt.PenStyle.DotLine)}
_TINTS = {"surplus": "bad_tint", "quoted": "mark", "changed": "mark2"}


class Mark(NamedTuple):
    """From `start` to `end`, counted in Python characters of block `block` of `blocks()`."""

    block: int
    start: int
    end: int
    look: MarkLook


class Marker:
    """The marks of one text box, kept in place while its words change."""

    def __init__(self, box: QTextEdit, reading: Reading) -> None:
        self._box, self._reading = box, reading
        self._marks: tuple[Mark, ...] = ()
        self._surplus: tuple[int, int] | None = None

    def shade_from(self, block: int | None, offset: int) -> None:
        """Shade everything from a place on; None shades nothing."""
        self._surplus = None if block is None else (block, offset)
        self.show()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        if self._marks != tuple(marks):
            self._box.viewport().update()
        self._marks = tuple(marks)
        self.show()

    def position(self, block: int, offset: int, *, after: bool = False) -> int:
        """Where a character of `blocks()` is in the document, or `after` the one before it."""
        filled = self._reading.filled()
        if not filled:
            return 0
        at = min(block, len(filled) - 1)
        found = self._box.document().findBlockByNumber(filled[at])
        shown = found.text().replace("\u2028", "\n")
        back = int(after and offset > 0)
        place = _place_in(shown, self._reading.blocks()[at].text, offset - back) + back
        inside = units(shown, place)
        return found.position() + min(inside, found.length() - 1)

    def show(self) -> None:
        """Draw the marks where their words are now."""
        document = self._box.document()
        places: list[tuple[int, int, MarkLook]] = [
            (self.position(m.block, m.start), self.position(m.block, m.end, after=True), m.look)
            for m in self._marks
            if m.look not in _LINES and m.block < len(self._reading.blocks())
        ]
        if self._surplus is not None:
            end = document.characterCount() - 1
            places.append((self.position(*self._surplus), end, "surplus"))
        if places or self._box.extraSelections():
            self._box.setExtraSelections(selections(document, places))

    def paint(self) -> None:
        """Underline what is wrong or noted, thick enough to be seen: Qt's own line is a hair."""
        lined = [m for m in self._marks if m.look in _LINES]
        if not lined:
            return
        painter = painter_on(self._box.viewport())
        for mark in lined:
            low = self.position(mark.block, mark.start)
            high = self.position(mark.block, mark.end, after=True)
            block = self._box.document().findBlock(low)
            token, style = _LINES[mark.look]
            painter.setPen(QPen(theme().colour(token), theme().px(2), style))
            for rect in stretch_rects(self._box, block, low, high):
                bottom = rect.bottom() - theme().px(1)
                painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
        painter.end()


def _place_in(shown: str, stored: str, offset: int) -> int:
    """Where the character `offset` of `stored` is in `shown`, which may hold more spaces."""
    if len(shown) == len(stored):
        return offset
    at = met = 0
    while at < len(shown) and met < len(stored):
        same = shown[at] == stored[met]
        if same and met == offset:
            break
        met += same
        at += 1
    return at


def units(text: str, characters: int) -> int:
    """How many of Qt's UTF-16 places the first `characters` of `text` take."""
    return len(text[:characters].encode("utf-16-le")) // 2


def selections(
    document: QTextDocument, places: Iterable[tuple[int, int, MarkLook]]
) -> list[QTextEdit.ExtraSelection]:
    """What Qt needs to show marks at document positions."""
    made = []
    for start, end, look in places:
        one = QTextEdit.ExtraSelection()
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.cursor, one.format = cursor, _format(look)
        made.append(one)
    return made


def _format(look: MarkLook) -> QTextCharFormat:
    made = QTextCharFormat()
    if look == "doubtful":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        made.setUnderlineColor(theme().colour("bad"))
        return made
    made.setBackground(theme().colour(_TINTS[look]))
    if look == "surplus":
        made.setForeground(theme().colour("bad"))
    return made
