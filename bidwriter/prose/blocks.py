"""Rich text as values: a tuple of blocks, each a tuple of spans.

This is all that an answer can hold: paragraphs, one level of sub-heading, bulleted and
numbered list items, bold, italic, links, and line breaks inside a block ("\\n" in a span).
Neighbouring list items of one kind form one list; a numbered list always starts at 1.
"""

import re
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from bidwriter.prose.characters import seen

# What one answer holds, as it is stored: some 30,000 words, far more than any round asks for. What
# reads, checks or joins an answer stays quick with so much, whatever is in it.
MOST_CHARACTERS = 200_000

BlockKind = Literal["paragraph", "heading", "bullet", "number"]


_HALF = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """`text` in which half a character, which no file can hold, is the sign for one lost."""
    return _HALF.sub("\ufffd", text)


class TooLongError(ValueError):
    """More characters than one answer holds."""


class Span(NamedTuple):
    """A run of characters that look alike. `text` may hold a line break. `figure` names a live
    figure of the bid; its `text` is the value, or its name in brackets until it is filled in."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    figure: str = ""


class Block(NamedTuple):
    """One paragraph, sub-heading or list item; the unit in which copies are merged."""

    kind: BlockKind
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The characters alone, as a person reads them."""
        return "".join(span.text for span in self.spans)


def normal(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The one stored shape of `blocks`: like spans joined; white space at the ends of lines,
    characters that cannot be seen, and empty blocks dropped. `normal(normal(x)) == normal(x)`."""
    tidied = (_tidied(block) for block in blocks)
    return tuple(block for block in tidied if block.spans)


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
    if len(block.spans) == 1 and _TIDY.fullmatch(block.spans[0].text):
        return block
    breaks = " " if block.kind == "heading" else "\n"
    spans = tuple(
        span._replace(
            text=seen(_LOST.sub("\ufffd", _BREAKS.sub("\n", span.text))).replace("\n", breaks)
        )
        for span in block.spans
    )
    return Block(block.kind, _joined(_trimmed(spans)))


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
