"""One sheet of a file of tables, as its reader found it: the cells, and what does not show."""

from typing import NamedTuple

from bidwriter.bids.sheets.grid import Grid
from bidwriter.doubts import Doubt, Reading, Way

SHEET = "sheet"


class Sheet(NamedTuple):
    """One sheet of a file; a CSV file has one, named after the file, and so has a clipboard. Rows
    and columns that are hidden are numbered from 1, `is_filtered` where a filter may have hidden
    them; `struck` are the cells, row and column, whose words are struck through, if only in part.
    `goes_on`: there is more beyond the rows and columns that are read."""

    name: str
    grid: Grid
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    goes_on: bool = False
    struck: frozenset[tuple[int, int]] = frozenset()
    is_filtered: bool = False


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
