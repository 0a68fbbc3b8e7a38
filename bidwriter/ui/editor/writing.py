"""Writes blocks into a text document: whole stretches from outside, or at the cursor."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.lists import LIST_KINDS, BlockKind
from bidwriter.ui.editor.formats import (
    BREAK,
    PARAGRAPH,
    Shape,
    block_format,
    char_format,
    kind_of,
    shape_of,
    span_of,
)

_PLAIN = Span("")


def set_shape(block: QTextBlock, shape: Shape) -> None:
    """Make `block` of a shape, and its words look like it."""
    kind = shape.kind
    if block.textList() is not None and kind not in LIST_KINDS:
        block.textList().remove(block)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape))
    cursor.setBlockCharFormat(char_format(kind, _PLAIN))
    for start, length, span in stretches(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(kind, span))


def stretches(block: QTextBlock) -> list[tuple[int, int, Span]]:
    """Where each look of a block starts, how long it is, and its span."""
    found = []
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        found.append((piece.position(), piece.length(), span_of(piece.text(), piece.charFormat())))
        at += 1
    return found


def go_on(block: QTextBlock) -> None:
    """Let an item, copied from the one before, go on with its list."""
    shape = shape_of(block)
    if shape.start is not None:
        QTextCursor(block).mergeBlockFormat(block_format(shape._replace(start=None)))


def insert_spans(cursor: QTextCursor, kind: BlockKind, spans: Sequence[Span]) -> None:
    """Put spans at the cursor, in a block of `kind`."""
    for span in spans:
        cursor.insertText(span.text.replace("\n", BREAK), char_format(kind, span))


def fill(block: QTextBlock, value: Block) -> None:
    """Make `block` hold `value` and nothing else."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    set_shape(block, Shape(value.kind, value.level, value.start))
    insert_spans(cursor, value.kind, value.spans)


def replace_lines(document: QTextDocument, start: int, stop: int, values: Sequence[Block]) -> None:
    """Let `values` take the place of the lines from `start` up to `stop`."""
    reused = min(len(values), stop - start)
    for at in range(reused):
        fill(document.findBlockByNumber(start + at), values[at])
    if start + reused < stop:
        _remove_lines(document, start + reused, stop)
    for at in range(reused, len(values)):
        _insert_line(document, start + at, values[at])


def _insert_line(document: QTextDocument, at: int, value: Block) -> None:
    cursor = QTextCursor(document)
    if at == 0:
        cursor.insertBlock()
    else:
        cursor.setPosition(_end_of(document.findBlockByNumber(at - 1)))
        cursor.insertBlock()
    fill(document.findBlockByNumber(at), value)


def _remove_lines(document: QTextDocument, start: int, stop: int) -> None:
    first, last = document.findBlockByNumber(start), document.findBlockByNumber(stop - 1)
    after = last.next()
    kept = shape_of(after) if after.isValid() else PARAGRAPH
    cursor = QTextCursor(first)
    if start > 0:
        cursor.setPosition(first.position() - 1)
        cursor.setPosition(_end_of(last), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return
    end = after.position() if after.isValid() else _end_of(last)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    set_shape(document.firstBlock(), kept)


def _end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Paste: the first block joins the line at the cursor if it can, the last takes the rest."""
    cursor.removeSelectedText()
    if len(blocks) == 1 and blocks[0].kind == "paragraph":
        insert_spans(cursor, kind_of(cursor.block()), blocks[0].spans)
        return
    parted = not cursor.atBlockEnd()
    if parted:
        before = cursor.position()
        cursor.insertBlock()
        go_on(cursor.block())
        cursor.setPosition(before)
    if kind_of(cursor.block()) == "number":  # what is put into a list goes on with it
        blocks = (blocks[0]._replace(start=None), *blocks[1:])
    for at, value in enumerate(blocks):
        empty = cursor.block().length() == 1
        if at == 0 and value.kind == "paragraph" and not empty:
            insert_spans(cursor, kind_of(cursor.block()), value.spans)
            continue
        if at or not empty:
            cursor.insertBlock()
        fill(cursor.block(), value)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if parted and blocks[-1].kind == "paragraph":
        _join_rest(cursor)


def _join_rest(cursor: QTextCursor) -> None:
    """Bring the words after the place of pasting up to the end of what was pasted."""
    at, shape = cursor.position(), shape_of(cursor.block())
    cursor.deleteChar()
    set_shape(cursor.block(), shape)
    cursor.setPosition(at)
