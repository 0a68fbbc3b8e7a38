"""A hairline between two things."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme


class Rule(QWidget):
    """Across with room above and below, or down the whole height."""

    def __init__(self, *, upright: bool = False, room: int = 8) -> None:
        super().__init__()
        self._upright, self._room, self._shown = upright, room, True
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)

    def show_line(self, *, shown: bool) -> None:
        """Draw the line, or keep its place empty."""
        if shown != self._shown:
            self._shown = shown
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """One pixel and its room."""
        thick = 1 + 2 * (0 if self._upright else theme().px(self._room))
        return QSize(thick, 1) if self._upright else QSize(1, thick)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if not self._shown:
            return
        painter = painter_on(self)
        painter.setPen(QPen(theme().colour("line"), 1))
        if self._upright:
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        else:
            middle = self.height() // 2 + 0.5
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()
