"""A widget that is measured once for each width, so that many of them are laid out quickly."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override


class Measured(QWidget):
    """Holds `inside`, which has a layout. Qt measures all of a page anew when one thing is added to
    it; what is in here is measured anew only when it changed itself."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._heights: dict[int, int] = {}
        self._sizes: tuple[QSize, QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside.setParent(self)
        inside.installEventFilter(self)

    @override
    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """That of what is inside."""
        if width not in self._heights:
            layout = self._inside.layout()
            assert layout is not None
            self._heights[width] = layout.totalHeightForWidth(width)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        """That of what is inside."""
        return self._measured()[0]

    @override
    def minimumSizeHint(self) -> QSize:
        """That of what is inside."""
        return self._measured()[1]

    def _measured(self) -> tuple[QSize, QSize]:
        if self._sizes is None:
            self._sizes = self._inside.sizeHint(), self._inside.minimumSizeHint()
        return self._sizes

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """All the room is for what is inside."""
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What changed is measured anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights, self._sizes = {}, None
            self.updateGeometry()
        return super().eventFilter(watched, event)
