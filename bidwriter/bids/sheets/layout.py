"""How a sheet is laid out: its headings, the rows below them by column, and what is passed over.

Whatever rows are wanted, this is the same: what does not show or is struck through is left out or
asked about, rows of words alone are headings or notes, and a second row of headings is read anew.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from bidwriter.bids.sheets.grid import Covered, Grid
from bidwriter.bids.sheets.headings import (
    Columns,
    by_heading,
    column_name,
    heading_rows,
    is_sum,
    usual_order,
    with_one_heading,
)
from bidwriter.bids.sheets.money_marks import (
    AS_POUNDS,
    foreign_doubt,
    foreign_in,
    multiplied,
    scale_doubt,
    scale_in,
    without_sign,
)
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.wanted import ACROSS, LEFT_OUT, Wanted
from bidwriter.doubts import LEAVE_OUT, TAKE, TO_NOTE, Doubt, Reading, Settled, Way

MOST_READ = 3000  # rows of a block, those passed over too
AS_LINE = Way("line")
Passed = Literal["hidden row", "struck-through row", "row of sums", "heading", "note", "empty row"]
_HIDDEN, _STRUCK = "hidden-rows", "struck-rows"
_COLUMNS, _CELLS = "hidden-columns", "struck-cells"
_DIGITS = frozenset("0123456789")


class RowRead(NamedTuple):
    """A row of the table: its number, from 1, its cells as they stand, and those that have a
    column by its key. `columns` are those of the heading above it."""

    number: int
    cells: tuple[str, ...]
    named: dict[str, str]
    columns: Columns


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
        self._doubts: list[Doubt] = []
        self._all = sheet.grid
        self._struck_rows = {
            at for at, cells in enumerate(self._all, 1) if self._is_struck(at, cells)
        }
        self._grid = with_one_heading(self._as_seen(self._all), wanted)

    def laid(self) -> Laid:
        heads = heading_rows(self._grid, self._wanted)
        begins = heads[0] + 1 if heads else 0
        self._ask_unseen(begins)
        grid = self._grid[: begins + MOST_READ]
        tables = self._tables(grid, heads)
        first = tables[0]
        rows = [row for columns in tables for row in self._rows(grid, heads, columns)]
        kept, passed, words = self._sorted(rows)
        passed["heading"] = (*passed.get("heading", ()), *(at + 1 for at in heads[1:]))
        titles = [(at + 1, " ".join(filter(None, grid[at]))) for at in range(max(0, begins - 1))]
        words += [title for title in titles if title[1]]
        self._doubts = [*(doubt for columns in tables for doubt in columns.doubts), *self._doubts]
        converted = self._converted(kept, tables, words)
        return Laid(
            tuple(converted),
            {kind: tuple(sorted(numbers)) for kind, numbers in passed.items() if numbers},
            tuple(self._unseen(begins, first)),
            tuple(words),
            first,
            tuple(self._doubts),
            len(self._grid) - begins > MOST_READ,
        )

    # --- what does not show ------------------------------------------------------------------

    def _is_struck(self, at: int, cells: tuple[str, ...]) -> bool:
        filled = [column for column, cell in enumerate(cells, 1) if cell]
        struck = self._sheet.struck
        return bool(struck and filled) and all((at, column) in struck for column in filled)

    def _takes(self, id_: str) -> bool:
        return self._settled.get(id_) == TAKE

    def _left_out(self) -> set[int]:
        """The rows, from 1, that are left out as hidden or struck through."""
        hidden = set() if self._takes(_HIDDEN) else {*self._sheet.hidden_rows}
        return hidden | (set() if self._takes(_STRUCK) else self._struck_rows)

    def _as_seen(self, grid: Grid) -> Grid:
        """The cells without those left out."""
        rows = self._left_out()
        columns = set() if self._takes(_COLUMNS) else self._sheet.hidden_columns
        struck = set() if self._takes(_CELLS) else self._sheet.struck
        if not (rows or columns or struck):
            return grid

        def cell(at: int, column: int, words: str) -> str:
            is_struck = (at, column) in struck and at not in self._struck_rows
            return "" if column in columns or is_struck else words

        return tuple(
            () if at in rows else tuple(cell(at, c, words) for c, words in enumerate(cells, 1))
            for at, cells in enumerate(grid, 1)
        )

    def _ask_unseen(self, begins: int) -> None:
        """Ask about all that is left out unseen, each sort once."""
        below = range(begins + 1, len(self._all) + 1)
        filled = [at for at in below if any(self._all[at - 1])]
        hidden = [at for at in filled if at in self._sheet.hidden_rows]
        why = "hidden by a filter" if self._sheet.is_filtered else "hidden"
        self._ask(_HIDDEN, "row", hidden, f"{{}} {why}")
        struck = [at for at in filled if at in self._struck_rows and at not in hidden]
        self._ask(_STRUCK, "row", struck, "{} struck through")
        columns = sorted(
            c for c in self._sheet.hidden_columns
            if any(c <= len(self._all[at - 1]) and self._all[at - 1][c - 1] for at in filled)
        )  # fmt: skip
        self._ask(_COLUMNS, "column", columns, "{} hidden")
        cells = sorted(
            at for at, c in self._sheet.struck
            if at in filled and at not in self._struck_rows and c <= len(self._all[at - 1])
        )  # fmt: skip
        many = len(cells)
        if many and _CELLS not in self._settled:
            rows = tuple(dict.fromkeys(cells))
            words = f"{many} {'cell' if many == 1 else 'cells'}, in {numbered('row', rows)}"
            why = "Its words are struck through" if many == 1 else "Their words are struck through"
            self._doubts.append(Doubt(_CELLS, "Struck through", words, why, _LEFT, rows))

    def _ask(self, id_: str, noun: str, numbers: list[int], why: str) -> None:
        if numbers and id_ not in self._settled:
            is_ = "It is" if len(numbers) == 1 else "They are"
            rows = tuple(numbers) if noun == "row" else ()
            where = "Hidden" if id_ != _STRUCK else "Struck through"
            listed = numbered(noun, numbers) if noun == "row" else self._columns_named(numbers)
            if len(numbers) > 1:
                listed = f"{len(numbers)} {noun}s: {listed}"
            self._doubts.append(Doubt(id_, where, listed, why.format(is_), _LEFT, rows))

    def _columns_named(self, numbers: list[int]) -> str:
        """ "C “Secret”, D", by the letters that spreadsheet programs show."""
        first = next((cells for cells in self._all if len(list(filter(None, cells))) > 1), ())
        named = []
        for number in numbers:
            letter = chr(64 + number) if number <= 26 else f"A{chr(38 + number)}"
            if number > 52:
                letter = f"B{chr(12 + number)}"
            heading = first[number - 1] if number <= len(first) else ""
            named.append(f"column {letter}{f' “{heading[:40]}”' if heading else ''}")
        return ", ".join(named)

    def _unseen(self, begins: int, columns: Columns) -> Iterator[RowRead]:
        """The rows left out, which a row of sums may have counted."""
        for at in sorted(self._left_out()):
            if begins < at <= len(self._all) and any(self._all[at - 1]):
                cells = self._all[at - 1]
                yield RowRead(at, cells, _named(cells, columns), columns)

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
            yield RowRead(number, above, _named(above, columns), columns)

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
        left = self._left_out()
        figures = [row.number for row in rows if self._has_figure(row)]
        last = figures[-1] if figures else 0
        kept: list[RowRead] = []
        words: list[tuple[int, str]] = []
        passed: dict[Passed, tuple[int, ...]] = {}

        def pass_over(kind: Passed, number: int) -> None:
            passed[kind] = (*passed.get(kind, ()), number)

        for row in rows:
            if row.number in left and any(self._all[row.number - 1]):
                is_struck = row.number in self._struck_rows and not self._takes(_STRUCK)
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
        return said or self._wanted.wrote(row.columns.headings)

    def _has_figure(self, row: RowRead) -> bool:
        keys = self._wanted.figures
        return any((k in keys or k[:1] == ACROSS) and _DIGITS & {*c} for k, c in row.named.items())

    def _is_words(self, row: RowRead) -> bool:
        """Whether a row has nothing but words in one cell, or in the cells that say what it is."""
        filled = [cell for cell in row.cells if cell]
        first = next(iter(self._wanted.row.columns)).key
        apart = {key for key in row.named if key not in (first, "note")}
        seen = len(filled) == sum(map(bool, self._all[row.number - 1]))
        if not filled or not seen or len(filled) > 2 or any(map(is_sum, filled)):
            return False
        return len(filled) == 1 if apart else True

    # --- money -------------------------------------------------------------------------------

    def _converted(
        self, rows: list[RowRead], tables: list[Columns], words: list[tuple[int, str]]
    ) -> list[RowRead]:
        """The rows with their sums in pounds, as far as that is settled."""
        titles = [self._sheet.name, *(text for _, text in words)]
        said = next((t for t in titles if scale_in(t, title=True) != 1), "")
        for columns in tables:
            own = [row for row in rows if row.columns is columns]
            again = f"/row-{columns.start}" if columns is not tables[0] else ""
            changes = dict(self._changes(columns, own, said, again))
            if changes:
                made = {row.number: self._changed(row, changes) for row in own}
                rows = [made.get(row.number, row) for row in rows]
        return rows

    def _changes(
        self, columns: Columns, rows: list[RowRead], said: str, again: str
    ) -> Iterator[tuple[str, tuple[Decimal, Way | None]]]:
        """What is done to the sums of each column: multiplied by, and what with other money."""
        for at, key in enumerate(columns.keys):
            if key not in self._wanted.money and key[:1] != ACROSS:
                continue
            heading = columns.headings[at] if at < len(columns.headings) else ""
            cells = [row.named[key] for row in rows if key in row.named]
            where = column_name(heading, at)
            by = self._scale(f"scale/{at + 1}{again}", where, heading, said, cells)
            sign = foreign_in(heading) or next(filter(None, map(foreign_in, cells)), "")
            way: Way | None = None
            if sign and cells:
                id_ = f"currency/{at + 1}{again}"
                way = self._settled.get(id_, TO_NOTE)
                if id_ not in self._settled:
                    self._doubts.append(foreign_doubt(id_, where, heading, sign))
                if not foreign_in(heading) and way != AS_POUNDS:
                    way = way._replace(typed="signed")  # the cells alone that have a sign
            if by != 1 or way is not None:
                yield key, (by, way)

    def _scale(self, id_: str, where: str, heading: str, said: str, cells: list[str]) -> Decimal:
        by = scale_in(heading)
        words = heading
        if by == 1 and said:
            by, id_, where, words = scale_in(said, title=True), "scale", "The whole table", said
        if by == 1 or not any(multiplied(cell, by) != cell for cell in cells):
            return Decimal(1)
        way = self._settled.get(id_)
        if way is None and all(doubt.id != id_ for doubt in self._doubts):
            self._doubts.append(scale_doubt(id_, where, words, by, cells))
        return by if way is None else Decimal(way.typed)

    def _changed(self, row: RowRead, changes: dict[str, tuple[Decimal, Way | None]]) -> RowRead:
        named = dict(row.named)
        for key, (by, way) in changes.items():
            cell = named.get(key, "")
            if not cell:
                continue
            if way is not None:
                is_other = way.typed != "signed" or foreign_in(cell)
                if way == AS_POUNDS:
                    cell = without_sign(cell)
                elif is_other:
                    del named[key]
                    if way.kind == TO_NOTE.kind:
                        heading = row.columns.heading_of(key)
                        told = f"{heading}: {cell}" if heading else cell
                        named["note"] = "; ".join(filter(None, [named.get("note", ""), told]))
                    continue
            named[key] = multiplied(cell, by)
        return row._replace(named=named)


_LEFT = (Reading("Leave them out", LEAVE_OUT), Reading("Take them in", TAKE))


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


def _named(cells: tuple[str, ...], columns: Columns) -> dict[str, str]:
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
