"""Which column of a table is which, by its headings, and where that is doubtful."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bidwriter.bids.sheets.doubts import ColumnDoubt, Doubt
from bidwriter.bids.sheets.grid import Grid
from bidwriter.kinds.cells.column import in_sight
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import EITHER, WITHOUT_HEADINGS, CostLine
from bidwriter.kinds.values import stage

HEADERS = {column.key: column.title for column in in_sight(CostLine.columns)}
TO_NOTE, LEFT_OUT = "", "-"  # what else a column can be taken for
_COLUMN_OF = {
    name: column.key for column in CostLine.columns for name in column.names.split(";") if name
}
_UNITS = ("days", "hours", "weeks", "months")
_HEADER_WITHIN = 10


class Columns(NamedTuple):
    """What each column is taken for: a column's key, TO_NOTE (under its heading) or LEFT_OUT.
    `start` is the first row after the header; `unit` what a heading says quantities are in."""

    keys: tuple[str, ...]
    headings: tuple[str, ...] = ()
    start: int = 0
    unit: str = ""
    doubts: tuple[ColumnDoubt, ...] = ()


def recognise(grid: Grid) -> Columns:
    """What the columns of a table are, by the header near its top; without one, our own order."""
    for at, cells in enumerate(grid[:_HEADER_WITHIN]):
        known = {_plain(c) for c in cells} & (_COLUMN_OF.keys() | EITHER.keys())
        if len(known) >= 2 and 2 * len(known) >= len([c for c in cells if c]):
            return _by_heading(grid, at)
    return _usual_order(grid)


def column_sentence(doubt: ColumnDoubt) -> str:
    """ "Column “Grade”: its heading is not known: it goes into the note"."""
    if doubt.at < 0:
        return doubt.why
    name = f"Column “{doubt.heading}”" if doubt.heading else f"Column {doubt.at + 1}"
    return f"{name}: {doubt.why[0].lower()}{doubt.why[1:]}"


def place_words(doubt: Doubt) -> str:
    """ "row 3 Unit cost", or for a row as a whole "row 3"."""
    return f"row {doubt.row} {HEADERS[doubt.column]}" if doubt.column else f"row {doubt.row}"


def is_cost_table(grid: Grid) -> bool:
    """Whether it has a header with what and how much."""
    keys = recognise(grid)
    return (
        bool(keys.headings) and "what" in keys.keys and bool({"total", "unit-cost"} & {*keys.keys})
    )


def _plain(heading: str) -> str:
    words = re.sub(r"\(.*?\)|[£$:*.?_/\\-]", " ", heading.casefold())
    return " ".join(words.split())


def _by_heading(grid: Grid, header: int) -> Columns:
    cells, below = grid[header], grid[header + 1 :]
    keys = [_COLUMN_OF.get(_plain(cell), TO_NOTE) for cell in cells]
    keys = [TO_NOTE if key in keys[:at] else key for at, key in enumerate(keys)]
    doubts: list[ColumnDoubt] = []
    unit = ""
    for at, cell in enumerate(cells):
        plain = _plain(cell)
        if plain in EITHER:
            keys[at], why = _either(plain, keys, [row[at] for row in below if len(row) > at])
        else:
            why = _why_unknown(cell, keys[at], [row[at : at + 1] for row in below])
        if keys[at] == "quantity":
            unit = next((u for u in _UNITS if u in plain), unit)
        if why:
            doubts.append(ColumnDoubt(at, cell, why))
    return Columns(tuple(keys), cells, header + 1, unit, tuple(doubts))


def _either(plain: str, keys: list[str], cells: list[str]) -> tuple[str, str]:
    """What a heading with two meanings is taken for, and why that is doubtful, if it is."""
    left = [key for key in EITHER[plain] if key not in keys]
    if plain in ("months", "phase") and any(cells):
        stages = sum(_is_stage(cell) for cell in cells if cell)
        if stages == len([cell for cell in cells if cell]) and "stage" in left:
            return "stage", ""
        if not stages and "quantity" in left:
            return "quantity", ""
    if len(left) == 1:
        return left[0], ""
    if not left:
        return TO_NOTE, "It is not clear what this column is, so it goes into the note"
    names = " or ".join(HEADERS[key] for key in left)
    return left[0], f"It could be {names}"


def _is_stage(cell: str) -> bool:
    try:
        stage.parse(cell)
    except NotAllowedError:
        return False
    return True


def _why_unknown(heading: str, key: str, cells: Iterable[tuple[str, ...]]) -> str:
    filled = any(cell and cell[0] for cell in cells)
    if key or not filled:
        return ""
    if not heading:
        return "It has no heading, so it goes into the note"
    if _plain(heading) in _COLUMN_OF:
        name = HEADERS[_COLUMN_OF[_plain(heading)]]
        return f"Another column is {name} already, so this one goes into the note"
    return "Its heading is not known, so it goes into the note"


def _usual_order(grid: Grid) -> Columns:
    """Without a header: our own order, with or without a column for the unit."""
    third = [cells[2] for cells in grid if len(cells) > 2 and cells[2]]
    is_money = any(re.search(r"\d", cell) for cell in third)
    keys = tuple(key for key in WITHOUT_HEADINGS if not (is_money and key == "unit"))
    why = "The block has no headings, so its columns are taken in the usual order"
    return Columns(keys, doubts=(ColumnDoubt(-1, "", why),) if any(grid) else ())
