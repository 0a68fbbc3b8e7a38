"""Where a stretch of a text box is on screen, a rectangle for each line that it runs through."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock
from PySide6.QtWidgets import QTextEdit

from bidwriter.ui.look.theme import theme


def stretch_rects(box: QTextEdit, block: QTextBlock, low: int, high: int) -> Iterator[QRectF]:
    """The rectangles round the characters from `low` to before `high` of the document, in the
    viewport's pixels; `block` is the one that they stand in."""
    layout, px = block.layout(), theme().px
    scrolled = box.verticalScrollBar().value()
    start, end = low - block.position(), high - block.position()
    measures = QFontMetricsF(theme().font("prose", 600))
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            base = layout.position().y() + line.y() + line.ascent() - scrolled
            top = base - measures.ascent() - px(1)
            height = measures.ascent() + measures.descent() + px(2)
            yield QRectF(layout.position().x() + left, top, right - left, height)


def _x(found: object) -> float:
    """PySide hands back a pair where Qt hands back a place."""
    place = found[0] if isinstance(found, tuple) else found
    assert isinstance(place, float)
    return place
