"""What is checked of the appraisal: an input that cannot be reckoned with stops export; a missing
source and what is seldom meant are advice."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.appraising.inputs import Inputs, appraisal_question, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import building
from bidwriter.bids.appraising.series import adoption, partners
from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem, Severity
from bidwriter.kinds.tables.appraisal import (
    BENEFITS,
    COSTS,
    INPUTS,
    Appraisal,
    Input,
    InputName,
    is_for_all,
    says_something,
)
from bidwriter.kinds.tables.appraisal_cells import COST_HINT, unused
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import pence, show


class _Bound(NamedTuple):
    """Between what a value of an input lies, ends included."""

    least: Decimal
    most: Decimal
    words: str
    detail: str
    severity: Severity = "stops"


_MOST = Decimal(100_000)  # what any number here can be
_NONE_OR_MORE = _Bound(Decimal(0), _MOST, "at nought or more", "It would count as none")
_SHARE = _Bound(Decimal(0), Decimal(100), "between 0% and 100%", "A share of a whole")
_BOUNDS: dict[InputName, _Bound] = {
    "growth": _Bound(Decimal(-100), Decimal(100), "between −100% and 100% a year",
                     "More than double each year"),
    "take-up": _SHARE._replace(detail="More counts as 100%", severity="advice"),
    "lead-effect": _Bound(Decimal(-100), _MOST, "at −100% or more",
                          "A cost would come to less than nothing"),
    "confidence-factor": _SHARE,
    "reuse-effect": _SHARE,
    "renewal-effect": _SHARE,
    "cost-optimism": _Bound(Decimal(0), Decimal(200), "between 0% and 200%",
                            COST_HINT, "advice"),
    "benefit-delay": _NONE_OR_MORE,
    "partners": _NONE_OR_MORE,
    "councils-adopting": _NONE_OR_MORE,
    "councils-possible": _NONE_OR_MORE,
    "councils-interested": _NONE_OR_MORE,
}  # fmt: skip


def check_appraisal(bid: Bid) -> Iterator[Problem]:
    """Problems of the inputs, row by row, then of all together."""
    question = appraisal_question(bid)
    rows = input_rows(bid)
    if question is None or not rows:
        return
    for at, row in enumerate(rows, 1):
        place = Place(question.id).at(row.id)
        yield from _complete(place, row, at)
        if row.input is not None and says_something(row):
            yield from _years(question, place, row)
            yield from _reasonable(place, row)
            yield from _said(place, row)
        yield from _without_effect(place, row)
    yield from _twice(question, rows)
    yield from _together(bid, question, rows)


def _complete(place: Place, row: Input, at: int) -> Iterator[Problem]:
    """What a row needs before it can be reckoned with."""
    name = f"“{row.title}”" if row.input else f"input {at}"
    detail = f"Input {at} of the appraisal"
    if row.input is None:
        yield Problem("appraisal", place.at("input"), f"Say what {name} is", detail)
        return
    if not is_for_all(row.input) and not row.whose:
        yield Problem("appraisal", place.at("whose"), f"Say whose {name} is", detail)
    if not says_something(row):
        field = "amount" if row.in_money else "number"
        field = "first" if row.input == "price-year" else field
        yield Problem("appraisal", place.at(field), f"Give {name} a value", detail)
    elif row.in_money and row.amount is None and row.number is not None:
        words = f"Give {name} in pounds, or say that it is not in money"
        yield Problem("appraisal", place.at("amount"), words, detail)
    elif row.input == "price-year" and (row.amount is not None or row.number is not None):
        field = "amount" if row.amount is not None else "number"
        words = f"Give {name} as a financial year, like 19/20"
        yield Problem("appraisal", place.at(field), words, detail)
    elif row.is_rule and row.amount is not None:
        words = f"Give {name} as a number, not in pounds"
        yield Problem("appraisal", place.at("number"), words, detail)
    if row.input == "renewal" and row.amount is not None and row.every is None and not row.first:
        words = f"Say how often to pay for {name}"
        yield Problem(
            "appraisal", place.at("every"), words, "Every so many years, or in which year"
        )


def _without_effect(place: Place, row: Input) -> Iterator[Problem]:
    """What a row says and the sums do not hear would stand in print as if it held."""
    for cell, words in unused(row):
        said = f"Take {words} out of “{row.title}”: it has no effect there"
        detail = "It would be printed as if it held, and change no sum"
        yield Problem("appraisal", place.at(cell), said, detail)


def _years(question: Appraisal, place: Place, row: Input) -> Iterator[Problem]:
    """Years outside the horizon do nothing: say so."""
    first, last = question.first_year, question.first_year + question.years - 1
    horizon = f"The appraisal runs from {year_label(first)} to {year_label(last)}"
    if row.input == "price-year":
        return
    outside = [year for year in row.typed if not first <= year <= last]
    if outside:
        words = f"Take {year_label(outside[0])} out of “{row.title}”: it is outside the appraisal"
        yield Problem("appraisal", place.at("years"), words, horizon, "advice")
    if row.first is not None and row.first > last:
        words = f"Begin “{row.title}” within the appraisal"
        yield Problem("appraisal", place.at("first"), words, horizon, "advice")
    if row.first is not None and row.last is not None and row.last < row.first:
        words = f"Let “{row.title}” end in the year it begins or later"
        yield Problem("appraisal", place.at("last"), words, horizon)


def _reasonable(place: Place, row: Input) -> Iterator[Problem]:
    """Values that are seldom meant."""
    values = [v for v in (row.amount, row.number, *row.typed.values()) if v is not None]
    if row.input in COSTS and any(value < 0 for value in values):
        words = f"Write the cost “{row.title}” as a sum above nought"
        detail = "A cost below nought counts as something saved"
        yield Problem("appraisal", place.at("amount"), words, detail, "advice")
    bound = _BOUNDS.get(row.input) if row.input else None
    if bound and any(not bound.least <= value <= bound.most for value in values):
        words = f"Keep “{row.title}” {bound.words}"
        yield Problem("appraisal", place.at("number"), words, bound.detail, bound.severity)


def _said(place: Place, row: Input) -> Iterator[Problem]:
    """Every input says where it comes from and how sure it is."""
    if not row.source and row.input != "price-year":
        words = f"Say where “{row.title}” comes from"
        detail = "An analyst will ask for the source of every figure"
        yield Problem("appraisal-source", place.at("source"), words, detail, "advice")
    if row.input in BENEFITS and row.benefit_class is None:
        words = f"Say what kind of benefit “{row.title}” is"
        detail = "Cash-releasing and other benefits are added up apart"
        yield Problem("appraisal-class", place.at("benefit-class"), words, detail, "advice")


def _twice(question: Appraisal, rows: tuple[Input, ...]) -> Iterator[Problem]:
    """Of two rules for one kind of council only the first is used."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row.input is None or not INPUTS[row.input].alone:
            continue
        keys = {(row.input, whose) for whose in (row.whose or ("",))}
        if is_for_all(row.input):
            keys = {(row.input, "")}
        if keys & seen:
            words = f"Take out the second “{row.title}”: only the first is used"
            place = Place(question.id).at(row.id, "whose")
            yield Problem("appraisal", place, words, "Two inputs say the same thing")
        seen |= keys


def _together(bid: Bid, question: Appraisal, rows: tuple[Input, ...]) -> Iterator[Problem]:
    """What the inputs say of each other."""
    inputs = inputs_of(bid)
    assert inputs is not None
    if inputs.has_money and inputs.price_year is None:
        words = "Say in which year’s prices the appraisal’s sums are"
        detail = "Present values are real: no inflation is in them"
        yield Problem("appraisal-prices", Place(question.id), words, detail, "advice")
    yield from _beside_cost_lines(bid, question, inputs)
    possible = inputs.rule("councils-possible")
    joining = sum(adoption(inputs))
    if possible and joining > possible.value:
        place = Place(question.id).at(possible.row, "number")
        words = "Let no more councils join than the service could serve"
        detail = f"{joining:f} join; it could serve {possible.value:f}"
        yield Problem("appraisal", place, words, detail, "advice")
    typed = inputs.rule("partners")
    if typed and inputs.partners and partners(inputs) != inputs.partners:
        place = Place(question.id).at(typed.row, "number")
        words = f"Check the partners in the appraisal: the bid names {inputs.partners}"
        detail = f"The appraisal reckons with {partners(inputs):f}"
        yield Problem("appraisal", place, words, detail, "advice")
    has_others = any(row.whose and "other" in row.whose and not row.is_rule for row in rows)
    if joining and not has_others:
        words = "Say what an average other council pays and saves"
        detail = "Councils join, but nothing is known of their money"
        yield Problem("appraisal", Place(question.id), words, detail, "advice")


def _beside_cost_lines(bid: Bid, question: Appraisal, inputs: Inputs) -> Iterator[Problem]:
    """What this bid pays for is part of what building and setting up costs. Later stages may cost
    more; a stage that the appraisal names is what the cost lines are."""
    phase = bid.round.phase(bid.phase)
    costed, built = totals(bid).whole, building(inputs)
    staged = building(inputs, bid.phase) if bid.phase else None
    if costed <= 0 or built is None:
        return
    if staged is not None and pence(staged) != costed:
        name = f"the {phase.name.lower()}" if phase else "this phase"
        words = f"Let the appraisal’s building cost of {name} be what the cost lines come to"
        detail = f"The appraisal has {show(staged)}, the cost lines {show(costed)}"
    elif pence(built) < costed:
        words = "Let the appraisal’s building cost cover what the cost lines come to"
        detail = f"The appraisal has {show(built)}, the cost lines {show(costed)}"
    else:
        return
    yield Problem("appraisal-costs", Place(question.id), words, detail, "advice")
