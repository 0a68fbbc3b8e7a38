"""Rich text as values: a tuple of blocks, each a tuple of spans.

This is all that an answer can hold: paragraphs, one level of sub-heading, bulleted and numbered
list items of two levels, bold, italic, raised, lowered, links, and line breaks inside a block
("\\n" in a span). Neighbouring list items of one kind form one list (see `lists`).
"""

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from bidwriter.prose.characters import seen
from bidwriter.prose.lists import LARGEST_START, LEVELS, LIST_KINDS, BlockKind, Counting
from bidwriter.prose.rises import Rise, parts

# What one answer holds, as it is stored: some 30,000 words, far more than any round asks for. What
# reads, checks or joins an answer stays quick with so much, whatever is in it.
MOST_CHARACTERS = 200_000

_HALF = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """`text` in which half a character, which no file can hold, is the sign for one lost."""
    return _HALF.sub("\ufffd", text)


class TooLongError(ValueError):
    """More characters than one answer holds."""


class Span(NamedTuple):
    """A run of characters that look alike. `text` may hold a line break. `figure` names a live
    figure of the bid; its `text` is the value, or its name in brackets until it is filled in.
    `rise` is for what Unicode has no raised or lowered character of."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    figure: str = ""
    rise: Rise = ""


class Block(NamedTuple):
    """One paragraph, sub-heading or list item; the unit in which copies are merged. `level` is 1,
    or 2 for an item beneath another; `start` the number of an item that begins a numbered list
    anew, or with another number than 1."""

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 1
    start: int | None = None

    @property
    def text(self) -> str:
        """The characters alone, as a person reads them."""
        return "".join(span.text for span in self.spans)


def normal(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The one stored shape of `blocks`: like spans joined; white space at the ends of lines,
    characters that cannot be seen, and empty blocks dropped; no item beneath what is no item.
    `normal(normal(x)) == normal(x)`. Any stretch of what is normal is so itself."""
    blocks = tidied(blocks)
    if all(block.level == 1 for block in blocks):
        return blocks
    counting, placed = Counting(), []
    for block in blocks:
        level = counting.level(block.level)
        counting.take(block.kind, level, 0)
        placed.append(block if level == block.level else block._replace(level=level))
    return tuple(placed)


def tidied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, each normal by itself, wherever it stands."""
    return tuple(block for block in map(_tidied, blocks) if block.spans)


def whole(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Normal `blocks` as a whole answer has them: the first item of all is of the first level, and
    a `start` says another number than the one that would follow by itself."""
    if all(block.level == 1 and block.start is None for block in blocks):
        return blocks
    counting, placed = Counting(whole=True), []
    for block in blocks:
        level = counting.level(block.level)
        following = counting.following(block.kind, level)
        start = None if block.start == following else block.start
        counting.take(block.kind, level, following if start is None else start)
        placed.append(block._replace(level=level, start=start))
    return tuple(placed)


def numbers(blocks: tuple[Block, ...]) -> tuple[int | None, ...]:
    """The number that each item of a numbered list prints; None for all else."""
    counting, found = Counting(), []
    for block in blocks:
        following = counting.following(block.kind, block.level)
        number = following if block.start is None else block.start
        counting.take(block.kind, block.level, number)
        found.append(number if block.kind == "number" else None)
    return tuple(found)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """The characters of all blocks, one block a line; what find and the checks look through."""
    return "\n".join(block.text for block in blocks)


# Other ways in which programs write a line break; NUL and half a character, which no file format
# here can hold.
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\v\f\x85\x1c-\x1e]")
_LOST = re.compile("[\x00\ud800-\udfff]")


# Nothing in such a block can want tidying: no line break, no odd control, no white space at its
# ends. Most paragraphs are of this sort, and a key press looks at all of them.
_ODD = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufeff\ufff9-\uffff"
)
_TIDY = re.compile(rf"[^\s{_ODD}](?:[^\n{_ODD}]*[^\s{_ODD}])?")


@lru_cache(maxsize=16384)
def _tidied(block: Block) -> Block:
    block = _at_home(block)
    if len(block.spans) == 1 and not block.spans[0].rise and _TIDY.fullmatch(block.spans[0].text):
        return block
    breaks = " " if block.kind == "heading" else "\n"
    spans = tuple(
        span._replace(
            text=seen(_LOST.sub("\ufffd", _BREAKS.sub("\n", span.text))).replace("\n", breaks)
        )
        for span in block.spans
    )
    return block._replace(spans=_joined(_written_plain(_joined(_trimmed(spans)))))


def _at_home(block: Block) -> Block:
    """`block` with a level if it is in a list, and a number if that is a numbered one."""
    if block.level == 1 and block.start is None:
        return block
    level = min(max(block.level, 1), LEVELS) if block.kind in LIST_KINDS else 1
    start = block.start if block.kind == "number" else None
    if start is not None and not 0 <= start <= LARGEST_START:
        start = None
    return block._replace(level=level, start=start)


def _written_plain(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """`spans` in which what Unicode has raised and lowered is so by its characters."""
    if not any(span.rise for span in spans):
        return spans
    plain: list[Span] = []
    for span in spans:
        if span.figure or not span.rise:
            plain.append(span._replace(rise=""))
        else:
            plain += [
                span._replace(text=text, rise=rise) for text, rise in parts(span.text, span.rise)
            ]
    return tuple(plain)


def _trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Drop white space beside line breaks and at both ends of the block, wherever the spans
    part it: none of it can be seen, and Markdown loses it."""
    text = "".join(span.text for span in spans)
    dropped = set(_line_edges(text))
    trimmed, at = [], 0
    for span in spans:
        kept = "".join(c for i, c in enumerate(span.text, at) if i not in dropped)
        at += len(span.text)
        if kept:
            trimmed.append(span._replace(text=kept))
    return tuple(trimmed)


def _line_edges(text: str) -> list[int]:
    """Places of the characters that `_trimmed` drops."""
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    dropped = [*range(start), *range(end, len(text))]
    at = start
    for line in text[start:end].split("\n"):
        left = len(line) - len(line.lstrip())
        right = max(left, len(line.rstrip()))
        dropped += [*range(at, at + left), *range(at + right, at + len(line))]
        at += len(line) + 1
    return dropped


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for look, alike in groupby(spans, lambda span: span[1:]):
        run = list(alike)
        if run[0].figure:  # two that stand beside each other are two
            joined += run
        else:
            joined.append(Span("".join(span.text for span in run), *look))
    return tuple(joined)
