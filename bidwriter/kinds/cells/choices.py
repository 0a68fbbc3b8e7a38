"""Cells that are chosen from a list: yes or no, one of several, any number of several."""

from collections.abc import Callable, Mapping
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.values import yes_no
from bidwriter.kinds.values.lists import split_list

Offered = Mapping[str, str] | Callable[[Around], Mapping[str, str]]  # id → label


class YesNo(Cell):
    """Yes or no, in words of its own where they say more."""

    kind = "yes-no"

    def __init__(self, yes: str = "yes", no: str = "no") -> None:
        self._yes, self._no = yes, no

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return yes_no.parse(typed)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else self._yes if leaf else self._no

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else "yes" if leaf else "no"

    @override
    def allowed(self, around: Around) -> tuple[str, ...]:
        return ("yes", "no")


class OneOf(Cell):
    """One of a list; the id is kept, the label shown."""

    kind = "choose-one"
    is_chosen = True
    longest = SHORT

    def __init__(self, offered: Offered, doubtful: str = "") -> None:
        self._offered = offered
        self.doubtful = doubtful

    def offered(self, around: Around) -> Mapping[str, str]:
        """What can be chosen: id → label."""
        return self._offered(around) if callable(self._offered) else self._offered

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return self.chosen(typed, around)

    def chosen(self, typed: str, around: Around) -> str:
        """The id that typed words name. Raises NotAllowedError."""
        wanted, offered = typed.strip().casefold(), self.offered(around)
        for id_, label in offered.items():
            if wanted in (id_, label.casefold()):
                return id_
        raise NotAllowedError(f"“{typed.strip()}” is not one of: {', '.join(offered)}")

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else self.offered(around).get(str(leaf), str(leaf))

    @override
    def allowed(self, around: Around) -> tuple[str, ...]:
        return tuple(self.offered(around))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        return tuple((label, id_) for id_, label in self.offered(around).items())


class SeveralOf(OneOf):
    """Any number of a list; `everything` are words that mean all of it."""

    kind = "choose-several"
    nothing: Leaf = ()

    def __init__(self, offered: Offered, everything: tuple[str, ...] = ()) -> None:
        super().__init__(offered)
        self._everything = everything

    @override
    def leaf(self, value: Any) -> Leaf:
        return tuple(str(part) for part in value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        if typed.strip().casefold() in self._everything:
            return tuple(self.offered(around))
        is_json = typed.lstrip().startswith("[")
        parts = split_list(typed if is_json else typed.replace(",", ";"))
        return tuple(self.chosen(part, around) for part in parts)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        chosen, offered = leaf if isinstance(leaf, tuple) else (), self.offered(around)
        return " and ".join(offered.get(one, one).lower() for one in chosen)

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return "; ".join(leaf) if isinstance(leaf, tuple) else ""


YES_NO = YesNo()
