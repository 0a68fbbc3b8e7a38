"""How a rule fills a series of years. A typed year stands in place of what the rule gives.

Years are counted from the start of the horizon: for the lead and the partners it is the first
year; for an other council it is its own first year, and its cohort is moved to when it joins.
"""

from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import HUNDRED, NOUGHT, ONE, Series
from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.kinds.tables.appraisal import GREW, Whose

_FULL = HUNDRED
MOST_GROWTH = Decimal(1_000_000)  # so that no input can make a sum that is too long to write


def line_series(inputs: Inputs, line: Line, whose: Whose) -> Series:
    """One cost or benefit of one council of a kind, in pounds a year, effects of sharing and the
    confidence factor not yet taken into account."""
    if line.input == "development":
        made = _once(line, inputs.years)
    elif line.input == "renewal":
        made = _renewed(line, inputs.years)
    elif line.input in GREW:
        grown = zip(take_up(inputs, whose), growth(inputs, whose), strict=True)
        made = _each_year(line, tuple(share * growing for share, growing in grown))
    else:
        made = _each_year(line, (ONE,) * inputs.years)
    return with_typed(made, line)


def with_typed(series: Series, line: Line) -> Series:
    """`series` with the typed years in place of the rule's."""
    typed = dict(line.typed)
    return tuple(typed.get(year, value) for year, value in enumerate(series))


def _each_year(line: Line, pattern: Series) -> Series:
    return tuple(
        line.value * part if _holds(line, year) else NOUGHT for year, part in enumerate(pattern)
    )


def _holds(line: Line, year: int) -> bool:
    return (line.first or 0) <= year and (line.last is None or year <= line.last)


def _once(line: Line, years: int) -> Series:
    return tuple(line.value if year == (line.first or 0) else NOUGHT for year in range(years))


def _renewed(line: Line, years: int) -> Series:
    """In the first year named (else one spell after the start) and every spell from then on."""
    if line.every is None:
        return _once(line, years) if line.first is not None else (NOUGHT,) * years
    first = line.every if line.first is None else line.first
    return tuple(
        line.value
        if year >= first and (year - first) % line.every == 0 and _holds(line, year)
        else NOUGHT
        for year in range(years)
    )


# --- rules -----------------------------------------------------------------------------------


def take_up(inputs: Inputs, whose: Whose) -> Series:
    """The share of full use in each year, 0 to 1: it begins in the rule's first year and rises by
    so many points a year. With no rule, full use from the start."""
    rule = inputs.rule("take-up", whose)
    if rule is None:
        return (ONE,) * inputs.years
    start = rule.first or 0
    risen = tuple(
        rule.value + rule.rise * (year - start) if _holds(rule, year) else NOUGHT
        for year in range(inputs.years)
    )
    return tuple(min(max(share, NOUGHT), _FULL) / HUNDRED for share in with_typed(risen, rule))


def growth(inputs: Inputs, whose: Whose) -> Series:
    """How demand stands against the rule's first year (the start, if none is named), which is 1:
    each later year grows on the one before."""
    rule = inputs.rule("growth", whose)
    made: list[Decimal] = []
    for year in range(inputs.years):
        rate = _growth_into(rule, year)
        made.append(min((made[-1] if made else ONE) * (ONE + rate / HUNDRED), MOST_GROWTH))
    return tuple(made)


def _growth_into(rule: Line | None, year: int) -> Decimal:
    """The per cent by which demand grows into `year`."""
    if rule is None:
        return NOUGHT
    typed = dict(rule.typed)
    if year in typed:
        return typed[year]
    within = (rule.first or 0) < year and (rule.last is None or year <= rule.last)
    return rule.value if within else NOUGHT


def adoption(inputs: Inputs) -> Series:
    """How many other councils join in each year; the rule's first year is the second of the
    horizon if none is named."""
    rule = inputs.rule("councils-adopting")
    if rule is None:
        return (NOUGHT,) * inputs.years
    named = rule._replace(first=1 if rule.first is None else rule.first)
    joining = _each_year(named, (ONE,) * inputs.years)
    return tuple(max(many, NOUGHT) for many in with_typed(joining, named))


def partners(inputs: Inputs) -> Decimal:
    """How many partners there are: typed, or as many as the bid names beside the lead."""
    rule = inputs.rule("partners")
    return max(rule.value, NOUGHT) if rule else Decimal(inputs.partners)


def effect(inputs: Inputs, line: Line, whose: Whose) -> Decimal:
    """What the project does to the price of building and renewing, as a factor: the lead pays so
    many per cent more than alone, a council that reuses the outputs so many per cent less."""
    if line.input == "development":
        if whose == "lead":
            return ONE + _per_cent(inputs.rule("lead-effect", whose))
        return ONE - _share(inputs.rule("reuse-effect", whose))
    if line.input == "renewal":
        return ONE - _share(inputs.rule("renewal-effect", whose))
    return ONE


def confidence(inputs: Inputs) -> Decimal:
    """The share of every benefit in money that is counted: 1 if nothing is said."""
    rule = inputs.rule("confidence-factor")
    return _share(rule) if rule else ONE


def _per_cent(rule: Line | None) -> Decimal:
    return rule.value / HUNDRED if rule else NOUGHT


def _share(rule: Line | None) -> Decimal:
    """A share of a whole, which is never less than nothing or more than all of it: an uncertain
    100 % has no higher end."""
    return min(max(_per_cent(rule), NOUGHT), ONE)
