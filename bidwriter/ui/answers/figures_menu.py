"""Insert figure: every live figure of the bid with the value it has now."""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.printing.live_figures import LiveFigure, live_figures
from bidwriter.ui.parts.plain import Menu

_FEW = 7


def figures_menu(bid: Bid, parent: QWidget, chosen: Callable[[str], None]) -> Menu:
    """A menu of label and value; letters go to the entries that begin with them. Sums by
    principle and by council have menus of their own. The caller shows it; it deletes itself."""
    menu = Menu(parent)
    menu.setAccessibleName("Insert figure")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for at, (title, group) in enumerate(groupby(live_figures(bid).values(), lambda f: f.group)):
        figures = tuple(group)
        if title.startswith("Grant by"):
            _offer(menu.add_menu(title), figures, chosen)
        else:
            if at:
                menu.addSeparator()
            _offer(menu, figures, chosen)
    return menu


def _offer(menu: Menu, figures: tuple[LiveFigure, ...], chosen: Callable[[str], None]) -> None:
    for figure in figures:
        shown = _shortened(figure.value or "none yet")
        menu.add(figure.label, partial(chosen, figure.name), beside=shown)


def _shortened(value: str) -> str:
    words = value.split()
    return value if len(words) <= _FEW else f"{' '.join(words[:_FEW])}…"
