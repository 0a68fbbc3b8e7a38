"""What the window's own dialogs share: a focus ring, keys as in the window, and going away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from bidwriter.ui.look.dress import dress
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.keypad import is_no_shortcut
from bidwriter.ui.parts.plain import set_title
from bidwriter.ui.parts.tab_order import move_on


class Dialog(QDialog):
    """Open it with `open`: the window waits, the program goes on. One that `stays` is not gone
    once shut: who asks with `exec` reads it first."""

    def __init__(self, parent: QWidget | None, title: str, *, stays: bool = False) -> None:
        super().__init__(parent)
        set_title(self, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not stays)
        dress(self)
        self._ring = FocusRing(self)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep from the shortcuts what the keypad types."""
        return is_no_shortcut(event) or super().event(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """In reading order."""
        return move_on(self, back=not forward)
