"""A meter with a cap, and the plain 4 px bar made of it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class Meter(QProgressBar):
    """How much of a whole is used. Beyond the cap the bar is crimson.

    The sentence that goes with it is its accessible description.
    """

    def __init__(
        self, name: str, *, thickness: int = 8, tick: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thickness, self._tick = thickness, tick
        self._share = 0.0
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_amount(self, amount: float, cap: float, sentence: str = "") -> None:
        """Show `amount` against `cap`, in any unit."""
        self._share = max(0.0, amount / cap) if cap > 0 else float(amount > 0)
        self.setValue(min(100, round(self._share * 100)))
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def is_over(self) -> bool:
        """Whether the amount is over the cap."""
        return self._share > 1

    @override
    def sizeHint(self) -> QSize:
        """Wide, and as high as the bar and its tick."""
        px = theme().px
        return QSize(px(160), px(self._thickness) + (px(10) if self._tick else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower."""
        return QSize(theme().px(48), self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, fill and tick."""
        painter = painter_on(self)
        room = self.width() - (2 if self._tick else 0)
        cap_at = room / max(1.0, self._share)
        track = QRectF(0, 0, room, theme().px(self._thickness))
        track.moveTop((self.height() - track.height()) / 2)
        self._paint_bar(painter, track, cap_at)
        if self._tick:
            self._paint_tick(painter, cap_at)
        painter.end()

    def _paint_bar(self, painter: QPainter, track: QRectF, cap_at: float) -> None:
        colour = theme().colour
        outline = QPainterPath()
        outline.addRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(track, colour("line"))
        used = QRectF(track)
        if self.is_over and not self._tick:
            painter.fillRect(track, colour("bad"))
            painter.setClipping(False)
            return
        used.setWidth(min(self._share * cap_at, cap_at))
        painter.fillRect(used, colour("ink"))
        if self.is_over:
            used.setLeft(cap_at)
            used.setRight(track.right())
            painter.fillRect(used, colour("bad"))
        painter.setClipping(False)

    def _paint_tick(self, painter: QPainter, at: float) -> None:
        painter.setPen(QPen(theme().colour("text"), 1.5))
        painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
