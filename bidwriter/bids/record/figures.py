"""Every sum and count that a bid prints, as text: the `figures` block of its record."""

from typing import Any

from bidwriter.bids.appraising.figures import AppraisalFigures, appraisal_figures
from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import THE_FUND, By, groups, is_by_giver, is_by_year
from bidwriter.bids.costs.totals import Totals, cost_lines, totals
from bidwriter.bids.own_totals import own_totals
from bidwriter.bids.principles import headlines
from bidwriter.kinds.frozen import Frozen
from bidwriter.kinds.tables.cost_lines import PAYERS
from bidwriter.kinds.values.money import Total


class CouncilSum(Frozen):
    """What one council's lines come to, by who pays."""

    council: str
    fund: Total
    in_kind: Total
    cash: Total


class PrincipleSum(Frozen):
    """What the lines with one main principle come to; principle 0 is none."""

    principle: int
    fund: Total
    whole: Total


class NamedSum(Frozen):
    """What the lines of one category, month, financial year, giver or phase come to; "" names none.
    A month is `2019-01`, a sprint that falls into no month `sprint-2`, a year the one it begins
    in."""

    name: str
    fund: Total
    whole: Total


class TableSum(Frozen):
    """What a column of a fund's own table comes to, in digits; pounds and pence where `money`."""

    question: str
    column: str
    money: bool = False
    total: str


class PrincipleShown(Frozen):
    """A principle's headline word and the number of answers behind it."""

    principle: int
    word: str
    strong: int
    some: int
    answers: int


class Figures(Frozen):
    """All printed figures; computed, never typed. Categories, months and phases are there once a
    line names its category or its stage."""

    requested: Total
    contributed_in_kind: Total
    contributed_in_cash: Total
    contributed: Total
    whole_project: Total
    cap: Total | None = None
    by_council: tuple[CouncilSum, ...] = ()
    by_principle: tuple[PrincipleSum, ...] = ()
    by_category: tuple[NamedSum, ...] | None = None
    by_month: tuple[NamedSum, ...] | None = None
    by_year: tuple[NamedSum, ...] | None = None
    by_giver: tuple[NamedSum, ...] | None = None
    by_phase: tuple[NamedSum, ...] | None = None
    principles_shown: tuple[PrincipleShown, ...] = ()
    appraisal: AppraisalFigures | None = None
    tables: tuple[TableSum, ...] | None = None


def figures(bid: Bid) -> Figures:
    """The figures of a bid."""
    sums = totals(bid)
    return Figures(
        requested=sums.fund,
        contributed_in_kind=sums.in_kind,
        contributed_in_cash=sums.cash,
        contributed=sums.contributed,
        whole_project=sums.whole,
        cap=bid.cap,
        by_council=tuple(_council_sum(key, sums) for key in sums.by_council),
        by_principle=tuple(_principle_sum(number, sums) for number in sums.by_principle),
        by_category=_named_sums(bid, "category"),
        by_month=_named_sums(bid, "month"),
        by_year=_named_sums(bid, "year") if is_by_year(bid) else None,
        by_giver=_named_sums(bid, "giver") if is_by_giver(bid) else None,
        by_phase=_named_sums(bid, "phase"),
        principles_shown=tuple(
            PrincipleShown(
                principle=s.number, word=s.word, strong=s.strong, some=s.some, answers=s.of
            )
            for s in headlines(bid)
        ),
        appraisal=appraisal_figures(bid),
        tables=_table_sums(bid),
    )


def _table_sums(bid: Bid) -> tuple[TableSum, ...] | None:
    """The totals of the fund's own tables; None where there are none."""
    found = tuple(
        TableSum(question=s.question.id, column=s.column.id, money=s.is_money, total=s.digits)
        for s in own_totals(bid)
        if s.amount is not None
    )
    return found or None


def _named_sums(bid: Bid, by: By) -> tuple[NamedSum, ...] | None:
    """Sums of one grouping; None where no line speaks of it."""
    lines = cost_lines(bid)
    categorised, staged = any(x.category for x in lines), any(x.stage for x in lines)
    speaks = {"category": categorised, "month": staged, "year": staged, "giver": True}
    if not speaks.get(by, categorised or staged):
        return None
    named = (group for group in groups(bid, by) if group.key != THE_FUND)
    return tuple(NamedSum(name=g.key, fund=g.fund, whole=g.amount) for g in named)


def _council_sum(key: str, sums: Totals) -> CouncilSum:
    parts: dict[str, Any] = {
        payer.replace("-", "_"): sums.by_council[key].get(payer, sums.fund * 0) for payer in PAYERS
    }
    return CouncilSum(council=key, **parts)


def _principle_sum(number: int, sums: Totals) -> PrincipleSum:
    fund = sums.fund_by_principle.get(number, sums.fund * 0)
    return PrincipleSum(principle=number, fund=fund, whole=sums.by_principle[number])
