"""What Enter, Backspace, Tab and a typed list mark do, apart from what Qt does by itself."""

import re

from PySide6.QtGui import QTextBlock, QTextCursor

from bidwriter.prose.lists import LEVELS, LIST_KINDS
from bidwriter.ui.editor.formats import PARAGRAPH, Shape, kind_of, shape_of
from bidwriter.ui.editor.formatting import blocks_of
from bidwriter.ui.editor.writing import set_shape

_NUMBER = re.compile(r"(\d{1,3})[.)]")


def press_enter(cursor: QTextCursor) -> bool:
    """Enter in an empty list item goes back a level, on the first one it ends the list; after a
    sub-heading comes a paragraph."""
    kind = kind_of(cursor.block())
    if kind in LIST_KINDS and cursor.block().length() == 1 and not cursor.hasSelection():
        _go_back(cursor.block())
        return True
    if kind == "heading" and cursor.atBlockEnd() and not cursor.hasSelection():
        cursor.insertBlock()
        set_shape(cursor.block(), PARAGRAPH)
        return True
    return False


def press_backspace(cursor: QTextCursor) -> bool:
    """At the start of an item, Backspace takes it back a level; of the first level, or at the start
    of a sub-heading, it makes a paragraph first."""
    plain = kind_of(cursor.block()) == "paragraph"
    if plain or cursor.hasSelection() or not cursor.atBlockStart():
        return False
    _go_back(cursor.block())
    return True


def _go_back(block: QTextBlock) -> None:
    set_shape(block, _beside_its_parent(block) if shape_of(block).level > 1 else PARAGRAPH)


def _beside_its_parent(block: QTextBlock) -> Shape:
    """The shape of the item that this one is beneath, to go on with its list."""
    above = block.previous()
    while above.isValid() and shape_of(above).level > 1:
        above = above.previous()
    kind = kind_of(above) if above.isValid() else "paragraph"
    return Shape(kind if kind in LIST_KINDS else kind_of(block))


def press_tab(cursor: QTextCursor, *, back: bool) -> bool:
    """Tab sets the selected items in beneath the one before them, Shift and Tab sets them back;
    whether any could be. An item that goes back takes those beneath it along."""
    wanted = 1 if back else LEVELS
    found = [block for block in blocks_of(cursor) if kind_of(block) in LIST_KINDS]
    moved = [block for block in found if shape_of(block).level != wanted]
    if not moved or (not back and not _has_item_above(found[0])):
        return False
    cursor.beginEditBlock()
    for block in moved:
        kept = shape_of(block).kind
        set_shape(block, _beside_its_parent(block) if back else Shape(kept, wanted))
    cursor.endEditBlock()
    return True


def _has_item_above(block: QTextBlock) -> bool:
    above = block.previous()
    return above.isValid() and kind_of(above) in LIST_KINDS


def start_list(cursor: QTextCursor) -> Shape | None:
    """The list that a space after what is typed would start: "-", "1." or "3)" alone in a line."""
    block = cursor.block()
    if cursor.hasSelection() or kind_of(block) != "paragraph" or not cursor.atBlockEnd():
        return None
    if block.text() in ("-", "*"):
        return Shape("bullet")
    found = _NUMBER.fullmatch(block.text())
    return Shape("number", 1, int(found[1])) if found else None


def turn_into_list(cursor: QTextCursor, shape: Shape) -> None:
    """Drop the typed mark and make the line an item."""
    cursor.beginEditBlock()
    line = QTextCursor(cursor.block())
    line.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    line.removeSelectedText()
    set_shape(line.block(), shape)
    cursor.endEditBlock()


def leaves_link(cursor: QTextCursor) -> bool:
    """Whether the cursor stands at the end of a link: what is typed there is outside it."""
    look = cursor.charFormat()
    if not look.isAnchor() or cursor.hasSelection():
        return False
    if cursor.atBlockEnd():
        return True
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return ahead.charFormat().anchorHref() != look.anchorHref()
