"""Keys of the keypad that are no shortcuts. On Windows a character can be typed by its number
there: Alt 0163 is £ and Alt 0150 is –."""

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_Mod = Qt.KeyboardModifier
_OTHERS = _Mod.ControlModifier | _Mod.MetaModifier
_Key = Qt.Key
# Not + and −, which are pressed with Ctrl for larger and smaller text.
_TYPED = {*range(_Key.Key_0, _Key.Key_9 + 1), _Key.Key_Asterisk, _Key.Key_Slash,
          _Key.Key_Period, _Key.Key_Comma}  # fmt: skip


def is_no_shortcut(event: QEvent) -> bool:
    """Takes what the keypad types away from the shortcuts: Qt offers them a key of the keypad first
    as itself and then as if it were of the main row. Each window asks in its `event`."""
    if event.type() != QEvent.Type.ShortcutOverride or not types_a_character(event):
        return False
    event.accept()
    return True


def types_a_character(event: QEvent) -> bool:
    """Whether a key is of the keypad and means nothing but a character: a digit or sign with Alt,
    Ctrl or the like held, or any key with Alt alone, for without Num Lock the digits are arrows
    and Page Down, and the numbers work all the same. On macOS all arrow keys count as the keypad's,
    and no characters are typed so."""
    if not isinstance(event, QKeyEvent) or not event.modifiers() & _Mod.KeypadModifier:
        return False
    alt, other = event.modifiers() & _Mod.AltModifier, event.modifiers() & _OTHERS
    if event.key() in _TYPED:
        return bool(alt or other)
    return sys.platform != "darwin" and bool(alt) and not other
