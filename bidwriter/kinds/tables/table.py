"""A question answered in rows: what the four tables share, and a pack's own table."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.rows import Row, in_order


class Table(Question):
    """A question answered in rows.

    `of` is what the rows of its kind are, as far as that is known without the question; `row` is
    what the rows of this question are. `row_noun` is what one is called ("line"). Where its rows
    can show a principle, `shows_as` is what they are called together in the map ("cost lines").
    """

    of: ClassVar[type[Row]]
    row_noun: ClassVar[str] = "row"
    shows_as: ClassVar[str] = ""
    most_added: ClassVar[int]  # rows that there can be with new ones
    icon: ClassVar[str] = "table"
    is_short: ClassVar[bool] = False

    kind: str
    _without: frozenset[str] = frozenset()  # themes that its round does not have

    def in_round(self, themes: frozenset[str]) -> Self:
        """The table without the columns that mean nothing where a round has these themes alone."""
        lacking = {column.theme for column in self.row.columns} - themes - {""}
        if not lacking:
            return self
        made = self.model_copy()
        made._without = frozenset(lacking)  # noqa: SLF001 - its own
        return made

    @property
    def row(self) -> type[Row]:
        """What its rows are."""
        return self.of

    @property
    def noun(self) -> str:
        """What one row is called."""
        return self.row_noun

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in order, without those that mean nothing in its round."""
        if not self._without:
            return self.row.columns
        return tuple(column for column in self.row.columns if column.theme not in self._without)

    @property
    def rows_show(self) -> bool:
        """Whether its rows can show a principle, each by itself."""
        return bool(self.shows_as)

    def every_row(self, kept: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows that it shows, of those `kept`: a grid has more than hold something."""
        return kept

    @property
    def rows_are_fixed(self) -> bool:
        """Whether the pack says which rows there are."""
        return False

    def is_fixed(self, row: str) -> bool:  # noqa: ARG002
        """Whether the pack says that there is a row of this id, and where it stands."""
        return False

    def made(self, row: str, cells: Mapping[str, Leaf]) -> Row | None:
        """The row of an id with these cells, its order among them; None for no row. Raises
        NotAllowedError, and pydantic's ValidationError."""
        if "order" in cells:
            return self.row.model_validate({"id": row, **cells})
        if cells:
            raise NotAllowedError(f"There is no row {row}")
        return None

    @override
    def parse(self, typed: str, around: Around) -> Any:
        raise NotAllowedError(
            f"“{self.id}” is a table: set {self.id}/+ to add a row, "
            f"or {self.id}/ROW/FIELD to change a cell"
        )

    @override
    def tidy(self, value: Any) -> Any:
        """The rows by their sort keys."""
        return in_order(value)

    @override
    def text(self, value: Any) -> str:
        return "\n".join(row.words for row in value)

    def asks_for(self, column: Column) -> bool:
        """Whether every row must have something in this column."""
        return column.needed

    def asks_of(self, column: Column, row: Row) -> bool:  # noqa: ARG002
        """Whether this row must have something in a column."""
        return self.asks_for(column)
