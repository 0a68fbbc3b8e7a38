"""What the linter finds, and what it asks of the named checks, which a higher room knows."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from bidwriter.rounds.round import CheckUse, Round


class Finding(NamedTuple):
    """One thing to mend, or, where it `is_advice`, to think about. `file` is in the pack's folder,
    `line` the line in it (0: of the whole file); `place` is a path of names in the pack, through
    lists by the ids of their entries; `example` is how it is written right ("" where the remedy
    says it)."""

    file: str
    line: int
    place: str
    words: str
    remedy: str
    example: str = ""
    is_advice: bool = False


class Further(NamedTuple):
    """What a higher room finds in a round that has no faults: its place in the pack, and the rest
    as in a `Finding`."""

    place: str
    words: str
    remedy: str
    is_advice: bool = False


Found = Iterator[tuple[str, str, str]]  # place, words, remedy


class Asked(NamedTuple):
    """A question that a check's parameter names, and the kinds that it can look at (none: any)."""

    parameter: str
    question: str
    kinds: tuple[str, ...] = ()


class KnownCheck(Protocol):
    """What the linter asks of a named check."""

    @property
    def needs(self) -> str:
        """The kind of question without which it can never find anything; "" for none."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters, as they are written."""

    def faults(self, use: CheckUse) -> tuple[str, ...]:
        """What is wrong with a round's parameters, in words."""

    def questions(self, use: CheckUse) -> tuple[Asked, ...]:
        """The questions that a round's parameters name."""

    def misuses(self, use: CheckUse, round_: Round) -> tuple[str, ...]:
        """What of the parameters this round cannot meet, in words."""

    def later(self, use: CheckUse) -> dict[str, int]:
        """The parameters that came with a later form of packs: name → form."""


Known = Mapping[str, KnownCheck]
