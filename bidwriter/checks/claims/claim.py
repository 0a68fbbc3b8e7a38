"""A claim: a figure typed by hand, and what the words beside it say that it is."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

LIVE = "\ufffc"  # stands for each character of a live figure, which claims nothing of its own


class Claim(NamedTuple):
    """`what` is the name of the live figure that it speaks of, or "days". From `start` to `end`
    stand the words of the figure alone. `step` is the precision it is written with: pounds, pence
    where pence are written, else its last digit. `subject` is what days are said to be of."""

    what: str
    words: str
    start: int
    end: int
    amount: Decimal
    step: Decimal = Decimal(1)
    about: bool = False
    subject: str = ""

    def agrees_with(self, true: Decimal) -> bool:
        """Whether the true figure is this one at the precision written; "about" may be a
        twentieth off."""
        if self.about and abs(true - self.amount) * 20 <= abs(true):
            return True
        steps = (true / self.step).quantize(Decimal(1), ROUND_HALF_UP)
        return steps * self.step == self.amount


class Sentence(NamedTuple):
    """A sentence and where it starts in its text."""

    text: str
    start: int
