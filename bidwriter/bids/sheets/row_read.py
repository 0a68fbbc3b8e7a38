"""A row of a table as it was read: its number, its cells, and those that have a column."""

from collections.abc import Iterable
from typing import NamedTuple

from bidwriter.bids.sheets.headings import Columns
from bidwriter.bids.sheets.wanted import LEFT_OUT


class RowRead(NamedTuple):
    """A row of the table: its number, from 1, its cells as they stand, and those that have a
    column by its key. `columns` are those of the heading above it."""

    number: int
    cells: tuple[str, ...]
    named: dict[str, str]
    columns: Columns


def named_cells(cells: tuple[str, ...], columns: Columns) -> dict[str, str]:
    """Cells by column; what has no column of its own goes into the note, under its heading."""
    named: dict[str, str] = {}
    over: list[str] = []
    for at, cell in enumerate(cells):
        key = columns.keys[at] if at < len(columns.keys) else ""
        heading = columns.headings[at] if at < len(columns.headings) else ""
        if key == LEFT_OUT:
            continue
        if key:
            named[key] = cell
        elif cell:
            over.append(f"{heading}: {cell}" if heading else cell)
    named["note"] = "; ".join(filter(None, [named.get("note", ""), *over]))
    return {key: cell for key, cell in named.items() if cell}


def numbered(noun: str, numbers: Iterable[int]) -> str:
    """ "row 4", "rows 4, 7 and 9", "rows 2 to 4, 7 and 3 more"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [
        str(run[0]) if len(run) == 1 else f"{run[0]} {'and' if len(run) == 2 else 'to'} {run[-1]}"
        for run in runs
    ]
    if len(told) > 8:
        left = sum(len(run) for run in runs[8:])
        told = [*told[:8], f"{left} more"]
    many = sum(map(len, runs))
    joined = ", ".join(told[:-1]) + (" and " if told[:-1] else "") + told[-1] if told else ""
    return f"{noun if many == 1 else noun + 's'} {joined}"
