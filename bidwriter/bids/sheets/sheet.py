"""One sheet of a file of tables, as its reader found it: the cells, and what does not show."""

from typing import NamedTuple

from bidwriter.bids.sheets.grid import Grid
from bidwriter.doubts import Doubt, Reading, Way

SHEET = "sheet"


class Offered(NamedTuple):
    """Cells that drop down a list: the first and last row and column, from 1, and the options; none
    where they are not known."""

    top: int
    left: int
    bottom: int
    right: int
    words: tuple[str, ...]

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell, from 1, is one of them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Sheet(NamedTuple):
    """One sheet of a file; a CSV file has one, named after the file, and so has a clipboard. Rows
    and columns that are hidden are numbered from 1, `is_filtered` where a filter may have hidden
    them; `struck` are the cells, row and column, whose words are struck through, if only in part.
    `goes_on`: there is more beyond the rows and columns that are read. `offered` are the cells that
    drop down a list."""

    name: str
    grid: Grid
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    goes_on: bool = False
    struck: frozenset[tuple[int, int]] = frozenset()
    is_filtered: bool = False
    offered: tuple[Offered, ...] = ()


def sheet_names(sheets: tuple[Sheet, ...]) -> list[str]:
    """What the sheets are called, where each is told from the others: "Costs", "Old (hidden)"."""
    return [f"{sheet.name} (hidden)" if sheet.is_hidden else sheet.name for sheet in sheets]


def sheet_doubt(sheets: tuple[Sheet, ...]) -> Doubt:
    """Which of several sheets is meant."""
    ways = tuple(
        Reading(name, Way("sheet", sheet.name))
        for sheet, name in zip(sheets, sheet_names(sheets), strict=True)
    )
    why = f"It is one of {len(sheets)} sheets that could be meant"
    return Doubt(SHEET, "Sheet", ", ".join(sheet_names(sheets)), why, ways)
