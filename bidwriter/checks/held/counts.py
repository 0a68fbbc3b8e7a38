"""Numbers of councils and of days typed by hand, held against the bid's."""

import re
from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines
from bidwriter.bids.printing.live_figures import in_days, place_of
from bidwriter.checks.claims.claim import Claim
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.held.named import lines_named
from bidwriter.councils.register import council
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values.numbers import plain
from bidwriter.prose.numbers import in_words

# What may stand between a line's name and its days: "The analyst has 40 days", "(40 days)".
_HAS = re.compile(
    r"(?:[:(–—,-]|\b(?:has|have|had|gets?|works?|joins?|for|with|gives?|giving|gave|promised"
    r"|pledged|committed|set aside|offers?|lends?|lending(?: us)?|contributes?|brings?|provides?"
    r"|is|are|takes?|needs?|put in|at|(?:us|team) for))(?:\s+\w+)?\s*\Z",
    re.IGNORECASE,
)


def councils(bid: Bid, claim: Claim) -> Disagreement | None:
    """Partners are the councils besides the lead; who says “partners” may count the lead too."""
    kind = claim.hints[0] if claim.hints else ""
    named = [p for p in bid.partners if p.council is not None]
    of_kind = [p for p in named if not kind or _type_of(str(p.council)) == kind]
    many, others = len(of_kind), sum(not partner.is_lead for partner in of_kind)
    right = {"councils": (many,), "partners": (others,), "either": (others, many)}[claim.what]
    # A council that is not in the register may be of any type.
    unknown = kind and any(not _type_of(str(p.council)) for p in named)
    if not named or unknown or claim.amount in right:
        return None
    figure = "councils" if claim.what == "councils" else "partners"
    noun = f"{kind} council" if kind else "council"
    noun += "" if right[0] == 1 else "s"
    besides = " besides the lead" if figure == "partners" else ""
    words = f"You wrote {claim.words} {claim.subject}; the bid has {in_words(right[0])} {noun}"
    return Disagreement(f"{words}{besides}", place_of(bid, Partners), "" if kind else figure)


def _type_of(code: str) -> str:
    known = council(code)
    return known.type if known else ""


def days(bid: Bid, claim: Claim) -> Disagreement | None:
    """Days are compared only where their words name the very cost line that has them: where they
    are "of" a line; or where a line stands before them, the last one named, and has them."""
    named = [one for one in lines_named(bid, claim.subject) if in_days(one.line)]
    if "before" in claim.hints:
        if not _HAS.search(claim.subject):
            return None
        last = max((one.start for one in named), default=0)
        return _days(bid, claim, [one.line for one in named if one.start == last])
    ends = len(claim.subject)
    return _days(bid, claim, [one.line for one in named if one.start == 0 or one.end == ends])


def all_days(bid: Bid, claim: Claim) -> Disagreement | None:
    """All the days of the work, or those that the fund pays, or that the councils give."""
    lines = [line for line in cost_lines(bid) if in_days(line)]
    every = _sum(lines)
    fund = _sum([line for line in lines if line.payer == "fund"])
    if not every or any(claim.agrees_with(one) for one in (every, fund, every - fund)):
        return None
    words = f"You wrote {claim.words} days; the cost lines have {plain(every)} in all"
    return Disagreement(words, place_of(bid, CostLines), "team-days")


def _days(bid: Bid, claim: Claim, lines: list[CostLine]) -> Disagreement | None:
    true = [line.quantity for line in lines if line.quantity is not None]
    together = sum(true, Decimal(0))
    if not true or any(claim.agrees_with(one) for one in (*true, together)):
        return None
    place = place_of(bid, CostLines)
    if len(lines) > 1:
        said = f"the cost lines for it have {plain(together)}"
    else:
        place = place.at(lines[0].id)
        said = f"the cost line “{lines[0].title}” has {plain(true[0])}"
    return Disagreement(f"You wrote {claim.words} days; {said}", place)


def _sum(lines: list[CostLine]) -> Decimal:
    return sum((line.quantity or Decimal(0) for line in lines), Decimal(0))
