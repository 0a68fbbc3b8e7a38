"""What an answer or a cell may look at besides itself. The bid fulfils it, so that nothing here
imports what stands above."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol


class Partnering(Protocol):
    """A council or body of the bid, as cells name it."""

    @property
    def key(self) -> str:
        """How rows name it; "" while nobody is named."""

    @property
    def title(self) -> str:
        """Its name in full."""

    @property
    def short_name(self) -> str:
        """Its name without its type."""

    @property
    def is_lead(self) -> bool:
        """Whether it leads."""


class Surroundings(Protocol):
    """What is the same for the whole bid."""

    @property
    def day_of_register(self) -> date | None:
        """The day on which a council must exist to be offered."""

    @property
    def principle_names(self) -> dict[int, str]:
        """The round's principles: number → short name."""

    @property
    def partners(self) -> Sequence[Partnering]:
        """The councils and bodies of the bid, the lead first."""


class NoBid:
    """No bid at all: what is shown without looking at one."""

    day_of_register: date | None = None

    @property
    def principle_names(self) -> dict[int, str]:
        """No round, no principles."""
        return {}

    @property
    def partners(self) -> Sequence[Partnering]:
        """Nobody."""
        return ()


class Around(NamedTuple):
    """The bid, and the question and the row that a cell stands in (None for none)."""

    bid: Surroundings
    question: object = None
    row: object = None
