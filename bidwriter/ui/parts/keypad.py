"""Characters typed by their number: on Windows, Alt 0163 on the keypad is £ and Alt 0150 is –."""

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier


def types_a_character(event: QEvent) -> bool:
    """Whether a key may belong to a character's number, and so is no shortcut. Without Num Lock
    these keys are arrows and Page Down, and the numbers work all the same. On macOS all arrow
    keys count as the keypad's, and no characters are typed so."""
    if sys.platform == "darwin" or not isinstance(event, QKeyEvent):
        return False
    other = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return event.modifiers() & _HELD == _HELD and not event.modifiers() & other
