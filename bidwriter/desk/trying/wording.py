"""Made-up words of a length. They hold no figures and no names, so that they claim nothing."""

from itertools import cycle, islice

from bidwriter.kinds.question import Limit
from bidwriter.prose.counting import count_words

USUAL = 40  # words of prose where nothing says otherwise
_OPENING = "Made up, only to try this round:"
_SENTENCES = (
    "residents ask for the same thing again and again, and each time somebody types it anew.",
    "The work would let them do it once, in their own words, and be told what happens next.",
    "It would be tried with those who use it, changed where it does not help, and tried again.",
    "Others could use what is made, and would be told what did not work as well.",
)


def prose(most: int) -> str:
    """No more than so many words of made-up prose, at least one."""
    words = _OPENING.split()
    words += islice(cycle(" ".join(_SENTENCES).split()), max(0, most - len(words)))
    return " ".join(words[: max(1, most)])


def line(words: str, limit: Limit | None, *, brief: bool = False) -> str:
    """`words` as far as a limit lets them, at least a letter."""
    if brief:
        words = words.split(maxsplit=1)[0]
    if limit and limit.words is not None:
        while count_words(words) > limit.words:
            words = words.rpartition(" ")[0]
    if limit and limit.characters is not None:
        words = words[: limit.characters].strip()
    return words
