"""A day, and a stage: a month, several months, a sprint or several."""

from datetime import date
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.values import day, stage


class Day(Cell):
    """A day, kept as 2018-11-15."""

    kind = "date"
    longest = SHORT

    @override
    def leaf(self, value: Any) -> Leaf:
        return str(value.isoformat())

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return day.parse(typed).isoformat()

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else day.show(date.fromisoformat(str(leaf)))


class Stage(Cell):
    """When something falls."""

    kind = "stage"
    longest = SHORT

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return stage.parse(typed)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else stage.show(str(leaf))


DAY, STAGE = Day(), Stage()
