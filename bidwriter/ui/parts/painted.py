"""What painted buttons share: repainting on hover and theme, and words from the style.

Nothing here knows what any one part looks like.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainButton


class PaintedButton(PlainButton):
    """A push button, with its role, keys and signals, that draws itself."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        theme().changed.connect(self._on_theme_changed)

    def let_height_follow_width(self) -> None:
        """Words in this button wrap: layouts must ask `heightForWidth`."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
