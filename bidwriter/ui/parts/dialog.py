"""What the window's own dialogs share: a focus ring, and going away once shut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from bidwriter.ui.look.dress import dress
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.plain import set_title


class Dialog(QDialog):
    """Open it with `open`: the window waits, the program goes on."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        set_title(self, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self)
        self._ring = FocusRing(self)
