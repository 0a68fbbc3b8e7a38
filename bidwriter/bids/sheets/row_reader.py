"""The cells of one row taken in from elsewhere, read by their columns as people type them."""

from collections.abc import Callable, Iterable
from typing import Any

from bidwriter.bids.sheets.wanted import Wanted
from bidwriter.doubts import LEAVE_OUT, TAKE, TO_NOTE, Doubt, Reading, Settled, Way
from bidwriter.kinds.cells.cell import LINE, Cell
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf, NotAllowedError

NOTHING = {"", "£", "-", "–", "—", "n/a", "na", "none"}


def cell_id(row: int, column: str) -> str:
    """The doubt about a cell."""
    return f"row/{row}/{column}"


def row_id(row: int) -> str:
    """The doubt about a whole row."""
    return f"row/{row}"


class RowReader:
    """Reads one row's cells, and gathers what is doubtful. What cannot be read is kept in the
    note, where these rows have one, while nobody says otherwise."""

    def __init__(self, wanted: Wanted, number: int, settled: Settled) -> None:
        self.wanted, self.number, self.settled = wanted, number, settled
        self.doubts: list[Doubt] = []
        self.notes: list[str] = []
        self._stood: dict[str, str] = {}
        self.left_out = settled.get(row_id(number)) == LEAVE_OUT

    def read(self, named: dict[str, str]) -> dict[str, Any]:
        """Cells for `add_rows`."""
        named = self.as_settled(named)
        row = {
            column.field: self.cell(column, named)
            for key, column in self.wanted.columns.items()
            if key != "note" or not self.wanted.has_note
        }
        return self.with_note(row)

    def with_note(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with its note, without what is empty."""
        if self.wanted.has_note:
            row["note"] = self._line("note", "; ".join(self.notes))
        return {field: cell for field, cell in row.items() if cell not in (None, ())}

    def cell(self, column: Column, named: dict[str, str]) -> Leaf:
        """What a cell holds; nothing where that is doubtful."""
        if column.cell.is_words:
            line = self._line(column.key, named.get(column.key, ""))
            return column.cell.read(line, self.wanted.around) if line else None
        around = self.wanted.around

        def read(words: str) -> Leaf:
            return column.cell.read(words, around)

        found: Leaf = self.attempt(column.key, named, read)
        return column.cell.nothing if found is None else found

    def _line(self, column: str, words: str) -> str | None:
        """Words of a line; what is longer than one is asked about, and its beginning taken."""
        if len(words) > LINE.longest:
            why = f"It is longer than a line, which holds {LINE.longest:,} characters"
            ways = (Reading("Take its beginning", TAKE), Reading("Leave the line out", LEAVE_OUT))
            self.doubt(column, f"{words[:200]}…", why, ways)
        return words[: LINE.longest] or None

    # --- doubts ------------------------------------------------------------------------------

    def way_of(self, column: str, words: str) -> Way | None:
        """How a doubt about a cell was settled, on its own or with all that say the same."""
        return self.settled.get(self._id(column, words))

    def as_settled(self, named: dict[str, str]) -> dict[str, str]:
        """The cells with what was chosen or typed in the place of doubtful ones."""
        made = dict(named)
        self._stood = named
        self.notes = [named["note"]] if "note" in named and self.wanted.has_note else []
        for column in self.wanted.columns:
            way = self.way_of(column, named.get(column, ""))
            if way is not None and way.kind == "typed":
                made[column] = way.typed
            if way == LEAVE_OUT:
                self.left_out = True
        return {key: cell for key, cell in made.items() if cell}

    def attempt(self, column: str, named: dict[str, str], read: Callable[[str], Any]) -> Any:
        """What `read` makes of a cell; None, and a doubt, where it refuses."""
        words = named.get(column, "")
        cell = self.wanted.columns[column].cell
        if self._says_nothing(words, cell, read):
            return None
        try:
            return read(within(words, cell.longest))
        except NotAllowedError as error:
            self.doubt(column, words, cell.doubtful or str(error), self._offered(column, words))
            self.keep(column, words)
            return None

    @staticmethod
    def _says_nothing(words: str, cell: Cell, read: Callable[[str], Any]) -> bool:
        """Whether a cell is left empty, in words that are no choice of its column."""
        if words.strip().casefold() not in NOTHING:
            return False
        if not words.strip() or not cell.is_chosen:
            return True
        try:
            return not read(words)
        except NotAllowedError:
            return True

    def doubt(self, column: str, words: str, why: str, ways: Iterable[Reading]) -> None:
        """Ask about a cell, unless that is settled."""
        way = self.way_of(column, words)
        if way is None or way.kind == "typed":
            title = self.wanted.title(column)
            id_ = self._id(column, words)
            where = title if "=" in id_ else f"Row {self.number} {title}"
            self.doubts.append(
                Doubt(id_, where, words, why, tuple(ways), (self.number,), column, takes_words=True)
            )

    def _id(self, column: str, words: str) -> str:
        """What is chosen from a list is asked about once for all cells that say the same."""
        known = self.wanted.columns.get(column)
        words = self._stood.get(column, words)
        if known is not None and known.cell.is_chosen and words:
            return f"{column}={' '.join(words.split()).casefold()[:200]}"
        return cell_id(self.number, column)

    def _offered(self, column: str, words: str) -> tuple[Reading, ...]:
        cell = self.wanted.columns[column].cell
        offered = tuple(
            Reading(shown, Way("typed", typed))
            for shown, typed in cell.readings(words, self.wanted.around)
        )
        out = "Leave these lines out" if cell.is_chosen else "Leave the line out"
        kept = "Leave it in the note" if self.wanted.has_note else "Leave it empty"
        return (Reading(kept, TO_NOTE), *offered, Reading(out, LEAVE_OUT))

    def keep(self, column: str, words: str) -> None:
        """Put a cell's words into the note."""
        self.notes.append(f"{self.wanted.title(column)}: {' '.join(words.split())}")


def within(words: str, longest: int) -> str:
    """The words. Raises NotAllowedError where they are longer than any value."""
    if len(words) > longest:
        raise NotAllowedError("These words are too long for this column")
    return words


def gathered(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Each doubt once, with all the rows that it stands in."""
    found: dict[str, Doubt] = {}
    for doubt in doubts:
        before = found.get(doubt.id)
        rows = dict.fromkeys((*(before.rows if before else ()), *doubt.rows))
        found[doubt.id] = (before or doubt)._replace(rows=tuple(rows))
    return tuple(found.values())
