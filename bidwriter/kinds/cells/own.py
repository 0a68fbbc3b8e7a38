"""A cell of a column that a pack describes: a usual cell, the rules of its column, and patience
with what it may find. A later pack can make a number of what was a line of words, so
that a cell shows whatever it holds, and asks again for what is no value of its sort."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from typing_extensions import override

from bidwriter.kinds.around import Around, NoBid
from bidwriter.kinds.cells.cell import Cell, Misfit
from bidwriter.kinds.cells.choices import OneOf
from bidwriter.kinds.frozen import Leaf

Rule = Callable[[Leaf], Iterator[tuple[str, str]]]  # what to do with “it” of {} (the row), and why

_ALONE = Around(NoBid())


class Sort(NamedTuple):
    """What an own cell is made of: the cell that reads and shows its values, whether a leaf is one
    of them, and what to do about one that is not ("Enter a sum")."""

    cell: Cell
    fits: Callable[[Leaf], bool]
    again: str


def no_rule(leaf: Leaf) -> Iterator[tuple[str, str]]:  # noqa: ARG001
    """Of columns that take any value of their sort."""
    yield from ()


def loose_words(leaf: Leaf) -> str:
    """Any leaf in words."""
    if leaf is None:
        return ""
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return "; ".join(leaf) if isinstance(leaf, tuple) else str(leaf)


class OwnCell(Cell):
    """The cell of one column, which is called `label`."""

    def __init__(self, sort: Sort, label: str, rule: Rule = no_rule) -> None:
        self._inner, self.fits, self._again = sort
        self._label, self._rule = label, rule
        self.kind = self._inner.kind
        self.nothing = self._inner.nothing
        self.is_right = self._inner.is_right
        self.is_words = self._inner.is_words
        self.is_chosen = self._inner.is_chosen
        self.doubtful = self._inner.doubtful
        self.longest = self._inner.longest

    @property
    def offered(self) -> dict[str, str]:
        """What can be chosen in it: id → label; nothing where it is typed."""
        return dict(self._inner.offered(_ALONE)) if isinstance(self._inner, OneOf) else {}

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return self._inner.read(typed, around)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return self._inner.words(leaf, around) if self.fits(leaf) else loose_words(leaf)

    @override
    def short(self, leaf: Leaf, around: Around) -> str:
        return self._inner.short(leaf, around) if self.fits(leaf) else loose_words(leaf)

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return self._inner.typed(leaf, around) if self.fits(leaf) else loose_words(leaf)

    @override
    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        return self._inner.written(leaf, around) if self.fits(leaf) else loose_words(leaf)

    @override
    def allowed(self, around: Around) -> tuple[str, ...]:
        return self._inner.allowed(around)

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        return self._inner.readings(words, around)

    @override
    def changed(self, what: str, before: Leaf, after: Leaf, around: Around) -> str:
        if all(leaf is None or self.fits(leaf) for leaf in (before, after)):
            return self._inner.changed(what, before, after, around)
        return super().changed(what, before, after, around)

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        if not self.fits(leaf):
            shown = loose_words(leaf)
            why = f"It says “{shown if len(shown) <= 60 else shown[:57].rstrip() + '…'}”"
            yield Misfit(f"{self._again} for “{self._label}” of {{}}", why)
            return
        yield from self._inner.misfits(leaf, around)
        for words, why in self._rule(leaf):
            yield Misfit(words, why)

    def as_words(self, leaf: Leaf) -> str:
        """The same words wherever it stands: nothing that a column of a pack can be looks round."""
        return self.words(leaf, _ALONE)

    def amount(self, leaf: Leaf) -> Decimal | None:
        """The figure that it holds; None for none."""
        return Decimal(str(leaf)) if self.is_right and self.fits(leaf) else None
