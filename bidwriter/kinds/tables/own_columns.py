"""The columns of a fund's own table, as a pack describes them, and the fixed rows of a grid."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.own import OwnCell, Sort
from bidwriter.kinds.cells.own_sorts import SORTS, of_format, of_options
from bidwriter.kinds.frozen import Frozen, Id, Leaf
from bidwriter.kinds.question import Fault, Limit, Option
from bidwriter.kinds.values import money
from bidwriter.kinds.values.numbers import Number, plain
from bidwriter.kinds.values.short_text import TextFormat
from bidwriter.prose.counting import count_words

ColumnKind = Literal[
    "short-text", "long-text", "number", "money", "date", "month", "yes-no", "choose-one",
    "choose-several", "council",
]  # fmt: skip
TEXTS, FIGURES, CHOICES = (
    ("short-text", "long-text"),
    ("number", "money"),
    ("choose-one", "choose-several"),
)
_TAKEN = ("id", "order")  # what a row has beside its cells


def _free(id_: str) -> str:
    if id_ in _TAKEN:
        raise ValueError("has a meaning of its own; choose another id for the column")
    return id_


# What the window asks for in an empty cell, what it needs at least (points), and its share of what
# is over.
_LOOKS: dict[ColumnKind, tuple[str, int, int]] = {
    "short-text": ("Write", 150, 20),
    "long-text": ("Write", 190, 30),
    "number": ("Enter", 92, 9),
    "money": ("Enter", 104, 10),
    "date": ("Enter", 128, 11),
    "month": ("Enter", 96, 9),
    "yes-no": ("Choose", 84, 7),
    "choose-one": ("Choose", 128, 13),
    "choose-several": ("Choose", 150, 16),
    "council": ("Name", 170, 18),
}


def optional(label: str) -> str:
    """ "Note (optional)"."""
    return f"{label} (optional)"


class OwnColumn(Frozen):
    """One column. `total` adds it up; `limit` is of each cell; `least` and `most` are written
    `min` and `max`."""

    id: Annotated[Id, AfterValidator(_free)]
    label: str
    kind: ColumnKind
    hint: str = ""
    optional: bool = False
    format: TextFormat = "text"
    total: bool = False
    limit: Limit | None = None
    least: Number | None = Field(default=None, alias="min")
    most: Number | None = Field(default=None, alias="max")
    options: tuple[Option, ...] = Field(default=(), max_length=500)

    def column(self) -> Column:
        """What all tables know of a column."""
        verb, room, share = _LOOKS[self.kind]
        return Column(
            self.label,
            OwnCell(self._sort(), self._named, self._broken),
            told=f"“{self._named}” of {{}}",
            missing=f"{verb} “{self._named}” for {{}}",
            needed=not self.optional,
            each=True,
            hint=self.hint,
            verb=verb,
            room=max(room, _room_for(optional(self.label) if self.optional else self.label)),
            share=share,
        ).named(self.id)

    @property
    def _named(self) -> str:
        """Its label in sentences, in which {} stands for the row."""
        return self.label.replace("{}", "{ }")

    def _sort(self) -> Sort:
        if self.kind in CHOICES:
            offered = {option.id: option.label for option in self.options}
            return of_options(offered, several=self.kind == "choose-several")
        if self.kind == "short-text" and self.format != "text":
            return of_format(self.format)
        return SORTS[self.kind]

    # --- its rules -----------------------------------------------------------------------------

    def _broken(self, leaf: Leaf) -> Iterator[tuple[str, str]]:
        """What a cell of its kind breaks: what to do for {}, and why."""
        if self.kind in FIGURES:
            yield from self._out_of_bounds(Decimal(str(leaf)))
        elif self.limit and isinstance(leaf, str):
            yield from self._too_long(leaf, self.limit)

    def _out_of_bounds(self, figure: Decimal) -> Iterator[tuple[str, str]]:
        for bound, is_broken, words in (
            (self.least, self.least is not None and figure < self.least, "at least"),
            (self.most, self.most is not None and figure > self.most, "at most"),
        ):
            if bound is not None and is_broken:
                does = f"Enter {words} {self.shown(bound)} in “{self._named}” of {{}}"
                yield does, f"It is {self.shown(figure)}"

    def _too_long(self, text: str, limit: Limit) -> Iterator[tuple[str, str]]:
        for most, used, unit in (
            (limit.words, count_words(text), "words"),
            (limit.characters, len(text), "characters"),
        ):
            if most is not None and used > most:
                over = used - most
                what = unit if over > 1 else unit[:-1]
                yield (
                    f"Take {over:,} {what} out of “{self._named}” of {{}}",
                    f"{used:,} of {most:,} {unit}",
                )

    def shown(self, figure: Decimal) -> str:
        """A figure of this column, as people read it."""
        if self.kind == "money":
            return money.show(figure)
        return f"{'−' if figure < 0 else ''}{abs(Decimal(plain(figure))):,f}"

    # --- what is wrong with it -----------------------------------------------------------------

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the column as the pack has it, and the remedy."""
        if not self.label.strip():
            yield f"The column “{self.id}” has no label", 'Write label = "…"'
        if self.total and self.kind not in FIGURES:
            yield f"“{self.id}” holds no figures to add up", "Take its total out"
        if self.format != "text" and self.kind != "short-text":
            yield f"“{self.id}” is no line of text, so it has no format", "Take its format out"
        yield from self._wrong_bounds()
        yield from self._wrong_limit()
        yield from self._wrong_options()

    def _wrong_bounds(self) -> Iterator[tuple[str, str]]:
        if (self.least, self.most) == (None, None):
            return
        if self.kind not in FIGURES:
            yield f"“{self.id}” holds no figures, so it has no min or max", "Take min and max out"
        elif self.least is not None and self.most is not None and self.least > self.most:
            yield f"No figure fits “{self.id}”: its min is more than its max", "Correct one"

    def _wrong_limit(self) -> Iterator[tuple[str, str]]:
        if self.limit is None:
            return
        if self.kind not in TEXTS:
            yield f"“{self.id}” is no text, so it has no limit", "Take its limit out"
        if (self.limit.words is None) == (self.limit.characters is None):
            yield f"The limit of “{self.id}” needs one unit", "Write words = … or characters = …"
        if self.limit.also_counts:
            yield (
                f"The limit of “{self.id}” is of each cell, so it counts nothing else",
                "Take also-counts out",
            )

    def _wrong_options(self) -> Iterator[tuple[str, str]]:
        if self.kind not in CHOICES:
            if self.options:
                yield f"“{self.id}” is no choice, so it has no options", "Take its options out"
            return
        if not self.options:
            yield f"There is nothing to choose in “{self.id}”", "Write options = [ … ]"
        labels = [" ".join(option.label.split()).casefold() for option in self.options]
        yield from _twice(f"option of “{self.id}”", "id", [option.id for option in self.options])
        yield from _twice(f"option of “{self.id}”", "label", labels)
        if "" in labels:
            yield f"An option of “{self.id}” has no label", "Write its label"


def _room_for(heading: str) -> int:
    """The points that a heading takes, up to a point."""
    return min(220, 8 * len(heading) + 18)


class FixedRow(Frozen):
    """A row of a grid: it is always there, in the pack's order."""

    id: Id
    label: str


def column_faults(columns: tuple[OwnColumn, ...]) -> Iterator[Fault]:
    """What is wrong with the columns of a table, one by one and together."""
    for words, remedy in (fault for column in columns for fault in column.faults()):
        yield Fault("columns", words, remedy)
    labels = [" ".join(column.label.split()).casefold() for column in columns]
    for words, remedy in (
        *_twice("column", "id", [column.id for column in columns]),
        *_twice("column", "label", [label for label in labels if label]),
    ):
        yield Fault("columns", words, remedy)


def row_faults(rows: tuple[FixedRow, ...]) -> Iterator[Fault]:
    """What is wrong with the fixed rows of a grid."""
    labels = [" ".join(row.label.split()).casefold() for row in rows]
    for words, remedy in (
        *_twice("row", "id", [row.id for row in rows]),
        *_twice("row", "label", [label for label in labels if label]),
    ):
        yield Fault("rows", words, remedy)
    if "" in labels:
        yield Fault("rows", "A row has no label", "Write its label")


def _twice(what: str, name: str, given: list[str]) -> Iterator[tuple[str, str]]:
    for one, many in Counter(given).items():
        if many > 1:
            yield (
                f"The {name} “{one[:60]}” is used by {many} of: {what}",
                f"Give each its own {name}",
            )
