"""A question answered in parts: which there are, and which may be left empty."""

from collections.abc import Iterator
from typing import Any, ClassVar

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Id, NotAllowedError
from bidwriter.kinds.parts.parted import Parted
from bidwriter.kinds.question import Fault, Question


class InParts(Question):
    """`whole` is what its answers are. `never_needed` are the parts that many have nothing in; a
    pack adds to them with `optional_parts`."""

    whole: ClassVar[type[Parted]]
    never_needed: ClassVar[tuple[str, ...]] = ()
    missing: ClassVar[str] = "Fill in “{name}”"
    since: ClassVar[int] = 2

    kind: str
    optional_parts: tuple[Id, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its parts, in order."""
        return self.whole.columns

    def column(self, key: str) -> Column | None:
        """The part with this written name."""
        return next((column for column in self.columns if column.key == key), None)

    def needs(self, column: Column) -> bool:
        """Whether an answer must have something in this part."""
        return column.key not in (*self.never_needed, *self.optional_parts)

    @override
    def parse(self, typed: str, around: Around) -> Any:
        names = ", ".join(f"{self.id}/{column.key}" for column in self.columns)
        raise NotAllowedError(f"“{self.id}” has parts: set each by itself: {names}")

    @override
    def text(self, value: Any) -> str:
        return "\n".join(value.words)

    @override
    def faults(self) -> Iterator[Fault]:
        known = [column.key for column in self.columns]
        for key in self.optional_parts:
            if key not in known:
                remedy = f"Use one of: {', '.join(known)}"
                yield Fault("optional-parts", f"There is no part “{key}”", remedy)
