"""What is doubtful in a table taken in from elsewhere, and the ways to settle each doubt."""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Way(NamedTuple):
    """How a doubtful cell is settled. "typed": `typed` stands in its place (nothing: it is empty);
    "note": its words go into the line's note; "stated": the stated total counts, not quantity ×
    unit cost; "out": the whole line is left out; "line": the row is a cost line and no sum."""

    kind: Literal["typed", "note", "stated", "out", "line"]
    typed: str = ""


TO_NOTE, LEAVE_OUT, STATED, AS_LINE = Way("note"), Way("out"), Way("stated"), Way("line")
# By row of the block, from 1, and column; "" is the row as a whole.
Settled = Mapping[tuple[int, str], Way]


class Reading(NamedTuple):
    """A way to settle a doubt, and what it is called: "£1.25"."""

    words: str
    way: Way


class Doubt(NamedTuple):
    """A cell to ask about, or with "" for a column a row: its row in the block, its column, its
    words and what is doubtful. The first reading is what happens if nobody says otherwise."""

    row: int
    column: str
    words: str
    why: str
    readings: tuple[Reading, ...] = ()

    @property
    def key(self) -> tuple[int, str]:
        """The cell, as `Settled` names it."""
        return self.row, self.column


class ColumnDoubt(NamedTuple):
    """A column to ask about, from 0 (-1: all of them), and what is doubtful."""

    at: int
    heading: str
    why: str
