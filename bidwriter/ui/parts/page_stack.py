"""Pages one behind another, where only the one that shows asks for room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override


class PageStack(QStackedWidget):
    """A wide page that does not show keeps no narrower one from fitting beside the panel."""

    @override
    def minimumSizeHint(self) -> QSize:
        """What the page that shows needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()
