"""The named checks of the councils in a bid: how many, who leads, who signed and agreed."""

from collections.abc import Iterator

from pydantic import Field

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.checks.named.rule import Finding, Params, Rule
from bidwriter.councils.register import council
from bidwriter.kinds.tables.partners import Partners


class Count(Params):
    """`min` and `max`: how many there must be."""

    min: int = Field(default=0, ge=0)
    max: int | None = Field(default=None, ge=1)


class LeadType(Params):
    """`types` of council and `nations` that may lead."""

    types: tuple[str, ...] = ()
    nations: tuple[str, ...] = ("England",)


def authorities(bid: Bid, params: Count) -> Iterator[Finding]:
    """How many councils take part, the lead included."""
    many = len([partner for partner in bid.partners if partner.council])
    yield from _count(bid, many, params, "councils in the bid")


def signatories(bid: Bid, params: Count) -> Iterator[Finding]:
    """How many of them have signed the declaration, the lead included."""
    many = len([partner for partner in bid.partners if partner.council and partner.signed])
    yield from _count(bid, many, params, "councils that have signed the declaration")


def lead_type(bid: Bid, params: LeadType) -> Iterator[Finding]:
    """The lead is of a kind, and in a nation, that may lead."""
    lead = bid.lead
    if lead is None or lead.council is None:
        return
    known = council(lead.council.code) if lead.council.code else None
    type_ = known.type if known else lead.council.kind
    nation = "England" if known else lead.council.nation
    if (params.types and type_ not in params.types) or (
        params.nations and nation not in params.nations
    ):
        words = f"Choose another lead: {lead.title} cannot lead in this round"
        nations, types = " or ".join(params.nations), ", ".join(params.types)
        detail = f"The lead must be in {nations} and one of: {types}"
        yield Finding(_table(bid).at(lead.id, "council"), words, detail)


def lead_signed(bid: Bid, _: Params) -> Iterator[Finding]:
    """The lead has signed the declaration."""
    if bid.lead and not bid.lead.signed:
        words = "Record that the lead has signed the declaration, or choose another lead"
        yield Finding(_table(bid).at(bid.lead.id, "signed"), words, bid.lead.title)


def agreed(bid: Bid, _: Params) -> Iterator[Finding]:
    """Every partner has agreed to take part."""
    for partner in bid.partners:
        if partner.council and not partner.is_lead and not partner.agreed:
            words = f"Record that {partner.title} has agreed, or take it out"
            place = _table(bid).at(partner.id, "agreed")
            yield Finding(place, words, "Name only those who have agreed")


def _count(bid: Bid, many: int, params: Count, what: str) -> Iterator[Finding]:
    place = _table(bid)
    if many < params.min:
        words = f"Add {_more(params.min - many, what)}"
        yield Finding(place, words, f"{many} so far, {params.min} needed", "min")
    if params.max is not None and many > params.max:
        words = f"Take out {_more(many - params.max, what).replace('more ', '')}"
        yield Finding(place, words, f"{many} now, {params.max} allowed", "max")


def _more(many: int, what: str) -> str:
    """2 more councils in the bid; 1 more council that has signed."""
    if many == 1:
        what = what.replace("councils", "council").replace("that have", "that has")
    return f"{many} more {what}"


def _table(bid: Bid) -> Place:
    return next((Place(q.id) for q in bid.asked if isinstance(q, Partners)), NOWHERE)


RULES = (
    Rule("authorities", Count, authorities, "partners"),
    Rule("signatories", Count, signatories, "partners"),
    Rule("lead-type", LeadType, lead_type, "partners"),
    Rule("lead-signed", Params, lead_signed, "partners"),
    Rule("agreed", Params, agreed, "partners"),
)
