"""The editor's own menu for the right button and the menu key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QKeySequence

from bidwriter.prose.lists import LIST_KINDS
from bidwriter.ui.editor.formatting_box import FormattingBox
from bidwriter.ui.parts.plain import Menu

_Keys = QKeySequence.StandardKey


class FigureActs(NamedTuple):
    """What can be done with a live figure."""

    follow: Callable[[], object]
    make_plain: Callable[[], object]


class EditActs(NamedTuple):
    """What the box does otherwise than Qt's."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    paste_plain: Callable[[], object]


def editing_menu(box: FormattingBox, acts: EditActs, figure: FigureActs | None = None) -> Menu:
    """Undo, cut, copy, paste and select all; what can be done with a live figure, and with a list
    at the cursor. The caller shows and deletes it."""
    menu = Menu(box)
    menu.setAccessibleName("Edit")
    writable = not box.isReadOnly()
    if figure is not None:
        menu.add("Go to where it comes from", figure.follow)
        menu.add("Turn into plain text", figure.make_plain).setEnabled(writable)
        menu.addSeparator()
    chosen = box.textCursor().hasSelection()
    source = QGuiApplication.clipboard().mimeData()
    pasteable = writable and source is not None and bool(source.formats())
    _fill(
        menu,
        ("Undo", _Keys.Undo, acts.undo, writable),
        ("Redo", _Keys.Redo, acts.redo, writable),
        None,
        ("Cut", _Keys.Cut, box.cut, writable and chosen),
        ("Copy", _Keys.Copy, box.copy, chosen),
        ("Paste", _Keys.Paste, box.paste, pasteable),
        ("Paste as plain text", "Ctrl+Shift+V", acts.paste_plain, pasteable),
        None,
        ("Select all", _Keys.SelectAll, box.selectAll, not box.document().isEmpty()),
    )
    if writable and box.kind() in LIST_KINDS:
        menu.addSeparator()
        _fill(
            menu,
            ("One level in", "Tab", lambda: box.change_level(back=False), True),
            ("One level back", "Shift+Tab", lambda: box.change_level(back=True), True),
            ("Number the list begins at…", "", box.edit_start, box.list_start() is not None),
        )
    return menu


_Entry = tuple[str, QKeySequence.StandardKey | str, Callable[[], object], bool]


def _fill(menu: Menu, *entries: _Entry | None) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, keys, slot, enabled = entry
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        menu.add(words, slot, beside=shown).setEnabled(enabled)
