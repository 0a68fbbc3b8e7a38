"""The finance summary: what a section 151 officer asks before consenting, as short tables of
words. The same on the page, in the PDF and on the command line; every figure from its one home."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.appraising.findings import cases_words, default_scenario, input_title
from bidwriter.bids.appraising.inputs import Inputs, input_rows, inputs_of
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.telling import finance_costs, finance_worth
from bidwriter.bids.telling.finance_section import Section
from bidwriter.bids.telling.telling import tell
from bidwriter.kinds.tables.appraisal import Appraisal, Input
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values.money import rough, show

_MOST_CHANGES = 12
TITLE = "Finance summary for the section 151 officer"


class Since(NamedTuple):
    """An earlier version of the bid, and what it is called."""

    name: str
    bid: Bid


class FinanceSummary(NamedTuple):
    """The page: what is asked in one sentence, then the sections."""

    finding: str
    sections: tuple[Section, ...]


def finance_summary(bid: Bid, since: Since | None = None) -> FinanceSummary:
    """The summary of a bid; `since` is the version to tell changes from."""
    return FinanceSummary(
        _finding(bid),
        (
            finance_costs.overrun(bid),
            finance_worth.cash(bid),
            finance_costs.by_year(bid),
            finance_costs.by_council(bid),
            *finance_costs.by_giver(bid),
            finance_worth.recurring(bid),
            finance_costs.vat(bid),
            _risks(bid),
            *([_changes(since, bid)] if since else []),
        ),
    )


def _finding(bid: Bid) -> str:
    sums = totals(bid)
    if not cost_lines(bid):
        return "Nothing has been costed yet"
    limit = bid.cap
    against = f", {_against(sums.fund, limit)}" if limit is not None else ""
    given = (
        f"The councils give {show(sums.contributed)}"
        if sums.contributed
        else ("The councils give nothing")
    )
    return f"The bid asks the fund for {show(sums.fund)}{against}. {given}"


def _against(asked: Decimal, limit: Decimal) -> str:
    if asked > limit:
        return f"{show(asked - limit)} over the cap of {show(limit)}"
    return f"{show(limit - asked)} below the cap of {show(limit)}"


# --- risks and changes -----------------------------------------------------------------------


def _risks(bid: Bid) -> Section:
    rows = tuple(_costing_risks(bid)) + tuple(_appraisal_risks(bid))
    note = "" if rows else "The bid names no doubt about its figures"
    return Section("Where the money could go wrong", ("What", "How much"), rows, note)


def _costing_risks(bid: Bid) -> Iterator[tuple[str, str]]:
    sums, limit = totals(bid), bid.cap
    if limit is not None and sums.fund > limit:
        yield "The bid asks for more than the cap allows", show(sums.fund - limit)
    if sums.unpaid:
        yield "Lines that nobody is named to pay", show(sums.unpaid)
    missing = [line for line in cost_lines(bid) if not line.source]
    if missing:
        amount = sum((line.amount or NOUGHT for line in missing), NOUGHT)
        yield f"Cost lines with no source ({len(missing)})", show(amount)


def _appraisal_risks(bid: Bid) -> Iterator[tuple[str, str]]:
    inputs = inputs_of(bid)
    if inputs is None or not inputs.has_money:
        return
    name = default_scenario(bid)
    spread = cases(inputs, name)
    if spread.low.npv != spread.high.npv:
        yield f"Net present value over {inputs.years} years", cases_words(spread)
    rows = {row.id: row for row in input_rows(bid)}
    for swing in swings(inputs)[name][:3]:
        ends = sorted((swing.lower, swing.higher))
        doubt = f"{input_title(bid, rows[swing.row])} could be out by {_doubt(rows[swing.row])}"
        yield doubt, f"{rough(ends[0])} to {rough(ends[1])}"
    if spread.central.payback is None:
        yield "It does not pay back", f"within {inputs.years} years"
    yield from _unsourced(inputs, rows)


def _doubt(row: Input) -> str:
    return f"±{row.uncertainty:f}%" if row.uncertainty is not None else "an amount not said"


def _unsourced(inputs: Inputs, rows: dict[str, Input]) -> Iterator[tuple[str, str]]:
    names = [rows[line.row].title for line in inputs.lines if not rows[line.row].source]
    if names:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        yield f"Inputs of the appraisal with no source ({len(names)})", f"{names[0]}{more}"


def _changes(since: Since, bid: Bid) -> Section:
    """What changed in costs, benefits and partners; the sums asked for first."""
    old, new = totals(since.bid), totals(bid)
    rows = [
        (name, show(was), show(is_))
        for name, was, is_ in (
            ("Asked of the fund", old.fund, new.fund),
            ("Given in kind", old.in_kind, new.in_kind),
            ("Cash match", old.cash, new.cash),
            ("Whole project", old.whole, new.whole),
        )
        if was != is_
    ]
    about = {q.id for q in bid.round.questions if isinstance(q, CostLines | Appraisal | Partners)}
    told = [one for one in tell(since.bid, bid) if one.place.question in about]
    rows += [(one.words[:1].upper() + one.words[1:], one.before, one.after)
             for one in told[:_MOST_CHANGES]]  # fmt: skip
    left = len(told) - _MOST_CHANGES
    note = f"And {left} more changes; History has them all" if left > 0 else ""
    note = note or ("" if rows else "Nothing about the money has changed")
    header = ("Changed", "Before", "Now")
    return Section(f"What changed since {since.name}", header, tuple(rows), note)
