"""The order in which Tab goes from part to part, where it is not the order of making."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at in a part, shown or not, in the order of making. (Not by the focus chain:
    what PySide hands back from it takes other objects with it when it goes.)"""
    return [
        widget
        for widget in part.findChildren(QWidget)
        if widget.window() is part.window() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def follow(part: QWidget, after: QWidget) -> None:
    """Let Tab go into a part from the last stop of another."""
    before = stops(after)[-1:]
    for one, other in pairwise((*before, *stops(part)) if before else ()):
        QWidget.setTabOrder(one, other)
