"""Financial years: one year, or values typed year by year."""

import re
from decimal import Decimal
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import Cell
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.values import money
from bidwriter.kinds.values.financial_years import parse_year, year_label
from bidwriter.kinds.values.lists import split_list
from bidwriter.kinds.values.numbers import parse_number, plain


class Year(Cell):
    """A financial year, kept as the year it begins in."""

    kind = "financial year"

    @override
    def leaf(self, value: Any) -> Leaf:
        return int(value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return parse_year(typed)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else year_label(int(str(leaf)))


class TypedYears(Cell):
    """Values year by year, kept as "2019=200000.00"; the row says whether they are pounds."""

    kind = "values by year"
    nothing: Leaf = ()

    def __init__(self, counted: Cell) -> None:
        self._counted = counted  # how a value that is no money reads

    @override
    def leaf(self, value: Any) -> Leaf:
        return tuple(str(part) for part in value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return parse_years(typed, in_money=_in_money(around))

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        parts = (one.split("=") for one in leaf) if isinstance(leaf, tuple) else ()
        return "; ".join(
            f"{year_label(int(year))} {self._shown(value, around)}" for year, value in parts
        )

    def _shown(self, value: str, around: Around) -> str:
        if _in_money(around):
            return money.show(Decimal(value))
        return self._counted.words(value, around)


def _in_money(around: Around) -> bool:
    return bool(getattr(around.row, "in_money", True))


def parse_years(typed: str, *, in_money: bool) -> tuple[str, ...]:
    """ "19/20 £200,000; 20/21 0" → ("2019=200000.00", "2020=0.00"). Raises NotAllowedError."""
    made: dict[int, str] = {}
    for part in split_list(typed):
        read = re.fullmatch(r"\s*([\d/–-]+?)\s*(?:=|:|\s)\s*(.+?)\s*", part)
        if read is None:
            raise NotAllowedError("Write each year with its value, like 19/20 = £200,000")
        year = parse_year(read[1])
        if year in made:
            raise NotAllowedError(f"The year {year_label(year)} is there twice")
        made[year] = year_value(read[2], in_money=in_money)
    return tuple(f"{year}={value}" for year, value in sorted(made.items()))


def year_value(typed: str, *, in_money: bool) -> str:
    """What was typed for one year, as it is kept. Raises NotAllowedError."""
    return f"{money.parse(typed):.2f}" if in_money else plain(parse_number(typed))


YEAR = Year()
