"""A form laid out in the cells of a workbook, as lines and tables: what stands in a cell is asked
in the empty one beside or below it."""

import re
from collections.abc import Iterable, Iterator

from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.fund_forms.tables.headed import place_of
from bidwriter.fund_forms.words.line import Grid, Line, Piece, numbered

_LEAST_HEADS = 3  # filled cells of a row that make headings of it
_MOST_ROWS = 5_000
_LONGEST_NUMBER = 6  # characters: "12.3a."
# What a cell says before something is chosen from its list.
_PROMPT = re.compile(r"[\W_]*(?:please |click to )?(?:select|choose|pick)\b", re.IGNORECASE)
Cells = tuple[str, ...]


def pieces_of_sheets(sheets: Iterable[Sheet]) -> Iterator[Piece]:
    """The lines and tables of each sheet that shows; a heading with its name where there are
    several."""
    shown = [sheet for sheet in sheets if not sheet.is_hidden and any(map(_filled, sheet.grid))]
    for sheet in shown:
        if len(shown) > 1:
            yield Line(sheet.name, f"{sheet.name}!A1", level=1)
        yield from _pieces(sheet)


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    at, gap = 0, False
    rows = _unanswered(sheet)
    while at < len(rows):
        filled = _filled(rows[at])
        if len(filled) >= _LEAST_HEADS and _are_heads(rows, at, filled):
            many = _rows_under(rows, at, filled)
            yield _grid(sheet, rows, at, many)
            at += many + 1
            continue
        if filled:
            yield from _lines(sheet, rows, at, filled, gap=gap)
        gap = not filled
        at += 1


def _unanswered(sheet: Sheet) -> tuple[Cells, ...]:
    """The rows without what was chosen from a list, or asks to choose: that is an answer."""
    rows = [list(row) for row in sheet.grid[:_MOST_ROWS]]
    for one in sheet.offered:
        for row in rows[one.top - 1 : one.bottom]:
            for column in range(one.left - 1, min(one.right, len(row))):
                if row[column].strip() in one.words or _PROMPT.match(row[column]):
                    row[column] = ""
    return tuple(map(tuple, rows))


def _choices(sheet: Sheet, row: int, column: int) -> tuple[str, ...]:
    """What a cell, from 1, drops down."""
    found = (one.words for one in sheet.offered if one.holds(row, column))
    return next(found, ())


def _filled(cells: Cells) -> list[int]:
    return [column for column, cell in enumerate(cells) if cell.strip()]


def _lines(
    sheet: Sheet, rows: tuple[Cells, ...], at: int, filled: list[int], *, gap: bool
) -> Iterator[Line]:
    """The cells of a row: a number, what is asked, and what is said beside it."""
    first, *rest = filled
    label, words = "", rows[at][first]
    if rest and _is_number(words):
        label, words = words.strip(" .:"), rows[at][rest[0]]
        first, rest = rest[0], rest[1:]
    answer = _answered_in(rows, at, first)
    choices = _choices(sheet, at + 1, answer + 1)
    yield Line(
        words,
        place_of(sheet, at + 1, answer),
        label=label,
        choices=choices,
        sort="choice" if choices else "",
        after_gap=gap,
    )
    for column in rest:
        yield Line(rows[at][column], place_of(sheet, at + 1, column))


def _answered_in(rows: tuple[Cells, ...], at: int, column: int) -> int:
    """The column of the empty cell beside what is asked; its own where that is filled."""
    beside = rows[at][column + 1 : column + 2]
    return column if beside and beside[0].strip() else column + 1


def _is_number(words: str) -> bool:
    return len(words.strip()) <= _LONGEST_NUMBER and numbered(f"{words.strip(' .:')}. x")[0] != ""


def _are_heads(rows: tuple[Cells, ...], at: int, filled: list[int]) -> bool:
    """Whether a row is the headings of a table: short words, over a row that is to be filled."""
    words = [rows[at][column].strip() for column in filled]
    is_even = filled == list(range(filled[0], filled[0] + len(filled)))
    below = _filled(rows[at + 1]) if at + 1 < len(rows) else []
    is_open = not below or below == filled[:1]
    return (
        is_even
        and is_open
        and not any(one.endswith("?") for one in words)
        and not _is_number(words[0])
    )


def _rows_under(rows: tuple[Cells, ...], at: int, filled: list[int]) -> int:
    """How many rows under the headings belong to the table: those with a label alone, or empty."""
    many = 0
    for cells in rows[at + 1 :]:
        found = _filled(cells)
        if found and found != filled[:1]:
            break
        if not found and many and not _filled(rows[at + many]):
            break
        many += 1
    return many


def _grid(sheet: Sheet, rows: tuple[Cells, ...], at: int, many: int) -> Grid:
    filled = _filled(rows[at])
    heads = tuple(rows[at][column].strip() for column in filled)
    below = [
        cells[filled[0]].strip() if filled[0] < len(cells) else ""
        for cells in rows[at + 1 : at + 1 + many]
    ]
    labels = tuple(cell for cell in below if cell)
    options = tuple(_choices(sheet, at + 2, column + 1) for column in filled)
    place = place_of(sheet, at + 1, filled[0])
    return Grid(heads, labels, len(below) - len(labels), place, options)
