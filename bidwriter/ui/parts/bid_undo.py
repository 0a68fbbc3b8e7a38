"""Undo and redo in a box belong to the bid: Qt's own would know only this box."""

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence

from bidwriter.ui.parts.keypad import types_a_character

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def left_to_the_window(event: QEvent) -> bool:
    """Whether this asks if a box wants undo or redo for itself; if so it is now declined."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.matches(_UNDO) or event.matches(_REDO):
        event.ignore()
        return True
    return False


def handed_on(event: QKeyEvent, undo: SignalInstance, redo: SignalInstance) -> bool:
    """Whether the key was not for the box: undo or redo, which `undo` or `redo` has then passed on,
    or one of the keypad, as which Qt would type its digit though Ctrl is held."""
    if types_a_character(event):
        return True
    for key, asked in ((_UNDO, undo), (_REDO, redo)):
        if event.matches(key):
            asked.emit()
            return True
    return False
