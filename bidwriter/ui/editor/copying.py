"""Blocks on their way out to the clipboard, as HTML and as plain text."""

from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from bidwriter.prose.blocks import Block, Span, numbers
from bidwriter.prose.parted import ItemList, parted
from bidwriter.prose.rises import TAGS
from bidwriter.ui.editor.formats import read_block
from bidwriter.ui.editor.formatting import blocks_of

_INDENT = "    "


def mime_of(blocks: tuple[Block, ...]) -> QMimeData:
    """Both forms, for whatever is pasted into."""
    data = QMimeData()
    data.setHtml(html_of(blocks))
    data.setText(text_of(blocks))
    return data


def selected_blocks(cursor: QTextCursor) -> tuple[Block, ...]:
    """The selected part of each block."""
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    found = []
    for block in blocks_of(cursor):
        start = block.position()
        whole = read_block(block)
        part = _clipped(whole.spans, max(0, low - start), high - start)
        if part:
            found.append(whole._replace(spans=part))
    return tuple(found)


def _clipped(spans: tuple[Span, ...], low: int, high: int) -> tuple[Span, ...]:
    kept, at = [], 0
    for span in spans:
        # Qt counts UTF-16 units: a character beyond the first plane takes two places.
        units = span.text.encode("utf-16-le")
        length = len(units) // 2
        cut = units[2 * max(0, low - at) : 2 * max(0, high - at)]
        text = cut.decode("utf-16-le", "ignore")
        if text:
            whole = text == span.text
            kept.append(span._replace(text=text, figure=span.figure if whole else ""))
        at += length
    return tuple(kept)


def text_of(blocks: tuple[Block, ...]) -> str:
    """Plain lines; list items keep the signs and the levels of their list."""
    lines = []
    for block, number in zip(blocks, numbers(blocks), strict=True):
        mark = "• " if block.kind == "bullet" else f"{number}. " if block.kind == "number" else ""
        lines.append(_INDENT * (block.level - 1) + mark + block.text)
    return "\n".join(lines)


def html_of(blocks: tuple[Block, ...]) -> str:
    """Small, plain HTML that any office program reads."""
    return "".join(map(_html_of_part, parted(blocks)))


def _html_of_part(part: Block | ItemList) -> str:
    if isinstance(part, ItemList):
        return _html_of_list(part)
    tag = "h2" if part.kind == "heading" else "p"
    return f"<{tag}>{_html_of_spans(part.spans)}</{tag}>"


def _html_of_list(part: ItemList) -> str:
    items = "".join(
        f"<li>{_html_of_spans(item.block.spans)}{''.join(map(_html_of_list, item.lists))}</li>"
        for item in part.items
    )
    if part.kind == "bullet":
        return f"<ul>{items}</ul>"
    return f'<ol start="{part.start}">{items}</ol>' if part.start != 1 else f"<ol>{items}</ol>"


def _html_of_spans(spans: tuple[Span, ...]) -> str:
    return "".join(map(_html_of_span, spans))


def _html_of_span(span: Span) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>")
    # Another bid's editor takes it for a live figure, any other program for its value.
    text = f'<span data-figure="{span.figure}">{text}</span>' if span.figure else text
    tag = TAGS.get(span.rise)
    text = f"<{tag}>{text}</{tag}>" if tag else text
    text = f"<i>{text}</i>" if span.italic else text
    text = f"<b>{text}</b>" if span.bold else text
    return f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
