"""A question answered in rows: what the four tables share, and a pack's own table later."""

from typing import Any, ClassVar

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.rows import Row, in_order


class Table(Question):
    """A question answered in rows.

    `row` is what its rows are. `row_noun` is what one is called ("line"). Where its rows can show
    a principle, `shows_as` is what they are called together in the map ("cost lines").
    """

    row: ClassVar[type[Row]]
    row_noun: ClassVar[str] = "row"
    shows_as: ClassVar[str] = ""
    icon: ClassVar[str] = "table"
    is_short: ClassVar[bool] = False

    kind: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in order."""
        return self.row.columns

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
