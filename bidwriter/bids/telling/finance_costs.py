"""The finance summary's sections about what the work costs and who carries it."""

import re
from decimal import Decimal

from bidwriter.bids.appraising.findings import lead_name
from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import THE_FUND, groups, is_by_giver, payers_of, tables
from bidwriter.bids.costs.shares import NOUGHT, Year
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.costs.years import sums_by_year
from bidwriter.bids.telling.finance_section import Section
from bidwriter.kinds.cells.councils import council_name
from bidwriter.kinds.tables.cost_lines import PAYERS, VAT_NOTES, Payer, category_label
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import pence, show

_MOST_COUNCILS = 8
_CONTINGENCY = re.compile(r"\bcontingenc(?:y|ies)\b|\b(?:risk|optimism) allowance\b", re.IGNORECASE)
_EXAMPLE = Decimal("0.1")
_VAT_RATE = Decimal("0.2")
_NO_VAT, _LEFT_OUT, _INCLUDED = VAT_NOTES
_UNSAID = "Nothing said about VAT"


def overrun(bid: Bid) -> Section:
    """Who pays if it costs more, and what was put aside for that."""
    sums, lead = totals(bid), lead_name(bid)
    aside, many = _contingency(bid)
    rows = (
        ("The grant, taken as a maximum", show(sums.fund)),
        (f"Contingency in the cost lines ({many})" if many else "No cost line is a contingency",
         show(aside)),
        ("For example, 10% more than the whole project", show(pence(sums.whole * _EXAMPLE))),
    )  # fmt: skip
    note = (
        f"{lead} would carry what the work costs beyond this. That the grant is a maximum and the "
        "lead carries overruns is assumed"
    )
    return Section("Who pays if it costs more", ("What there is", "How much"), rows, note)


def _contingency(bid: Bid) -> tuple[Decimal, int]:
    """What the lines that are contingency come to, and how many there are."""
    amounts = [
        line.amount or NOUGHT
        for question, lines in tables(bid)
        for line in lines
        if _CONTINGENCY.search(
            f"{line.what or ''} {category_label(question, line.category) if line.category else ''}"
        )
    ]
    return sum(amounts, NOUGHT), len(amounts)


def by_year(bid: Bid) -> Section:
    """What each payer pays in each financial year, and who carries the grant until it comes."""
    sums = sums_by_year(bid)
    payers = payers_of(bid)
    rows = [_payer_row(_year_name(year), mine, payers) for year, mine in sums.items()]
    if len(rows) > 1:
        rows.append(_payer_row("Whole project", _added(sums), payers))
    unpaid = totals(bid).unpaid
    notes = [f"Nobody is named yet to pay {show(unpaid)}"] if unpaid else []
    if totals(bid).fund:
        notes.append(_until_the_grant_comes(bid, sums))
    header = ("Financial year", *(PAYERS[payer] for payer in payers), "Together")
    return Section("What it costs, by year and who pays", header, tuple(rows), ". ".join(notes))


def _until_the_grant_comes(bid: Bid, sums: dict[Year, dict[Payer, Decimal]]) -> str:
    years = [
        f"{show(mine['fund'])} in {year_label(year)}"
        for year, mine in sums.items()
        if year is not None and mine.get("fund")
    ]
    spread = f" ({', '.join(years)})" if len(years) > 1 else ""
    return (
        "When the grant comes is not in this round’s pack. If it came at the end, "
        f"{lead_name(bid)} would carry up to {show(totals(bid).fund)} until then{spread}"
    )


def _year_name(year: Year) -> str:
    return year_label(year) if year is not None else "No month given"


def _added(sums: dict[Year, dict[Payer, Decimal]]) -> dict[Payer, Decimal]:
    return {p: sum((mine.get(p, NOUGHT) for mine in sums.values()), NOUGHT) for p in PAYERS}


def _payer_row(name: str, mine: dict[Payer, Decimal], payers: tuple[Payer, ...]) -> tuple[str, ...]:
    amounts = [mine.get(payer, NOUGHT) for payer in payers]
    return (name, *map(show, amounts), show(sum(amounts, NOUGHT)))


def by_council(bid: Bid) -> Section:
    """What of the grant is for each council, what it gives, and who answers for it."""
    payers = payers_of(bid)
    rows: tuple[tuple[str, ...], ...] = tuple(
        (council_name(bid, key) if key else "No council named",
         *(show(mine.get(payer, NOUGHT)) for payer in payers))
        for key, mine in totals(bid).by_council.items()
        if any(mine.values())
    )  # fmt: skip
    note = (
        f"{lead_name(bid)} would receive the grant and answer for it to the fund; each council is "
        "liable for what it gives here. That the lead answers for the grant is assumed"
    )
    named = {**PAYERS, "fund": "From the grant"}
    header = ("Council", *(named[payer] for payer in payers))
    return Section("Grant and match by council, and who is liable", header, _shortened(rows), note)


def by_giver(bid: Bid) -> list[Section]:
    """Who gives what the fund does not pay, and how much of it is secured; nothing where the round
    does not ask."""
    if not is_by_giver(bid):
        return []
    rows = tuple(
        (group.name, show(group.amount), show(sum(
            (part.amount for part in group.parts if part.line.secured), NOUGHT)))
        for group in groups(bid, "giver")
        if group.key != THE_FUND
    )  # fmt: skip
    note = "What is secured is what the cost lines say; nobody else has been asked"
    header = ("Given by", "Match funding", "Of it secured")
    return [Section("Match funding, by who gives it", header, rows, note if rows else "")]


def _shortened(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """As many councils as a page has room for, and how many more there are."""
    left = len(rows) - _MOST_COUNCILS
    if left < 2:
        return rows
    rest = f"And {left} more councils; the bid names each"
    return (*rows[:_MOST_COUNCILS], (rest, *[""] * (len(rows[0]) - 1)))


def vat(bid: Bid) -> Section:
    """The lines by what they say of VAT, and what more VAT could cost."""
    sums: dict[str, Decimal] = {}
    for line in cost_lines(bid):
        name = line.vat or _UNSAID
        sums[name] = sums.get(name, NOUGHT) + (line.amount or NOUGHT)
    order = sorted(sums, key=lambda name: (name == _UNSAID, name))
    rows = tuple((name, show(sums[name]), _at_risk(name, sums[name])) for name in order)
    note = (
        "At risk: VAT at the standard rate, 20% assumed, on lines where it is left out and could "
        "not be recovered, or where nothing is said; other words are not worked out"
    )
    header = ("VAT note", "Cost lines", "At risk")
    return Section("VAT, as the cost lines say", header, rows, note if rows else "")


def _at_risk(note: str, amount: Decimal) -> str:
    if note in (_LEFT_OUT, _UNSAID):
        return show(pence(amount * _VAT_RATE))
    return show(NOUGHT) if note in (_NO_VAT, _INCLUDED) else ""
