"""Words set in lines of an exact height, which Qt's labels and buttons cannot do."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from bidwriter.prose.characters import seen


class Lines:
    """A text laid out in a width; never changed once it is made. `looks` are stretches that look
    otherwise: start, length and format."""

    def __init__(
        self,
        text: str,
        font: QFont,
        height: float,
        width: float,
        *,
        strong: str = "",
        underline: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        looks: Sequence[tuple[int, int, QTextCharFormat]] = (),
    ) -> None:
        shown = seen(text).replace("\n", "\u2028")
        self._layout = QTextLayout(shown, font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        marked = [_range(start, length, look) for start, length, look in looks]
        self._layout.setFormats([*_formats(shown, strong, underline=underline), *marked])
        self.count = 0
        self.natural_width = 0.0
        self._fill(height, width)
        self.height = height * max(1, self.count)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paint the lines with their top left corner at `at`."""
        painter.setPen(colour)
        self._layout.draw(painter, at, [], QRectF())

    def _fill(self, height: float, width: float) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            top = height * self.count + (height - line.height()) / 2
            line.setPosition(QPointF(0, top))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            self.count += 1
        self._layout.endLayout()


@lru_cache(maxsize=1024)
def laid_out(
    text: str,
    font: QFont,
    height: float,
    width: float,
    *,
    strong: str = "",
    underline: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Lines:
    """These words in this width, kept: while a page is laid out, Qt asks each widget a dozen times
    for its height in the same few widths."""
    return Lines(text, font, height, width, strong=strong, underline=underline, align=align)


def forget_lines() -> None:
    """Let go of what was laid out: Qt's fonts must outlive it."""
    laid_out.cache_clear()


def _formats(text: str, strong: str, *, underline: bool) -> list[QTextLayout.FormatRange]:
    ranges = []
    if underline:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        ranges.append(_range(0, len(text), look))
    start = text.find(strong) if strong else -1
    if start >= 0:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        ranges.append(_range(start, len(strong), look))
    return ranges


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
