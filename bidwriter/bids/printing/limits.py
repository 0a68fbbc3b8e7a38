"""How much of a question's limit is used: one count for editor, checks, PDF and record."""

from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.printing.printed import printed_count, printed_text
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import limit_of


class Use(NamedTuple):
    """How much is used of how much; `unit` is "words" or "characters"."""

    used: int
    limit: int
    unit: str

    @property
    def left(self) -> int:
        """What is left; less than nought when over."""
        return self.limit - self.used


def words_in(bid: Bid, question: AnyQuestion) -> int:
    """Words in an answer and in those that its limit also counts."""
    limit = limit_of(question)
    ids = (question.id, *(limit.also_counts if limit else ()))
    return sum(printed_count(bid, bid.asked_by_id[id_]) for id_ in ids if id_ in bid.asked_by_id)


def limit_words(question: AnyQuestion) -> str:
    """ "150 words at most"; nothing where there is no limit."""
    limit = limit_of(question)
    for most, unit in ((limit.words, "word"), (limit.characters, "character")) if limit else ():
        if most is not None:
            return f"{most:,} {unit if most == 1 else f'{unit}s'} at most"
    return ""


def use_of_limit(bid: Bid, question: AnyQuestion) -> Use | None:
    """How much of its limit an answer uses; None where there is no limit."""
    limit = limit_of(question)
    if limit is None:
        return None
    if limit.words is not None:
        return Use(words_in(bid, question), limit.words, "words")
    if limit.characters is not None:
        return Use(len(printed_text(bid, question)), limit.characters, "characters")
    return None
