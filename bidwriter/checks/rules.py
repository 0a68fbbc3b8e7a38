"""The named checks that a round pack can use, each with its parameters.

A check is a small pure function of the bid and its parameters. `CATALOGUE` is what
`docs/round-packs.md` documents and the linter knows.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import Field

from bidwriter.bids.bid import Bid
from bidwriter.bids.principles import evidence_of
from bidwriter.bids.totals import cost_lines
from bidwriter.checks import cost_rules
from bidwriter.checks.cost_rules import cost_question
from bidwriter.checks.params import Params
from bidwriter.checks.problem import Problem
from bidwriter.councils.register import council
from bidwriter.kinds.frozen import Id
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.choice import ChooseSeveral
from bidwriter.kinds.values.day import show as show_day


class Count(Params):
    """`min` and `max`: how many there must be."""

    min: int = Field(default=0, ge=0)
    max: int | None = Field(default=None, ge=1)


class LeadType(Params):
    """`types` of council and `nations` that may lead."""

    types: tuple[str, ...] = ()
    nations: tuple[str, ...] = ("England",)


class PrinciplesShown(Params):
    """`min`: how many of the principles must be shown by something; none given: all."""

    min: int | None = Field(default=None, ge=0, le=9)


class OfQuestion(Params):
    """`question`: the question that the check looks at."""

    question: Id


class MustBe(OfQuestion):
    """`answer`: the only answer that is accepted, as `places` lists it (yes, no, or an id)."""

    answer: str


class DateOrder(Params):
    """`first` and `last`: two date questions, in this order."""

    first: Id
    last: Id


class DateRange(OfQuestion):
    """`from_` and `to`: the first and last day accepted."""

    from_: date | None = None
    to: date | None = None


def authorities(bid: Bid, params: Any) -> Iterator[Problem]:
    """How many councils take part, the lead included."""
    yield from _count(
        bid,
        "authorities",
        len([p for p in bid.partners if p.council]),
        params,
        "councils in the bid",
    )


def signatories(bid: Bid, params: Any) -> Iterator[Problem]:
    """How many of them have signed the declaration, the lead included."""
    signed = [p for p in bid.partners if p.council and p.signed]
    yield from _count(
        bid, "signatories", len(signed), params, "councils that have signed the declaration"
    )


def lead_type(bid: Bid, params: Any) -> Iterator[Problem]:
    """The lead is of a kind, and in a nation, that may lead."""
    lead = bid.lead
    if lead is None or lead.council is None:
        return
    found = council(lead.council.code) if lead.council.code else None
    type_ = found.type if found else lead.council.kind
    nation = "England" if found else lead.council.nation
    if (params.types and type_ not in params.types) or (
        params.nations and nation not in params.nations
    ):
        words = f"Choose another lead: {lead.title} cannot lead in this round"
        nations, types = " or ".join(params.nations), ", ".join(params.types)
        detail = f"The lead must be in {nations} and one of: {types}"
        place = f"{_partners_question(bid)}/{lead.id}/council"
        yield Problem("lead-type", place, words, detail, params.severity)


def lead_signed(bid: Bid, params: Any) -> Iterator[Problem]:
    """The lead has signed the declaration."""
    if bid.lead and not bid.lead.signed:
        place = f"{_partners_question(bid)}/{bid.lead.id}/signed"
        words = "Record that the lead has signed the declaration, or choose another lead"
        yield Problem("lead-signed", place, words, bid.lead.title, params.severity)


def agreed(bid: Bid, params: Any) -> Iterator[Problem]:
    """Every partner has agreed to take part."""
    for partner in bid.partners:
        if partner.council and not partner.is_lead and not partner.agreed:
            place = f"{_partners_question(bid)}/{partner.id}/agreed"
            words = f"Record that {partner.title} has agreed, or take it out"
            yield Problem(
                "agreed", place, words, "Name only those who have agreed", params.severity
            )


def principles_shown(bid: Bid, params: Any) -> Iterator[Problem]:
    """Enough of the principles are shown by an answer, an output or a cost line."""
    shown = {number for (_, number) in evidence_of(bid)}
    lacking = [p for p in bid.round.principles if p.number not in shown]
    wanted = params.min if params.min is not None else len(bid.round.principles)
    if len(bid.round.principles) - len(lacking) < wanted:
        for principle in lacking:
            words = f"Say what shows principle {principle.number}, {principle.name}"
            detail = "No answer, output or cost line is marked as showing it"
            yield Problem(
                "principles-shown",
                f"evidence/{_first_item(bid)}/{principle.number}",
                words,
                detail,
                params.severity,
            )
    yield from _unpaid_principles(bid)


def _unpaid_principles(bid: Bid) -> Iterator[Problem]:
    lines = cost_lines(bid)
    if not lines:
        return
    paid = {line.principle for line in lines} | {
        number for (place, number) in evidence_of(bid) if place.split("/")[0] == cost_question(bid)
    }
    for principle in bid.round.principles:
        if principle.number not in paid:
            words = f"Nothing you spend supports {principle.name}"
            detail = "Choose it for a cost line, or leave it so"
            yield Problem("principle-money", cost_question(bid), words, detail, "advice")


def all_chosen(bid: Bid, params: Any) -> Iterator[Problem]:
    """Every option of a question is chosen."""
    question = bid.round.by_id.get(params.question)
    chosen = bid.answer(params.question)
    if isinstance(question, ChooseSeveral) and question in bid.asked and isinstance(chosen, tuple):
        for option in question.options:
            if chosen and option.id not in chosen:
                words = f"Choose “{option.label}” too"
                yield Problem("all-chosen", question.id, words, question.name, params.severity)


def must_be(bid: Bid, params: Any) -> Iterator[Problem]:
    """A question has the one answer that lets a council bid."""
    value = bid.answer(params.question)
    given = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
    question = bid.round.by_id.get(params.question)
    if question is not None and value is not None and given != params.answer:
        words = f"You cannot bid unless the answer to “{question.name}” is “{params.answer}”"
        yield Problem("must-be", params.question, words, "A rule of this round", params.severity)


def date_order(bid: Bid, params: Any) -> Iterator[Problem]:
    """One day comes before, or is, another."""
    first, last = bid.answer(params.first), bid.answer(params.last)
    if isinstance(first, date) and isinstance(last, date) and last < first:
        names = [bid.round.by_id[id_].name for id_ in (params.first, params.last)]
        words = f"Make “{names[1]}” the same day as “{names[0]}” or later"
        yield Problem(
            "date-order",
            params.last,
            words,
            f"{show_day(last)} is before {show_day(first)}",
            params.severity,
        )


def date_range(bid: Bid, params: Any) -> Iterator[Problem]:
    """A day lies between two days."""
    value = bid.answer(params.question)
    if not isinstance(value, date):
        return
    if (params.from_ and value < params.from_) or (params.to and value > params.to):
        edges = [
            f"from {show_day(params.from_)}" if params.from_ else "",
            f"to {show_day(params.to)}" if params.to else "",
        ]
        words = f"Choose a day {' '.join(edge for edge in edges if edge)}"
        yield Problem("date-range", params.question, words, show_day(value), params.severity)


class Rule(NamedTuple):
    """A named check: what it takes and what it does."""

    params: type[Params]
    run: Callable[[Bid, Any], Iterator[Problem]]


CATALOGUE: dict[str, Rule] = {
    "cost-cap": Rule(cost_rules.CostCap, cost_rules.cost_cap),
    "cost-minimum": Rule(cost_rules.CostMinimum, cost_rules.cost_minimum),
    "cost-between": Rule(cost_rules.CostBetween, cost_rules.cost_between),
    "cost-share": Rule(cost_rules.CostShare, cost_rules.cost_share),
    "contribution-share": Rule(cost_rules.ContributionShare, cost_rules.contribution_share),
    "authorities": Rule(Count, authorities),
    "signatories": Rule(Count, signatories),
    "lead-type": Rule(LeadType, lead_type),
    "lead-signed": Rule(Params, lead_signed),
    "agreed": Rule(Params, agreed),
    "principles-shown": Rule(PrinciplesShown, principles_shown),
    "all-chosen": Rule(OfQuestion, all_chosen),
    "must-be": Rule(MustBe, must_be),
    "date-order": Rule(DateOrder, date_order),
    "date-range": Rule(DateRange, date_range),
}


def _count(bid: Bid, check: str, many: int, params: Any, what: str) -> Iterator[Problem]:
    place = _partners_question(bid)
    if many < params.min:
        words = f"Add {_more(params.min - many, what)}"
        yield Problem(check, place, words, f"{many} so far, {params.min} needed", params.severity)
    if params.max is not None and many > params.max:
        words = f"Take out {_more(many - params.max, what).replace('more ', '')}"
        yield Problem(check, place, words, f"{many} now, {params.max} allowed", params.severity)


def _more(many: int, what: str) -> str:
    """2 more councils in the bid; 1 more council that has signed."""
    if many == 1:
        what = what.replace("councils", "council").replace("that have", "that has")
    return f"{many} more {what}"


def _partners_question(bid: Bid) -> str:
    return next((q.id for q in bid.asked if isinstance(q, Partners)), "")


def _first_item(bid: Bid) -> str:
    return next((q.id for q in bid.asked if q.shows_principles), "")


__all__ = ["CATALOGUE", "Params", "Partner", "Rule"]
