"""A table of the fund's own columns, as its pack describes them; with fixed rows, a grid."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from typing_extensions import override

from bidwriter.kinds.cells.own import OwnCell
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.question import Fault
from bidwriter.kinds.tables.own_columns import FixedRow, OwnColumn, column_faults, row_faults
from bidwriter.kinds.tables.own_rows import MOST_COLUMNS, MOST_ROWS, OwnRow, row_type
from bidwriter.kinds.tables.rows import MOST_READ, Row, in_order
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.counting import count_words

# More than a table may have by its pack: rows of an earlier pack are kept, and joining brings the
# rows of two copies together, so that a file may hold more than can be added.
MOST_ADDED = 4 * MOST_ROWS
Answer = Annotated[tuple[OwnRow, ...], Field(max_length=MOST_READ)]


def _some(columns: tuple[OwnColumn, ...]) -> tuple[OwnColumn, ...]:
    if not columns:
        raise ValueError("names no column; a table has at least one")
    return columns


Columns = Annotated[tuple[OwnColumn, ...], Field(max_length=MOST_COLUMNS), AfterValidator(_some)]


class OwnTable(Table):
    """A question answered by a table of its own `columns`. Fixed `rows` make a grid of it: they are
    always there, in the pack's order. `row_name` is what one row is called ("milestone")."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Fill in “{name}”"
    of: ClassVar[type[Row]] = OwnRow
    most_added: ClassVar[int] = MOST_ADDED
    shows_as: ClassVar[str] = "rows of tables"
    since: ClassVar[int] = 2

    kind: Literal["table"] = "table"
    own_columns: Columns = Field(alias="columns")
    fixed_rows: tuple[FixedRow, ...] = Field(default=(), alias="rows", max_length=MOST_ROWS)
    least_rows: int | None = Field(default=None, ge=1, le=MOST_ROWS)
    most_rows: int | None = Field(default=None, ge=1, le=MOST_ROWS)
    row_name: str = Field(default="", max_length=40)

    # --- its rows ------------------------------------------------------------------------------

    @property
    @override
    def row(self) -> type[OwnRow]:
        return self._row

    @cached_property
    def _row(self) -> type[OwnRow]:
        return row_type(self.own_columns, self.fixed_rows, self.noun)

    @property
    @override
    def noun(self) -> str:
        return " ".join(self.row_name.split()) or self.row_noun

    @property
    def is_grid(self) -> bool:
        """Whether its rows are fixed."""
        return bool(self.fixed_rows)

    @property
    @override
    def rows_are_fixed(self) -> bool:
        return self.is_grid

    @property
    @override
    def rows_show(self) -> bool:
        return self.shows_principles

    @property
    @override
    def answer_shows(self) -> bool:
        return False

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each fixed row stands."""
        return {row.id: at for at, row in enumerate(self.fixed_rows)}

    @override
    def is_fixed(self, row: str) -> bool:
        return row in self._places

    @cached_property
    def _empty(self) -> tuple[OwnRow, ...]:
        """The fixed rows with nothing in them."""
        return tuple(self.row.model_validate({"id": id_}) for id_ in self._places)

    @override
    def every_row(self, kept: tuple[Row, ...]) -> tuple[Row, ...]:
        """The fixed rows, filled or not, then those of an earlier pack."""
        rows = self._typed(kept)
        if not self.is_grid:
            return rows
        there = {row.id for row in rows}
        return self._sorted((*rows, *(row for row in self._empty if row.id not in there)))

    @override
    def made(self, row: str, cells: Mapping[str, Leaf]) -> Row | None:
        if cells or self.is_fixed(row):
            return self.row.model_validate({"id": row, **cells})
        return None

    @override
    def tidy(self, value: Any) -> Any:
        """Its rows in their order; a fixed row with nothing in it is not kept."""
        kept = (r for r in self._typed(value) if r.order or r.cells or not self.is_fixed(r.id))
        return self._sorted(tuple(kept))

    def _typed(self, rows: tuple[Row, ...]) -> tuple[OwnRow, ...]:
        """Rows that another pack, or none, made sense of, as this one's."""
        return tuple(self._as_own(row) for row in rows if isinstance(row, OwnRow))

    def _as_own(self, row: OwnRow) -> OwnRow:
        if type(row) is self.row:
            return row
        return self.row.of(row)

    def _sorted(self, rows: tuple[OwnRow, ...]) -> tuple[OwnRow, ...]:
        at, last = self._places, len(self._places)
        return tuple(sorted(in_order(rows), key=lambda row: at.get(row.id, last)))

    # --- its sums ------------------------------------------------------------------------------

    @cached_property
    def added_up(self) -> tuple[OwnColumn, ...]:
        """The columns that have a total."""
        return tuple(column for column in self.own_columns if column.total)

    def totals(self, rows: tuple[Row, ...]) -> dict[str, Decimal]:
        """What each column that is added up comes to; none where no row has a figure in it."""
        found: dict[str, Decimal] = {}
        for own in self.added_up:
            column = self.row.column(own.id)
            assert column is not None and isinstance(column.cell, OwnCell)
            amounts = [column.cell.amount(row.held(column)) for row in rows]
            figures = [amount for amount in amounts if amount is not None]
            if figures:
                found[own.id] = sum(figures, Decimal(0))
        return found

    # --- what is asked of it -------------------------------------------------------------------

    @override
    def lacking(self, value: Any | None) -> Iterator[tuple[str, str]]:
        """A required table with nothing in it, or too few rows of one that has some."""
        many = sum(not row.is_blank for row in value or ())
        least = 1 if self.least_rows is None else self.least_rows
        if not many:
            if not self.optional:
                yield self._fill_in(least), ""
        elif not self.is_grid and many < least:
            short = least - many
            yield (
                f"Add {self._many(short, more=True)} to “{self.name}”",
                f"The round asks for at least {self._many(least)}",
            )

    def _fill_in(self, least: int) -> str:
        if self.is_grid:
            return self.missing.format(name=self.name)
        return f"Add at least {self._many(least)} to “{self.name}”"

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        """More rows than it has room for."""
        if self.most_rows is not None and not self.is_grid and len(value) > self.most_rows:
            over = self._many(len(value) - self.most_rows)
            yield f"Take {over} out: “{self.name}” has room for {self.most_rows}"

    @property
    def room_words(self) -> str:
        """How many rows the round asks for: "The round asks for 2 to 10 milestones"; "" for any
        number."""
        least, most = self.least_rows, self.most_rows
        if least is None and most is None:
            return ""
        if most is None:
            return f"The round asks for at least {self._many(least or 1)}"
        if least is None or least == most:
            how = "up to " if least is None else ""
            return f"The round asks for {how}{self._many(most)}"
        return f"The round asks for {least} to {self._many(most)}"

    def _many(self, many: int, *, more: bool = False) -> str:
        """ "one milestone", "2 more milestones"."""
        counted = ("one" if many == 1 else f"{many:,}") + (" more" if more else "")
        return f"{counted} {self.noun if many == 1 else plural(self.noun)}"

    @override
    def count(self, value: Any) -> int:
        """Words that officers wrote: the labels of fixed rows are the fund's."""
        return sum(count_words(row.own_words) for row in self._typed(value))

    # --- what is wrong with it -----------------------------------------------------------------

    @override
    def faults(self) -> Iterator[Fault]:
        yield from column_faults(self.own_columns)
        yield from row_faults(self.fixed_rows)
        least, most = self.least_rows, self.most_rows
        if least is not None and most is not None and least > most:
            yield Fault("least-rows", "It asks for more rows than it has room for", "Correct one")
        if self.is_grid and (least, most) != (None, None):
            name = "least-rows" if least is not None else "most-rows"
            yield Fault(
                name, "Fixed rows are neither more nor fewer", "Take least-rows and most-rows out"
            )


def a(noun: str) -> str:
    """ "a milestone", "an output"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def plural(noun: str) -> str:
    """ "milestones", "bodies"."""
    if noun[-1:] == "y" and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
