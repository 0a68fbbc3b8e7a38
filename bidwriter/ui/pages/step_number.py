"""The number of a step in a disc: outlined to do, filled with a tick when done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on, text_at, tick
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel


class StepNumber(PlainLabel):
    """Named "Step 1, done" or "Step 1"."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.set_done(done=False)

    def set_done(self, *, done: bool) -> None:
        """Show whether the step is done."""
        self._done = done
        self.setAccessibleName(f"Step {self._number}{', done' if done else ''}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A disc."""
        return QSize(theme().px(30), theme().px(30))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter, colour, px = painter_on(self), theme().colour, theme().px
        disc = QRectF(1, 1, px(30) - 2, px(30) - 2)
        painter.setPen(QPen(colour("ink"), 1.6))
        painter.setBrush(colour("done") if self._done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self._done:
            inset = px(9)
            tick(painter, disc.adjusted(inset, inset + 1, -inset, -inset - 1), colour("ink"), px(2))
        else:
            painter.setFont(theme().font("body", 600))
            painter.setPen(colour("ink"))
            text_at(painter, disc, str(self._number), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
