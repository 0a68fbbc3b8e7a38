"""A table from elsewhere as cost lines: which column is which, and what each cell means.

What is doubtful does not stop the rest: it is told with ways to settle it, and while nobody does,
its words are kept in the line's note. The same table and answers always give the same lines.
"""

from typing import Any, NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.sheets.doubts import LEAVE_OUT, ColumnDoubt, Doubt, Settled
from bidwriter.bids.sheets.grid import Covered, Grid
from bidwriter.bids.sheets.headings import HEADERS, LEFT_OUT, Columns, place_words, recognise
from bidwriter.bids.sheets.line_reader import LineReader
from bidwriter.bids.sheets.sums_in_table import RowRead, sums_in
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines

_MOST_ROWS = 2000
_MOST_READ = 3000  # rows of a block, sums and empty ones too
# A merged cell speaks for all the rows it covers, but for what each has of its own.
_SPEAKS_FOR_ALL = {column.key for column in CostLine.columns if not column.each}


class Pasted(NamedTuple):
    """Lines as cells for `add_rows`, each with its row in the block; what is doubtful; sentences
    about the rest; how many rows of sums and empty rows were passed over."""

    rows: tuple[dict[str, Any], ...]
    doubts: tuple[Doubt, ...] = ()
    columns: Columns = Columns(())
    numbers: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    sums: int = 0
    empty: int = 0

    @property
    def column_doubts(self) -> tuple[ColumnDoubt, ...]:
        """The columns to ask about."""
        return self.columns.doubts

    @property
    def is_doubtful(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.doubts or self.columns.doubts)


def read_grid(
    bid: Bid,
    grid: Grid,
    question: CostLines | None = None,
    columns: Columns | None = None,
    settled: Settled | None = None,
) -> Pasted:
    """The cost lines in rows of cells. `columns` are those chosen in place of those recognised;
    `settled` says how doubts were settled. Empty rows and rows of sums are passed over."""
    columns = columns or recognise(grid)
    read, empty = _rows_read(grid[: columns.start + _MOST_READ], columns)
    sums = sums_in(read, settled or {})
    asked = question or next((q for q, _ in tables(bid)), None)
    rows: list[dict[str, Any]] = []
    numbers: list[int] = []
    doubts = list(sums.doubts)  # first: of very many doubts only the first are shown
    lines = [row for row in read if row.named and row.number not in sums.out]
    for line in lines[:_MOST_ROWS]:
        reader = LineReader(bid, asked, line.number, settled or {})
        row = reader.read(line.named, columns.unit)
        doubts += reader.doubts
        if not reader.left_out:
            rows.append(_surely_valid(row, line.named))
            numbers.append(line.number)
    remarks = _cut_short(len(lines), len(grid) - columns.start)
    return Pasted(
        tuple(rows), tuple(doubts), columns, tuple(numbers), remarks, len(sums.out), empty
    )


def _cut_short(lines: int, rows: int) -> tuple[str, ...]:
    if lines > _MOST_ROWS:
        return (f"Only the first {_MOST_ROWS:,} lines were taken",)
    return (f"Only the first {_MOST_READ:,} rows were read",) if rows > _MOST_READ else ()


def left_out(row: int) -> Settled:
    """What says that a whole row is left out."""
    return {(row, ""): LEAVE_OUT}


def misread_sentence(doubts: tuple[Doubt, ...]) -> str:
    """ "2 cells were not understood: row 3 Unit cost “tbc”, …"; "" for none."""
    cells = [doubt for doubt in doubts if doubt.column]
    if not cells:
        return ""
    were = "1 cell was" if len(cells) == 1 else f"{len(cells)} cells were"
    shown = [f"{place_words(d)} “{_short(d.words)}”" for d in cells[:6]]
    more = f" and {len(cells) - 6} more" if len(cells) > 6 else ""
    words = "its words are" if len(cells) == 1 else "their words are"
    return f"{were} not understood: {', '.join(shown)}{more}. {words.capitalize()} in the note"


def unsettled_sums(pasted: Pasted) -> tuple[str, ...]:
    """What became of each row that may be a sum and that nobody decided."""
    taken = {*pasted.numbers}
    told = []
    for doubt in pasted.doubts:
        if not doubt.column:
            became = "went in as a line" if doubt.row in taken else "is left out"
            why = f"{doubt.why[0].lower()}{doubt.why[1:]}"
            told.append(f"Row {doubt.row} “{_short(doubt.words)}” {became}: {why}")
    return tuple(told)


def passed_sentence(pasted: Pasted) -> str:
    """ "1 row of sums and 2 empty rows were passed over"; "" for none."""
    rows = [("row of sums", "rows of sums", pasted.sums), ("empty row", "empty rows", pasted.empty)]
    told = [f"{many} {one if many == 1 else several}" for one, several, many in rows if many]
    were = "was" if pasted.sums + pasted.empty == 1 else "were"
    return f"{' and '.join(told)} {were} passed over" if told else ""


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 40 else f"{one_line[:39]}…"


# --- rows ------------------------------------------------------------------------------------


def _rows_read(grid: Grid, columns: Columns) -> tuple[list[RowRead], int]:
    """The rows below the header, and how many are empty. Empty ones stay: they divide sections."""
    read: list[RowRead] = []
    above: tuple[str, ...] = ()
    for number, cells in enumerate(grid[columns.start :], columns.start + 1):
        above = _uncovered(cells, above, columns)
        read.append(RowRead(number, above, _named(above, columns), columns.keys))
    return read, sum(not row.named for row in read)


def _uncovered(cells: tuple[str, ...], above: tuple[str, ...], columns: Columns) -> tuple[str, ...]:
    """The cells, where one that is covered by a merged cell above may say the same."""

    def cell(at: int, words: str) -> str:
        key = columns.keys[at] if at < len(columns.keys) else ""
        covered = isinstance(words, Covered) and key in _SPEAKS_FOR_ALL and at < len(above)
        return above[at] if covered else words

    return tuple(cell(at, words) for at, words in enumerate(cells))


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


def _surely_valid(row: dict[str, Any], named: dict[str, str]) -> dict[str, Any]:
    """`row`, or where the model would refuse it a line that holds all its words."""
    try:
        CostLine.model_validate({**row, "id": "aaaa"})
    except ValidationError:
        words = "; ".join(f"{HEADERS[key]}: {cell}" for key, cell in named.items())
        return {"what": row.get("what"), "note": words[: LINE.longest]}
    return row
