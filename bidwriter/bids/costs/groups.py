"""The cost lines grouped in every way that people ask about, each total with the lines behind it.

Only lines that say who pays are in these sums, as in the whole project.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.shares import NOUGHT, month_shares, shares, year_shares
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLine, CostLines, Payer, category_label
from bidwriter.kinds.values.body import Body
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.stage import show as show_stage

By = Literal["payer", "council", "category", "month", "year", "giver", "principle", "phase"]
WAYS: tuple[By, ...] = get_args(By)
WAY_NAMES: dict[By, str] = {
    "payer": "Who pays", "council": "Council", "category": "Category", "month": "Month",
    "year": "Financial year", "giver": "Given by",
    "principle": "Principle", "phase": "Phase",
}  # fmt: skip


THE_FUND = "=fund"  # the giver of what the fund pays; nobody types a name that begins so


class Part(NamedTuple):
    """A line behind a total, its question, and how much of it is in this total."""

    question: str
    line: CostLine
    amount: Decimal


class CostGroup(NamedTuple):
    """One total: what it is called, and the lines that make it, in the bid's order."""

    key: str
    name: str
    parts: tuple[Part, ...]

    @property
    def amount(self) -> Decimal:
        """What the parts come to."""
        return sum((part.amount for part in self.parts), NOUGHT)

    @property
    def fund(self) -> Decimal:
        """How much of it is asked of the fund."""
        return sum((p.amount for p in self.parts if p.line.payer == "fund"), NOUGHT)


def tables(bid: Bid) -> tuple[tuple[CostLines, tuple[CostLine, ...]], ...]:
    """The cost tables that this bid's phase asks for, each with its lines in order."""
    found = []
    for question in bid.asked:
        if isinstance(question, CostLines):
            rows = bid.answer(question.id) or ()
            assert isinstance(rows, tuple)
            found.append((question, tuple(row for row in rows if isinstance(row, CostLine))))
    return tuple(found)


def parts_by(bid: Bid, by: By) -> dict[str, list[Part]]:
    """The parts of all lines that say who pays, by key; "" is the key of what names none."""
    partners, lead = tuple(p.key for p in bid.partners if p.key), bid.lead.key if bid.lead else ""
    found: dict[str, list[Part]] = {}
    for question, lines in tables(bid):
        split = _splitter(bid, question, by, partners, lead)
        for line in lines:
            if line.payer:
                for key, amount in split(line).items():
                    found.setdefault(key, []).append(Part(question.id, line, amount))
    return found


def _splitter(
    bid: Bid, question: CostLines, by: By, partners: tuple[str, ...], lead: str
) -> Callable[[CostLine], dict[str, Decimal]]:
    """What says into which totals a line goes, and with how much."""
    if by == "council":
        return lambda line: shares(line, partners, lead)
    if by == "month":
        return lambda line: month_shares(line, question.sprints)
    if by == "year":
        return lambda line: {
            str(year or ""): amount for year, amount in year_shares(line, question.sprints).items()
        }
    keys: dict[By, Callable[[CostLine], str]] = {
        "payer": lambda line: line.payer or "",
        "category": lambda line: line.category or "",
        "principle": lambda line: str(line.principle or ""),
        "giver": lambda line: THE_FUND if line.payer == "fund" else line.given_by or "",
        "phase": lambda _: bid.phase,
    }
    return lambda line: {keys[by](line): line.amount or NOUGHT}


def groups(bid: Bid, by: By) -> tuple[CostGroup, ...]:
    """The totals of one way of looking, in their natural order; what names none comes last."""
    found = parts_by(bid, by)
    order = _order(bid, by, found)
    named = [CostGroup(key, group_name(bid, by, key), tuple(found[key])) for key in order]
    return tuple(named)


def _order(bid: Bid, by: By, found: Iterable[str]) -> list[str]:
    known: list[str] = []
    match by:
        case "payer":
            known = list(PAYERS)
        case "council":
            known = [p.key for p in bid.partners if p.key]
        case "category":
            known = [o.id for question, _ in tables(bid) for o in question.kinds_of_cost]
    rank = {key: at for at, key in enumerate(dict.fromkeys(known))}
    return sorted(found, key=lambda key: (not key, rank.get(key, len(rank)), _sortable(key)))


def _sortable(key: str) -> tuple[str, int]:
    """Months by date, sprints after them by number, as principles are."""
    head, _, number = key.rpartition("-")
    return (head, int(number)) if number.isdecimal() else (key, 0)


_NONE: dict[By, str] = {
    "payer": "Nobody yet", "council": "No council named", "category": "No category given",
    "month": "No month given", "year": "No year given",
    "giver": "Nobody named",
    "principle": "No principle", "phase": "No phase chosen",
}  # fmt: skip


def group_name(bid: Bid, by: By, key: str) -> str:
    """What a total is called."""
    if not key:
        return _NONE[by]
    match by:
        case "payer":
            return PAYERS[key]  # type: ignore[index]
        case "council":
            return council_name(bid, key)
        case "category":
            return category_label(next((q for q, _ in tables(bid)), None), key)
        case "giver":
            return "The fund" if key == THE_FUND else key
        case "month":
            return show_stage(key)
        case "year":
            return year_label(int(key))
        case "principle":
            principle = bid.round.principle(int(key))
            return principle.name if principle else f"Principle {key}"
        case "phase":
            phase = bid.round.phase(key)
            return phase.name if phase else key


def council_name(bid: Bid, key: str) -> str:
    """The council that lines call `key`: its short name, where no other partner has it."""
    for partner in bid.partners:
        if partner.key == key and partner.council:
            short = partner.council.short_name
            same = [p for p in bid.partners if p.council and p.council.short_name == short]
            return short if len(same) == 1 else partner.title
    try:
        return Body.model_validate(key).title
    except ValueError:
        return key


def is_by_year(bid: Bid) -> bool:
    """Whether the round asks for costs by financial year, and not by month."""
    return any(question.by_year for question, _ in tables(bid))


def is_by_giver(bid: Bid) -> bool:
    """Whether the round asks who gives what the fund does not pay."""
    return any(question.match_by_source for question, _ in tables(bid))


def payers_of(bid: Bid) -> tuple[Payer, ...]:
    """The ways of paying that the round takes, and those that a line has all the same."""
    asked = {payer for question, _ in tables(bid) for payer in question.ways_of_paying}
    used = {line.payer for _, lines in tables(bid) for line in lines}
    return tuple(payer for payer in PAYERS if payer in asked | used)


def ways_of(bid: Bid) -> tuple[By, ...]:
    """The ways of looking that say something about this bid: those that some line speaks of."""
    lines = [line for _, lines in tables(bid) for line in lines]
    staged, by_year = any(line.stage for line in lines), is_by_year(bid)
    said: dict[By, bool] = {
        "category": any(line.category for line in lines),
        "month": staged and not by_year,
        "year": staged and by_year,
        "giver": is_by_giver(bid),
        "principle": bool(bid.round.principles),
        "phase": bool(bid.round.phases),
    }
    return tuple(way for way in WAYS if said.get(way, True))
