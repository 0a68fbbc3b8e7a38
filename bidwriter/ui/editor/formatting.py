"""What the editor's bar does to the words at a cursor: bold, italic, links, kinds of block."""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from bidwriter.prose.blocks import Span
from bidwriter.prose.lists import LIST_KINDS, BlockKind
from bidwriter.prose.rises import Rise, on_the_line, parts, rise_of
from bidwriter.ui.editor.formats import Shape, char_format, kind_of, shape_of, span_of
from bidwriter.ui.editor.writing import insert_spans, set_shape, stretches


def span_at(cursor: QTextCursor, current: QTextCharFormat) -> Span:
    """What is in force: of the first selected character, or of the next one typed."""
    if not cursor.hasSelection():
        return span_of("", current)._replace(figure="")
    probe = QTextCursor(cursor)
    probe.setPosition(min(cursor.selectionStart() + 1, cursor.selectionEnd()))
    span = span_of("", probe.charFormat())._replace(figure="")
    return span._replace(rise=span.rise or rise_of(cursor.selectedText()[:1]))


def blocks_of(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    found = []
    while block.isValid() and block.blockNumber() <= last:
        found.append(block)
        block = block.next()
    return found


def change_spans(cursor: QTextCursor, change: Callable[[Span], Span]) -> None:
    """Make each selected span what `change` says; its words stay."""
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    brush = QTextCursor(cursor)
    brush.beginEditBlock()
    for block in blocks_of(cursor):
        for start, length, span in stretches(block):
            first, last = max(low, start), min(high, start + length)
            if first < last:
                brush.setPosition(first)
                brush.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                brush.setCharFormat(char_format(kind_of(block), change(span)))
    brush.endEditBlock()


def toggle_kind(cursor: QTextCursor, kind: BlockKind) -> BlockKind:
    """Make the selected blocks of `kind`, or paragraphs if they all are already. Items of another
    kind keep their level."""
    blocks = blocks_of(cursor)
    wanted: BlockKind = "paragraph" if all(kind_of(b) == kind for b in blocks) else kind
    cursor.beginEditBlock()
    for block in blocks:
        level = shape_of(block).level if wanted in LIST_KINDS else 1
        set_shape(block, Shape(wanted, level))
    cursor.endEditBlock()
    return wanted


def change_rise(cursor: QTextCursor, rise: Rise) -> None:
    """Raise or lower the selected characters, or neither: as characters of their own where there
    are any. Live figures stay as they are."""
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    brush = QTextCursor(cursor)
    brush.beginEditBlock()
    for block in blocks_of(cursor):
        kind = kind_of(block)
        for start, length, span in stretches(block):
            first, last = max(low, start), min(high, start + length)
            if first >= last or span.figure:
                continue
            brush.setPosition(first)
            brush.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            words = on_the_line(brush.selectedText())
            made = parts(words, rise) if rise else ((words, rise),)
            spans = [span._replace(text=text, rise=now) for text, now in made]
            brush.removeSelectedText()
            insert_spans(brush, kind, spans)
    brush.endEditBlock()


def link_at(cursor: QTextCursor) -> QTextCursor:
    """The whole link round the cursor, or the selection as it is."""
    whole = QTextCursor(cursor)
    address = cursor.charFormat().anchorHref()
    if cursor.hasSelection() or not address:
        return whole
    for start, length, span in stretches(cursor.block()):
        if span.link == address and start <= cursor.position() <= start + length:
            whole.setPosition(start)
            whole.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return whole


def put_link(cursor: QTextCursor, text: str, address: str) -> None:
    """Let `text`, linked to `address`, take the place of the selection; no address unlinks."""
    look = span_of("", cursor.charFormat())
    if cursor.hasSelection() and cursor.selectedText() == text:
        change_spans(cursor, lambda span: span._replace(link=address))
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    span = Span(text, look.bold, look.italic, address)
    insert_spans(cursor, kind_of(cursor.block()), (span,))
    cursor.endEditBlock()
