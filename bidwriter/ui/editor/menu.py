"""The editor's own menu for the right button and the menu key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QTextEdit

from bidwriter.ui.parts.plain import Menu

_Keys = QKeySequence.StandardKey


class FigureActs(NamedTuple):
    """What can be done with a live figure."""

    follow: Callable[[], object]
    make_plain: Callable[[], object]


def editing_menu(
    box: QTextEdit,
    undo: Callable[[], object],
    redo: Callable[[], object],
    figure: FigureActs | None = None,
) -> Menu:
    """Undo, cut, copy, paste and select all; for a live figure, what can be done with it. The
    caller shows and deletes it."""
    menu = Menu(box)
    menu.setAccessibleName("Edit")
    writable = not box.isReadOnly()
    if figure is not None:
        menu.add("Go to where it comes from", figure.follow)
        menu.add("Turn into plain text", figure.make_plain).setEnabled(writable)
        menu.addSeparator()
    chosen = box.textCursor().hasSelection()
    pasteable = writable and bool(QGuiApplication.clipboard().text())
    entries = (
        ("Undo", _Keys.Undo, undo, writable),
        ("Redo", _Keys.Redo, redo, writable),
        None,
        ("Cut", _Keys.Cut, box.cut, writable and chosen),
        ("Copy", _Keys.Copy, box.copy, chosen),
        ("Paste", _Keys.Paste, box.paste, pasteable),
        None,
        ("Select all", _Keys.SelectAll, box.selectAll, not box.document().isEmpty()),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, keys, slot, enabled = entry
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        menu.add(words, slot, beside=shown).setEnabled(enabled)
    return menu
