"""The bundled typeface: loaded once, with even figures and no hinting.

Glyphs that it lacks are left to Qt, which takes them from the system's fonts.
"""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from bidwriter.paths import RESOURCES
from bidwriter.ui.look.tokens import FAMILY

_FACES = (
    "Regular",
    "Medium",
    "SemiBold",
    "Bold",
    "Italic",
    "SemiBoldItalic",
    "BoldItalic",
)


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Load the bundled faces; the names of those that could not be read."""
    folder = RESOURCES / "fonts"
    files = (folder / f"AtkinsonHyperlegibleNext-{face}.ttf" for face in _FACES)
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def make_font(pixels: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """The bundled face at `pixels`; tabular figures keep columns of money straight."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
