"""What rows are looked for in a table from elsewhere: all that the reader knows of their kind."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column, in_sight
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table

TO_NOTE, LEFT_OUT = "", "-"  # what else a column can be taken for
ACROSS = "@"  # begins the key of a column that holds a part of each row's sum
_LONGEST_HEADING, _MOST_HEADINGS = 200, 1_000  # characters; different ones of one table


class Part(NamedTuple):
    """What a column that holds a part of each row's sum is of: a payer, a council, a month. `kind`
    and `key` as the kind of rows has them; `words` as the heading has it; `over` is the month or
    year that the row above the headings has over it, if any."""

    kind: str
    key: str
    words: str
    over: str = ""


def no_parts(heading: str) -> Part | None:  # noqa: ARG001
    """Of rows whose tables have no such columns."""
    return None


class Wanted:
    """A type of rows, what its cells look around at, and the headings that hold parts of a sum.

    `titles` are headings that are known letter by letter, before any is known by its words alone.
    Where `takes_words_alone`, a row without a figure is a row and no heading."""

    titles: Mapping[str, str] = {}
    takes_words_alone = False

    def __init__(
        self,
        row: type[Row],
        around: Around,
        part: Callable[[str], Part | None] = no_parts,
    ) -> None:
        self.row, self.around = row, around
        self._part = part
        self._parts: dict[str, Part | None] = {}

    def part(self, heading: str) -> Part | None:
        """What a heading says that each sum below it is a part for; None for most headings."""
        if len(heading) > _LONGEST_HEADING:
            return None
        if heading not in self._parts:
            if len(self._parts) == _MOST_HEADINGS:
                return None
            self._parts[heading] = self._part(heading)
        return self._parts[heading]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Its columns by key, in the order in which they are shown."""
        return {column.key: column for column in in_sight(self._columns)}

    @property
    def _columns(self) -> tuple[Column, ...]:
        """Without those that mean nothing in the table's round."""
        table = self.around.question
        asked = table.columns if isinstance(table, Table) else ()
        return tuple(c for c in self.row.columns if not c.theme or not asked or c in asked)

    @cached_property
    def key_of(self) -> Mapping[str, str]:
        """The key of the column for each heading that is known, in plain words."""
        names = {
            name: column.key for column in self._columns for name in column.names.split(";") if name
        }
        return {column.title.casefold(): column.key for column in self._columns} | names

    def exactly(self, heading: str) -> str:
        """The key of the column with this very heading; "" for none."""
        return self.titles.get(" ".join(heading.split()).casefold(), "")

    @cached_property
    def money(self) -> frozenset[str]:
        """The columns of money."""
        return frozenset(key for key, column in self.columns.items() if column.cell.is_money)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The columns of figures, money among them."""
        return frozenset(key for key, column in self.columns.items() if column.cell.is_right)

    @cached_property
    def each(self) -> frozenset[str]:
        """The columns that each row has its own cell in, however cells are merged."""
        return frozenset(key for key, column in self.columns.items() if column.each)

    @property
    def has_note(self) -> bool:
        """Whether these rows have a note, which takes what has no column."""
        return "note" in self.columns

    def wrote(self, headings: tuple[str, ...]) -> bool:
        """Whether bidwriter itself wrote a table with these headings: it gives every column its
        own, and nothing stands between its rows."""
        return {c.title for c in self.columns.values() if not c.within} <= {*headings}

    def title(self, key: str) -> str:
        """What a column is called; "" for a row as a whole."""
        return self.columns[key].title if key in self.columns else ""
