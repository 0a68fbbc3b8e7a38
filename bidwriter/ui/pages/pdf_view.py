"""A page of a PDF that is scrolled, and turned at its ends, by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea
from typing_extensions import override

from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel

_NEAR = 40


class PdfView(QScrollArea):
    """`turn_asked` carries by how many pages; `end_asked` whether it is the last page, or else the
    first. To a reader it is one picture."""

    heard_as, heard_whole = QAccessible.Role.Graphic, True
    turn_asked = Signal(int)
    end_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._picture = PlainLabel()
        self.setWidget(self._picture)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, image: QImage, wide: int, marked: Sequence[QRectF], said: str) -> None:
        """Show a picture `wide` logical pixels wide, with marks at shares of its size."""
        pixels = QPixmap.fromImage(image)
        painter = QPainter(pixels)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in marked:
            painter.fillRect(self._on(pixels, box), Qt.GlobalColor.yellow)
        painter.setPen(QPen(theme().colour("focus"), pixels.width() / max(1, wide) * 2))
        for box in marked:
            painter.drawRect(self._on(pixels, box))
        painter.end()
        pixels.setDevicePixelRatio(pixels.width() / max(1, wide))
        self._picture.setPixmap(pixels)
        self._picture.adjustSize()
        self.setAccessibleName(said)

    def look_at(self, box: QRectF) -> None:
        """Scroll to a mark."""
        shown = self._picture.size()
        x, y = box.center().x() * shown.width(), box.center().y() * shown.height()
        self.ensureVisible(round(x), round(y), theme().px(_NEAR), theme().px(_NEAR))

    def to_top(self) -> None:
        """Scroll to the page's beginning."""
        self.verticalScrollBar().setValue(0)

    def to_foot(self) -> None:
        """Scroll to the page's end."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn where the page ends; Home and End go there, with Ctrl to the
        first and last page. Arrows are Qt's."""
        bar, key = self.verticalScrollBar(), event.key()
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and far:
            self.end_asked.emit(key == Qt.Key.Key_End)
        elif key == Qt.Key.Key_Home:
            self.to_top()
        elif key == Qt.Key.Key_End:
            self.to_foot()
        elif key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turn_asked.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turn_asked.emit(-1)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _on(pixels: QPixmap, box: QRectF) -> QRectF:
        wide, high = pixels.width(), pixels.height()
        return QRectF(box.x() * wide, box.y() * high, box.width() * wide, box.height() * high)
