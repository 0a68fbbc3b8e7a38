"""One principle's coverage in a line: badge, name, a block for each answer, the headline word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.bids.principles import Shown
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.plain import PlainLabel
from bidwriter.ui.parts.words import Words


class CoverageRow(QWidget):
    """Read out as one sentence."""

    heard_as = QAccessible.Role.StaticText
    heard_whole = True

    def __init__(self, shown: Shown, name: str) -> None:
        super().__init__()
        line = row(self, 10, (0, 3, 0, 3))
        line.addWidget(Badge(shown.number, name, filled=True))
        label = Words(name, "body", wrap=False)
        widths(label, least=126)
        line.addWidget(label)
        line.addWidget(_Blocks(shown), 1)
        word = Words(shown.word, "body", weight=600 if shown.strong < 2 else 400, wrap=False)
        line.addWidget(word)
        counts = f"{shown.strong} strong and {shown.some} some of {shown.of} answers"
        said = f"{name}: {shown.word}, {counts}"
        self.setAccessibleName(said)


class _Blocks(PlainLabel):
    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self.setAccessibleName(f"{shown.strong} strong, {shown.some} some of {shown.of}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(14) * max(self._shown.of, 1), theme().px(14))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(14))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px, colour = painter_on(self), theme().px, theme().colour
        step = min(px(13), self.width() / max(self._shown.of, 1))
        side = step - px(3)
        for at in range(self._shown.of):
            spot = QRectF(at * step, (self.height() - side) / 2, side, side)
            own = colour(f"p{self._shown.number}")
            if at < self._shown.strong:
                box(painter, spot, px(2.5), own)
            elif at < self._shown.strong + self._shown.some:
                box(painter, spot, px(2.5), None, own, pen=1.4)
            else:
                box(painter, spot, px(2.5), colour("line"))
        painter.end()
