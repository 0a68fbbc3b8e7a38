"""The theme in force: which colours, how large, and who is told when it changes.

There is one theme for the whole application. Widgets ask it for colours, fonts and scaled
lengths, and listen to `changed`. It knows no widget.
"""

import sys
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from bidwriter.ui.look.fonts import load_fonts, make_font
from bidwriter.ui.look.palette import palette_from, tokens_from
from bidwriter.ui.look.qss import qss_from
from bidwriter.ui.look.tokens import DARK, LIGHT, TYPE, Role, Tokens

SMALLEST, LARGEST = 1.0, 2.0


class Mode(StrEnum):
    """Which colours the officer asked for."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """Colours and sizes in force."""

    changed = Signal()
    sheet_changed = Signal()  # before `changed`; for `dress` alone

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.scale = 1.0
        self.tokens: Tokens = LIGHT
        self.sheet = ""  # for what Qt draws itself; `dress` puts it on
        self.version = 0  # another one after each change
        self._app: QApplication | None = None
        self._fonts: dict[tuple[Role, int, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def start(self, app: QApplication, mode: Mode = Mode.SYSTEM, scale: float = 1.0) -> None:
        """Dress `app`: style, fonts and palette; then follow the system."""
        load_fonts()
        app.setStyle("Fusion")
        self._app = app
        self.mode, self.scale = Mode(mode), _within(scale)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark or the system's colours."""
        if mode != self.mode:
            self.mode = Mode(mode)
            self._apply()

    def set_scale(self, scale: float) -> None:
        """Choose the text size: 1.0 is 100 %, 2.0 is 200 %."""
        if _within(scale) != self.scale:
            self.scale = _within(scale)
            self._apply()

    def px(self, length: float) -> int:
        """`length` at the text size in force, in whole pixels."""
        return round(length * self.scale)

    def font(self, role: Role, weight: int = 0, *, italic: bool = False) -> QFont:
        """The font of a type role. Do not change it: it is shared."""
        key = (role, weight or TYPE[role].weight, italic)
        if key not in self._fonts:
            self._fonts[key] = make_font(TYPE[role].px * self.scale, key[1], italic=italic)
        return self._fonts[key]

    def line(self, role: Role) -> int:
        """The line height of a type role in pixels."""
        return self.px(TYPE[role].line)

    def colour(self, name: str) -> QColor:
        """A token's colour by its name ("text2"), or "p3" and "p3t" for principle 3."""
        if name not in self._colours:
            self._colours[name] = QColor(self._hex(name))
        return self._colours[name]

    def in_high_contrast(self) -> bool:
        """Whether a Windows contrast theme is on: the system's colours then win."""
        if sys.platform != "win32":
            return False
        wanted = QGuiApplication.styleHints().accessibility().contrastPreference()
        return wanted == Qt.ContrastPreference.HighContrast

    def _hex(self, name: str) -> str:
        if name.startswith("#"):
            return name
        if name[0] == "p" and name[1:2].isdigit():
            pair = self.tokens.principle(int(name[1]))
            return pair.tint if name.endswith("t") else pair.colour
        return str(getattr(self.tokens, name))

    def _on_system_changed(self) -> None:
        if self.mode is Mode.SYSTEM or self.in_high_contrast():
            self._apply()

    def _apply(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        contrast = self.in_high_contrast()
        self.tokens = tokens_from(QPalette()) if contrast else self._chosen()
        if self._app is not None:
            self._app.setFont(self.font("body"))
            self._app.setPalette(QPalette() if contrast else palette_from(self.tokens))
        self.sheet = "" if contrast else qss_from(self.tokens, self.scale)
        self.version += 1
        self.sheet_changed.emit()
        self.changed.emit()

    def _chosen(self) -> Tokens:
        if self.mode is Mode.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.mode is Mode.DARK else LIGHT


def _within(scale: float) -> float:
    return min(LARGEST, max(SMALLEST, scale))


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The one theme."""
    return Theme()
