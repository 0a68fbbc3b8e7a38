"""The cells of one line taken in from elsewhere, read as people type them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cost_groups import council_name
from bidwriter.bids.doubts import LEAVE_OUT, STATED, TO_NOTE, Doubt, Reading, Settled, Way
from bidwriter.bids.pasted_columns import HEADERS
from bidwriter.kinds import body, cost_lines, money, money_reading, stage
from bidwriter.kinds.base import NotAllowedError
from bidwriter.kinds.cost_lines import ALL, PAYERS, CostLines, Payer

MOST_CHARACTERS = 15_000
_NOTHING = {"", "-", "–", "—", "n/a", "na", "none"}
_PER = re.compile(
    r"(.*?\d.*?)\s*(?:/|per|a|each|p/)\s*(day|hour|week|month|person|event)?s?\.?", re.I
)
_FUND = re.compile(r"mhclg|(?:the |local digital )?fund|(?:the )?grant|ldcu", re.I)
_IN_KIND = re.compile(r"\bin ?kind\b|\b(?:our )?own time\b|\bofficer time\b", re.I)
_CASH = re.compile(r"\bcash\b", re.I)
_ALL = re.compile(
    r"all(?: (?:of (?:us|them)|two|three|four|five|six|seven|eight|nine|\d+|councils|partners))*"
    r"|both|every (?:council|partner)",
    re.IGNORECASE,
)
_LEAD = ("lead", "lead council", "lead authority", "the lead")
_SHORT = ("quantity", "unit-cost", "total", "payer", "principle", "category", "stage")
_MOST_COUNCILS = 60  # in one cell
_LONGEST = 200  # characters of a number, a payer or a category: more are words, and slow to read


class LineReader:
    """Reads one line's cells, and gathers what is doubtful."""

    def __init__(self, bid: Bid, question: CostLines | None, number: int, settled: Settled) -> None:
        self._bid, self._question, self._number = bid, question, number
        self._settled = settled
        self.doubts: list[Doubt] = []
        self.left_out = settled.get((number, "")) == LEAVE_OUT
        self._notes: list[str] = []

    def read(self, named: dict[str, str], unit: str = "") -> dict[str, Any]:
        """Cells for `add_rows`. `unit` is what the heading says quantities are counted in."""
        named = self._as_settled(named)
        self._notes = [named["note"]] if "note" in named else []
        row: dict[str, Any] = {"what": named.get("what", "")[:MOST_CHARACTERS] or None}
        row |= self._amounts(named, unit)
        row["payer"] = self._try("payer", named, _payer)
        row["councils"] = self._try("councils", named, self._councils) or ()
        row["principle"] = self._try("principle", named, self._principle)
        row["category"] = self._try("category", named, self._category)
        row["stage"] = self._try("stage", named, stage.parse)
        for key in ("vat", "source"):
            row[key] = named.get(key, "")[:MOST_CHARACTERS] or None
        row["note"] = "; ".join(self._notes)[:MOST_CHARACTERS] or None
        return {key: cell for key, cell in row.items() if cell not in (None, ())}

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
            return read(_short(words) if column in _SHORT else words)
        except NotAllowedError as error:
            self._doubt(column, words, _sentence(column, str(error)), self._ways(column, words))
            self._keep(column, words)
            return None

    def _doubt(self, column: str, words: str, why: str, ways: Iterable[Reading]) -> None:
        way = self._settled.get((self._number, column))
        if way is None or way.kind == "typed":
            self.doubts.append(Doubt(self._number, column, words, why, tuple(ways)))

    def _ways(self, column: str, words: str) -> tuple[Reading, ...]:
        offered = tuple(Reading(shown, Way("typed", typed)) for shown, typed in
                        self._offered(column, words))  # fmt: skip
        return (
            Reading("Leave it in the note", TO_NOTE),
            *offered,
            Reading("Leave the line out", LEAVE_OUT),
        )

    def _offered(self, column: str, words: str) -> list[tuple[str, str]]:
        """What the cell could mean: as it is shown, and as one would type it."""
        match column:
            case "unit-cost" | "total":
                sums = [money.pence(amount) for amount in money_reading.readings(words)]
                sums = [amount for amount in sums if abs(amount) <= money.MOST]
                return [(money.show(a), f"{a:.2f}") for a in dict.fromkeys(sums)]
            case "quantity":
                found = [
                    cost_lines.plain(n) for n in money_reading.readings(words) if n == round(n, 4)
                ]
                return [(number, number) for number in found]
            case "payer":
                return [(label, label) for label in PAYERS.values()]
            case "councils":
                keys = [p.key for p in self._bid.partners if p.key][:12]
                all_ = [("All of them", ALL)] if len(keys) > 1 else []
                return [*all_, *((council_name(self._bid, key), key) for key in keys)]
            case "category" if self._question:
                return [(o.label, o.id) for o in self._question.kinds_of_cost]
            case "principle":
                return [(f"{p.number} {p.name}", str(p.number)) for p in self._bid.round.principles]
            case _:
                return []

    def _keep(self, column: str, words: str) -> None:
        self._notes.append(f"{HEADERS[column]}: {' '.join(words.split())}")

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

    # --- councils, principles and categories -------------------------------------------------

    def _councils(self, typed: str) -> tuple[str, ...]:
        if _ALL.fullmatch(typed.strip()):
            return (ALL,)
        whole = self._council(typed)
        if whole:
            return (whole,)
        for marks in (r"[;\n]", r"[;\n/&+]|,| and "):
            parts = [p for p in re.split(marks, typed) if p.strip()][: _MOST_COUNCILS + 1]
            if len(parts) > _MOST_COUNCILS:
                break
            found = [self._council(part) for part in parts]
            if found and all(found):
                return tuple(dict.fromkeys(filter(None, found)))
        raise NotAllowedError(typed)

    def _council(self, typed: str) -> str:
        """The key of a partner by name or code, or of a council in the register; "" for none."""
        wanted = _simple(typed)
        if typed.strip().casefold() in _LEAD and self._bid.lead:
            return self._bid.lead.key
        for partner in self._bid.partners:
            if partner.council and typed.strip() in (partner.key, partner.title):
                return partner.key
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

    def _category(self, typed: str) -> str:
        if self._question is None:
            raise NotAllowedError(typed)
        return cost_lines.parse_category(self._question, typed)


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
            return reader(_short(named.get(column, "")))
        except NotAllowedError:
            return None

    quantity = (read("quantity", _quantity) or (None,))[0]
    rate = (read("unit-cost", _rate) or (None,))[0]
    return Figures(quantity, rate, read("total", _any_sum), read("payer", _payer) or "")


def _short(words: str) -> str:
    if len(words) > _LONGEST:
        raise NotAllowedError("These words are too long for this column")
    return words


def _sentence(column: str, error: str) -> str:
    """What is doubtful in a cell."""
    own = {
        "payer": "It is not clear who pays",
        "councils": "No council in the bid or the register has this name",
        "principle": "It is no principle of this round",
        "category": "The round does not offer this category",
    }
    return own.get(column, error)


def _counted(typed: str, unit: str) -> str:
    """A quantity in words, as it was typed, with its unit if that stood elsewhere."""
    words = " ".join(typed.split())
    return f"{words} {unit}" if unit and not words.endswith(unit) else words


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


def _payer(typed: str) -> Payer:
    words = " ".join(re.sub(r"[-–—_]", " ", typed).split())
    said: list[Payer] = []
    if _IN_KIND.search(words):
        said.append("in-kind")
    if _CASH.search(words):
        said.append("cash")
    if re.search(rf"\b(?:{_FUND.pattern})\b", words, re.I):
        said.append("fund")
    if len(said) == 1 and (said[0] != "fund" or _FUND.fullmatch(words)):
        return said[0]
    return cost_lines.parse_payer(" ".join(typed.split()))


def _simple(name: str) -> str:
    """A name without what people add to it: "Hambleton District Council" → "hambleton"."""
    words = name.casefold().replace(",", " ").split()
    added = {"council", "district", "borough", "county", "city", "metropolitan", "unitary", "the"}
    return " ".join(word for word in words if word not in added) or name.casefold().strip()
