"""A claim: a figure typed by hand, and what the words beside it say that it is."""

from decimal import Decimal
from typing import Literal, NamedTuple

LIVE = "\ufffc"  # stands for each character of a live figure, which claims nothing of its own
Bound = Literal["", "over", "under"]


class Claim(NamedTuple):
    """`what` is the name of the live figure that it speaks of; or one of "requested-share" (the
    fund's of the whole), "council-grant", "day-rate", "days", "sum" and "share", which are those
    of a council or line that the bid is to find in `subject`.
    From `start` to `end` stand the words of the figure alone. `step` is the precision it is
    written with: pounds, pence where pence are written, else its last digit. `slack` is how far
    off it may be, as a part of the true figure; `bound` says that the true one is meant to be
    over or under it. `subject` is the thing that days are said to be of, or the words before
    them; else the whole sentence. `hints` are the totals that a "sum" may mean, with "part" where
    it is a part of one; "before" where days have their subject before them; the type of
    "councils"; what a "share" is of. `before` are the words of the sentence before a sum."""

    what: str
    words: str
    start: int
    end: int
    amount: Decimal
    step: Decimal = Decimal(1)
    slack: Decimal = Decimal(0)
    bound: Bound = ""
    subject: str = ""
    hints: tuple[str, ...] = ()
    before: str = ""

    def agrees_with(self, true: Decimal) -> bool:
        """Whether the true figure is this one at the precision and with the slack written."""
        # What lies half way is written up by some and down by others.
        half = self.step / 2
        if self.bound:
            over = self.bound == "over"
            return true >= self.amount - half if over else true <= self.amount + half
        return abs(true - self.amount) <= max(half, self.slack * abs(true))


class Sentence(NamedTuple):
    """A sentence and where it starts in its text."""

    text: str
    start: int


class Stated(NamedTuple):
    """A figure where it stands in a sentence. `before` goes back to the last figure of its sort
    and `after` on to the next; `past` is all that was said before it, `sentence` the whole."""

    words: str
    start: int
    end: int
    amount: Decimal
    step: Decimal
    before: str
    after: str
    past: str
    sentence: str
