"""A column of a table: all that is known of it stands here, beside the row that has it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from pydantic.fields import FieldInfo

from bidwriter.kinds.cells.cell import Cell
from bidwriter.kinds.frozen import Frozen, Leaf

Tell = Callable[[str, str, str], str]  # the row's title, the words before, the words after


@dataclass(frozen=True)
class Column:
    """One column. It is an annotation of the row's field:

        note: Annotated[OneLine | None, Column("Note", LINE, told="the note of {}")] = None

    `label` stands before its value and in sentences, `heading` over it (none given: the label).
    `told` names the cell of a row ({}) in what changed; `tell` says the whole change where the
    usual sentence will not do. `names` are its headings in tables of others, with semicolons.
    `missing` says what to do about an empty one of a row ({}); it is said where the column is
    `needed` always, or the round asks for it. A `further` column shows where it is used or asked
    for. Columns stand in the order of the row's fields, those `further` after the others, unless
    `at` says otherwise: the lower first. `within` names the column that shows it in a table of
    its own kind. `beneath` says how it reads in a line beneath the row, where it has no column
    (none given: after its label). Where `each` row has its own, a merged cell of another's table
    does not speak for the rows beneath it. `key` is its written name.

    `theme` is what a round must have for the column to mean anything ("principles", "declaration").

    For the window: `hint` shows in an empty box, `usual` words are offered while one types, `verb`
    stands in a cell that lacks something ("Choose"). It takes at least `room` points, and `share`
    parts of what is over.
    """

    label: str
    cell: Cell
    told: str = ""
    heading: str = ""
    names: str = ""
    missing: str = ""
    needed: bool = False
    further: bool = False
    at: int = 0
    within: str = ""
    each: bool = False
    theme: str = ""
    hint: str = ""
    usual: tuple[str, ...] = ()
    verb: str = ""
    room: int = 160
    share: int = 16
    beneath: Callable[[str], str] | None = None
    tell: Tell | None = None
    key: str = ""

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.heading or self.label

    @cached_property
    def field(self) -> str:
        """The row's field."""
        return self.key.replace("-", "_")

    def line_beneath(self, words: str) -> str:
        """How its words read in a line of their own."""
        return self.beneath(words) if self.beneath else f"{self.label}: {words}"

    def named(self, key: str) -> "Column":
        """The same, knowing its written name."""
        return replace(self, key=key)

    def leaf(self, row: Any) -> Leaf:
        """What a row has in it; None for nothing."""
        value = row.held(self)
        return None if value is None or value == () else self.cell.leaf(value)


def in_sight(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns in the order in which they are shown and written."""
    return tuple(sorted(columns, key=lambda column: (column.further, column.at)))


class Celled(Frozen):
    """A value whose fields are cells: each is annotated with the `Column` that describes it."""

    columns: ClassVar[tuple[Column, ...]] = ()

    def held(self, column: Column) -> Any:
        """The value in one of its columns."""
        return getattr(self, column.field)


def column_of(owner: type, name: str, info: FieldInfo) -> Column:
    """The column that describes a field. Raises TypeError for a field without one."""
    column = next((one for one in info.metadata if isinstance(one, Column)), None)
    if column is None:
        raise TypeError(f"{owner.__name__}.{name} has no Column that describes it")
    return column.named(info.alias or name)
