"""How much is tried, by how large a round is: it is said where that is not all, and a round so
large that one bid takes seconds is not tried."""

from typing import NamedTuple

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.rounds.round import Round

_ALL = 40_000  # questions, and tens of cells, that are checked in all: some seconds
_LARGEST = 5_000  # of one bid
_MOST_RUNS = 600


class Work(NamedTuple):
    """How many bids are filled, and how often others are tried where they are stopped."""

    runs: int
    tries: int


def work_for(round_: Round) -> Work | None:
    """What is done for a round; None where it is too large."""
    size = sum(map(_size, round_.questions))
    if size > _LARGEST:
        return None
    return Work(min(_MOST_RUNS, 2 * _ALL // (3 * size)), min(_MOST_RUNS // 2, _ALL // (3 * size)))


def _size(question: AnyQuestion) -> int:
    if not isinstance(question, OwnTable):
        return 1
    rows = max(2, len(question.fixed_rows), question.least_rows or 0)
    return 1 + rows * len(question.own_columns) // 10
