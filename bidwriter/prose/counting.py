"""How words are counted: the one rule, published in `docs/word-count.md`.

A word is a run between white space that holds a letter or a digit. Em dashes and line breaks
part words; hyphens, apostrophes, slashes, zero-width spaces and soft hyphens do not. A number
or single letter with "." or ")" that opens a line is its number in a list, not a word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bidwriter.prose.blocks import Block

_SEPARATORS = re.compile("[\u2014\u2028\u2029]")
# A place where nothing but white space is lost by cutting.
_SENTENCE_END = re.compile(r"(?<=[.!?,;])\s(?=\S)")
_RUN = re.compile(r"[^\s\u2014]+")
_FIRST_RUN = re.compile(r"[\s\u2014]*([^\s\u2014]+)")
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
    """By the sentence, so that a key press counts one sentence anew, not a paragraph of thousands
    of words."""
    return sum(
        _count_words_of(part) - (at == 0 and _is_list_number(part))
        for at, part in enumerate(_SENTENCE_END.split(line))
    )


@lru_cache(maxsize=16384)
def _count_words_of(words: str) -> int:
    runs = _SEPARATORS.sub(" ", words).split()
    return sum(1 for run in runs if run.isalnum() or any(map(str.isalnum, run)))


def _is_list_number(words: str) -> bool:
    """Whether the first run of a line is its number in a list."""
    found = _FIRST_RUN.match(words)
    return found is not None and _LIST_NUMBER.fullmatch(found[1]) is not None


def _word_spans(line: str) -> Iterator[tuple[int, int]]:
    """Where each word of a line stands, one after another: who needs few asks for few."""
    for at, run in enumerate(_RUN.finditer(line)):
        if at == 0 and _LIST_NUMBER.fullmatch(run.group()):
            continue
        if any(map(str.isalnum, run.group())):
            yield run.span()
