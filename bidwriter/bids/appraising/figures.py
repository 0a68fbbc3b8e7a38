"""The appraisal's results as they are recorded: rounded half up, money to pence.

They stand in `bid.json` beside the inputs. Nobody believes them: they are worked out again, and a
result that its inputs do not bear out shows.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer, WithJsonSchema

from bidwriter.bids.appraising.inputs import Inputs, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, ScenarioName, scenarios
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.bids.bid import Bid
from bidwriter.kinds.frozen import Frozen
from bidwriter.kinds.values.money import pence, rounded
from bidwriter.kinds.values.numbers import Number

Pounds = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(pence),
    PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}),
]
Ratio = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(pence),
    PlainSerializer(lambda ratio: f"{ratio:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}),
]
Factor = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(lambda factor: rounded(factor, Decimal("1e-10"))),
    PlainSerializer(lambda factor: f"{factor:.10f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+\.[0-9]{10}$"}),
]


class YearResult(Frozen):
    """One financial year by the year it begins in. Costs and benefits are both more than nought;
    `discounted` is the net benefit and `added_up` the sum so far, in the first year's money."""

    year: int
    development: Pounds
    running: Pounds
    renewal: Pounds
    benefits: Pounds
    net: Pounds
    factor: Factor
    discounted: Pounds
    added_up: Pounds


class ScenarioResult(Frozen):
    """One scenario's results; present values in the first year's money. `low` and `high` are its
    net present value with every input at its worse and at its better end."""

    scenario: ScenarioName
    councils: Number
    net_present_value: Pounds
    low: Pounds
    high: Pounds
    benefits: Pounds
    costs: Pounds
    ratio: Ratio | None = None
    payback: int | None = None
    cost_per_council: Pounds | None = None
    cash_releasing: Pounds
    non_cash_releasing: Pounds
    unclassed: Pounds
    citizens: Pounds
    by_year: tuple[YearResult, ...] = ()


class CohortResult(Frozen):
    """Other councils that join in one financial year."""

    year: int
    councils: Number
    net_present_value: Pounds


class SwingResult(Frozen):
    """What an input, by its row's id, does to a scenario's net present value at its two ends."""

    input: str
    scenario: ScenarioName
    lower: Pounds
    higher: Pounds


class AppraisalFigures(Frozen):
    """All results of the appraisal."""

    first_year: int
    years: int
    scenarios: tuple[ScenarioResult, ...]
    cohorts: tuple[CohortResult, ...] = ()
    sensitivity: tuple[SwingResult, ...] = ()


def appraisal_figures(bid: Bid) -> AppraisalFigures | None:
    """The results of a bid's appraisal; None while there is no cost and no benefit."""
    inputs = inputs_of(bid)
    if inputs is None or not inputs.has_money:
        return None
    return _figures(inputs)


@lru_cache(maxsize=16)
def _figures(inputs: Inputs) -> AppraisalFigures:
    start = inputs.question.first_year
    found = scenarios(inputs)
    return AppraisalFigures(
        first_year=start,
        years=inputs.years,
        scenarios=tuple(_scenario(inputs, scenario) for scenario in found),
        cohorts=tuple(
            CohortResult(year=start + c.year, councils=_number(c.councils), net_present_value=c.npv)
            for c in found[-1].cohorts
        ),
        sensitivity=tuple(
            SwingResult(input=swing.row, scenario=name, lower=swing.lower, higher=swing.higher)
            for name, moving in swings(inputs).items()
            for swing in moving
        ),
    )


def _scenario(inputs: Inputs, found: Scenario) -> ScenarioResult:
    start = inputs.question.first_year
    low, _, high = cases(inputs, found.name)
    stream = found.stream
    return ScenarioResult(
        scenario=found.name,
        councils=_number(found.councils),
        net_present_value=found.npv,
        low=low.npv,
        high=high.npv,
        benefits=found.benefits,
        costs=found.costs,
        ratio=found.ratio,
        payback=None if found.payback is None else start + found.payback,
        cost_per_council=found.cost_per_council,
        cash_releasing=found.worth(stream.cash),
        non_cash_releasing=found.worth(stream.not_cash),
        unclassed=found.worth(stream.unclassed),
        citizens=found.citizens,
        by_year=_years(start, found),
    )


def _years(start: int, found: Scenario) -> tuple[YearResult, ...]:
    stream = found.stream
    columns = zip(
        stream.development, stream.running, stream.renewal, stream.benefits,
        found.net, found.factors, found.discounted_net, found.added_up, strict=True,
    )  # fmt: skip
    return tuple(
        YearResult(
            year=start + at, development=development, running=running, renewal=renewal,
            benefits=benefits, net=net, factor=factor, discounted=discounted, added_up=added_up,
        )
        for at, (development, running, renewal, benefits, net, factor, discounted, added_up)
        in enumerate(columns)
    )  # fmt: skip


def _number(councils: Decimal) -> Decimal:
    """A count of councils, to six places where an average is not whole."""
    return rounded(councils, Decimal("1e-6"))
