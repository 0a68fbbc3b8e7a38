"""A layout that sets widgets in lines, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

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

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at `index`, or none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Fewer to a line means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height in `width`."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = theme().px(self._across) * max(0, len(hints) - 1)
        return QSize(
            sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0)
        )

    def minimumSize(self) -> QSize:  # noqa: N802
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
