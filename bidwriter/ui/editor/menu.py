"""The editor's own menu for the right button and the menu key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

from bidwriter.ui.parts.plain import Menu

if TYPE_CHECKING:
    from bidwriter.ui.editor.rich_text_edit import RichTextEdit
    from bidwriter.ui.editor.tokens import Token

_Keys = QKeySequence.StandardKey


def editing_menu(box: RichTextEdit, token: Token | None = None) -> Menu:
    """Undo, cut, copy, paste and select all; for a live figure, what can be done with it. The
    caller shows and deletes it."""
    menu = Menu(box)
    menu.setAccessibleName("Edit")
    if token is not None:
        _offer_figure(menu, box, token)
    chosen, writable = box.textCursor().hasSelection(), not box.isReadOnly()
    pasteable = writable and bool(QGuiApplication.clipboard().text())
    entries = (
        ("Undo", _Keys.Undo, box.undo_asked.emit, writable),
        ("Redo", _Keys.Redo, box.redo_asked.emit, writable),
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


def _offer_figure(menu: Menu, box: RichTextEdit, token: Token) -> None:
    menu.add("Go to where it comes from", partial(box.figure_followed.emit, token.name))
    plain = menu.add("Turn into plain text", partial(box.make_plain, token))
    plain.setEnabled(not box.isReadOnly())
    menu.addSeparator()
