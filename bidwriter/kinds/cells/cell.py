"""A cell: how typed words become what is kept, and how that is shown, told, written and checked."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf


class Misfit(NamedTuple):
    """What is wrong with a cell that holds something: what to do for {} (the row), and why."""

    words: str
    detail: str


class Cell:
    """What every sort of cell has. `kind` is what lists of places call it;
    `nothing` is kept where it is empty; `doubtful` says why words from elsewhere do not fit, where
    that is better said than by what reading them raised."""

    kind = "short-text"
    nothing: Leaf = None
    is_right = False  # stands at the right of its column, as figures do
    is_chosen = False  # from a list, not typed
    is_words = False  # takes any words as they are
    doubtful = ""
    longest = 15_000  # characters of a cell taken in from elsewhere

    @property
    def is_money(self) -> bool:
        """Whether it holds pounds."""
        return self.kind == "money"

    def leaf(self, value: Any) -> Leaf:
        """What a row holds, as a leaf."""
        return value  # type: ignore[no-any-return]

    def read(self, typed: str, around: Around) -> Leaf:  # noqa: ARG002
        """What typed words mean. Raises NotAllowedError with words for a person."""
        return typed

    def words(self, leaf: Leaf, around: Around) -> str:  # noqa: ARG002
        """The cell as people read it; "" for an empty one."""
        return "" if leaf is None else str(leaf)

    def short(self, leaf: Leaf, around: Around) -> str:
        """The same where room is scarce, as in a table."""
        return self.words(leaf, around)

    def typed(self, leaf: Leaf, around: Around) -> str:
        """What an officer would type for it: `read` makes the same of it again."""
        return self.words(leaf, around)

    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        """What a sheet for other programs holds: figures as numbers, all else as words."""
        return self.typed(leaf, around)

    def allowed(self, around: Around) -> tuple[str, ...]:  # noqa: ARG002
        """What can be typed, where that can be listed."""
        return ()

    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:  # noqa: ARG002
        """What doubtful words could mean: as it is shown, and as one would type it."""
        return ()

    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:  # noqa: ARG002
        """What is wrong with what the cell holds."""
        yield from ()

    def changed(self, what: str, before: Leaf, after: Leaf, around: Around) -> str:
        """ "changed the note of User researcher from “tbc” to “agreed”"; `what` names the cell."""
        was, is_ = self.words(before, around), self.words(after, around)
        if not was:
            return f"set {what} to “{is_}”"
        if not is_:
            return f"cleared {what}, which was “{was}”"
        return f"changed {what} from “{was}” to “{is_}”"


class Line(Cell):
    """A line of any words."""

    is_words = True


SHORT = 200  # more than a figure or a choice ever has: reading more is only slow
LINE = Line()
