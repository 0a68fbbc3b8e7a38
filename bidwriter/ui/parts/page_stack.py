"""Pages one behind another, where only the one that shows asks for room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """A wide page that does not show keeps no narrower one from fitting beside the panel."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What the page that shows needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()
