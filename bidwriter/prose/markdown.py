"""Rich text as it is kept in files: a small CommonMark subset, one written form for each text.

`stored(text)` brings any Markdown into that form; `parse` and `write` go between it and blocks.
Any CommonMark reader shows the stored form as it was meant. HTML (but for `<sup>` and `<sub>`),
images, code, quotations and tables have no meaning here: their characters are kept and print as
typed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bidwriter.prose.blocks import MOST_CHARACTERS, Block, Span, normal, tidied, whole
from bidwriter.prose.lists import LEVELS, LIST_KINDS, Counting
from bidwriter.prose.markdown_markers import Marker, begins, markers
from bidwriter.prose.markdown_reading import read_blocks, read_spans
from bidwriter.prose.markdown_writing import write_spans


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Block, ...]:
    """The blocks of `text`; any Markdown is understood, the stored form quickly. What is longer
    than an answer may be is read as plain paragraphs, and its marks print as typed."""
    if is_too_long(text):
        return normal(tuple(Block("paragraph", (Span(part),)) for part in text.split("\n\n")))
    lines = [line for chunk in _CHUNKS.split(text) for line in _parse_chunk(chunk)]
    quick = tuple(_begun(lines))
    return quick if write(quick) == text else normal(read_blocks(text))


def write(blocks: tuple[Block, ...]) -> str:
    """The stored form of `blocks`, without a final line break; "" when nothing is written."""
    blocks = normal(blocks)
    return "".join(map(_write_block, blocks, markers(blocks)))


def stored(text: str) -> str:
    """`text` as a whole answer in the stored form: `stored(stored(x)) == stored(x)`. What is
    longer than an answer may be stays as it is, so that nothing of it is lost."""
    return text if is_too_long(text) else write(whole(parse(text)))


def is_too_long(text: str) -> bool:
    """Whether this is more than one answer holds. Files of older versions may have it."""
    return len(text) > MOST_CHARACTERS


# --- one chunk of the stored form ------------------------------------------------------------

_CHUNKS = re.compile(r"\n\n(?! )")  # what is indented goes on with the list before it
_MARK = r"- |\d{1,9}[.)] "
_NEXT_ITEM = re.compile(rf"\n(?=\n? *(?:{_MARK}))")
_ITEM = re.compile(
    r"\n?(?P<indent> *)(?:- |(?P<number>\d{1,9})(?P<stop>[.)]) )(?P<words>.*)", re.DOTALL
)
_PLAIN = re.compile(r"[A-Za-z£“‘(][^\\`*_{}\[\]<&\n~!#]*")


class _Line(NamedTuple):
    """A block, and the number and stop that it has in writing."""

    block: Block
    number: int = 0
    stop: str = ""


@lru_cache(maxsize=8192)
def _parse_chunk(chunk: str) -> tuple[_Line, ...]:
    """What stands between two empty lines of the stored form, each block tidy by itself."""
    is_list = _ITEM.match(chunk) is not None
    lines = _NEXT_ITEM.split(chunk) if is_list else [chunk]
    read = (_parse_line(line, is_list=is_list) for line in lines if line)
    return tuple(line._replace(block=block) for line in read for block in tidied((line.block,)))


def _parse_line(line: str, *, is_list: bool) -> _Line:
    found = _ITEM.match(line) if is_list else None
    if found is None:
        heading = line.startswith("## ")
        spans = _spans_of(line[3 * heading :], 0)
        return _Line(Block("heading" if heading else "paragraph", spans))
    spans = _spans_of(found["words"], found.start("words") - line.startswith("\n"))
    level = 2 if found["indent"] else 1
    if not found["number"]:
        return _Line(Block("bullet", spans, level))
    return _Line(Block("number", spans, level), int(found["number"]), found["stop"])


def _begun(lines: list[_Line]) -> Iterator[Block]:
    """The blocks, those with a `start` that begin a list."""
    counting, stops = Counting(), ["."] * LEVELS
    for block, number, stop in lines:
        goes_on = counting.goes_on(block.kind, block.level)
        counting.take(block.kind, block.level, number)
        at = block.level - 1
        is_first = stop and begins(number, stop, stops[at], goes_on=goes_on)
        stops[at] = stop
        yield block._replace(start=number) if is_first else block


def _spans_of(text: str, indent: int) -> tuple[Span, ...]:
    if _PLAIN.fullmatch(text):
        return (Span(text),)
    return read_spans(text.replace("\n" + " " * indent, "\n"))


# --- writing ---------------------------------------------------------------------------------

_LINE_START = re.compile(r"(^|\n)(?:([#+>=|-])|(\d{1,9})([.)]))")


@lru_cache(maxsize=8192)
def _write_block(block: Block, marker: Marker) -> str:
    text = _LINE_START.sub(_escape_line_start, write_spans(block.spans))
    if block.kind == "heading" and text.endswith("#") and text != "\\#":
        text = f"{text[:-1]}\\#"
    indent = " " * (marker.indent + len(marker.mark)) if block.kind in LIST_KINDS else ""
    return f"{marker.gap}{' ' * marker.indent}{marker.mark}" + text.replace("\n", "\\\n" + indent)


def _escape_line_start(found: re.Match[str]) -> str:
    """What would begin a list, heading or quotation if it opened a line."""
    start, sign, digits, stop = found.groups()
    return f"{start}\\{sign}" if sign else f"{start}{digits}\\{stop}"
