"""Live figures in rich text: their marker, and blocks with the values filled in.

A live figure is stored as `{{figure:NAME}}`. Braces that people type are stored escaped, so
nothing that is typed is ever taken for one. What a name stands for is the bid's affair.
"""

import re
from collections.abc import Callable

from bidwriter.prose.blocks import Block, Span

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
MARKER = rf"\{{\{{figure:(?=[a-z0-9-]{{1,60}}\}}){_NAME}\}}\}}"
_MARKER = re.compile(MARKER)
_OPENING = "{{figure:"
_SENTENCE_END = re.compile(r"(?:\A|[.!?][”’\"')]*\s+|\n)\Z")


def marker(name: str) -> str:
    """How a live figure is stored: {{figure:net-present-value}}."""
    return f"{_OPENING}{name}}}}}"


def is_name(name: str) -> bool:
    """Whether a live figure can be called so."""
    return _MARKER.fullmatch(marker(name)) is not None


def marker_at(text: str, at: int, end: int) -> str:
    """The marker that begins at a place of `text` and ends before `end`; "" if there is none."""
    found = _MARKER.match(text, at, end)
    return found.group() if found else ""


def named_by(written: str) -> str:
    """The name in a marker."""
    return written[len(_OPENING) : -2]


def figure(name: str) -> Span:
    """A live figure not yet filled in: it reads "[net present value]"."""
    return Span(f"[{name.replace('-', ' ')}]", figure=name)


def may_hold_figures(markdown: str) -> bool:
    """Whether rich text can have live figures in it; quick, and never wrongly no."""
    return _OPENING in markdown


def figures_in(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The names of the live figures, in order, each once."""
    names = (span.figure for block in blocks for span in block.spans if span.figure)
    return tuple(dict.fromkeys(names))


def filled(blocks: tuple[Block, ...], value: Callable[[str], str]) -> tuple[Block, ...]:
    """`blocks` whose live figures read as their values. A value in words that opens a sentence
    begins with a capital. `write` gives the same for these blocks as for those handed in."""
    return tuple(_filled(block, value) for block in blocks)


def _filled(block: Block, value: Callable[[str], str]) -> Block:
    if not any(span.figure for span in block.spans):
        return block
    spans: list[Span] = []
    # A list item may go on from the line that leads to the list.
    before = "" if block.kind in ("paragraph", "heading") else "-"
    for span in block.spans:
        words = value(span.figure) if span.figure else span.text
        if span.figure and _SENTENCE_END.search(before[-8:]):
            words = words[:1].upper() + words[1:]
        spans.append(span._replace(text=words))
        before += words
    return block._replace(spans=tuple(spans))


def fixed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` whose live figures are plain words from now on."""
    return tuple(
        block._replace(spans=tuple(span._replace(figure="") for span in block.spans))
        for block in blocks
    )
