"""A problem: what a check found, in words that say how to put it right."""

from typing import Literal, NamedTuple

Severity = Literal["stops", "advice"]


class Problem(NamedTuple):
    """`check` names the rule, `place` the field to go to, `words` say what to do, `detail` why.

    "stops" stops the final export; "advice" never stops anything. Where words in prose are wrong,
    `typed` are those words, `passage` where they start and end in the printed text of the answer,
    `source` the place of the true figure, and `figure` the live figure to put there.
    """

    check: str
    place: str
    words: str
    detail: str = ""
    severity: Severity = "stops"
    typed: str = ""
    passage: tuple[int, int] | None = None
    source: str = ""
    figure: str = ""

    @property
    def finding(self) -> "Problem":
        """The same without what changes as words round it are typed."""
        return self._replace(detail="", passage=None)

    @property
    def stops(self) -> bool:
        """Whether it stops the final export."""
        return self.severity == "stops"
