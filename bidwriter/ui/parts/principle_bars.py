"""Small bars by principle: badge, bar and the amount written at its end."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import paint_badge
from bidwriter.ui.parts.plain import PlainLabel


class PrincipleAmount(NamedTuple):
    """How much falls to one principle; `words` is the amount as written."""

    number: int
    name: str
    amount: float
    words: str


class PrincipleBars(PlainLabel):
    """Horizontal bars from zero. All of it is one sentence to a reader."""

    def __init__(self, empty: str = "nothing yet", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[PrincipleAmount, ...] = ()
        self._empty = empty
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_amounts(self, rows: Sequence[PrincipleAmount]) -> None:
        """Show an amount for each principle."""
        self._rows = tuple(rows)
        said = (f"{r.name}, {r.words if r.amount else self._empty}" for r in self._rows)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One line for each principle."""
        return QSize(theme().px(260), self._step() * max(1, len(self._rows)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower."""
        return QSize(theme().px(160), self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = painter_on(self)
        metrics = QFontMetricsF(theme().font("small", 600))
        widest = max((metrics.horizontalAdvance(r.words) for r in self._rows), default=0.0)
        room = self.width() - theme().px(26) - widest - theme().px(10)
        most = max((r.amount for r in self._rows), default=0.0) or 1.0
        for at, line in enumerate(self._rows):
            self._paint_row(painter, at * self._step(), line, max(0.0, room * line.amount / most))
        painter.end()

    def _paint_row(
        self, painter: QPainter, top: float, line: PrincipleAmount, length: float
    ) -> None:
        px, step = theme().px, self._step()
        side, thick = px(16), px(8)
        badge = QRectF(0, top + (step - side) / 2, side, side)
        paint_badge(painter, badge, line.number, filled=line.amount > 0)
        left = float(px(26))
        if line.amount > 0:
            length = max(length, thick)
            bar = QRectF(left, top + (step - thick) / 2, length, thick)
            box(painter, bar, px(2), theme().colour(f"p{line.number}"))
            left += length
        painter.setFont(theme().font("small", 600 if line.amount else 400))
        painter.setPen(theme().colour("text" if line.amount else "text3"))
        rest = QRectF(left + px(8), top, self.width() - left, step)
        words = line.words if line.amount else self._empty
        text_at(painter, rest, words, Qt.AlignmentFlag.AlignLeft)

    def _step(self) -> int:
        return theme().line("small") + theme().px(2)
