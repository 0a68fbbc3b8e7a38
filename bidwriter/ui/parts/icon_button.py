"""A button that is only an icon. It always has a name, shown as its tooltip too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_BUTTON
from bidwriter.ui.parts.plain import PlainToolButton, tip


class IconButton(PlainToolButton):
    """A flat square with an icon, at least 32 pixels wide."""

    def __init__(
        self,
        icon: str,
        name: str,
        keys: str = "",
        *,
        size: int = 20,
        colour: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._token = icon, size, colour
        self.set_name(name, keys)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", RADIUS_BUTTON)
        theme().changed.connect(self._on_theme_changed)

    def set_name(self, name: str, keys: str = "") -> None:
        """Name the button, and the keys that do the same."""
        self.setAccessibleName(name)
        self.setAccessibleDescription("")
        tip(self, f"{name} ({keys})" if keys else name)
        if keys:
            self.setAccessibleDescription(keys)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square round the icon."""
        side = theme().px(max(32, self._size + 14))
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, on a tint when hovered, pressed or on."""
        painter = painter_on(self)
        held = self.isDown() or self.isChecked()
        if self.isEnabled() and (held or self.underMouse()):
            fill = theme().colour("tint" if held else "tint2")
            box(painter, QRectF(self.rect()), theme().px(RADIUS_BUTTON - 2), fill)
        size = theme().px(self._size)
        spot = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        token = "ink" if self.isChecked() else self._token
        paint_icon(painter, self._icon, spot, token if self.isEnabled() else "control")
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
