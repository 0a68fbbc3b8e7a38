"""What is checked of the rows of a fund's own table: that each says something, that nothing asked
for lacks, that every cell fits its column, and that the pack still knows its rows and columns."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.bids.remembered import Remembered
from bidwriter.checks.cells import check_cells
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.own import loose_words
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable

CHECK = "table"


_KNOWN: Remembered[tuple[Problem, ...]] = Remembered()


def check_own_table(bid: Bid, question: OwnTable) -> tuple[Problem, ...]:
    """Problems of its rows. Of a grid in which nothing stands yet, that alone is said. Its cells
    look at nothing but the answer and the round."""
    answer = bid.by_id.get(question.id, ())
    return _KNOWN.of((answer, question, bid.round), lambda: tuple(_rows(bid, question)))


def _rows(bid: Bid, question: OwnTable) -> Iterator[Problem]:
    rows = [row for row in rows_of(bid, question.id) if isinstance(row, OwnRow)]
    if question.is_grid and all(row.is_blank for row in rows):
        return
    for at, row in enumerate(rows, 1):
        yield from _row(bid, question, row, at)


def _row(bid: Bid, question: OwnTable, row: OwnRow, at: int) -> Iterator[Problem]:
    name = f"“{row.label}”" if row.label else f"{question.noun} {at}"
    place, detail = Place(question.id).at(row.id), question.name
    if question.is_grid and not row.label:
        words = f"Move what “{row.title}” says to a row that the round asks for, then take it out"
        yield Problem(CHECK, place, words, f"“{question.name}” has no such row any more")
        return
    if row.is_blank and not question.is_grid:
        yield Problem(CHECK, place, f"Fill in {name}, or delete it", detail)
        return
    yield from check_cells(CHECK, name, Around(bid, question, row), detail)
    for key, leaf in row.cells.items():
        if question.row.column(key) is None:
            words = f"Take out “{_short(loose_words(leaf))}” of {name}, or put it in another column"
            why = f"The round has no column “{key}” any more"
            yield Problem(CHECK, place.at(key), words, why, which=key)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59].rstrip()}…"
