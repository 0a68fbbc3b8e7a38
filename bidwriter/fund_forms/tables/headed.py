"""Rows under a heading row, by what the headings mean."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bidwriter.bids.sheets.sheet import Sheet

_LOOKED_AT = 12  # rows among which the heading row is
Names = Mapping[str, tuple[str, ...]]


def near(**ways: str) -> Names:
    """The ways in which each meaning is written, with commas between them."""
    return {
        meaning.replace("_", "-"): tuple(one.strip() for one in written.split(","))
        for meaning, written in ways.items()
    }


class Headed(NamedTuple):
    """The heading row (from 1), the column (from 0) of each meaning that was found, and the
    headings that mean nothing here."""

    row: int
    columns: Mapping[str, int]
    strange: tuple[str, ...]


class Row(NamedTuple):
    """A row with its number (from 1) and its cells by meaning."""

    number: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """A cell on its own lines, "" for none."""
        return self.cells.get(name, "").strip()


def headed(sheet: Sheet, names: Names, needed: tuple[str, ...]) -> Headed | None:
    """The heading row of a sheet that has a heading for all that is `needed`; None without one.
    `names` are the ways in which each meaning is written."""
    for at, cells in enumerate(sheet.grid[:_LOOKED_AT]):
        found: dict[str, int] = {}
        strange = []
        for column, cell in enumerate(cells):
            meaning = _meaning(cell, names)
            if meaning and meaning not in found:
                found[meaning] = column
            elif cell.strip():
                strange.append(" ".join(cell.split()))
        if all(name in found for name in needed):
            return Headed(at + 1, found, tuple(strange))
    return None


def rows_under(sheet: Sheet, head: Headed) -> Iterator[Row]:
    """The rows below the heading row that say anything in the columns that are known."""
    for number, cells in enumerate(sheet.grid[head.row :], head.row + 1):
        named = {
            name: cells[at]
            for name, at in head.columns.items()
            if at < len(cells) and cells[at].strip()
        }
        if named:
            yield Row(number, named)


def _meaning(cell: str, names: Names) -> str:
    words = re.sub(r"[^a-z0-9%#:]+", " ", cell.casefold()).strip()
    return next((meaning for meaning, ways in names.items() if words in ways), "")


def place_of(sheet: Sheet, row: int, column: int) -> str:
    """A cell as a workbook names it: "Sheet!B4"; `column` from 0."""
    letters, left = "", column + 1
    while left:
        left, at = divmod(left - 1, 26)
        letters = chr(ord("A") + at) + letters
    return f"{sheet.name}!{letters}{row}"
