"""A scrolled column that can be emptied and filled again."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.ui.look.space import column
from bidwriter.ui.parts.scroll import PageScroll


class Scrolled(QWidget):
    """What it held is gone once it is emptied."""

    def __init__(self) -> None:
        super().__init__()
        self._outer = column(self, 0)
        self._scroll: PageScroll | None = None
        self._about: object = None

    def emptied(self, about: object) -> QVBoxLayout:
        """A new, empty column in place of the old one: scrolled as far, if what stands in it is
        `about` the same as before; at its top, if not."""
        is_same, self._about = about == self._about, about
        content = QWidget()
        body = column(content, 8, (20, 16, 18, 20))
        at = self._scroll.verticalScrollBar().value() if self._scroll and is_same else 0
        if self._scroll is not None:
            self._outer.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = PageScroll(content)
        self._outer.addWidget(self._scroll)
        if at:
            bar = self._scroll.verticalScrollBar()
            QTimer.singleShot(0, bar, lambda: bar.setValue(at))
        return body
