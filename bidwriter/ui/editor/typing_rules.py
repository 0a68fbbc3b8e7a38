"""What Enter, Backspace and a typed list mark do, apart from what Qt does by itself."""

from PySide6.QtGui import QTextCursor

from bidwriter.prose.lists import BlockKind
from bidwriter.ui.editor.formats import LIST_KINDS, kind_of
from bidwriter.ui.editor.writing import set_kind

_MARKS: dict[str, BlockKind] = {"-": "bullet", "*": "bullet", "1.": "number", "1)": "number"}


def press_enter(cursor: QTextCursor) -> bool:
    """Enter in an empty list item ends the list; after a sub-heading comes a paragraph."""
    kind = kind_of(cursor.block())
    if kind in LIST_KINDS and cursor.block().length() == 1 and not cursor.hasSelection():
        set_kind(cursor.block(), "paragraph")
        return True
    if kind == "heading" and cursor.atBlockEnd() and not cursor.hasSelection():
        cursor.insertBlock()
        set_kind(cursor.block(), "paragraph")
        return True
    return False


def press_backspace(cursor: QTextCursor) -> bool:
    """At the start of an item or sub-heading, Backspace makes it a paragraph first."""
    plain = kind_of(cursor.block()) == "paragraph"
    if plain or cursor.hasSelection() or not cursor.atBlockStart():
        return False
    set_kind(cursor.block(), "paragraph")
    return True


def start_list(cursor: QTextCursor) -> BlockKind | None:
    """The list that a space after what is typed would start: "-" or "1." alone in a line."""
    block = cursor.block()
    if cursor.hasSelection() or kind_of(block) != "paragraph" or not cursor.atBlockEnd():
        return None
    return _MARKS.get(block.text())


def turn_into_list(cursor: QTextCursor, kind: BlockKind) -> None:
    """Drop the typed mark and make the line an item."""
    cursor.beginEditBlock()
    line = QTextCursor(cursor.block())
    line.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    line.removeSelectedText()
    set_kind(line.block(), kind)
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
