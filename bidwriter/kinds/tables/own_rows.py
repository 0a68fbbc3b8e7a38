"""The rows of a fund's own table. A row keeps its cells as leaves by their written names, those too
that its table does not know: of a column that the pack has no more, or of a table that the round
asks no more. Reading one therefore never fails for what a pack says, and nothing is lost."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    create_model,
    model_validator,
)
from typing_extensions import override

from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.own import OwnCell, loose_words
from bidwriter.kinds.frozen import MOST_IN_A_LINE, Leaf
from bidwriter.kinds.tables.own_columns import FixedRow, OwnColumn
from bidwriter.kinds.tables.rows import Row
from bidwriter.prose.blocks import whole_characters
from bidwriter.prose.characters import seen

MOST_COLUMNS, MOST_ROWS = 40, 500
_MOST_CELLS = 200  # of one row; more than its table has columns, as packs change
_LONGEST_TITLE = 60

OwnRowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
OwnOrder = Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{0,200}$")]
Words = Annotated[
    str,
    BeforeValidator(lambda v: whole_characters(v) if isinstance(v, str) else v),
    AfterValidator(seen),
    Field(max_length=MOST_IN_A_LINE),
]
Held = Words | StrictBool | StrictInt | Annotated[tuple[Words, ...], Field(max_length=500)] | None


class OwnRow(Row):
    """A row of any such table. `order` is "" for a row that stands where the pack puts it: it has
    no leaf of its own, and is there because the pack says so.

    A type of rows that knows its columns is made by `row_type`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Held]

    called: ClassVar[str] = "row"
    labels: ClassVar[Mapping[str, str]] = {}  # of fixed rows

    id: OwnRowId
    order: OwnOrder = ""

    @model_validator(mode="after")
    def _cells_in_order(self) -> Self:
        cells = self.cells
        if len(cells) > _MOST_CELLS:
            raise ValueError(f"has more than {_MOST_CELLS} cells")
        for key in cells:
            if not _is_id(key):
                raise ValueError(f"“{key[:60]}” is no name of a column")
        kept = {key: leaf for key, leaf in self.in_order(cells) if leaf not in (None, (), "")}
        cells.clear()
        cells.update(kept)
        return self

    @classmethod
    def in_order(cls, cells: Mapping[str, Leaf]) -> Iterator[tuple[str, Leaf]]:
        """Cells by their columns, then those that have none."""
        known = [column.key for column in cls.columns if column.key in cells]
        for key in (*known, *sorted(cells.keys() - set(known))):
            yield key, cells[key]

    @classmethod
    def of(cls, row: "OwnRow") -> "OwnRow":
        """A row that another pack, or none, made sense of, as this type's. It has been validated as
        what every such row is."""
        cells: dict[str, Any] = dict(cls.in_order(row.cells))
        return cls.model_construct(None, id=row.id, order=row.order, **cells)

    @property
    def cells(self) -> dict[str, Leaf]:
        """Every cell that holds something, by its written name."""
        found: dict[str, Leaf] = self.__pydantic_extra__
        return found

    @override
    def held(self, column: Column) -> Any:
        return self.cells.get(column.key)

    @override
    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        if self.order:
            yield "", self.order
        yield from self.cells.items()

    @override
    def __eq__(self, other: object) -> bool:
        """Rows are what they hold, whatever their table knows of it."""
        if not isinstance(other, OwnRow):
            return NotImplemented
        return (self.id, self.order, self.cells) == (other.id, other.order, other.cells)

    @override
    def __hash__(self) -> int:
        return hash((self.id, self.order))

    # --- what it is called, and what it says ---------------------------------------------------

    @property
    def label(self) -> str:
        """The pack's label of a fixed row; "" for any other."""
        return self.labels.get(self.id, "")

    @property
    @override
    def title(self) -> str:
        if self.label:
            return self.label
        words = next((words for words in self._told() if words), "")
        line = " ".join(words.split())
        short = line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"
        return short or f"{self.called[:1].upper()}{self.called[1:]} with nothing in it yet"

    @property
    @override
    def words(self) -> str:
        told = self.own_words
        return f"{self.label}\n{told}" if self.label and told else told

    @property
    def own_words(self) -> str:
        """The same without the label that the pack gives it."""
        return "\n".join(words for words in self._told() if words)

    @property
    @override
    def in_full(self) -> str:
        return f"“{self.title}”" if self.cells else self.title

    @property
    @override
    def is_blank(self) -> bool:
        return not self.cells

    def _told(self) -> Iterator[str]:
        """The words of each cell, column by column; then of those that have no column."""
        keys = {column.key for column in self.columns}
        for column in self.columns:
            assert isinstance(column.cell, OwnCell)
            yield column.cell.as_words(self.held(column))
        yield from (loose_words(leaf) for key, leaf in self.cells.items() if key not in keys)


@lru_cache(maxsize=1024)
def _is_id(key: str) -> bool:
    parts = key.split("-")
    return len(key) <= 60 and key[:1].isalpha() and all(_is_part(part) for part in parts)


def _is_part(part: str) -> bool:
    return bool(part) and part.isascii() and part.isalnum() and part == part.lower()


@lru_cache(maxsize=256)
def row_type(
    columns: tuple[OwnColumn, ...], fixed: tuple[FixedRow, ...], called: str
) -> type[OwnRow]:
    """The type of rows that knows these columns and fixed rows; `called` is what one is."""
    made = create_model("OwnRow", __base__=OwnRow)
    made.columns = tuple(column.column() for column in columns)
    made.labels = {row.id: row.label for row in fixed}
    made.called = called
    return made
