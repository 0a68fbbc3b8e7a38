"""What can be done with a whole cost line, as a menu."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.icons import icon
from bidwriter.ui.parts.plain import Menu


class LineOwner(Protocol):
    """What the menu asks for."""

    def move_line(self, by: int) -> None:
        """Move the current line."""

    def duplicate_line(self) -> None:
        """Copy the current line."""

    def delete_line(self) -> None:
        """Delete the current line."""


def line_menu(owner: LineOwner, parent: QWidget) -> Menu:
    """Move, duplicate, delete; keys are shown, and are the table's own."""
    menu = Menu(parent)
    menu.setAccessibleName("This line")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _offer(menu, "arrow-up", "Move up", "Alt+Up", lambda: owner.move_line(-1))
    _offer(menu, "arrow-down", "Move down", "Alt+Down", lambda: owner.move_line(1))
    _offer(menu, "copy", "Duplicate", "", owner.duplicate_line)
    menu.addSeparator()
    _offer(menu, "trash-2", "Delete the line", "Del", owner.delete_line)
    return menu


def _offer(menu: Menu, picture: str, words: str, keys: str, then: Callable[[], None]) -> None:
    action = menu.add(words, then, icon=icon(picture))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
