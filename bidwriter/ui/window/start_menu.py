"""The menu behind "Start a bid": the rounds on this computer, and a made-up bid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from bidwriter.rounds import library
from bidwriter.ui.window.frame import Frame


def start_menu(window: Frame, below: QWidget) -> None:
    """Show it below a button."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for pack in library.packs()[0]:
        action = menu.addAction(pack.round.name)
        action.triggered.connect(lambda _=False, pack=pack: window.start_bid(pack.round))
    menu.addSeparator()
    look = menu.addAction("Look round a made-up bid")
    look.triggered.connect(lambda _=False: window.look_round())
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
