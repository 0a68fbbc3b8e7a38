"""Keeps the cursor where the officer left it while lines round it are replaced."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


class CursorKeeper:
    """Made before lines `start` to `stop` become `fresh` lines; restores the cursor after."""

    def __init__(self, cursor: QTextCursor, start: int, stop: int, fresh: int) -> None:
        self._start, self._stop, self._fresh = start, stop, fresh
        document = cursor.document()
        self._places = []
        for position in (cursor.anchor(), cursor.position()):
            block = document.findBlock(position)
            place = (block.blockNumber(), position - block.position(), block.text())
            self._places.append(place)

    def restore(self, box: QTextEdit, *, follow: bool) -> None:
        """Put the cursor back, as near as possible; `follow` moves it to the end of the change."""
        cursor = box.textCursor()
        document = box.document()
        if follow:
            last = max(0, self._start + self._fresh - 1)
            block = document.findBlockByNumber(min(last, document.blockCount() - 1))
            cursor.setPosition(block.position() + block.length() - 1)
        else:
            anchor, position = (self._found(box, *place) for place in self._places)
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
        if follow:
            box.ensureCursorVisible()

    def _found(self, box: QTextEdit, line: int, offset: int, text: str) -> int:
        document = box.document()
        if line >= self._stop:
            line += self._fresh - (self._stop - self._start)
        elif line >= self._start:
            line = min(line, max(self._start + self._fresh - 1, 0))
        block = document.findBlockByNumber(max(0, min(line, document.blockCount() - 1)))
        offset = _moved(text, block.text(), offset)
        return block.position() + min(offset, block.length() - 1)


def _moved(old: str, new: str, offset: int) -> int:
    """Where `offset` in `old` is in `new`: before what changed it stays, after it it shifts."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    if offset <= same:
        return offset
    end = 0
    while end < min(len(old), len(new)) - same and old[-1 - end] == new[-1 - end]:
        end += 1
    if offset >= len(old) - end:
        return len(new) - (len(old) - offset)
    return len(new) - end
