"""Lucide icons in our colours, sharp at the screen's own pixels.

Icons are named by file in `resources/icons` without ".svg"; a name that is not there fails.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bidwriter.paths import RESOURCES
from bidwriter.ui.look.theme import theme

_FOLDER = RESOURCES / "icons"


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return (_FOLDER / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    painter = QPainter(pixmap)
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon_pixmap(name: str, token: str, size: int, ratio: float) -> QPixmap:
    """Icon `name` in the colour of `token`, `size` device-independent pixels square."""
    return _drawn(name, theme().colour(token).name(), size, ratio)


def paint_icon(painter: QPainter, name: str, box: QRectF, token: str) -> None:
    """Draw an icon into a square `box`, given in pixels that are already scaled."""
    ratio = painter.device().devicePixelRatio()
    size = round(box.width())
    left, top = (round(n * ratio) / ratio for n in (box.x(), box.y()))
    target = QRectF(left, top, size, size)
    pixmap = icon_pixmap(name, token, size, ratio)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


def icon(name: str, token: str = "text2", size: int = 18) -> QIcon:
    """A QIcon for Qt's own widgets and menus, at the text size in force."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, token, theme().px(size), ratio))
    return made


def known_icon(name: str, otherwise: str = "compass") -> str:
    """`name` if there is such an icon: packs from anyone name the icons of their principles."""
    return name if name in _bundled() else otherwise


@lru_cache(maxsize=1)
def _bundled() -> frozenset[str]:
    return frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def forget_pictures() -> None:
    """Let go of every picture kept: none may outlive the application that drew it."""
    _drawn.cache_clear()


def app_icon() -> QIcon:
    """The application's mark: a plainer drawing at 32 px and below."""
    made = QIcon()
    for size in (16, 20, 24, 32):
        made.addPixmap(_drawn("app-icon-small", "#000000", size, 1.0))
    for size in (48, 64, 128, 256):
        made.addPixmap(_drawn("app-icon", "#000000", size, 1.0))
    return made
