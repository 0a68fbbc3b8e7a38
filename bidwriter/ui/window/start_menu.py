"""The menu behind "Start a bid": the rounds on this computer, one made from a fund's form, a
round to change, and a made-up bid."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.kinds.values.day import show
from bidwriter.rounds import library
from bidwriter.rounds.round import Round
from bidwriter.ui.parts.plain import Menu
from bidwriter.ui.window.frame import Frame


def start_menu(window: Frame, below: QWidget) -> None:
    """Show it below a button."""
    menu = Menu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    now = clock.now()
    for pack in library.in_order(library.packs()[0], now):
        menu.add(_words(pack.round, now), partial(window.start_bid, pack.round))
    menu.addSeparator()
    menu.add("From a form…", window.make_round)
    menu.add("Change a round…", window.change_round)
    menu.add("Look round a made-up bid", window.look_round)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))


def _words(round_: Round, now: datetime) -> str:
    """The round's name, and that it has closed where it has."""
    if round_.closing is None or now <= round_.closing:
        return round_.name
    return f"{round_.name} (closed {show(round_.closing.date())})"
