"""A spreadsheet as small as our workbooks need: it works out their formulas anew, cell by cell, so
that what stands beside a formula is compared with what the formula comes to.

Decimals of 40 digits; ranges are lists, and an operator on a list works on each of its values.
"""

import io
import re
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from functools import cache
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook.workbook import Workbook

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"[^\"]*\")|(?P<number>\d+(?:\.\d+)?)|(?P<call>[A-Z]+)\("
    r"|(?P<at>(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<sign><=|>=|<>|[-+*/=<>(),]))"
)


class Sheets:
    """A workbook's cells, worked out when they are asked for. `given` are cells to have another
    value: ("Inputs", "B3") → "low"."""

    def __init__(self, data: bytes, given: dict[tuple[str, str], Any] | None = None) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))
        self.kept: Workbook = load_workbook(io.BytesIO(data), data_only=True)
        self.given = given or {}
        self.value = cache(self._value)

    def _value(self, sheet: str, at: str) -> Any:
        value = self.given.get((sheet, at), self.book[sheet][at].value)
        if isinstance(value, str) and value.startswith("=") and self.is_formula(sheet, at):
            return _Reading(self, sheet, value[1:]).whole()
        return Decimal(str(value)) if isinstance(value, int | float) else value

    def is_formula(self, sheet: str, at: str) -> bool:
        return str(self.book[sheet][at].data_type) == "f"

    def formulas(self) -> list[tuple[str, str]]:
        """Where formulas stand."""
        cells = ((s.title, cell) for s in self.book for row in s.iter_rows() for cell in row)
        return [(title, cell.coordinate) for title, cell in cells if cell.data_type == "f"]

    def area(self, sheet: str, at: str) -> Any:
        """The value of a cell, or of every cell in a range."""
        name, _, address = at.rpartition("!")
        where, clean = name.strip("'") or sheet, address.replace("$", "")
        if ":" not in clean:
            return self.value(where, clean)
        left, top, right, foot = range_boundaries(clean)
        cells = self.book[where].iter_rows(top, foot, left, right)
        return [self.value(where, cell.coordinate) for row in cells for cell in row]


class _Reading:
    """One formula, read from its left."""

    def __init__(self, sheets: Sheets, sheet: str, words: str) -> None:
        self.sheets, self.sheet = sheets, sheet
        self.tokens = [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _TOKEN.finditer(words)]
        assert "".join(m[0] for m in _TOKEN.finditer(words)) == words, words

    def whole(self) -> Any:
        with localcontext(Context(prec=40)):
            value = self.comparison()
        assert not self.tokens
        return value

    def take(self, *signs: str) -> str:
        if self.tokens and self.tokens[0][0] == "sign" and self.tokens[0][1] in signs:
            return self.tokens.pop(0)[1]
        return ""

    def comparison(self) -> Any:
        value = self.added()
        while sign := self.take("<=", ">=", "<>", "=", "<", ">"):
            value = _each(_COMPARED[sign], value, self.added())
        return value

    def added(self) -> Any:
        value = self.multiplied()
        while sign := self.take("+", "-"):
            value = _each(_RECKONED[sign], value, self.multiplied())
        return value

    def multiplied(self) -> Any:
        value = self.one()
        while sign := self.take("*", "/"):
            value = _each(_RECKONED[sign], value, self.one())
        return value

    def one(self) -> Any:
        if self.take("-"):
            return _each(_RECKONED["-"], Decimal(0), self.one())
        if self.take("("):
            value = self.comparison()
            assert self.take(")")
            return value
        sort, words = self.tokens.pop(0)
        if sort == "call":
            return self.call(words)
        if sort == "at":
            return self.sheets.area(self.sheet, words)
        return words[1:-1] if sort == "text" else Decimal(words)

    def call(self, name: str) -> Any:
        given = [self.comparison()]
        while self.take(","):
            given.append(self.comparison())
        assert self.take(")")
        return _CALLED[name](*given)


def _number(value: Any) -> Decimal:
    return Decimal(0) if value is None or value == "" else Decimal(value)


def _each(work: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    if isinstance(left, list) or isinstance(right, list):
        many = len(left if isinstance(left, list) else right)
        lefts = left if isinstance(left, list) else [left] * many
        rights = right if isinstance(right, list) else [right] * many
        return [work(a, b) for a, b in zip(lefts, rights, strict=True)]
    return work(left, right)


def _same(left: Any, right: Any) -> bool:
    if "" in (left, right):  # an empty cell is equal to "" and to nought
        return (left in (None, "")) and (right in (None, ""))
    if isinstance(left, str) or isinstance(right, str):
        return bool(left == right)
    return _number(left) == _number(right)


def _flat(*given: Any) -> list[Any]:
    return [one for part in given for one in (part if isinstance(part, list) else [part])]


def _numbers(*given: Any) -> list[Decimal]:
    return [Decimal(one) for one in _flat(*given) if one is not None and not isinstance(one, str)]


def _products(first: Any, *others: Any) -> Decimal:
    total = [_number(one) for one in _flat(first)]
    for other in others:
        total = [a * _number(b) for a, b in zip(total, _flat(other), strict=True)]
    return sum(total, Decimal(0))


_COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "=": _same, "<>": lambda a, b: not _same(a, b),
    "<": lambda a, b: _number(a) < _number(b), ">": lambda a, b: _number(a) > _number(b),
    "<=": lambda a, b: _number(a) <= _number(b), ">=": lambda a, b: _number(a) >= _number(b),
}  # fmt: skip
_RECKONED: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: _number(a) + _number(b), "-": lambda a, b: _number(a) - _number(b),
    "*": lambda a, b: _number(a) * _number(b),
    # What a branch that is not taken would divide by is not worked out in a spreadsheet.
    "/": lambda a, b: _number(a) / _number(b) if _number(b) else None,
}  # fmt: skip
_CALLED: dict[str, Callable[..., Any]] = {
    "IF": lambda test, then, other: then if test else other,
    "AND": lambda *given: all(given), "OR": lambda *given: any(given),
    "MIN": lambda *given: min(_numbers(*given), default=Decimal(0)),
    "MAX": lambda *given: max(_numbers(*given), default=Decimal(0)),
    "N": lambda value: _number(value) if not isinstance(value, str) else Decimal(0),
    "ABS": lambda value: [abs(_number(one)) for one in _flat(value)]
    if isinstance(value, list) else abs(_number(value)),
    "SUM": lambda *given: sum(_numbers(*given), Decimal(0)),
    "COUNT": lambda *given: Decimal(len(_numbers(*given))),
    "SUMPRODUCT": _products,
    "MOD": lambda a, b: _number(a) - _number(b) * (_number(a) / _number(b)).to_integral_value(
        "ROUND_FLOOR") if _number(b) else None,
}  # fmt: skip
