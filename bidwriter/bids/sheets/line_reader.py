"""The cells of one cost line taken in from elsewhere: quantity × unit cost, or a stated total."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from typing_extensions import override

from bidwriter.bids.sheets.row_reader import RowReader, within
from bidwriter.doubts import LEAVE_OUT, TO_NOTE, Reading, Way
from bidwriter.kinds.cells.cell import SHORT
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import payer_named
from bidwriter.kinds.values import money, money_reading
from bidwriter.kinds.values.numbers import parse_quantity, plain

STATED = Way("stated")
_DASHES = ("-", "–", "—")
_PER = re.compile(
    r"(.*?\d.*?)\s*(?:/|per|a|each|p/)\s*(day|hour|week|month|year|person|event)?s?\.?", re.I
)
# Read together: what a line comes to is quantity × unit cost, or a stated total.
_AMOUNTS = ("quantity", "unit", "unit-cost", "total", "quantity-words")
_UNITS = ("hours", "days", "weeks", "months", "years")
_UNIT_WORDS = (
    ("hours", r"hours?|hrs?|hourly|h"), ("days", r"days?|daily|person days?"),
    ("weeks", r"weeks?|wks?|weekly"), ("months", r"months?|monthly"),
    ("years", r"years?|annual(?:ly)?|yearly|annum|salary"), ("FTE", r"fte|ftes|wte"),
    ("sprints", r"sprints?"),
)  # fmt: skip
# How many of one make one of the other, as councils count.
_IN_ONE = {
    ("hours", "days"): ("7.5", "7.4"),
    ("hours", "weeks"): ("37.5", "37"),
    ("days", "weeks"): ("5",),
}


def unit_in(heading: str) -> str:
    """What a heading says that a quantity or a rate is counted in: "No. of days", "Daily rate"."""
    words = heading.casefold()
    return next((u for u, said in _UNIT_WORDS if re.search(rf"\b(?:{said})\b", words)), "")


class LineReader(RowReader):
    """Reads one line's cells, and gathers what is doubtful."""

    def read_line(self, named: dict[str, str], unit: str = "", per: str = "") -> dict[str, Any]:
        """Cells for `add_rows`. `unit` and `per` are what the headings say that quantities and
        rates are counted in; `named["share"]` is what stands across the row for this line."""
        named = self.as_settled(named)
        row: dict[str, Any] = self._amounts(named, unit, per)
        for key, column in self.wanted.columns.items():
            if key not in (*_AMOUNTS, "note"):
                row[column.field] = self.cell(column, named)
        return self.with_note(row)

    @override
    def as_settled(self, named: dict[str, str]) -> dict[str, str]:
        return {**super().as_settled(named), **_apart(named)}

    # --- quantity × unit cost, or a stated total ---------------------------------------------

    def _amounts(self, named: dict[str, str], unit: str, per: str) -> dict[str, Any]:
        cost, own_per = self.attempt("unit-cost", named, _rate) or (None, "")
        total = self._total(named)
        quantity, own_unit = self._quantity(named, cost, total)
        typed, said = named.get("quantity", ""), named.get("quantity-words", "")
        named = {k: words for k, words in named.items() if k != "unit" or words not in _DASHES}
        is_word = quantity is None and own_unit and not said
        unit = named.get("unit", "") or ("" if is_word else own_unit) or unit
        per = own_per or per
        if total is None and named.get("unit-cost") in _DASHES and quantity:
            cost = Decimal("0.00")
        if quantity is not None and cost is not None and total != money.pence(quantity * cost):
            quantity = self._in_one_unit(typed, quantity, unit, per, cost)
        unit = unit or per
        way = self.way_of("quantity", typed)
        if way is not None and way.kind == "sum":
            return _by_total(Decimal(way.typed), _counted(typed, unit), said)
        if "share" in named:
            return self._by_share(named, quantity, cost, total, unit)
        if quantity is not None and cost is not None:
            return self._worked(named, quantity, cost, total, unit)
        words = said or (typed if quantity is None and own_unit else "")
        return self._not_worked(named, words, unit, (quantity, cost, total))

    def _not_worked(
        self,
        named: dict[str, str],
        words: str,
        unit: str,
        amounts: tuple[Decimal | None, Decimal | None, Decimal | None],
    ) -> dict[str, Any]:
        """A stated total, or what there is of a quantity and a unit cost."""
        quantity, cost, total = amounts
        typed, said = named.get("quantity", ""), named.get("quantity-words", "")
        if total is None and named.get("total") in _DASHES and cost is None:
            total = Decimal(0)
        if total is None:
            told = {"unit_cost": cost, "quantity_words": words or None}
            if quantity is not None:
                told = {"quantity": quantity, "quantity_words": said or None}
            return {**told, "unit": unit or None}
        if cost is not None:
            self.keep("unit-cost", named["unit-cost"])
        if quantity is not None:
            return _by_total(total, _counted(typed, unit), said)
        unit = named.get("unit", "")  # that of the heading is of quantities, and there is none
        return {"total": _held(total), "quantity_words": words or None, "unit": unit or None}

    def _worked(
        self, named: dict[str, str], quantity: Decimal, cost: Decimal, total: Decimal | None,
        unit: str,
    ) -> dict[str, Any]:  # fmt: skip
        """Quantity × unit cost, unless the stated total is another and counts."""
        typed, said = named.get("quantity", ""), named.get("quantity-words", "")
        works = money.pence(quantity * cost)
        times = _number_in(said)
        if times is not None and total == money.pence(works * times) != works:
            return _by_total(total, _counted(typed, unit), said)
        if times is not None and total is None:
            way = self._two_quantities(typed, unit, said, works, works * times)
            if way is not None and way.kind == "sum":
                return _by_total(Decimal(way.typed), _counted(typed, unit), said)
        if self._is_stated(works, total):
            assert total is not None
            return _by_total(total, _counted(typed, unit), said)
        told = {"quantity": quantity, "unit": unit or None, "quantity_words": said or None}
        return {**told, "unit_cost": cost}

    def _by_share(
        self, named: dict[str, str], quantity: Decimal | None, cost: Decimal | None,
        total: Decimal | None, unit: str,
    ) -> dict[str, Any]:  # fmt: skip
        """What stands across the row for this line, with the rest in words."""
        share, whole = Decimal(named["share"]), Decimal(named.get("shares", named["share"]))
        works = money.pence(quantity * cost) if quantity is not None and cost is not None else None
        if quantity is not None and cost is not None and works == share:
            return self._worked(named, quantity, cost, None, unit)
        stated = works if total is None else total
        if stated is not None and stated != whole:
            why = f"What stands across the row comes to {money.show(whole)}"
            ways = (Reading(f"{money.show(whole)}, as it stands across", STATED),
                    Reading("Leave the line out", LEAVE_OUT))  # fmt: skip
            self.doubt("total", named.get("total", "") or money.show(stated), why, ways)
        if cost is not None:
            self.keep("unit-cost", named["unit-cost"])
        words = named.get("quantity", "") if quantity is None else _counted(named["quantity"], unit)
        return _by_total(share, words, named.get("quantity-words", ""))

    def _total(self, named: dict[str, str]) -> Decimal | None:
        both = is_filled(named, "quantity") and is_filled(named, "unit-cost")
        found = self.attempt("total", named, any_sum if both else money.parse)
        return found if isinstance(found, Decimal) else None

    def _is_stated(self, amount: Decimal, total: Decimal | None) -> bool:
        """Whether a stated total counts that differs from quantity × unit cost."""
        if total is None or total == amount:
            return False
        if self.way_of("total", "") == STATED:
            return True
        why = f"Its quantity and unit cost come to {money.show(amount)}"
        ways = (
            Reading(f"{money.show(amount)}, worked out", Way("typed", f"{amount:.2f}")),
            Reading(f"{money.show(total)}, as stated", STATED),
            Reading("Leave the line out", LEAVE_OUT),
        )
        self.doubt("total", money.show(total), why, ways)
        return False

    # --- doubtful quantities -----------------------------------------------------------------

    def _quantity(
        self, named: dict[str, str], cost: Decimal | None, total: Decimal | None
    ) -> tuple[Decimal | None, str]:
        """A quantity and its own unit; one that no line can hold is asked about."""
        words = named.get("quantity", "")
        way = self.way_of("quantity", words)
        exact = _exact(words)
        if exact is None or (way is not None and way.kind == "sum"):
            found = self.attempt("quantity", named, _quantity) if way is None or (
                way.kind != "sum") else None  # fmt: skip
            return found or (None, "")
        number, unit = exact
        why = "A quantity has at most four decimal places"
        if number < 0:
            why = "A quantity is nought or more; a discount is a sum below nought"
        self.doubt("quantity", words, why, self._ways_of(number, unit, cost, total))
        self.keep("quantity", words)
        return None, ""

    def _ways_of(
        self, number: Decimal, unit: str, cost: Decimal | None, total: Decimal | None
    ) -> Iterator[Reading]:
        """What a quantity that no line can hold could be: rounded, or a sum in all."""
        yield Reading("Leave it in the note", TO_NOTE)
        near = number.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
        if number > 0:
            comes = f": {money.show(near * cost)}" if cost is not None else ""
            yield Reading(f"{plain(near)}{comes}", Way("typed", f"{plain(near)} {unit}".strip()))
        sums = [number * cost if cost is not None else None, total]
        for amount in dict.fromkeys(money.pence(one) for one in sums if one is not None):
            if abs(amount) <= money.MOST:
                yield Reading(f"{money.show(amount)} in all", Way("sum", f"{amount:.2f}"))
        yield Reading("Leave the line out", LEAVE_OUT)

    def _in_one_unit(
        self, typed: str, quantity: Decimal, unit: str, per: str, cost: Decimal
    ) -> Decimal | None:
        """The quantity, unless it is counted in other units than its unit cost."""
        unit, per = unit_in(unit), unit_in(per)
        if unit == per or unit not in _UNITS or per not in _UNITS:
            return quantity
        why = f"It is in {unit} and its unit cost by the {per[:-1]}"
        ways = [Reading("Leave it in the note", TO_NOTE)]
        for many in _IN_ONE.get((unit, per), ()):
            ways.append(_converted(quantity / Decimal(many), per, f" at {many} {unit}", cost))
        for many in _IN_ONE.get((per, unit), ()):
            ways.append(_converted(quantity * Decimal(many), per, f" at {many} {per}", cost))
        ways.append(_converted(quantity, per, "", cost))
        self.doubt("quantity", typed, why, (*ways, Reading("Leave the line out", LEAVE_OUT)))
        self.keep("quantity", _counted(typed, unit))
        return None

    def _two_quantities(
        self, typed: str, unit: str, said: str, works: Decimal, product: Decimal
    ) -> Way | None:
        """How a line counts that has two quantities and a unit cost."""
        way = self.way_of("quantity-words", said)
        first = _counted(typed, unit)
        why = f"It has two quantities, {first} and {said}, and a unit cost"
        both = Way("sum", f"{money.pence(product):.2f}")
        ways = (
            Reading(f"{money.show(product)}: both times the rate", both),
            Reading(f"{money.show(works)}: {first} alone", Way("first")),
            Reading("Leave the line out", LEAVE_OUT),
        )
        self.doubt("quantity-words", said, why, ways)
        return way or both


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
            return reader(within(named.get(column, ""), SHORT))
        except NotAllowedError:
            return None

    exact = _exact(named.get("quantity", ""))
    quantity = exact[0] if exact else (read("quantity", _quantity) or (None,))[0]
    rate = (read("unit-cost", _rate) or (None,))[0]
    payer = read("payer", payer_named)
    return Figures(quantity, rate, read("total", any_sum), payer or "")


def is_filled(named: dict[str, str], key: str) -> bool:
    """Whether a cell holds something."""
    return bool(named.get(key)) and named[key] not in _DASHES


def any_sum(typed: str) -> Decimal:
    """A sum to compare with quantity × unit cost, which may be more than one cell can hold."""
    try:
        return money_reading.read(typed)
    except money_reading.UnreadError as error:
        raise NotAllowedError(str(error)) from None


def _apart(named: dict[str, str]) -> dict[str, str]:
    return {key: named[key] for key in ("share", "shares") if key in named}


def _held(total: Decimal) -> Decimal:
    return money.pence(total)


def _by_total(total: Decimal, *counted: str) -> dict[str, Any]:
    return {"total": _held(total), "quantity_words": _joined(*counted) or None}


def _joined(*words: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))


def _counted(typed: str, unit: str) -> str:
    """A quantity in words, as it was typed, with its unit if that stood elsewhere."""
    words = " ".join(typed.split())
    return f"{words} {unit}" if words and unit and not words.endswith(unit) else words


def _converted(quantity: Decimal, unit: str, how: str, cost: Decimal) -> Reading:
    near = quantity.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
    words = f"{plain(near)} {unit}{how}: {money.show(near * cost)}"
    return Reading(words, Way("typed", f"{plain(near)} {unit}"))


def _number_in(words: str) -> Decimal | None:
    found = re.match(r"\d{1,9}(?:\.\d{1,4})?\b", words)
    return Decimal(found[0]) if found else None


def _exact(typed: str) -> tuple[Decimal, str] | None:
    """A quantity that is below nought or has more than four decimal places, as thirds have."""
    found = re.fullmatch(r"\s*([-−]?\d{1,9}(?:\.\d{1,30})?)\s*([A-Za-z ]{0,40})", typed)
    if found is None:
        if not re.fullmatch(r"\s*-?[\d:]{4,12}\s*", typed):
            return None
        try:
            quantity, unit = parse_quantity(typed)
        except NotAllowedError:
            return None
        number, words = quantity, unit
    else:
        number, words = Decimal(found[1].replace("−", "-")), found[2].strip()
    if number is None or (number >= 0 and number == round(number, 4)):
        return None
    return number, words


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
