"""The named checks of money: caps, least sums, "nothing or between", and shares."""

from collections.abc import Iterator
from decimal import ROUND_UP, Decimal
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from bidwriter.bids.bid import Bid
from bidwriter.bids.cost_groups import group_name, parts_by, tables
from bidwriter.bids.sharing import NOUGHT
from bidwriter.bids.totals import totals
from bidwriter.checks.params import Params
from bidwriter.checks.problem import Problem
from bidwriter.kinds.cells.councils import council_name
from bidwriter.kinds.frozen import Id
from bidwriter.kinds.tables.cost_lines import CostLines, Payer
from bidwriter.kinds.values.money import Money, show

_PAID: dict[Payer, str] = {
    "fund": "paid by the fund", "in-kind": "given in kind", "cash": "given in cash",
}  # fmt: skip
Council = Literal["lead", "each"] | Annotated[str, StringConstraints(pattern=r"^E\d{8}$")]


class CostCap(Params):
    """`max`: the most that may be asked of the fund."""

    max: Money


class CostMinimum(Params):
    """`min`: the least that may be asked of the fund; nothing asked is fine if `or_nothing`."""

    min: Money
    or_nothing: bool = False


class ContributionShare(Params):
    """`min_percent`: how much of the whole project the applicants must give."""

    min_percent: int = Field(ge=0, le=100)
    cash_only: bool = False


class Chosen(Params):
    """Which lines count: those of one payer, category, principle and council (a code, the
    `lead`, or `each` council on its own); what is left out does not choose."""

    payer: Payer | None = None
    category: Id | None = None
    principle: int | None = Field(default=None, ge=1, le=9)
    council: Council | None = None


class CostBetween(Chosen):
    """`min` and `max`: the least and the most that the chosen lines may come to; nothing at all
    is fine too if `or_nothing`."""

    min: Money | None = None
    max: Money | None = None
    or_nothing: bool = False

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("give min, max or both")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min must not be more than max")
        return self


class CostShare(Chosen):
    """`min_percent` and `max_percent`: the share of the whole project, or of the grant, that the
    chosen lines may come to."""

    min_percent: int | None = Field(default=None, ge=0, le=100)
    max_percent: int | None = Field(default=None, ge=0, le=100)
    of: Literal["whole", "grant"] = "whole"

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if self.min_percent is None and self.max_percent is None:
            raise ValueError("give min-percent, max-percent or both")
        return self


# --- what lines come to -----------------------------------------------------------------------


class _Sum(NamedTuple):
    """What chosen lines come to, and what they are called: "supplier costs paid by the fund"."""

    name: str
    amount: Decimal
    any_lines: bool


def _sums(bid: Bid, params: Chosen) -> Iterator[_Sum]:
    """The sum of the chosen lines; with `each`, one for each council in the bid."""
    parts = parts_by(bid, "council")
    keys = [key for key in parts if key]
    if params.council == "each":
        wanted = [[p.key] for p in bid.partners if p.key]
    elif params.council == "lead":
        wanted = [[bid.lead.key]] if bid.lead and bid.lead.key else []
    else:
        wanted = [[params.council]] if params.council else [["", *keys]]
    for group in wanted:
        chosen = [part for key in group for part in parts.get(key, []) if _is_chosen(params, part)]
        whose = council_name(bid, group[0]) if params.council else ""
        amount = sum((part.amount for part in chosen), NOUGHT)
        yield _Sum(_name(bid, params, whose), amount, bool(chosen))


def _is_chosen(params: Chosen, part: Any) -> bool:
    line = part.line
    return (
        params.payer in (None, line.payer)
        and params.category in (None, line.category)
        and params.principle in (None, line.principle)
    )


def _name(bid: Bid, params: Chosen, whose: str) -> str:
    label = group_name(bid, "category", params.category) if params.category else ""
    words = [f"{label[:1].lower()}{label[1:]} costs" if label else "costs"]
    if params.principle:
        words.append(f"that serve {group_name(bid, 'principle', str(params.principle))}")
    if params.payer:
        words.append(_PAID[params.payer])
    if whose:
        words.append(f"for {whose}")
    return " ".join(words)


# --- the checks -------------------------------------------------------------------------------


def cost_cap(bid: Bid, params: Any) -> Iterator[Problem]:
    """What is asked of the fund stays at or under the cap."""
    asked = totals(bid).fund
    if asked > params.max:
        phase = bid.round.phase(bid.phase)
        name = f"{phase.name.lower()} cap" if phase else "cap"
        words = f"Bring what you ask the fund for down by {show(asked - params.max)}"
        detail = f"You ask for {show(asked)}; the {name} is {show(params.max)}"
        yield Problem("cost-cap", cost_question(bid), words, detail, params.severity)


def cost_minimum(bid: Bid, params: Any) -> Iterator[Problem]:
    """What is asked of the fund is not too little."""
    asked = totals(bid).fund
    has_lines = any(lines for _, lines in tables(bid))
    if has_lines and asked < params.min and not (params.or_nothing and not asked):
        words = f"Ask the fund for {show(params.min)} or more"
        detail = f"You ask for {show(asked)}"
        yield Problem("cost-minimum", cost_question(bid), words, detail, params.severity)


def contribution_share(bid: Bid, params: Any) -> Iterator[Problem]:
    """The applicants give enough of the whole themselves."""
    sums = totals(bid)
    given = sums.cash if params.cash_only else sums.contributed
    if sums.whole and given * 100 < sums.whole * params.min_percent:
        short = sums.whole * params.min_percent / Decimal(100) - given
        what = "in cash" if params.cash_only else "in kind or in cash"
        words = f"Give {show(short)} more {what}"
        detail = f"{params.min_percent}% of the whole project is asked of you"
        yield Problem("contribution-share", cost_question(bid), words, detail, params.severity)


def cost_between(bid: Bid, params: Any) -> Iterator[Problem]:
    """What chosen lines come to lies between two sums, or is nothing where that is fine."""
    if not any(lines for _, lines in tables(bid)):
        return
    rule = _rule(params.min, params.max, or_nothing=params.or_nothing)
    for found in _sums(bid, params):
        if params.or_nothing and not found.any_lines:
            continue
        yield from _off(bid, "cost-between", params, found, (params.min, params.max), rule)


def cost_share(bid: Bid, params: Any) -> Iterator[Problem]:
    """What chosen lines come to is a share, within bounds, of the whole project or the grant."""
    sums = totals(bid)
    whole = sums.fund if params.of == "grant" else sums.whole
    if not whole:
        return
    what = "what you ask the fund for" if params.of == "grant" else "the whole project"
    least, most = (
        None if percent is None else whole * percent / Decimal(100)
        for percent in (params.min_percent, params.max_percent)
    )
    edges = [f"at least {params.min_percent}%"] if params.min_percent is not None else []
    edges += [f"at most {params.max_percent}%"] if params.max_percent is not None else []
    rule = f"the rule is {' and '.join(edges)} of {what}, {show(whole)}"
    goes_along = params.of == "whole" or params.payer == "fund"
    for found in _sums(bid, params):
        yield from _off(bid, "cost-share", params, found, (least, most), rule, goes_along)


def _off(  # noqa: PLR0917
    bid: Bid, check: str, params: Any, found: _Sum,
    bounds: tuple[Decimal | None, Decimal | None], rule: str, goes_along: bool = False,
) -> Iterator[Problem]:  # fmt: skip
    """The problem of a sum that is out of bounds. Where the whole goes along with the lines that
    are changed, a share needs a larger change than its distance."""
    least, most = bounds
    detail = f"They come to {show(found.amount)}; {rule}"
    words = ""
    if most is not None and found.amount > most:
        by = _change(found.amount - most, params.max_percent if goes_along else None)
        words = f"Bring {found.name} down by {show(by)}"
    elif least is not None and found.amount < least:
        by = _change(least - found.amount, params.min_percent if goes_along else None)
        or_out = " or take them out" if getattr(params, "or_nothing", False) else ""
        words = f"Raise {found.name} by {show(by)}{or_out}"
    if words:
        yield Problem(check, cost_question(bid), words, detail, params.severity)


def _change(distance: Decimal, percent: int | None) -> Decimal:
    """How much to change lines by, in whole pence, never too little."""
    if percent is not None and percent < 100:
        distance = distance * 100 / (100 - percent)
    return distance.quantize(Decimal("0.01"), rounding=ROUND_UP)


def _rule(least: Decimal | None, most: Decimal | None, *, or_nothing: bool) -> str:
    nothing = "nothing, or " if or_nothing else ""
    if least is not None and most is not None:
        return f"the rule is {nothing}{show(least)} to {show(most)}"
    if least is not None:
        return f"the rule is {nothing}{show(least)} or more"
    return f"the rule is {nothing}{show(most or NOUGHT)} or less"


def cost_question(bid: Bid) -> str:
    """The place that problems of money lead to."""
    return next((q.id for q in bid.asked if isinstance(q, CostLines)), "")
