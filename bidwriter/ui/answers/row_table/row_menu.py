"""What can be done with a whole row, as a menu."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.icons import icon
from bidwriter.ui.parts.plain import Menu


class RowOwner(Protocol):
    """What the menu asks for."""

    def move_row(self, by: int) -> None:
        """Move the current row."""

    def duplicate_row(self) -> None:
        """Copy the current row."""

    def delete_row(self) -> None:
        """Delete the current row."""


def row_menu(owner: RowOwner, noun: str, parent: QWidget) -> Menu:
    """Move, duplicate, delete; keys are shown, and are the table's own."""
    menu = Menu(parent)
    menu.setAccessibleName(f"This {noun}")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _offer(menu, "arrow-up", "Move up", "Alt+Up", lambda: owner.move_row(-1))
    _offer(menu, "arrow-down", "Move down", "Alt+Down", lambda: owner.move_row(1))
    _offer(menu, "copy", "Duplicate", "", owner.duplicate_row)
    menu.addSeparator()
    _offer(menu, "trash-2", f"Delete the {noun}", "Del", owner.delete_row)
    return menu


def _offer(menu: Menu, picture: str, words: str, keys: str, then: Callable[[], None]) -> None:
    action = menu.add(words, then, icon=icon(picture))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
