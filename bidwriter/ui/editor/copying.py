"""Blocks on their way out to the clipboard, as HTML and as plain text."""

from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from bidwriter.prose.blocks import Block, Span
from bidwriter.ui.editor.formats import read_block
from bidwriter.ui.editor.formatting import blocks_of

_TAGS = {"paragraph": "p", "heading": "h2", "bullet": "li", "number": "li"}
_LISTS = {"bullet": "ul", "number": "ol"}


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
            found.append(Block(whole.kind, part))
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
    """Plain lines; list items keep a sign of their list."""
    lines, number = [], 0
    for block in blocks:
        number = number + 1 if block.kind == "number" else 0
        mark = {"bullet": "• ", "number": f"{number}. "}.get(block.kind, "")
        lines.append(mark + block.text)
    return "\n".join(lines)


def html_of(blocks: tuple[Block, ...]) -> str:
    """Small, plain HTML that any office program reads."""
    parts, open_list = [], ""
    for block in blocks:
        wanted = _LISTS.get(block.kind, "")
        if wanted != open_list:
            parts += [f"</{open_list}>"] if open_list else []
            parts += [f"<{wanted}>"] if wanted else []
            open_list = wanted
        tag, inner = _TAGS[block.kind], "".join(_html_of_span(span) for span in block.spans)
        parts.append(f"<{tag}>{inner}</{tag}>")
    parts += [f"</{open_list}>"] if open_list else []
    return "".join(parts)


def _html_of_span(span: Span) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>")
    # Another bid's editor takes it for a live figure, any other program for its value.
    text = f'<span data-figure="{span.figure}">{text}</span>' if span.figure else text
    text = f"<i>{text}</i>" if span.italic else text
    text = f"<b>{text}</b>" if span.bold else text
    return f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
