"""Shares typed by hand, held against the bid's."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import Totals, totals
from bidwriter.bids.printing.live_figures import contributed_percent, live_figure, place_of
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.claims.phrases import within
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.held.named import bid_councils_named, lines_named
from bidwriter.kinds.tables.cost_lines import CostLines

_IN_CASH, _IN_KIND = within("cash"), within("in[- ]kind", "time")


def of_whole(bid: Bid, claim: Claim) -> Disagreement | None:
    """What share of the whole project the councils, or the fund, are said to bear."""
    given = contributed_percent(totals(bid))
    if given is None:
        return None
    ours = claim.what == "contributed-share"
    true = given if ours else 100 - given
    if claim.agrees_with(true):
        return None
    who = "the councils give" if ours else "the fund is asked for"
    figure = live_figure(bid, "contributed-share")
    words = f"You wrote {_written(claim)}; {who} {_percent(true)} of the whole project"
    return Disagreement(
        words, figure.place, "contributed-share" if ours and _is_percent(claim) else ""
    )


def of_part(bid: Bid, claim: Claim) -> Disagreement | None:
    """What share of the grant, or of what the councils give, a council or a line has; or how much
    of what they give is in cash or in kind. Only where the sentence names one of them alone."""
    of_grant = "requested" in claim.hints
    sums = totals(bid)
    whole = sums.fund if of_grant else sums.contributed
    parts = list(_parts(bid, claim.subject, of_grant=of_grant))
    if not parts and not of_grant:
        parts = list(_in_cash_or_kind(sums, claim.subject))
    if len(parts) != 1 or not whole:
        return None
    said, part = parts[0]
    true = part * 100 / whole
    if claim.agrees_with(true):
        return None
    of = "the grant" if of_grant else "what the councils give"
    words = f"You wrote {_written(claim)}; {said} {_percent(true)} of {of}"
    return Disagreement(words, place_of(bid, CostLines))


def _parts(bid: Bid, subject: str, *, of_grant: bool) -> Iterator[tuple[str, Decimal]]:
    for line, _, _ in lines_named(bid, subject):
        if (line.payer == "fund") == of_grant:
            yield f"the cost line “{line.title}” is", line.amount or NOUGHT
    for partner in bid_councils_named(bid, subject):
        sums = totals(bid).by_council.get(partner.key, {})
        given = sums.get("in-kind", NOUGHT) + sums.get("cash", NOUGHT)
        assert partner.council is not None
        name = partner.council.short_name
        yield (
            f"{name} has" if of_grant else f"{name} gives",
            sums.get("fund", NOUGHT) if of_grant else given,
        )


def _in_cash_or_kind(sums: Totals, subject: str) -> Iterator[tuple[str, Decimal]]:
    """ "Half is cash; the rest is time": what stands first is what the share is of."""
    cash, kind = _IN_CASH.search(subject), _IN_KIND.search(subject)
    if cash and (kind is None or cash.start() < kind.start()):
        yield "in cash is", sums.cash
    elif kind:
        yield "in kind is", sums.in_kind


def _percent(share: Decimal) -> str:
    return f"{share.quantize(Decimal(1), ROUND_HALF_UP)}%"


def _is_percent(claim: Claim) -> bool:
    return claim.words[0].isdigit() and not claim.bound


def _written(claim: Claim) -> str:
    return f"{claim.bound} {claim.words}".strip()
