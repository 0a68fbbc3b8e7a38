"""What is doubtful in anything that is taken in from elsewhere, and how each doubt is answered.

One way for all of it: whatever reads (a table of costs today) takes the answers given so far and
hands back what it made of them and what is still doubtful. Nothing here knows what is read.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

_ROUNDS = 12  # an answer may show further doubts: a sheet its columns, a column its cells


class Way(NamedTuple):
    """How a doubt is settled: what is done, and with which words."""

    kind: str
    typed: str = ""

    @property
    def id(self) -> str:
        """Its one written form: "note", "typed:1.25"."""
        return f"{self.kind}:{self.typed}" if self.typed else self.kind


TO_NOTE, LEAVE_OUT, TAKE = Way("note"), Way("out"), Way("take")
# By the id of the doubt.
Settled = Mapping[str, Way]


class Reading(NamedTuple):
    """A way to settle a doubt, and what it is called: "£1.25"."""

    words: str
    way: Way


class Doubt(NamedTuple):
    """Something to ask about: `where` it stands, its `words`, and `why` it is doubtful. The first
    reading is what happens if nobody says otherwise. In tables `rows` are those it stands in, from
    1, and `column` the key of its column; `takes_words`: other words may be typed in its place."""

    id: str
    where: str
    words: str
    why: str
    readings: tuple[Reading, ...] = ()
    rows: tuple[int, ...] = ()
    column: str = ""
    takes_words: bool = False

    @property
    def row(self) -> int:
        """The first row it stands in; 0 where it stands in none."""
        return self.rows[0] if self.rows else 0

    def way(self, answer: str) -> Way | None:
        """What an answer written by its id means; None for one that this doubt does not have."""
        for reading in self.readings:
            if reading.way.id == answer:
                return reading.way
        kind, _, typed = answer.partition(":")
        return Way(kind, typed.strip()) if kind == "typed" and self.takes_words else None


class Answered(NamedTuple):
    """What answers came to: the doubts they `settled`, all that were met on the way (`met`), those
    left `open`, and the ids of answers that no doubt has (`unknown`) or takes (`unfit`)."""

    settled: dict[str, Way]
    met: tuple[Doubt, ...]
    open: tuple[Doubt, ...]
    unknown: tuple[str, ...]
    unfit: tuple[str, ...]


def answer(
    doubts_after: Callable[[Settled], Iterable[Doubt]], answers: Mapping[str, str]
) -> Answered:
    """Answer doubts, and those that show only once others are answered. `doubts_after` says what
    is doubtful once some are settled; `answers` are ids of ways by ids of doubts."""
    settled: dict[str, Way] = {}
    met: dict[str, Doubt] = {}
    unfit: set[str] = set()
    left: tuple[Doubt, ...] = ()
    for _ in range(_ROUNDS):
        left = tuple(doubts_after(settled))
        met |= {doubt.id: met.get(doubt.id, doubt) for doubt in left}
        fresh: dict[str, Way] = {}
        for doubt in left:
            if doubt.id in answers and doubt.id not in settled:
                way = doubt.way(answers[doubt.id])
                if way is None:
                    unfit.add(doubt.id)
                else:
                    fresh[doubt.id] = way
        if not fresh:
            break
        settled |= fresh
    unknown = tuple(id_ for id_ in answers if id_ not in met)
    return Answered(settled, tuple(met.values()), left, unknown, tuple(sorted(unfit)))


class Met:
    """The doubts met while something is read (`all`). Each is settled as `settled` says, or stays
    `open` and is read by its first reading."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self.all: list[Doubt] = []
        self.open: list[Doubt] = []

    def said(self, id_: str) -> Way | None:
        """How something is settled that would not be asked about, if somebody said so all the
        same; None where nobody did."""
        return self._settled.get(id_)

    def way(self, doubt: Doubt) -> Way:
        """How this doubt is settled, or read until somebody says so."""
        self.all.append(doubt)
        found = self._settled.get(doubt.id)
        if found is None:
            if all(doubt.id != other.id for other in self.open):
                self.open.append(doubt)
            return doubt.readings[0].way
        return found
