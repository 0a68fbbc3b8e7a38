"""How alike two paragraphs are, by the words they share."""

import re
from collections import Counter
from functools import lru_cache

from bidwriter.prose.blocks import Block

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def _words(block: Block) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(block.text))


@lru_cache(maxsize=4096)
def _telling_words(block: Block) -> Counter[str]:
    """Without the short words that every paragraph has."""
    words = _words(block)
    long = Counter({word: many for word, many in words.items() if len(word) > 3})
    return long or words


def many_words(block: Block) -> int:
    """How many words it has to be known by."""
    return _words(block).total()


def alike(a: Block, b: Block) -> float:
    """From 0, no word shared, to 1, the same words."""
    if a.text == b.text:
        return 1.0
    mine, theirs = _words(a), _words(b)
    both = (mine & theirs).total()
    return 2 * both / max(1, mine.total() + theirs.total())


def held(part: Block, whole: Block) -> float:
    """How much of the shorter one's words the longer one has, from 0 to 1."""
    mine, theirs = _telling_words(part), _telling_words(whole)
    return (mine & theirs).total() / max(1, min(mine.total(), theirs.total()))
