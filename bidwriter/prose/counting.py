"""How words are counted: the one rule, published in `docs/word-count.md`.

A word is a run between white space that holds a letter or a digit. Em dashes and line breaks
part words; hyphens, apostrophes, slashes, zero-width spaces and soft hyphens do not. A number
or single letter with "." or ")" that opens a line is its number in a list, not a word.
"""

import re
from functools import lru_cache

from bidwriter.prose.blocks import Block

_SEPARATORS = re.compile("[\u2014\u2028\u2029]")
_LIST_NUMBER = re.compile(r"(?:\d+|[^\W\d_])[.)]")


@lru_cache(maxsize=16384)
def count_words(text: str) -> int:
    """The number of words in plain `text`; each line break in it begins a line."""
    return sum(_count_line(line) for line in text.splitlines())


@lru_cache(maxsize=4096)
def count_block_words(blocks: tuple[Block, ...]) -> int:
    """The number of words in rich text: link addresses are not counted, headings are."""
    return sum(count_words(block.text) for block in blocks)


def nth_word_end(text: str, words: int) -> int | None:
    """Where in `text` the word numbered `words` (from 1) ends; None if there are not so many.

    What stands after that place is what a limit of `words` leaves no room for.
    """
    if words <= 0:
        return 0
    at = 0
    for line in text.splitlines(keepends=True):
        for _, end in _word_spans(line):
            words -= 1
            if words == 0:
                return at + end
        at += len(line)
    return None


def _count_line(line: str) -> int:
    runs = _SEPARATORS.sub(" ", line).split()
    if runs and _LIST_NUMBER.fullmatch(runs[0]):
        runs = runs[1:]
    return sum(1 for run in runs if run.isalnum() or any(map(str.isalnum, run)))


def _word_spans(line: str) -> list[tuple[int, int]]:
    runs = list(re.finditer(r"[^\s\u2014]+", line))
    if runs and _LIST_NUMBER.fullmatch(runs[0].group()):
        runs = runs[1:]
    return [run.span() for run in runs if any(map(str.isalnum, run.group()))]
