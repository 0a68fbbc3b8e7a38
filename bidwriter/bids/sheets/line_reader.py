"""The cells of one line taken in from elsewhere, read as people type them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.doubts import LEAVE_OUT, STATED, TO_NOTE, Doubt, Reading, Settled, Way
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE, SHORT
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines, payer_named
from bidwriter.kinds.values import money, money_reading
from bidwriter.kinds.values.numbers import parse_quantity

_NOTHING = {"", "-", "–", "—", "n/a", "na", "none"}
_PER = re.compile(
    r"(.*?\d.*?)\s*(?:/|per|a|each|p/)\s*(day|hour|week|month|person|event)?s?\.?", re.I
)
# Read together: what a line comes to is quantity × unit cost, or a stated total.
_AMOUNTS = ("quantity", "unit", "unit-cost", "total", "quantity-words")
_COLUMNS = {column.key: column for column in CostLine.columns}


class LineReader:
    """Reads one line's cells, and gathers what is doubtful."""

    def __init__(self, bid: Bid, question: CostLines | None, number: int, settled: Settled) -> None:
        self._around, self._number = Around(bid, question), number
        self._settled = settled
        self.doubts: list[Doubt] = []
        self.left_out = settled.get((number, "")) == LEAVE_OUT
        self._notes: list[str] = []

    def read(self, named: dict[str, str], unit: str = "") -> dict[str, Any]:
        """Cells for `add_rows`. `unit` is what the heading says quantities are counted in."""
        named = self._as_settled(named)
        self._notes = [named["note"]] if "note" in named else []
        row: dict[str, Any] = self._amounts(named, unit)
        for key, column in _COLUMNS.items():
            if key not in (*_AMOUNTS, "note"):
                row[column.field] = self._cell(column, named)
        row["note"] = "; ".join(self._notes)[: LINE.longest] or None
        return {field: cell for field, cell in row.items() if cell not in (None, ())}

    def _cell(self, column: Column, named: dict[str, str]) -> Leaf:
        if column.cell is LINE:
            return named.get(column.key, "")[: LINE.longest] or None
        around = self._around

        def read(words: str) -> Leaf:
            return column.cell.read(words, around)

        return self._try(column.key, named, read) or column.cell.nothing

    # --- doubts ------------------------------------------------------------------------------

    def _as_settled(self, named: dict[str, str]) -> dict[str, str]:
        """The cells with what was typed in the place of doubtful ones."""
        made = dict(named)
        for (number, column), way in self._settled.items():
            if number == self._number and column and way.kind == "typed":
                made[column] = way.typed
            if number == self._number and way == LEAVE_OUT:
                self.left_out = True
        return {key: cell for key, cell in made.items() if cell}

    def _try(self, column: str, named: dict[str, str], read: Any) -> Any:
        words = named.get(column, "")
        if words.strip().casefold() in _NOTHING:
            return None
        try:
            return read(_within(words, _COLUMNS[column].cell.longest))
        except NotAllowedError as error:
            why = _COLUMNS[column].cell.doubtful or str(error)
            self._doubt(column, words, why, self._ways(column, words))
            self._keep(column, words)
            return None

    def _doubt(self, column: str, words: str, why: str, ways: Iterable[Reading]) -> None:
        way = self._settled.get((self._number, column))
        if way is None or way.kind == "typed":
            self.doubts.append(Doubt(self._number, column, words, why, tuple(ways)))

    def _ways(self, column: str, words: str) -> tuple[Reading, ...]:
        offered = tuple(Reading(shown, Way("typed", typed)) for shown, typed in
                        _COLUMNS[column].cell.readings(words, self._around))  # fmt: skip
        return (
            Reading("Leave it in the note", TO_NOTE),
            *offered,
            Reading("Leave the line out", LEAVE_OUT),
        )

    def _keep(self, column: str, words: str) -> None:
        self._notes.append(f"{_COLUMNS[column].title}: {' '.join(words.split())}")

    # --- quantity × unit cost, or a stated total ---------------------------------------------

    def _amounts(self, named: dict[str, str], unit: str) -> dict[str, Any]:
        quantity, own_unit = self._try("quantity", named, _quantity) or (None, "")
        cost, per = self._try("unit-cost", named, _rate) or (None, "")
        worked_out = quantity is not None and cost is not None
        total = self._try("total", named, _any_sum if worked_out else money.parse)
        typed = named.get("quantity", "")
        words = named.get("quantity-words", "") or (typed if quantity is None and own_unit else "")
        unit = named.get("unit", "") or ("" if words else own_unit) or unit or per
        if quantity is not None and cost is not None:
            if self._is_stated(money.pence(quantity * cost), total):
                return {"total": total, "quantity_words": _counted(typed, unit)}
            told = named.get("quantity-words") or None
            counted = {"quantity": quantity, "unit": unit or None, "quantity_words": told}
            return {**counted, "unit_cost": cost}
        if total is None:
            if quantity is not None:
                told = named.get("quantity-words") or None
                return {"quantity": quantity, "unit": unit or None, "quantity_words": told}
            return {"unit_cost": cost, "quantity_words": words or None, "unit": unit or None}
        if quantity is not None:
            words = _counted(typed, unit)
            unit = ""
        if cost is not None:
            self._keep("unit-cost", named["unit-cost"])
        return {"total": total, "quantity_words": words or None, "unit": unit or None}

    def _is_stated(self, amount: Decimal, total: Decimal | None) -> bool:
        """Whether a stated total counts that differs from quantity × unit cost."""
        if total is None or total == amount:
            return False
        if self._settled.get((self._number, "total")) == STATED:
            return True
        why = f"Its quantity and unit cost come to {money.show(amount)}"
        ways = (
            Reading(f"{money.show(amount)}, worked out", Way("typed", f"{amount:.2f}")),
            Reading(f"{money.show(total)}, as stated", STATED),
            Reading("Leave the line out", LEAVE_OUT),
        )
        self._doubt("total", money.show(total), why, ways)
        return False


class Figures(NamedTuple):
    """The numbers of a line, as far as they can be read, and who pays."""

    quantity: Decimal | None
    rate: Decimal | None
    total: Decimal | None
    payer: str

    @property
    def works(self) -> Decimal | None:
        """Quantity × unit cost, not rounded."""
        if self.quantity is None or self.rate is None:
            return None
        return self.quantity * self.rate


def figures_in(named: dict[str, str]) -> Figures:
    """The numbers in a line's cells, asking nothing."""

    def read(column: str, reader: Any) -> Any:
        try:
            return reader(_within(named.get(column, ""), SHORT))
        except NotAllowedError:
            return None

    quantity = (read("quantity", _quantity) or (None,))[0]
    rate = (read("unit-cost", _rate) or (None,))[0]
    payer = read("payer", payer_named)
    return Figures(quantity, rate, read("total", _any_sum), payer or "")


def _within(words: str, longest: int) -> str:
    if len(words) > longest:
        raise NotAllowedError("These words are too long for this column")
    return words


def _counted(typed: str, unit: str) -> str:
    """A quantity in words, as it was typed, with its unit if that stood elsewhere."""
    words = " ".join(typed.split())
    return f"{words} {unit}" if unit and not words.endswith(unit) else words


def _quantity(typed: str) -> tuple[Decimal | None, str]:
    """(45, "days"); words without a number → (None, the words)."""
    quantity, unit = parse_quantity(typed)
    joined = re.fullmatch(r"([\d.,]+)([a-zA-Z]+)", typed.strip())
    if quantity is None and joined:
        quantity, unit = parse_quantity(f"{joined[1]} {joined[2]}")
    if quantity is None:
        return None, typed
    exponent = quantity.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -4 or quantity >= Decimal(10) ** 9:
        raise NotAllowedError("Write the quantity with at most four decimal places, like 12.5")
    return quantity, unit


def _rate(typed: str) -> tuple[Decimal, str]:
    """(720, "days") for "£720 per day"."""
    found = _PER.fullmatch(typed.strip())
    if found:
        return money.parse(found[1]), f"{found[2]}s" if found[2] else ""
    return money.parse(typed), ""


def _any_sum(typed: str) -> Decimal:
    """A sum to compare with quantity × unit cost, which may be more than one cell can hold."""
    try:
        return money_reading.read(typed)
    except money_reading.UnreadError as error:
        raise NotAllowedError(str(error)) from None
