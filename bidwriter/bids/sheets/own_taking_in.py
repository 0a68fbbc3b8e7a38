"""A table from elsewhere as rows of a fund's own table, or as the cells of its grid.

What is doubtful does not stop the rest: it is told with ways to settle it, and is left empty while
nobody does. Rows of sums that add up are passed over; others that are called so are asked about.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, clear_rows
from bidwriter.bids.leaves import with_leaves
from bidwriter.bids.places import Place
from bidwriter.bids.sheets.headings import heading_rows, plain
from bidwriter.bids.sheets.layout import MOST_READ, Laid, lay_out
from bidwriter.bids.sheets.own_wanted import WHICH, OwnWanted, titles_of
from bidwriter.bids.sheets.row_read import RowRead
from bidwriter.bids.sheets.row_reader import RowReader, gathered, row_id
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.sum_names import naming
from bidwriter.bids.sheets.taking_in import Pasted
from bidwriter.doubts import LEAVE_OUT, TAKE, Doubt, Reading, Settled
from bidwriter.kinds.frozen import Leaf, NotAllowedError, kebab
from bidwriter.kinds.tables.own_rows import MOST_ROWS
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.values import money_reading

_ROWS = "rows"


def read_own(bid: Bid, question: OwnTable, sheet: Sheet, settled: Settled | None = None) -> Pasted:
    """The rows of a sheet as cells by written name; of a grid under "id" which row they are."""
    return _Reading(bid, question, sheet, settled or {}).pasted()


def sheet_as_read(bid: Bid, question: OwnTable, sheet: Sheet) -> Sheet:
    """The sheet as it is read: one that does not name the rows of a grid has their labels."""
    return _labelled(question, OwnWanted(bid, question), sheet) or sheet


def with_own(bid: Bid, question: OwnTable, pasted: Pasted, *, replace: bool = False) -> Bid:
    """`bid` with what was read: new rows, or the cells of a grid's rows. Raises NotAllowedError.
    `replace`: in the place of what there is."""
    bid = clear_rows(bid, question.id) if replace else bid
    if not question.is_grid:
        return add_rows(bid, question.id, pasted.rows)
    cells: dict[Place, Leaf] = {}
    for row in pasted.rows:
        place = Place(question.id).at(row["id"])
        cells |= {place.at(key): leaf for key, leaf in row.items() if key != "id"}
    return with_leaves(bid, cells)


def replaced_cells(bid: Bid, question: OwnTable, pasted: Pasted) -> int:
    """How many cells of a grid hold something else than what was read for them."""
    held = {row.id: row for row in rows_of(bid, question.id)}
    if not question.is_grid:
        return 0
    return sum(
        dict(held[row["id"]].leaves()).get(key, leaf) != leaf
        for row in pasted.rows
        for key, leaf in row.items()
        if key != "id" and row["id"] in held
    )


def replaced_words(many: int) -> str:
    """ "2 cells that held something else were written over"; "" for none."""
    if not many:
        return ""
    cells = "1 cell that held something else was" if many == 1 else ""
    return f"{cells or f'{many} cells that held something else were'} written over"


def _labelled(question: OwnTable, wanted: OwnWanted, sheet: Sheet) -> Sheet | None:
    """A block that names no row of a grid but has as many, with their labels before it; None for
    any other."""
    heads = heading_rows(sheet.grid, wanted)
    begins = heads[0] + 1 if heads else 0
    labels = [row.label for row in question.fixed_rows]
    below = sheet.grid[begins:]
    if not labels or len(below) != len(labels) or any(_names_a_row(wanted, row) for row in below):
        return None
    if heads and any(_names_rows(wanted, heading) for heading in sheet.grid[heads[0]]):
        return None
    first = [""] * begins
    if heads:
        first[heads[0]] = titles_of(question)[0]
    cells = zip((*first, *labels), sheet.grid, strict=True)
    return sheet._replace(
        grid=tuple((label, *row) for label, row in cells),
        hidden_columns=frozenset(at + 1 for at in sheet.hidden_columns),
        struck=frozenset((row, at + 1) for row, at in sheet.struck),
    )


def _names_rows(wanted: OwnWanted, heading: str) -> bool:
    return WHICH in (wanted.exactly(heading), wanted.key_of.get(plain(heading)))


def _names_a_row(wanted: OwnWanted, cells: tuple[str, ...]) -> bool:
    which = wanted.columns[WHICH].cell
    for cell in filter(str.strip, cells):
        try:
            which.read(cell, wanted.around)
        except NotAllowedError:
            continue
        return True
    return False


def _in_order(question: OwnTable) -> Doubt:
    why = "The table does not say which row is which, so they are taken in the fund's order"
    shown = ", ".join(row.label for row in question.fixed_rows)[:200]
    return Doubt(_ROWS, "The rows", shown, why, (Reading("So they are", TAKE),))


class _Reading:
    """One sheet being read."""

    def __init__(self, bid: Bid, question: OwnTable, sheet: Sheet, settled: Settled) -> None:
        self._question, self._settled = question, settled
        self._wanted = OwnWanted(bid, question)
        self._doubts: list[Doubt] = []
        labelled = _labelled(question, self._wanted, sheet)
        self._sheet = labelled or sheet
        if labelled and _ROWS not in settled:
            self._doubts.append(_in_order(question))

    def pasted(self) -> Pasted:
        laid = lay_out(self._sheet, self._wanted, self._settled)
        self._doubts += laid.doubts
        sums = self._sums(laid)
        rows: list[dict[str, Any]] = []
        numbers: list[int] = []
        kept = [row for row in laid.rows if row.named and row.number not in sums]
        for row in kept[:MOST_ROWS]:
            reader = RowReader(self._wanted, row.number, self._settled)
            made = reader.read(row.named)
            self._doubts += reader.doubts
            if not reader.left_out and (made := self._of_grid(row, made, reader)):
                rows.append(made)
                numbers.append(row.number)
        passed = {**laid.passed, "row of sums": tuple(sorted(sums))}
        self._ask_about_doubles(rows, numbers)
        return Pasted(
            tuple(rows),
            gathered(self._doubts),
            laid.columns,
            tuple(numbers),
            tuple(_cut_short(len(kept), laid)),
            tuple((kind, found) for kind, found in passed.items() if found),
        )

    # --- grids -------------------------------------------------------------------------------

    def _of_grid(self, row: RowRead, made: dict[str, Any], reader: RowReader) -> dict[str, Any]:
        """The cells by their written names; of a grid with the id of their row, and nothing where
        no row is named."""
        id_ = made.pop(WHICH, None)
        made = {kebab(key): cell for key, cell in made.items()}
        if not self._question.is_grid:
            return made
        if id_ is None and made and not reader.doubts:
            words = ", ".join(cell for cell in row.cells if cell)
            why = "It does not say which row it is, so it is left out"
            out = Reading("Leave it out", LEAVE_OUT)
            doubt = Doubt(
                row_id(row.number), f"Row {row.number}", words, why, (out,), (row.number,)
            )
            if row_id(row.number) not in self._settled:
                self._doubts.append(doubt)
        return {"id": id_, **made} if id_ is not None else {}

    def _ask_about_doubles(self, rows: list[dict[str, Any]], numbers: list[int]) -> None:
        """A grid's row that stands there twice: the last is taken."""
        many = Counter(row["id"] for row in rows) if self._question.is_grid else Counter[str]()
        labels = {row.id: row.label for row in self._question.fixed_rows}
        for row, number in zip(rows, numbers, strict=True):
            if many[row.get("id", "")] > 1 and row_id(number) not in self._settled:
                why = "This row is there more than once, and the last of them is taken"
                ways = (Reading("Take it", TAKE), Reading("Leave it out", LEAVE_OUT))
                where = f"Row {number}"
                self._doubts.append(
                    Doubt(row_id(number), where, labels[row["id"]], why, ways, (number,))
                )

    # --- rows of sums ------------------------------------------------------------------------

    def _sums(self, laid: Laid) -> set[int]:
        """The rows that add up those above them, all or those since the last such row, and those
        that are called so and that nobody says are none."""
        found: set[int] = set()
        all_: dict[str, Decimal] = {}  # figures so far by column
        since: dict[str, Decimal] = {}
        for row in laid.rows:
            name = next(iter(row.named), "")
            figures = {key: _figure(row.named[key]) for key in row.named if self._is_figure(key)}
            if name and naming(row.named[name]) == "sum":
                own = {key: figure for key, figure in figures.items() if key != name}
                words = row.named.keys() - own.keys() - {name}
                adds_up = not words and (_are(own, all_) or _are(own, since))
                if adds_up or self._is_left_out(row, row.named[name]):
                    found.add(row.number)
                    since.clear()
                    continue
            for key, figure in figures.items():
                for sums in (all_, since):
                    sums[key] = sums.get(key, Decimal(0)) + (figure or 0)
        return found

    def _is_figure(self, key: str) -> bool:
        return key in self._wanted.figures

    def _is_left_out(self, row: RowRead, name: str) -> bool:
        """Ask about a row that is called a sum and is none; whether it is left out."""
        way = self._settled.get(row_id(row.number))
        if way is None:
            why = "It is called a sum, but it does not add up those above it"
            ways = (Reading("Leave it out", LEAVE_OUT), Reading("It is a row", TAKE))
            where = f"Row {row.number}"
            self._doubts.append(Doubt(row_id(row.number), where, name, why, ways, (row.number,)))
        return way != TAKE


def _are(figures: Mapping[str, Decimal | None], sums: Mapping[str, Decimal]) -> bool:
    """Whether there are figures, and each is the sum of its column."""
    return bool(figures) and all(figures[key] == sums.get(key, 0) for key in figures)


def _figure(words: str) -> Decimal | None:
    try:
        return money_reading.read(words)
    except money_reading.UnreadError:
        return None


def _cut_short(many: int, laid: Laid) -> Iterator[str]:
    if many > MOST_ROWS:
        yield f"Only the first {MOST_ROWS:,} rows were taken"
    elif laid.cut_short:
        yield f"Only the first {MOST_READ:,} rows were read"
