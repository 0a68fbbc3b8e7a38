"""Live figures in the text box: each is one token, tinted, that moves and goes as one.

A token is a stretch of ordinary characters with a property that names its figure, so that it is
measured, drawn, read out and counted like the words round it. This keeps the cursor out of it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bidwriter.ui.editor.formats import FIGURE, char_format, figure_of, kind_of, span_of
from bidwriter.ui.editor.stretches import stretch_rects
from bidwriter.ui.look.painting import box as painted_box
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme

_Move = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
_ROUND = 4


class Token(NamedTuple):
    """A live figure in the document, from `start` to before `end`."""

    start: int
    end: int
    name: str


def tokens_of(block: QTextBlock) -> Iterator[Token]:
    """The tokens of a block of the document, in order."""
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        name = figure_of(piece.charFormat())
        if name:
            yield Token(piece.position(), piece.position() + piece.length(), name)
        at += 1


class Tokens:
    """The tokens of one text box."""

    def __init__(self, box: QTextEdit) -> None:
        self._box = box
        self._last = 0

    # --- where they are ----------------------------------------------------------------------

    def selected(self) -> Token | None:
        """The token that is selected, and nothing else."""
        cursor = self._box.textCursor()
        low, high = cursor.selectionStart(), cursor.selectionEnd()
        return next((t for t in self._near(low) if (t.start, t.end) == (low, high)), None)

    def at_cursor(self) -> Token | None:
        """The token that is selected, or that the cursor stands at."""
        if self._box.textCursor().hasSelection():
            return self.selected()
        position = self._box.textCursor().position()
        return next((t for t in self._near(position) if t.start <= position <= t.end), None)

    def at_point(self, point: QPoint) -> Token | None:
        """The token under a point of the box."""
        cursor = self._box.cursorForPosition(point)
        for token in tokens_of(cursor.block()):
            if any(rect.contains(point) for rect in self._rects(cursor.block(), token)):
                return token
        return None

    def _near(self, position: int) -> Iterator[Token]:
        return tokens_of(self._box.document().findBlock(position))

    def _round(self, position: int) -> Token | None:
        return next((t for t in self._near(position) if t.start < position < t.end), None)

    # --- the cursor --------------------------------------------------------------------------

    def select(self, token: Token) -> None:
        """Select a token whole."""
        cursor = self._box.textCursor()
        cursor.setPosition(token.start)
        cursor.setPosition(token.end, _KEEP)
        self._box.setTextCursor(cursor)

    def note_cursor(self) -> None:
        """Remember where the cursor is: the next move is told from there."""
        self._last = self._box.textCursor().position()

    def keep_out(self) -> Token | None:
        """Move the cursor out of a token on the side that it was making for; hands back the token
        that it passed, or that is selected now."""
        cursor = self._box.textCursor()
        forward = cursor.position() > self._last
        passed = self._round(cursor.position())
        anchored = self._round(cursor.anchor())
        if passed or anchored:
            anchor = _edge(cursor.anchor(), anchored, forward=not forward)
            if not cursor.hasSelection():
                anchor = _edge(cursor.position(), passed, forward=forward)
            position = _edge(cursor.position(), passed, forward=forward)
            cursor.setPosition(anchor)
            cursor.setPosition(position, _KEEP)
            self._box.setTextCursor(cursor)
        self.note_cursor()
        return passed or self.selected()

    # --- typing ------------------------------------------------------------------------------

    def take_out(self, event: QKeyEvent) -> bool:
        """Let Backspace and Delete take whole tokens; whether they did."""
        cursor = self._box.textCursor()
        back = event.key() == Qt.Key.Key_Backspace
        if cursor.hasSelection() or not (back or event.key() == Qt.Key.Key_Delete):
            return False
        by_word = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        moves = (_Move.PreviousWord, _Move.NextWord) if by_word else (_Move.Left, _Move.Right)
        cursor.movePosition(moves[0] if back else moves[1], _KEEP)
        hit = self._round(cursor.position()) or self._beside(cursor, back=back)
        if hit is None:
            return False
        cursor.setPosition(hit.start if back else hit.end, _KEEP)
        cursor.removeSelectedText()
        self._box.setTextCursor(cursor)
        return True

    def _beside(self, cursor: QTextCursor, *, back: bool) -> Token | None:
        """The token whose only character, or last of several, the cursor has just passed."""
        edge = cursor.anchor()
        return next((t for t in self._near(edge) if edge == (t.end if back else t.start)), None)

    def type_beside(self) -> None:
        """What is typed next is no part of a token."""
        look = self._box.currentCharFormat()
        if not look.hasProperty(FIGURE):
            return
        cursor = self._box.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self._box.setTextCursor(cursor)
        plain = span_of("", look)._replace(figure="")
        self._box.setCurrentCharFormat(char_format(kind_of(cursor.block()), plain))

    def make_plain(self, token: Token) -> None:
        """Turn a token into words like any others."""
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(token.start)
        cursor.setPosition(token.end, _KEEP)
        plain = span_of("", cursor.charFormat())._replace(figure="")
        cursor.setCharFormat(char_format(kind_of(cursor.block()), plain))

    # --- drawing -----------------------------------------------------------------------------

    def paint(self) -> None:
        """Tint the tokens that can be seen; the words are drawn over the tint."""
        found = [
            rect
            for block in self._visible()
            for token in tokens_of(block)
            for rect in self._rects(block, token)
        ]
        if not found:
            return
        painter = painter_on(self._box.viewport())
        for rect in found:
            painted_box(painter, rect, theme().px(_ROUND), theme().colour("tint"))
        painter.end()

    def _visible(self) -> Iterator[QTextBlock]:
        block = self._box.cursorForPosition(QPoint(0, 0)).block()
        bottom = self._box.verticalScrollBar().value() + self._box.viewport().height()
        while block.isValid() and block.layout().position().y() <= bottom:
            yield block
            block = block.next()

    def _rects(self, block: QTextBlock, token: Token) -> Iterator[QRectF]:
        wider = theme().px(2)
        for rect in stretch_rects(self._box, block, token.start, token.end):
            yield rect.adjusted(-wider, 0, wider, 0)


def _edge(position: int, token: Token | None, *, forward: bool) -> int:
    if token is None:
        return position
    return token.end if forward else token.start
