"""Words compared without regard to how quotation marks, dashes and spaces are set: Word changes
them by itself, and two people who wrote the same need not be asked which of them they meant."""

import unicodedata

from bidwriter.kinds.frozen import Leaf
from bidwriter.prose.blocks import Block, Span

Blocks = tuple[Block, ...]

_READ_AS = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\xad\u200b\u2060")
    | {"\u2026": "..."}
)


def folded(words: str) -> str:
    """The words with plain marks, one kind of dash and single plain spaces."""
    plain = unicodedata.normalize("NFC", words).translate(_READ_AS)
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(lines)


def read_alike(one: Leaf, other: Leaf) -> bool:
    """Whether two values are the same but for such marks."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or folded(one) == folded(other)
    return one == other


def newer(was: Leaf, one: Leaf, other: Leaf) -> Leaf:
    """Of two values that read alike the one that is not as it was; if both are new, the same from
    either side."""
    if one == was:
        return other
    return one if other == was else max(one, other, key=repr)


def blocks_alike(some: Blocks, others: Blocks) -> bool:
    """Whether paragraphs are the same, their looks too, but for such marks."""
    return some == others or _plain(some) == _plain(others)


def newer_blocks(was: Blocks, some: Blocks, others: Blocks) -> Blocks:
    """As `newer`, for paragraphs."""
    if some == was:
        return others
    return some if others == was else max(some, others, key=repr)


def _plain(blocks: Blocks) -> list[tuple[Block, tuple[Span, ...]]]:
    return [
        (block._replace(spans=()), tuple(s._replace(text=folded(s.text)) for s in block.spans))
        for block in blocks
    ]
