"""A cell that names one of the round's principles by its number."""

import re
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell
from bidwriter.kinds.frozen import Leaf, NotAllowedError


class Principle(Cell):
    """A principle of the round."""

    kind = "principle"
    is_chosen = True
    doubtful = "It is no principle of this round"
    longest = SHORT

    @override
    def leaf(self, value: Any) -> Leaf:
        return int(value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        names, words = around.bid.principle_names, typed.strip()
        number = re.match(r"(?:principle )?(\d{1,2})\b", words, re.IGNORECASE)
        for known, name in names.items():
            if number and int(number[1]) == known:
                return known
            if words.casefold() == name.casefold():
                return known
        numbers = ", ".join(map(str, names))
        raise NotAllowedError(f"Write the number of a principle: {numbers}")

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        if leaf is None:
            return ""
        number = int(str(leaf))
        return f"{number} {around.bid.principle_names.get(number, f'principle {number}')}"

    @override
    def short(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else around.bid.principle_names.get(int(str(leaf)), "")

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        if leaf is None:
            return ""
        name = around.bid.principle_names.get(int(str(leaf)))
        return f"{leaf} {name}" if name else str(leaf)

    @override
    def allowed(self, around: Around) -> tuple[str, ...]:
        return tuple(map(str, around.bid.principle_names))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        names = around.bid.principle_names
        return tuple((f"{number} {name}", str(number)) for number, name in names.items())


PRINCIPLE = Principle()
