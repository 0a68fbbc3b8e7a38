"""The lists that cells of a workbook drop down: in so many words, or from other cells."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid
from bidwriter.bids.sheets.sheet import Offered
from bidwriter.files.tables.kept_cells import Area

MOST_LISTS = 2_000  # of a workbook
_MOST_OFFERED = 500  # options of one list
_CELL = r"\$?([A-Za-z]{1,3})\$?(\d{1,7})"
_AREA = re.compile(rf"{_CELL}(?::{_CELL})?")
_PLACE = re.compile(
    rf"=?(?:\$?(?P<sheet>'(?:[^']|'')+'|[^'!.:\"]+)[!.])?(?P<area>{_CELL}(?::\.?{_CELL})?)"
)
_IN_WORDS = re.compile(r'=?"(?P<words>[^"]*)"')


class ToldList(NamedTuple):
    """Which cells of which sheet drop down a list, and what the workbook says it is: words in
    quotes with commas between, cells, or a name for them; words that are known already come as
    `words`."""

    sheet: str
    areas: tuple[Area, ...]
    source: str
    words: tuple[str, ...] = ()


def area_of(written: str) -> Area | None:
    """ "B2:B9", "$C$4" → cells, as far as sheets are read; None for what is none."""
    found = _AREA.fullmatch(written.strip())
    if found is None:
        return None
    left, top = column_number(found[1]), int(found[2])
    right, bottom = (column_number(found[3]), int(found[4])) if found[3] else (left, top)
    if not (1 <= top <= MOST_ROWS and left <= MOST_COLUMNS and top <= bottom and left <= right):
        return None
    return Area(top, left, min(bottom, MOST_ROWS), min(right, MOST_COLUMNS))


def areas_of(written: str) -> tuple[Area, ...]:
    """ "B2:B9 D4" → both."""
    return tuple(filter(None, map(area_of, written.split()[:MOST_LISTS])))


def column_number(letters: str) -> int:
    """ "A" → 1, "XFD" → 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def offered(
    told: Iterable[ToldList], grids: Mapping[str, Grid], names: Mapping[str, str]
) -> dict[str, tuple[Offered, ...]]:
    """What the cells of each sheet offer. `grids` are the rows of each, `names` what a name of the
    workbook stands for. A list that stands in another file, or is worked out, offers nothing that
    is known: ()."""
    found: dict[str, list[Offered]] = {}
    for one in told:
        words = one.words or tuple(_words(one.source, one.sheet, grids, names))
        made = (Offered(*area, words) for area in one.areas)
        found.setdefault(one.sheet, []).extend(made)
    return {sheet: tuple(made) for sheet, made in found.items()}


def _words(
    source: str, sheet: str, grids: Mapping[str, Grid], names: Mapping[str, str]
) -> list[str]:
    if listed := _IN_WORDS.fullmatch(source.strip()):
        words: Iterator[str] = (word.strip() for word in listed["words"].split(","))
        return list(dict.fromkeys(filter(None, words)))[:_MOST_OFFERED]
    stood = names.get(source.strip().lstrip("=").casefold(), source).strip()
    place = _PLACE.fullmatch(stood)
    area = area_of(place["area"].replace(":.", ":")) if place else None
    if place is None or area is None:
        return []
    named = (place["sheet"] or "").strip("'").replace("''", "'")
    grid = grids.get(named) if named else grids.get(sheet)
    return list(dict.fromkeys(filter(None, _cells(grid or (), area))))[:_MOST_OFFERED]


def _cells(grid: Sequence[Sequence[str]], area: Area) -> Iterator[str]:
    for row in grid[area.top - 1 : area.bottom]:
        yield from (" ".join(cell.split()) for cell in row[area.left - 1 : area.right])
