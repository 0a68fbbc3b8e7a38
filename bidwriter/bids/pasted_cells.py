"""The cells of one pasted cost line, read as people type them."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.kinds import body, cost_lines, money
from bidwriter.kinds.base import NotAllowedError
from bidwriter.kinds.cost_lines import ALL, Payer

MOST_CHARACTERS = 15_000
_NOTHING = {"", "-", "–", "—", "n/a", "na", "none", "nil"}
_PER = re.compile(
    r"(.*?\d.*?)\s*(?:/|per|a|each|p/)\s*(day|hour|week|month|person|event)?s?\.?", re.I
)
_PAYERS: dict[str, Payer] = {
    "mhclg": "fund", "the fund": "fund", "grant": "fund", "the grant": "fund",
    "ldcu": "fund", "local digital fund": "fund",
    "inkind": "in-kind", "own time": "in-kind", "our own time": "in-kind",
    "in kind match": "in-kind", "officer time": "in-kind", "match in kind": "in-kind",
    "cash": "cash", "cash contribution": "cash",
}  # fmt: skip
_ALL = re.compile(
    r"all(?: (?:of (?:us|them)|two|three|four|five|six|seven|eight|nine|\d+|councils|partners))*"
    r"|both|every (?:council|partner)",
    re.IGNORECASE,
)


class Misread(NamedTuple):
    """A cell that was not understood: its row in the pasted block, column and words."""

    row: int
    column: str
    words: str


class LineReader:
    """Reads one line's cells, and gathers what it could not read."""

    def __init__(self, bid: Bid, number: int) -> None:
        self._bid = bid
        self._number = number
        self.misread: list[Misread] = []
        self.remarks: list[str] = []
        self._notes: list[str] = []

    def read(self, named: dict[str, str], unit: str = "") -> dict[str, Any]:
        """Cells for `add_rows`. `unit` is what the heading says quantities are counted in."""
        self._notes = [named["note"]] if "note" in named else []
        row: dict[str, Any] = {"what": named.get("what", "")[:MOST_CHARACTERS] or None}
        row |= self._amounts(named, unit)
        row["payer"] = self._try("payer", named, _payer)
        row["councils"] = self._try("councils", named, self._councils) or ()
        row["principle"] = self._try("principle", named, self._principle)
        row["note"] = "; ".join(self._notes)[:MOST_CHARACTERS] or None
        return {key: cell for key, cell in row.items() if cell not in (None, ())}

    def _try(self, column: str, named: dict[str, str], read: Any) -> Any:
        words = named.get(column, "")
        if words.strip().casefold() in _NOTHING:
            return None
        try:
            return read(words)
        except NotAllowedError:
            self.misread.append(Misread(self._number, column, words))
            self._keep(column, words)
            return None

    def _keep(self, column: str, words: str) -> None:
        heading = {"unit-cost": "Unit cost", "payer": "Who pays", "councils": "Council"}
        self._notes.append(f"{heading.get(column, column.capitalize())}: {' '.join(words.split())}")

    # --- quantity × unit cost, or a stated total ---------------------------------------------

    def _amounts(self, named: dict[str, str], unit: str) -> dict[str, Any]:
        quantity, own_unit = self._try("quantity", named, _quantity) or (None, "")
        cost, per = self._try("unit-cost", named, _rate) or (None, "")
        total = self._try("total", named, money.parse)
        words = named.get("quantity", "") if quantity is None and own_unit else ""
        unit = named.get("unit", "") or ("" if words else own_unit) or unit or per
        if quantity is not None and cost is not None:
            self._compare(money.pence(quantity * cost), total)
            return {"quantity": quantity, "unit": unit or None, "unit_cost": cost}
        if total is None:
            counted = {"quantity": quantity, "unit": unit or None} if quantity is not None else {}
            return {**counted, "unit_cost": cost, "quantity_words": words or None}
        if quantity is not None:
            words = f"{cost_lines.plain(quantity)} {unit}".strip()
        if cost is not None:
            self._keep("unit-cost", named["unit-cost"])
        return {"total": total, "quantity_words": words or None}

    def _compare(self, amount: Decimal, total: Decimal | None) -> None:
        if total is not None and total != amount:
            self.remarks.append(
                f"Row {self._number} said {money.show(total)}; "
                f"its quantity and unit cost come to {money.show(amount)}"
            )

    # --- councils and principles -------------------------------------------------------------

    def _councils(self, typed: str) -> tuple[str, ...]:
        if _ALL.fullmatch(typed.strip()):
            return (ALL,)
        whole = self._council(typed)
        if whole:
            return (whole,)
        parts = [p for p in re.split(r"[;\n/&+]|,| and ", typed) if p.strip()]
        found = [self._council(part) for part in parts]
        if not found or not all(found):
            raise NotAllowedError(typed)
        return tuple(dict.fromkeys(filter(None, found)))

    def _council(self, typed: str) -> str:
        """The key of a partner by name or code, or of a council in the register; "" for none."""
        wanted = _simple(typed)
        for partner in self._bid.partners:
            if partner.council and wanted in (
                _simple(partner.council.short_name),
                _simple(partner.title),
                partner.key.casefold(),
            ):
                return partner.key
        try:
            return str(body.parse(typed, self._bid.round.day_of_register))
        except NotAllowedError:
            return ""

    def _principle(self, typed: str) -> int:
        digits = re.match(r"(?:principle )?(\d)\b", typed.strip(), re.IGNORECASE)
        for principle in self._bid.round.principles:
            if digits and int(digits[1]) == principle.number:
                return principle.number
            if typed.strip().casefold() == principle.name.casefold():
                return principle.number
        raise NotAllowedError(typed)


def _quantity(typed: str) -> tuple[Decimal | None, str]:
    """(45, "days"); words without a number → (None, the words)."""
    quantity, unit = cost_lines.parse_quantity(typed)
    joined = re.fullmatch(r"([\d.,]+)([a-zA-Z]+)", typed.strip())
    if quantity is None and joined:
        quantity, unit = cost_lines.parse_quantity(f"{joined[1]} {joined[2]}")
    if quantity is None:
        return None, typed
    exponent = quantity.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -4 or quantity >= Decimal(10) ** 9:
        raise NotAllowedError(typed)
    return quantity, unit


def _rate(typed: str) -> tuple[Decimal, str]:
    """(720, "days") for "£720 per day"."""
    found = _PER.fullmatch(typed.strip())
    if found:
        return money.parse(found[1]), f"{found[2]}s" if found[2] else ""
    return money.parse(typed), ""


def _payer(typed: str) -> Payer:
    words = _simple(typed.replace("-", " "))
    return _PAYERS.get(words) or cost_lines.parse_payer(" ".join(typed.split()))


def _simple(name: str) -> str:
    """A name without what people add to it: "Hambleton District Council" → "hambleton"."""
    words = name.casefold().replace(",", " ").split()
    added = {"council", "district", "borough", "county", "city", "metropolitan", "unitary", "the"}
    return " ".join(word for word in words if word not in added) or name.casefold().strip()
