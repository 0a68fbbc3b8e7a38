"""The named checks of chosen cost lines: what they come to lies between two sums, or is a share."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import By, Part, group_name, parts_by, tables
from bidwriter.bids.costs.shares import NOUGHT
from bidwriter.bids.costs.totals import totals
from bidwriter.checks.named.costs import bring_down, change_by, cost_question, penny_up
from bidwriter.checks.named.rule import Finding, Params, Rule
from bidwriter.kinds.cells.councils import council_name
from bidwriter.kinds.frozen import Id, NotAllowedError
from bidwriter.kinds.tables.cost_lines import Payer
from bidwriter.kinds.values.financial_years import parse_year
from bidwriter.kinds.values.money import Money, show

_PAID: dict[Payer, str] = {
    "fund": "paid by the fund", "in-kind": "given in kind", "cash": "given in cash",
}  # fmt: skip
YearName = Annotated[str, StringConstraints(max_length=20)]


def _one_year(name: str) -> str:
    """ "each", or the year that it begins in: "2026"."""
    try:
        return name if name == "each" else str(parse_year(name))
    except NotAllowedError as error:
        raise ValueError(str(error)) from None


Council = Literal["lead", "each"] | Annotated[str, StringConstraints(pattern=r"^E\d{8}$")]


class Chosen(Params):
    """Which lines count: those of one payer, category, principle and council (a code, the
    `lead`, or `each` council on its own), or what falls into one financial `year` ("2026/27", or
    `each` year on its own); what is left out does not choose."""

    payer: Payer | None = None
    category: Id | None = None
    principle: int | None = Field(default=None, ge=1, le=9)
    council: Council | None = None
    year: Annotated[YearName, AfterValidator(_one_year)] | None = None

    @model_validator(mode="after")
    def _one_way_to_share(self) -> Self:
        if self.council is not None and self.year is not None:
            raise ValueError("give council or year, not both")
        return self


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


class ChosenSum(NamedTuple):
    """What chosen lines come to, and what they are called: "supplier costs paid by the fund".
    `beside` is the part that the fund does not pay."""

    name: str
    amount: Decimal
    parts: tuple[Part, ...]
    beside: Decimal


def chosen_sums(bid: Bid, params: Chosen) -> Iterator[ChosenSum]:
    """The sum of the chosen lines; with `each`, one for each council in the bid, or for each year
    that a line falls into."""
    way: By = "council" if params.year is None else "year"
    parts = parts_by(bid, way)
    keys = sorted(key for key in parts if key)
    if params.year is not None:
        wanted = [[key] for key in keys] if params.year == "each" else [[params.year]]
    elif params.council == "each":
        wanted = [[p.key] for p in bid.partners if p.key]
    elif params.council == "lead":
        wanted = [[bid.lead.key]] if bid.lead and bid.lead.key else []
    else:
        wanted = [[params.council]] if params.council else [["", *keys]]
    for group in wanted:
        chosen = [part for key in group for part in parts.get(key, []) if _is_chosen(params, part)]
        whose = f"for {council_name(bid, group[0])}" if params.council else ""
        whose = f"in {group_name(bid, 'year', group[0])}" if params.year else whose
        amount = sum((part.amount for part in chosen), NOUGHT)
        beside = sum((part.amount for part in chosen if part.line.payer != "fund"), NOUGHT)
        yield ChosenSum(_name(bid, params, whose), amount, tuple(chosen), beside)


def _is_chosen(params: Chosen, part: Part) -> bool:
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
        words.append(whose)
    return " ".join(words)


# --- the checks -------------------------------------------------------------------------------


def cost_between(bid: Bid, params: CostBetween) -> Iterator[Finding]:
    """What chosen lines come to lies between two sums, or is nothing where that is fine."""
    if not any(lines for _, lines in tables(bid)):
        return
    rule = _rule(params.min, params.max, or_nothing=params.or_nothing)
    or_out = " or take them out" if params.or_nothing else ""
    for lines in chosen_sums(bid, params):
        if params.or_nothing and not lines.parts:
            continue
        if params.max is not None and lines.amount > params.max:
            yield _too_much(bid, lines, lines.amount - params.max, rule)
        elif params.min is not None and lines.amount < params.min:
            yield _too_little(bid, lines, params.min - lines.amount, rule, or_out)


def cost_share(bid: Bid, params: CostShare) -> Iterator[Finding]:
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
    for lines in chosen_sums(bid, params):
        detail = f"They come to {show(lines.amount)}; {rule}"
        if most is not None and lines.amount > most:
            words = _less(params, lines, lines.amount - most)
        elif least is not None and lines.amount < least:
            words = _more(params, lines, least - lines.amount)
        else:
            continue
        yield Finding(cost_question(bid), words, detail, lines.name)


def _less(params: CostShare, lines: ChosenSum, over: Decimal) -> str:
    """What brings a share down that is `over` by so much."""
    percent, (which, goes_along) = params.max_percent or 0, _changed(params, lines, over)
    if goes_along and percent == 100:  # passed only where other lines come to less than nought
        return f"Raise {_others(params)} by {show(over)}"
    return bring_down(which, change_by(over, percent) if goes_along else over)


def _more(params: CostShare, lines: ChosenSum, short: Decimal) -> str:
    """What brings a share up that is short by so much."""
    percent, (which, goes_along) = params.min_percent or 0, _changed(params, lines, NOUGHT)
    if goes_along and percent == 100:  # raising the lines would raise the whole by as much
        return bring_down(_others(params), short)
    by = change_by(short, percent) if goes_along else short
    return f"Raise {which} by {show(penny_up(by))}"


def _changed(params: CostShare, lines: ChosenSum, over: Decimal) -> tuple[str, bool]:
    """Which lines to change, and whether the whole goes along with them, so that a share needs a
    larger change than its distance. Of the grant alone, lines of any payer may have a share."""
    if params.of == "whole" or params.payer is not None:
        return lines.name, params.of == "whole" or params.payer == "fund"
    if lines.beside >= penny_up(over):
        return f"{lines.name} that the fund does not pay", False
    return f"{lines.name} paid by the fund", True


def _others(params: CostShare) -> str:
    return "the other costs" if params.of == "whole" else "the other costs paid by the fund"


def _too_much(bid: Bid, lines: ChosenSum, by: Decimal, rule: str) -> Finding:
    words = bring_down(lines.name, by)
    detail = f"They come to {show(lines.amount)}; {rule}"
    return Finding(cost_question(bid), words, detail, lines.name)


def _too_little(bid: Bid, lines: ChosenSum, by: Decimal, rule: str, or_out: str = "") -> Finding:
    words = f"Raise {lines.name} by {show(penny_up(by))}{or_out}"
    detail = f"They come to {show(lines.amount)}; {rule}"
    return Finding(cost_question(bid), words, detail, lines.name)


def _rule(least: Decimal | None, most: Decimal | None, *, or_nothing: bool) -> str:
    nothing = "nothing, or " if or_nothing else ""
    if least is not None and most is not None:
        return f"the rule is {nothing}{show(least)} to {show(most)}"
    if least is not None:
        return f"the rule is {nothing}{show(least)} or more"
    return f"the rule is {nothing}{show(most or NOUGHT)} or less"


RULES = (
    Rule("cost-between", CostBetween, cost_between, "cost-lines"),
    Rule("cost-share", CostShare, cost_share, "cost-lines"),
)
