"""Which column of a table is which, by its headings, and where that is doubtful."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.sheets.grid import Grid
from bidwriter.bids.sheets.money_marks import foreign_in, scale_in, without_marks
from bidwriter.bids.sheets.wanted import ACROSS, LEFT_OUT, TO_NOTE, Part, Wanted
from bidwriter.doubts import LEAVE_OUT, Doubt, Reading, Settled, Way
from bidwriter.doubts import TO_NOTE as NOTE
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values import money_reading

_HEADER_WITHIN = 40
_DIGIT = re.compile(r"[0-9]")
_LOOKED_AT = 200  # cells of a column, to see what they are
# What headings add to a name that is known.
_VAT = re.compile(
    r"\b(?:ex|excl|excluding|exclusive of|inc|incl|including|inclusive of|net of|plus|before|after"
    r"|without|with)\.? ?v\.?a\.?t\b\.?"
)
_HEDGES = re.compile(
    r"\b(?:estimated?|est|forecast|planned|proposed|expected|projected|indicative|approx(?:imate)?"
    r"|anticipated|provisional|agreed)\b ?"
)
_DASHES = ("-", "–", "—")


class Columns(NamedTuple):
    """What each column is taken for: a column's key, TO_NOTE (under its heading), LEFT_OUT, or
    ACROSS and its number for one of `parts`, by number from 1. `start` is the first row after the
    header, from 0."""

    keys: tuple[str, ...]
    headings: tuple[str, ...] = ()
    start: int = 0
    doubts: tuple[Doubt, ...] = ()
    parts: tuple[tuple[int, Part], ...] = ()

    def heading_of(self, key: str) -> str:
        """What stands over the column that is taken for `key`; "" for none."""
        found = (h for k, h in zip(self.keys, self.headings, strict=False) if k == key)
        return next(found, "")


def column_id(at: int, row: int = 0) -> str:
    """The doubt about a column, from 0; `row` is that of its heading where it is not the first of
    its table, from 1."""
    return f"column/{at + 1}/row-{row}" if row else f"column/{at + 1}"


def taken_for(key: str) -> Way:
    """The way that takes a column for `key`."""
    return {TO_NOTE: NOTE, LEFT_OUT: LEAVE_OUT}.get(key, Way("column", key))


def heading_rows(grid: Grid, wanted: Wanted) -> list[int]:
    """The rows that are headings, from 0: the first near the top, then all further ones."""
    found: list[int] = []
    for at, cells in enumerate(grid):
        is_first = not found and at < _HEADER_WITHIN and _is_heading(cells, wanted, again=False)
        is_further = bool(found) and (
            _is_heading(cells, wanted, again=True) or _stands_over_figures(grid, at, wanted)
        )
        if is_first or is_further:
            found.append(at)
            if wanted.wrote(cells):
                break
    if not found:
        first = next((at for at, cells in enumerate(grid[:_HEADER_WITHIN]) if len(cells) > 1), -1)
        if first >= 0 and _stands_over_sums(grid, first, wanted):
            return [first]
    return found


def by_heading(grid: Grid, at: int, end: int, wanted: Wanted, settled: Settled) -> Columns:
    """What the columns under the heading in row `at` are, down to before `end`."""
    return _Recogniser(grid, at, end, wanted, settled).columns()


def usual_order(grid: Grid, wanted: Wanted, settled: Settled) -> Columns:
    """Without a header: the usual order of these rows, with or without a column for the unit."""
    third = [cells[2] for cells in grid[:_LOOKED_AT] if len(cells) > 2 and cells[2]]
    is_money = any(re.search(r"\d", cell) for cell in third)
    order = wanted.row.without_headings or tuple(wanted.columns)
    keys = [key for key in order if not (is_money and key == "unit")]
    wide = max(map(len, grid), default=0)
    below = [[row[c] for row in grid[:_LOOKED_AT] if len(row) > c] for c in range(wide)]
    sums = [c for c in range(wide) if are_sums(below[c])]
    if wanted.row.sole_sum and sums == [wide - 1] and wide == 2:
        keys = [keys[0], wanted.row.sole_sum]
    changed = False
    for at in range(wide):
        if way := settled.get(column_id(at)):
            key = _key_of(way)
            keys += [TO_NOTE] * (at + 1 - len(keys))
            keys = [TO_NOTE if own == key and key != LEFT_OUT else own for own in keys]
            keys[at], changed = key, True
    why = "The block has no headings, so its columns are taken in the usual order"
    shown = ", ".join(wanted.title(key) for key in keys[:wide] if key in wanted.columns)
    doubt = Doubt("columns", "The columns", shown, why, (Reading("So they are", Way("take")),))
    asked = any(grid) and not changed and "columns" not in settled
    return Columns(tuple(keys), doubts=(doubt,) if asked else ())


def with_one_heading(grid: Grid, wanted: Wanted) -> Grid:
    """The same cells, where a heading over two rows stands in one: the lower words count, or both
    together where they are known so ("Day" over "rate")."""
    at = next(iter(heading_rows(grid, wanted)), None)
    if at is None or at + 1 >= len(grid):
        return grid
    upper, lower = grid[at], grid[at + 1]
    if wanted.wrote(upper):
        return grid
    filled = [(c, cell) for c, cell in enumerate(lower) if cell]
    known = [cell for _, cell in filled if _is_known(cell, wanted)]
    beneath = [grid[r][c] for r in range(at + 2, len(grid[:_LOOKED_AT])) for c, _ in filled
               if len(grid[r]) > c]  # fmt: skip
    joined = [f"{upper[c]} {cell}" for c, cell in filled if len(upper) > c and upper[c]]
    goes_on = known or any(_is_known(words, wanted) for words in joined)
    if (
        not goes_on
        or not filled
        or any(is_sum(cell) and not wanted.part(cell) for _, cell in filled)
    ):
        return grid
    first = next(iter(wanted.row.columns)).key
    names_what = lower[0] if lower else ""
    if not are_sums([cell for cell in beneath if cell]) or (
        names_what and wanted.key_of.get(plain(names_what)) != first
    ):
        return grid

    def words(c: int) -> str:
        over = upper[c] if c < len(upper) else ""
        under = lower[c] if c < len(lower) else ""
        both = f"{over} {under}".strip()
        return both if _is_known(both, wanted) else (under or over)

    wide = max(len(upper), len(lower))
    return (*grid[:at], (), tuple(words(c) for c in range(wide)), *grid[at + 2 :])


def _is_known(heading: str, wanted: Wanted) -> bool:
    name = plain(heading)
    return name in wanted.key_of or name in wanted.row.either or wanted.part(heading) is not None


def column_name(heading: str, at: int) -> str:
    """ "Column “Grade”"."""
    return f"Column “{' '.join(heading.split())[:80]}”" if heading else f"Column {at + 1}"


def plain(heading: str) -> str:
    """A heading without marks, brackets and what it says of money, to be found by; "£" for one that
    says nothing else."""
    return _plain(heading[:300])


@lru_cache(maxsize=4096)
def _plain(heading: str) -> str:
    words = re.sub(r"\(.*?\)", " ", heading.casefold())
    words = _VAT.sub(" ", without_marks(words))
    words = " ".join(re.sub(r"[£$:*.?_/\\&-]", " ", words).split())
    words = _HEDGES.sub("", words).strip() or words
    says_money = not words and ("£" in heading or scale_in(heading) != 1 or foreign_in(heading))
    return "£" if says_money else words


def is_sum(cell: str) -> bool:
    """Whether a cell holds a sum of money and nothing else."""
    try:
        money_reading.read(cell)
    except money_reading.UnreadError:
        return False
    return True


def are_sums(cells: Sequence[str]) -> bool:
    """Whether cells that hold something all hold sums, and there are any."""
    filled = [cell for cell in cells if cell and cell not in _DASHES]
    return bool(filled) and all(map(is_sum, filled))


def _is_heading(cells: tuple[str, ...], wanted: Wanted, *, again: bool) -> bool:
    if wanted.wrote(cells):
        return True
    filled = [cell for cell in cells if cell]
    said = [c for c in filled if not c.isdecimal()]  # most cells of most rows
    named = {plain(c) for c in said} & (wanted.key_of.keys() | wanted.row.either.keys())
    if not named:
        return False
    across = {plain(c) for c in filled if wanted.part(c)} - named
    if any(is_sum(cell) and not wanted.part(cell) for cell in filled):
        return False
    if again and not _names_its_rows(named, wanted):
        return False
    known = len(named) + len(across)
    return known >= 2 and 2 * known >= len(filled)


def _stands_over_sums(grid: Grid, at: int, wanted: Wanted) -> bool:
    """Whether a row of words has one heading of money that is known, over sums: "Thing | Cost"."""
    cells = grid[at]
    if any(is_sum(cell) for cell in cells if cell):
        return False

    def is_money(cell: str) -> bool:
        keys = (wanted.key_of.get(plain(cell), ""), *wanted.row.either.get(plain(cell), ()))
        return bool(wanted.money & {*keys})

    below = grid[at + 1 :][:_LOOKED_AT]
    return any(
        is_money(cell) and are_sums([row[c] for row in below if len(row) > c])
        for c, cell in enumerate(cells)
        if cell
    )


def _stands_over_figures(grid: Grid, at: int, wanted: Wanted) -> bool:
    """Whether a row of words has a heading of figures right over a figure: "In kind | Amount". A
    column of figures has no such word for a value."""
    cells = grid[at]
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(_DIGIT.search(cell) or is_sum(cell) for cell in filled):
        return False
    below = next((row for row in grid[at + 1 :] if any(row)), ())

    def is_figure(heading: str) -> bool:
        name = plain(heading)
        keys = {wanted.key_of.get(name, ""), *wanted.row.either.get(name, ())}
        return bool(wanted.figures & keys)

    return any(
        is_figure(cell) and len(below) > c and _DIGIT.search(below[c])
        for c, cell in enumerate(cells)
        if cell
    )


def _names_its_rows(named: set[str], wanted: Wanted) -> bool:
    """Whether a heading says which column the rows are called by: values never say that."""
    first = next(iter(wanted.row.columns)).key
    either = wanted.row.either
    return any(first in (wanted.key_of.get(n), *either.get(n, ())) for n in named)


def _key_of(way: Way) -> str:
    return {NOTE: TO_NOTE, LEAVE_OUT: LEFT_OUT}.get(way, way.typed)


class _Recogniser:
    """Reads one row of headings."""

    def __init__(self, grid: Grid, at: int, end: int, wanted: Wanted, settled: Settled) -> None:
        self._wanted, self._at = wanted, at
        self._goes = "goes into the note" if wanted.has_note else "is left out"
        below = grid[at + 1 : end][:_LOOKED_AT]
        wide = max(len(grid[at]), max(map(len, below), default=0))
        self._heads = (*grid[at], *[""] * wide)[:wide]
        self._above = grid[at - 1] if at else ()
        self._below = [[row[c] for row in below if len(row) > c] for c in range(wide)]
        first = next((r for r in range(at) if _is_heading(grid[r], wanted, again=False)), None)
        self._row = at + 1 if first is not None else 0
        self._answered = {
            c: _key_of(settled[id_])
            for c in range(wide)
            if (id_ := column_id(c, self._row)) in settled
        }
        self._keys = [self._answered.get(c, TO_NOTE) for c in range(wide)]
        self._parts: dict[int, Part] = {}
        self._doubts: dict[int, Doubt] = {}  # by column

    def columns(self) -> Columns:
        """What each column is."""
        left = [c for c in range(len(self._heads)) if c not in self._answered]
        sure = [c for c in left if self._take_part(c) or self._take_named(c)]
        unsure = [c for c in left if c not in sure]
        for c in [c for c in unsure if plain(self._heads[c]) in self._wanted.row.either]:
            self._take_either(c)
            unsure.remove(c)
        for c in unsure:
            self._doubt_unknown(c)
        return Columns(
            tuple(self._keys),
            self._heads,
            self._at + 1,
            tuple(doubt for _, doubt in sorted(self._doubts.items())),
            tuple(sorted(self._parts.items())),
        )  # fmt: skip

    def _take_part(self, c: int) -> bool:
        part = self._wanted.part(self._heads[c])
        known = self._wanted.key_of.get(plain(self._heads[c]), "")
        if part is None or known in self._wanted.figures or not are_sums(self._below[c]):
            return False
        self._keys[c] = f"{ACROSS}{c + 1}"
        self._parts[c + 1] = part._replace(over=self._banner(c))
        return True

    def _banner(self, c: int) -> str:
        """What the row above the headings says over a column, or to the left of it."""
        over = [cell for cell in self._above[: c + 1] if cell]
        parts = [self._wanted.part(cell) for cell in self._above if cell]
        return over[-1] if over and all(parts) else ""

    def _key(self, c: int) -> str:
        """The column that a heading names; "" for none."""
        heading = self._heads[c]
        return self._wanted.exactly(heading) or self._wanted.key_of.get(plain(heading), "")

    def _take_named(self, c: int) -> bool:
        key = self._key(c)
        then = self._wanted.row.then.get(key, "")
        free = next((k for k in (key, then) if k and k not in self._keys), "")
        self._keys[c] = free
        return bool(free)

    def _take_either(self, c: int) -> None:
        """A heading with several meanings: what fits the cells and the other columns."""
        then = self._wanted.row.then
        meanings = self._wanted.row.either[plain(self._heads[c])]
        free = [key for key in meanings if key not in self._keys]
        second = [k for k in meanings if k in self._keys and then.get(k, k) not in self._keys]
        left = [key for key in free if self._has_company(key)]
        filled = [cell for cell in self._below[c] if cell]

        def fitting(keys: list[str]) -> list[str]:
            return [key for key in keys if all(self._reads(key, cell) for cell in filled)]

        found = fitting(left) or fitting(second) or fitting(free) or left or free
        chosen = [key if key in free else then[key] for key in found]
        if not chosen:
            if filled:
                why = f"It is not clear what this column is, so it {self._goes}"
                self._doubt(c, why, [TO_NOTE, *self._free(), LEFT_OUT])
            return
        self._keys[c] = chosen[0]
        if len(chosen) > 1:
            names = " or ".join(self._wanted.title(key) for key in chosen)
            self._doubt(c, f"It could be {names}", [*chosen, TO_NOTE, LEFT_OUT])

    def _has_company(self, key: str) -> bool:
        """Whether the table has what a column of this sort makes sense with."""
        needed = self._wanted.row.goes_with.get(key, ())
        return not needed or any(other in self._keys for other in needed)

    def _reads(self, key: str, cell: str) -> bool:
        column = self._wanted.columns[key]
        if column.cell.is_words or cell in _DASHES:
            return True
        try:
            column.cell.read(cell, self._wanted.around)
        except NotAllowedError:
            return False
        return True

    def _doubt_unknown(self, c: int) -> None:
        if not any(self._below[c]):
            return
        key = self._key(c)
        if key:
            title = self._wanted.title(key)
            why = f"Another column is {title} already, so this one {self._goes}"
            self._doubt(c, why, [TO_NOTE, key, LEFT_OUT])
            return
        first = next(iter(self._wanted.row.columns)).key
        if first not in self._keys and not are_sums(self._below[c]):
            self._keys[c] = first
            why = f"Its heading is not known, so it is taken for {self._wanted.title(first)}"
            self._doubt(c, why, [first, TO_NOTE, *self._free(), LEFT_OUT])
            return
        has_none = "It has no heading" if not self._heads[c] else "Its heading is not known"
        why = f"{has_none}, so it {self._goes}"
        self._doubt(c, why, [TO_NOTE, *self._free(), LEFT_OUT])

    def _free(self) -> Iterable[str]:
        return (key for key in self._wanted.columns if key not in self._keys)

    def _doubt(self, c: int, why: str, keys: Iterable[str]) -> None:
        named = {TO_NOTE: "Into the note", LEFT_OUT: "Leave it out"}
        if not self._wanted.has_note:
            named = {TO_NOTE: "Leave it out"}
            keys = [key for key in keys if key != LEFT_OUT]
        ways = tuple(
            Reading(named.get(key) or f"It is {self._wanted.title(key)}", taken_for(key))
            for key in dict.fromkeys(keys)
        )
        where = column_name(self._heads[c], c)
        id_ = column_id(c, self._row)
        self._doubts[c] = Doubt(id_, where, self._heads[c], why, ways, column=self._keys[c])
