"""Lists in a text document: which items form one, at which level, from which number."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextList

from bidwriter.prose.lists import LEVELS, LIST_KINDS, Counting
from bidwriter.ui.editor.formats import (
    PARAGRAPH,
    Shape,
    block_format,
    gap_below,
    list_format,
    shape_of,
)


def regroup_lists(document: QTextDocument, *, whole: bool) -> None:
    """Let neighbouring items of one kind and level form one list, and space them. In a `whole`
    answer no item stands beneath nothing."""
    counting = Counting(whole=whole)
    groups: list[QTextList | None] = [None] * LEVELS
    block = document.begin()
    while block.isValid():
        following = block.next()
        shape = _in_place(block, counting, whole=whole)
        goes_on = shape.start is None and counting.goes_on(shape.kind, shape.level)
        number = counting.following(shape.kind, shape.level) if shape.start is None else shape.start
        counting.take(shape.kind, shape.level, number)
        after = shape_of(following) if following.isValid() else PARAGRAPH
        _space(block, gap_below(shape.kind, in_list=_is_one_list(after, counting)))
        if shape.kind in LIST_KINDS:
            at = shape.level - 1
            groups[at] = _group(block, shape, groups[at] if goes_on else None)
        block = following


def _in_place(block: QTextBlock, counting: Counting, *, whole: bool) -> Shape:
    """The shape that a block can have where it stands, which it has from now on."""
    was = shape = shape_of(block)
    if shape.kind in LIST_KINDS:
        shape = shape._replace(level=counting.level(shape.level))
        if whole and shape.start == counting.following(shape.kind, shape.level):
            shape = shape._replace(start=None)
    if shape != was:
        QTextCursor(block).mergeBlockFormat(block_format(shape))
    return shape


def _is_one_list(after: Shape, counting: Counting) -> bool:
    """Whether a block of the shape `after` goes on with the lists that are open."""
    if after.kind not in LIST_KINDS:
        return False
    beneath = after.level > 1 and counting.level(after.level) > 1
    return beneath or (after.start is None and counting.goes_on(after.kind, 1))


def _space(block: QTextBlock, gap: int) -> None:
    look = block.blockFormat()
    if round(look.bottomMargin()) != gap:
        look.setBottomMargin(gap)
        QTextCursor(block).mergeBlockFormat(look)


def _group(block: QTextBlock, shape: Shape, group: QTextList | None) -> QTextList:
    """Put an item into the list before it, or start one; the list it is in now."""
    own = block.textList()
    if group is not None:
        if own is None or own.objectIndex() != group.objectIndex():
            group.add(block)
        return group
    wanted = list_format(shape)
    if own is None or own.itemNumber(block) != 0 or own.format() != wanted:
        return QTextCursor(block).createList(wanted)
    return own
