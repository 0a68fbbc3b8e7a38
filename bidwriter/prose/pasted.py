"""What comes off the clipboard, as blocks: HTML from Word, Outlook, LibreOffice, Google Docs and
the web, and plain text. Keeps words and structure; drops looks, pictures, scripts, comments and
what is struck out, and counts what an officer would miss. It must know no Qt.
"""

import re
from typing import NamedTuple

from bidwriter.prose.blocks import MOST_CHARACTERS, Block, Span, TooLongError, normal, whole
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.mark_up import LONGEST, TooMuchMarkUpError
from bidwriter.prose.passed_over import PassedOver, passed_over
from bidwriter.prose.pasted_drafts import cleaned
from bidwriter.prose.pasted_reader import Reader
from bidwriter.prose.pasted_styles import Styles

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c]")
# Word's own bullets are letters of symbol fonts, each with a tab: "§ 3" is a section of an Act.
_TEXT_BULLET = re.compile(r"(?P<indent>[ \t\u00a0]*)(?:[-*•·▪◦‣●■□–➢✓]\s|[o§ØüàvqnlèÞ]\t)\s*(?=\S)")
_TEXT_NUMBER = re.compile(r"(?P<indent>[ \t\u00a0]*)\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_TAB = 4
_NESTED = 2  # blanks by which an item is set in that belongs to the one before


class Pasted(NamedTuple):
    """What was read, and what was passed over."""

    blocks: tuple[Block, ...]
    passed: PassedOver = PassedOver()


def read_html(html: str) -> Pasted:
    """The paragraphs, lists, bold, italic, raised and lowered words, links and headings of `html`.
    Raises TooMuchMarkUpError, and TooLongError for more words than an answer holds."""
    if len(html) > LONGEST:
        raise TooMuchMarkUpError
    reader = Reader(Styles(html))
    reader.read(_fragment(html))
    return Pasted(whole(normal(reader.blocks())), passed_over(reader.counted))


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """The blocks of `read_html` alone."""
    return read_html(html).blocks


def _fragment(html: str) -> str:
    """What was selected of the page that `html` is, where its marks say so."""
    start, end = html.find(_START), html.find(_END)
    return html[start + len(_START) : end] if 0 <= start < end else html


def blocks_from_text(text: str) -> tuple[Block, ...]:
    """Each line is a paragraph; lines that start like list items become list items. Raises
    TooLongError."""
    blocks: list[Block] = []
    outer = 0
    for line in _lines(text):
        block, indent = _block_of_line(line)
        is_inner = (
            bool(blocks) and blocks[-1].kind in ("bullet", "number") and (indent >= outer + _NESTED)
        )
        outer = outer if is_inner else indent
        blocks.append(block._replace(level=2 if is_inner else 1))
    return whole(normal(tuple(blocks)))


def plain_from_text(text: str) -> tuple[Block, ...]:
    """Each line is a paragraph, whatever it starts with. Raises TooLongError."""
    return normal(tuple(Block("paragraph", (Span(line),)) for line in _lines(text)))


def _lines(text: str) -> list[str]:
    if len(text) > MOST_CHARACTERS:
        raise TooLongError
    return [cleaned(line) for line in _LINE_ENDS.split(text)]


def _block_of_line(line: str) -> tuple[Block, int]:
    """The line as a block, and how far it is set in."""
    marks: tuple[tuple[BlockKind, re.Pattern[str]], ...]
    marks = ("bullet", _TEXT_BULLET), ("number", _TEXT_NUMBER)
    for kind, mark in marks:
        if found := mark.match(line):
            number = int(found["number"]) if kind == "number" else None
            indent = len(found["indent"].replace("\t", " " * _TAB))
            return Block(kind, (Span(line[found.end() :]),), 1, number), indent
    return Block("paragraph", (Span(line),)), 0
