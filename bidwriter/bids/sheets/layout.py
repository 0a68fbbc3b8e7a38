"""How a sheet is laid out: its headings, the rows below them by column, and what is passed over.

Whatever rows are wanted, this is the same: what does not show or is struck through is left out or
asked about, rows of words alone are headings or notes, and a second row of headings is read anew.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bidwriter.bids.sheets.grid import Covered, Grid
from bidwriter.bids.sheets.headings import (
    Columns,
    by_heading,
    heading_rows,
    is_sum,
    usual_order,
    with_one_heading,
)
from bidwriter.bids.sheets.in_pounds import Pounds
from bidwriter.bids.sheets.row_read import RowRead, named_cells
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.unseen import Unseen
from bidwriter.bids.sheets.wanted import ACROSS, Wanted
from bidwriter.doubts import Doubt, Settled, Way

MOST_READ = 3000  # rows of a block, those passed over too
AS_LINE = Way("line")
Passed = Literal["hidden row", "struck-through row", "row of sums", "heading", "note", "empty row"]
_DIGITS = frozenset("0123456789")


class Laid(NamedTuple):
    """A sheet laid out: the rows below its headings, empty ones too, as they divide sections; the
    rows passed over by what they are; those left out though they may hold lines (`unseen`);
    titles and notes as they stand, with their row; and what is doubtful."""

    rows: tuple[RowRead, ...]
    passed: dict[Passed, tuple[int, ...]]
    unseen: tuple[RowRead, ...]
    words: tuple[tuple[int, str], ...]
    columns: Columns
    doubts: tuple[Doubt, ...]
    cut_short: bool


def lay_out(sheet: Sheet, wanted: Wanted, settled: Settled) -> Laid:
    """Lay out a sheet. Empty rows at its end are no rows."""
    return _Layout(sheet, wanted, settled).laid()


class _Layout:
    """A sheet being laid out."""

    def __init__(self, sheet: Sheet, wanted: Wanted, settled: Settled) -> None:
        self._sheet, self._wanted, self._settled = sheet, wanted, settled
        self._unseen = Unseen(sheet, settled)
        self._grid = with_one_heading(self._unseen.seen(), wanted)

    def laid(self) -> Laid:
        heads = heading_rows(self._grid, self._wanted)
        begins = heads[0] + 1 if heads else 0
        self._unseen.ask(begins)
        grid = self._grid[: begins + MOST_READ]
        tables = self._tables(grid, heads)
        first = tables[0]
        rows = [row for columns in tables for row in self._rows(grid, heads, columns)]
        kept, passed, words = self._sorted(rows)
        passed["heading"] = (*passed.get("heading", ()), *(at + 1 for at in heads[1:]))
        titles = [(at + 1, " ".join(filter(None, grid[at]))) for at in range(max(0, begins - 1))]
        words += [title for title in titles if title[1]]
        pounds = Pounds(self._sheet.name, self._wanted, self._settled)
        converted = pounds.converted(kept, tables, words)
        of_columns = [doubt for columns in tables for doubt in columns.doubts]
        return Laid(
            tuple(converted),
            {kind: tuple(sorted(numbers)) for kind, numbers in passed.items() if numbers},
            tuple(self._unseen.rows(begins, first)),
            tuple(words),
            first,
            (*of_columns, *self._unseen.doubts, *pounds.doubts),
            len(self._grid) - begins > MOST_READ,
        )

    # --- headings and rows -------------------------------------------------------------------

    def _tables(self, grid: Grid, heads: list[int]) -> list[Columns]:
        if not heads:
            return [usual_order(grid, self._wanted, self._settled)]
        ends = [*heads[1:], len(grid)]
        return [
            by_heading(grid, at, end, self._wanted, self._settled)
            for at, end in zip(heads, ends, strict=True)
            if at < len(grid)
        ]

    def _rows(self, grid: Grid, heads: list[int], columns: Columns) -> Iterator[RowRead]:
        end = next((at for at in heads if at >= columns.start), len(grid))
        above: tuple[str, ...] = ()
        for number, cells in enumerate(grid[columns.start : end], columns.start + 1):
            above = self._uncovered(cells, above, columns)
            yield RowRead(number, above, named_cells(above, columns), columns)

    def _uncovered(
        self, cells: tuple[str, ...], above: tuple[str, ...], columns: Columns
    ) -> tuple[str, ...]:
        """The cells, where one that is covered by a merged cell above may say the same."""

        def cell(at: int, words: str) -> str:
            key = columns.keys[at] if at < len(columns.keys) else ""
            speaks = key in self._wanted.columns and key not in self._wanted.each
            return above[at] if isinstance(words, Covered) and speaks and at < len(above) else words

        return tuple(cell(at, words) for at, words in enumerate(cells))

    def _sorted(
        self, rows: list[RowRead]
    ) -> tuple[list[RowRead], dict[Passed, tuple[int, ...]], list[tuple[int, str]]]:
        """The rows without headings and notes, which stay as empty ones; rows passed over; what
        notes say."""
        figures = [row.number for row in rows if self._has_figure(row)]
        last = figures[-1] if figures else 0
        kept: list[RowRead] = []
        words: list[tuple[int, str]] = []
        passed: dict[Passed, tuple[int, ...]] = {}

        def pass_over(kind: Passed, number: int) -> None:
            passed[kind] = (*passed.get(kind, ()), number)

        for row in rows:
            if self._unseen.is_left_out(row.number):
                is_struck = self._unseen.is_struck_row(row.number)
                pass_over("struck-through row" if is_struck else "hidden row", row.number)
            elif figures and self._is_words(row) and not self._is_line(row):
                pass_over("heading" if row.number < last else "note", row.number)
                words.append((row.number, " ".join(filter(None, row.cells))))
                kept.append(row._replace(named={}))  # it divides sections
            else:
                kept.append(row)
                if not row.named:
                    pass_over("empty row", row.number)
        return kept, passed, words

    def _is_line(self, row: RowRead) -> bool:
        """Whether it is one though it has words alone: as somebody says, or because bidwriter wrote
        the table, which puts nothing else between lines."""
        said = self._settled.get(f"row/{row.number}") == AS_LINE
        wrote = self._wanted.wrote(row.columns.headings)
        return said or wrote or self._wanted.takes_words_alone

    def _has_figure(self, row: RowRead) -> bool:
        keys = self._wanted.figures
        return any((k in keys or k[:1] == ACROSS) and _DIGITS & {*c} for k, c in row.named.items())

    def _is_words(self, row: RowRead) -> bool:
        """Whether a row has nothing but words in one cell, or in the cells that say what it is."""
        filled = [cell for cell in row.cells if cell]
        first = next(iter(self._wanted.row.columns)).key
        apart = {key for key in row.named if key not in (first, "note")}
        seen = len(filled) == self._unseen.in_row(row.number)
        if not filled or not seen or len(filled) > 2 or any(map(is_sum, filled)):
            return False
        return len(filled) == 1 if apart else True
