"""Grab the gallery offscreen at scale 2, in light, dark, 150 and 200 % text.

Run: PYTHONPATH=. python tools/gallery_pictures.py; the pictures go to build/pictures.
"""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from gallery import Gallery
from PySide6.QtWidgets import QApplication, QWidget

from bidwriter.ui.look.theme import Mode, theme

PICTURES = Path(__file__).parent.parent / "build" / "pictures"


def main() -> None:
    """Write one picture for each look."""
    app = QApplication([])
    theme().start(app, Mode.LIGHT)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, mode, scale in (
        ("light", Mode.LIGHT, 1.0),
        ("dark", Mode.DARK, 1.0),
        ("150", Mode.LIGHT, 1.5),
        ("200", Mode.LIGHT, 2.0),
    ):
        theme().set_mode(mode)
        theme().set_scale(scale)
        grab(app, Gallery(), f"gallery-{name}", round(1360 * scale))


def grab(app: QApplication, page: QWidget, name: str, width: int) -> None:
    """Lay `page` out in `width` and write it whole."""
    page.resize(width, 400)
    page.show()
    app.processEvents()
    layout = page.layout()
    assert layout is not None
    page.resize(width, layout.totalHeightForWidth(width))
    app.processEvents()
    page.grab().save(str(PICTURES / f"{name}.png"))
    page.close()


if __name__ == "__main__":
    main()
