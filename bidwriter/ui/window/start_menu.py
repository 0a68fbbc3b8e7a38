"""The menu behind "Start a bid": the rounds on this computer, one made from a fund's form, a
round to change, and a made-up bid."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.rounds import library
from bidwriter.ui.parts.plain import Menu
from bidwriter.ui.window.frame import Frame


def start_menu(window: Frame, below: QWidget) -> None:
    """Show it below a button."""
    menu = Menu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for pack in library.packs()[0]:
        menu.add(pack.round.name, partial(window.start_bid, pack.round))
    menu.addSeparator()
    menu.add("From a form…", window.make_round)
    menu.add("Change a round…", window.change_round)
    menu.add("Look round a made-up bid", window.look_round)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
