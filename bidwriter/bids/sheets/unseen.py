"""What of a sheet does not show, or is struck through: it is left out, and asked about once for
each sort of it, with its count."""

from collections.abc import Iterator

from bidwriter.bids.sheets.grid import Grid
from bidwriter.bids.sheets.headings import Columns
from bidwriter.bids.sheets.row_read import RowRead, named_cells, numbered
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.doubts import LEAVE_OUT, TAKE, Doubt, Reading, Settled

_ROWS, _STRUCK_ROWS = "hidden-rows", "struck-rows"
_COLUMNS, _CELLS = "hidden-columns", "struck-cells"
_LEFT = (Reading("Leave them out", LEAVE_OUT), Reading("Take them in", TAKE))


class Unseen:
    """The rows, columns and cells of one sheet that do not show or are struck through. `doubts`
    are what is to be asked, `left_out` the rows, from 1, that are no rows while nobody says
    otherwise, `struck_rows` those struck through as a whole."""

    def __init__(self, sheet: Sheet, settled: Settled) -> None:
        self._sheet, self._settled = sheet, settled
        self._all = sheet.grid
        self.doubts: list[Doubt] = []
        self.struck_rows = {
            at for at, cells in enumerate(self._all, 1) if self._is_struck(at, cells)
        }
        hidden = set() if self._takes(_ROWS) else {*sheet.hidden_rows}
        self.left_out = hidden | (set() if self._takes(_STRUCK_ROWS) else self.struck_rows)

    def is_left_out(self, row: int) -> bool:
        """Whether a row that has something in it is left out."""
        return row in self.left_out and any(self._all[row - 1])

    def is_struck_row(self, row: int) -> bool:
        """Whether it is left out because it is struck through."""
        return row in self.struck_rows and not self._takes(_STRUCK_ROWS)

    def in_row(self, row: int) -> int:
        """How many cells of a row have something in them, unseen ones too."""
        return sum(map(bool, self._all[row - 1]))

    def _is_struck(self, at: int, cells: tuple[str, ...]) -> bool:
        filled = [column for column, cell in enumerate(cells, 1) if cell]
        struck = self._sheet.struck
        return bool(struck and filled) and all((at, column) in struck for column in filled)

    def _takes(self, id_: str) -> bool:
        return self._settled.get(id_) == TAKE

    def seen(self) -> Grid:
        """The cells without those left out."""
        grid, rows = self._all, self.left_out
        columns = set() if self._takes(_COLUMNS) else self._sheet.hidden_columns
        struck = set() if self._takes(_CELLS) else self._sheet.struck
        if not (rows or columns or struck):
            return grid

        def cell(at: int, column: int, words: str) -> str:
            is_struck = (at, column) in struck and at not in self.struck_rows
            return "" if column in columns or is_struck else words

        return tuple(
            () if at in rows else tuple(cell(at, c, words) for c, words in enumerate(cells, 1))
            for at, cells in enumerate(grid, 1)
        )

    def ask(self, begins: int) -> None:
        """Ask about all that is left out below the headings, each sort once."""
        below = range(begins + 1, len(self._all) + 1)
        filled = [at for at in below if any(self._all[at - 1])]
        hidden = [at for at in filled if at in self._sheet.hidden_rows]
        why = "hidden by a filter" if self._sheet.is_filtered else "hidden"
        self._ask(_ROWS, "row", hidden, f"{{}} {why}")
        struck = [at for at in filled if at in self.struck_rows and at not in hidden]
        self._ask(_STRUCK_ROWS, "row", struck, "{} struck through")
        columns = sorted(
            c for c in self._sheet.hidden_columns
            if any(c <= len(self._all[at - 1]) and self._all[at - 1][c - 1] for at in filled)
        )  # fmt: skip
        self._ask(_COLUMNS, "column", columns, "{} hidden")
        cells = sorted(
            at for at, c in self._sheet.struck
            if at in filled and at not in self.struck_rows and c <= len(self._all[at - 1])
        )  # fmt: skip
        many = len(cells)
        if many and _CELLS not in self._settled:
            rows = tuple(dict.fromkeys(cells))
            words = f"{many} {'cell' if many == 1 else 'cells'}, in {numbered('row', rows)}"
            why = "Its words are struck through" if many == 1 else "Their words are struck through"
            self.doubts.append(Doubt(_CELLS, "Struck through", words, why, _LEFT, rows))

    def _ask(self, id_: str, noun: str, numbers: list[int], why: str) -> None:
        if numbers and id_ not in self._settled:
            is_ = "It is" if len(numbers) == 1 else "They are"
            rows = tuple(numbers) if noun == "row" else ()
            where = "Hidden" if id_ != _STRUCK_ROWS else "Struck through"
            listed = numbered(noun, numbers) if noun == "row" else self._columns_named(numbers)
            if len(numbers) > 1:
                listed = f"{len(numbers)} {noun}s: {listed}"
            self.doubts.append(Doubt(id_, where, listed, why.format(is_), _LEFT, rows))

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

    def rows(self, begins: int, columns: Columns) -> Iterator[RowRead]:
        """The rows left out, which a row of sums may have counted."""
        for at in sorted(self.left_out):
            if begins < at <= len(self._all) and any(self._all[at - 1]):
                cells = self._all[at - 1]
                yield RowRead(at, cells, named_cells(cells, columns), columns)
