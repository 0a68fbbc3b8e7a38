"""The keys of the page that makes a round: from one thing that is asked to the next, and from one
region to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

Regions = Sequence[tuple[QWidget, QWidget]]


def add_keys(
    view: QWidget, next_asked: Callable[[int], None], regions: Callable[[], Regions]
) -> None:
    """F8 and F6, and with Shift the other way. `regions` are those that show, each with what takes
    the focus in it; one that is within another comes after it."""
    for keys, by in (("", 1), ("Shift+", -1)):
        QShortcut(QKeySequence(f"{keys}F8"), view, lambda by=by: next_asked(by))
        QShortcut(QKeySequence(f"{keys}F6"), view, lambda by=by: _go_on(regions(), by))


def _go_on(regions: Regions, by: int) -> None:
    focused = QApplication.focusWidget()
    held = [focused is not None and part.isAncestorOf(focused) for part, _ in regions]
    at = max((place for place, holds in enumerate(held) if holds), default=0)
    regions[(at + by) % len(regions)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
