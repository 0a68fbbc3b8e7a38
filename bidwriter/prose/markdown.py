"""Rich text as it is kept in files: a small CommonMark subset, one written form for each text.

`stored(text)` brings any Markdown into that form; `parse` and `write` go between it and blocks.
Any CommonMark reader shows the stored form as it was meant. HTML, images, code, quotations and
tables have no meaning here: their characters are kept and print as typed.
"""

import re
from functools import lru_cache
from itertools import groupby

from bidwriter.prose.blocks import MOST_CHARACTERS, Block, BlockKind, Span, normal
from bidwriter.prose.markdown_reading import read_blocks, read_spans
from bidwriter.prose.markdown_writing import write_spans


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Block, ...]:
    """The blocks of `text`; any Markdown is understood, the stored form quickly. What is longer
    than an answer may be is read as plain paragraphs, and its marks print as typed."""
    if is_too_long(text):
        return normal(tuple(Block("paragraph", (Span(part),)) for part in text.split("\n\n")))
    quick = tuple(block for chunk in text.split("\n\n") for block in _parse_chunk(chunk))
    return quick if write(quick) == text else normal(read_blocks(text))


def write(blocks: tuple[Block, ...]) -> str:
    """The stored form of `blocks`, without a final line break; "" when nothing is written."""
    chunks: list[str] = []
    for kind, group in groupby(normal(blocks), key=lambda block: block.kind):
        lines = [_write_block(block, n) for n, block in enumerate(group, 1)]
        chunks += ["\n".join(lines)] if kind in ("bullet", "number") else lines
    return "\n\n".join(chunks)


def stored(text: str) -> str:
    """`text` in the stored form: `stored(stored(x)) == stored(x)`. What is longer than an answer
    may be stays as it is, so that nothing of it is lost."""
    return text if is_too_long(text) else write(parse(text))


def is_too_long(text: str) -> bool:
    """Whether this is more than one answer holds. Files of older versions may have it."""
    return len(text) > MOST_CHARACTERS


# --- one chunk of the stored form ------------------------------------------------------------

_MARKERS = re.compile(r"(?:(## )|(- )|(\d+\. ))?(.*)", re.DOTALL)
_NEXT_ITEM = re.compile(r"\n(?=- |\d+\. )")
_PLAIN = re.compile(r"[A-Za-z£“‘(][^\\`*_{}\[\]<&\n~!#]*")


@lru_cache(maxsize=8192)
def _parse_chunk(chunk: str) -> tuple[Block, ...]:
    """The blocks of what stands between two empty lines of the stored form."""
    is_list = chunk.startswith("- ") or chunk[:1].isdigit()
    lines = _NEXT_ITEM.split(chunk) if is_list else [chunk]
    return normal(tuple(_parse_line(line) for line in lines if line))


def _parse_line(line: str) -> Block:
    found = _MARKERS.match(line)
    assert found is not None
    heading, bullet, number, rest = found.groups()
    kind: BlockKind = (
        "heading" if heading else "bullet" if bullet else "number" if number else "paragraph"
    )
    if _PLAIN.fullmatch(rest):
        return Block(kind, (Span(rest),))
    indent = " " * len(bullet or number or "")
    return Block(kind, read_spans(rest.replace("\n" + indent, "\n")))


# --- writing ---------------------------------------------------------------------------------

_LINE_START = re.compile(r"(^|\n)(?:([#+>=|-])|(\d{1,9})([.)]))")


@lru_cache(maxsize=8192)
def _write_block(block: Block, number: int) -> str:
    prefix = {"heading": "## ", "bullet": "- ", "number": f"{number}. "}.get(block.kind, "")
    indent = " " * len(prefix) if block.kind in ("bullet", "number") else ""
    text = _LINE_START.sub(_escape_line_start, write_spans(block.spans))
    if block.kind == "heading" and text.endswith("#"):
        text = f"{text[:-1]}\\#"
    return prefix + text.replace("\n", "\\\n" + indent)


def _escape_line_start(found: re.Match[str]) -> str:
    """What would begin a list, heading or quotation if it opened a line."""
    start, sign, digits, stop = found.groups()
    return f"{start}\\{sign}" if sign else f"{start}{digits}\\{stop}"
