"""Rows of a table: each has a random id, never used again, and a sort key.

A row moves by a new key alone, so that two councils who each add or move rows do not clash.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import StringConstraints
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Celled, Column, column_of
from bidwriter.kinds.frozen import Leaf

RowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{4,32}$")]
OrderKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{1,200}$")]

# Rows that an answer in a file may have. It is far above what can be added, as joining copies adds
# up what each of them has.
MOST_READ = 20_000

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Row(Celled):
    """What every row has. Each further field is a cell: it is annotated with its `Column`."""

    # How tables of others name and place its columns, beside what each column says of itself.
    # Headings that could be several columns, the likelier first:
    either: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    # columns that a heading of two meanings is taken for only beside one of these others:
    goes_with: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    # the column that sums are taken for where they stand in no other,
    sole_sum: ClassVar[str] = ""
    # what a second column of the same sort is taken for:
    then: ClassVar[Mapping[str, str]] = {}
    # and the order of columns without headings (none given: their own order).
    without_headings: ClassVar[tuple[str, ...]] = ()

    id: RowId
    order: OrderKey = "i"

    @classmethod
    @override
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cells = [(n, i) for n, i in cls.model_fields.items() if n not in Row.model_fields]
        cls.columns = tuple(column_of(cls, name, info) for name, info in cells)

    @classmethod
    def id_for(cls, cells: Mapping[str, Any]) -> str:  # noqa: ARG003
        """The id of a new row with these cells: random, but for rows that there is one of."""
        return new_id()

    @classmethod
    def column(cls, key: str) -> Column | None:
        """The column with this written name."""
        return next((column for column in cls.columns if column.key == key), None)

    # --- what it holds -----------------------------------------------------------------------

    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        """Its own leaf, under "", and that of each cell that holds something, by written name."""
        yield "", self.order
        for column in self.columns:
            leaf = column.leaf(self)
            if leaf is not None:
                yield column.key, leaf

    # --- what rows are called, and what they say ---------------------------------------------

    @property
    def title(self) -> str:
        """What the row is called in lists."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What the row says in words, a cell a line: what is printed, searched and counted."""
        told = (self.held(column) for column in self.columns)
        return "\n".join(cell for cell in told if isinstance(cell, str) and cell)

    @property
    def in_full(self) -> str:
        """What is told of a row that came or went."""
        return self.title

    @property
    def can_show(self) -> bool:
        """Whether it can show a principle, where its table can."""
        return True

    @property
    def is_blank(self) -> bool:
        """Whether it has too little in it to show anything."""
        return not self.words

    def shown(self, key: str, around: Around) -> str:
        """One of its cells as its table shows it, with what is shown within it."""
        column = self.column(key)
        return column.cell.short(column.leaf(self), around) if column else ""


R = TypeVar("R", bound=Row)


def new_id() -> str:
    """A random id of 50 bits, easy to read in a place: no vowels, so no words."""
    return "".join(secrets.choice("0123456789bcdfghjklmnpqrstvwxyz") for _ in range(10))


def in_order(rows: Iterable[R]) -> tuple[R, ...]:
    """`rows` by sort key; equal keys by id."""
    return tuple(sorted(rows, key=lambda row: (row.order, row.id)))


def key_between(low: str, high: str) -> str:
    """A sort key after `low` and before `high`; "" stands for the start and the end.

    If the keys leave no room (equal keys, made by two councils at once), the new key follows
    `low` and ties are settled by id.
    """
    if high and low >= high:
        return low + "i"
    key = ""
    for i in range(max(len(low), len(high)) + 1):
        a = _DIGITS.index(low[i]) if i < len(low) else 0
        b = _DIGITS.index(high[i]) if high and i < len(high) else len(_DIGITS)
        if b - a > 1:
            return key + _DIGITS[(a + b) // 2]
        key += _DIGITS[a]
        if a < b:
            high = ""
    return key + "i"


def keys_after(rows: tuple[Row, ...], many: int) -> tuple[str, ...]:
    """Sort keys for `many` new rows at the end."""
    keys: list[str] = []
    last = max((row.order for row in rows), default="")
    for _ in range(many):
        last = _next_key(last)
        keys.append(last)
    return tuple(keys)


def _next_key(last: str) -> str:
    """A key after `last` that leaves room and grows slowly with many rows."""
    if not last:
        return "100"
    head = last[:3].ljust(3, "0")
    number = int(head, 36) + 8
    return key_between(last, "") if number >= 36**3 else _base36(number)


def _base36(number: int) -> str:
    digits = ""
    for _ in range(3):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
