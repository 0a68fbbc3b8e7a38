"""A problem: what a check found, in words that say how to put it right."""

from typing import Literal, NamedTuple

from bidwriter.bids.places import NOWHERE, Place

Severity = Literal["stops", "advice"]
Key = tuple[str, str, str]


class Problem(NamedTuple):
    """`check` names the rule, `place` the field to go to, `words` say what to do, `detail` why.

    "stops" stops the final export; "advice" never stops anything. Where words in prose are wrong,
    `typed` are those words, `passage` where they start and end in the printed text of the answer,
    `source` the place of the true figure, and `figure` the live figure to put there. `which` tells
    problems of one rule at one place apart: the statement, the option, the words typed.
    """

    check: str
    place: Place
    words: str
    detail: str = ""
    severity: Severity = "stops"
    typed: str = ""
    passage: tuple[int, int] | None = None
    source: Place = NOWHERE
    figure: str = ""
    which: str = ""

    @property
    def key(self) -> Key:
        """What it is known by, while its words change: rule, place, and which one there."""
        return self.check, self.place, self.which or self.typed

    @property
    def stops(self) -> bool:
        """Whether it stops the final export."""
        return self.severity == "stops"
