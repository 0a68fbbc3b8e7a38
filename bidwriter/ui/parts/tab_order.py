"""The order in which Tab goes from part to part, where it is not the order of making."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at in a part, shown or not, in the order of now."""
    found, at = list[QWidget](), part.nextInFocusChain()
    while at is not None and at is not part:
        if part.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def follow(part: QWidget, after: QWidget) -> None:
    """Let Tab go into a part from the last stop of another."""
    before = stops(after)[-1:]
    for one, other in pairwise((*before, *stops(part)) if before else ()):
        QWidget.setTabOrder(one, other)
