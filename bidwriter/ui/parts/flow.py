"""A layout that sets widgets in lines, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from bidwriter.ui.look.theme import theme


class FlowLayout(QLayout):
    """Left to right, then on to the next line."""

    def __init__(
        self, parent: QWidget | None = None, spacing: float = 8, between: float = 8
    ) -> None:
        super().__init__()
        self._across, self._between = spacing, between
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Fewer to a line means more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height in `width`."""
        return self._place(QRect(0, 0, width, 0), really=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    @override
    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = theme().px(self._across) * max(0, len(hints) - 1)
        return QSize(
            sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0)
        )

    @override
    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            width = min(size.width(), max(1, rect.width()))
            if tallest and x + width > rect.x() + rect.width():
                x, y, tallest = rect.x(), y + tallest + theme().px(self._between), 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
            if really:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + theme().px(self._across)
            tallest = max(tallest, height)
        return y + tallest - rect.y()
