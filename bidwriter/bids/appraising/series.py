"""How a rule fills a series of years. A typed year stands in place of what the rule gives.

Years are counted from the start of the horizon: for the lead and the partners it is the first
year; for an other council it is its own first year, and its cohort is moved to when it joins.
"""

from collections.abc import Callable
from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import HUNDRED, NOUGHT, ONE, Series, shifted, times
from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.kinds.tables.appraisal import GREW, InputName, Whose

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
    return times(with_typed(made, line), line.doubt)


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
    return tuple(_share(share, rule.doubt) for share in with_typed(risen, rule))


def growth(inputs: Inputs, whose: Whose) -> Series:
    """How demand stands against the rule's first year (the start, if none is named), which is 1:
    each later year grows on the one before."""
    rule = inputs.rule("growth", whose)
    made: list[Decimal] = []
    for year in range(inputs.years):
        factor = max(ONE + _growth_into(rule, year) / HUNDRED, NOUGHT)
        made.append(min((made[-1] if made else ONE) * factor, MOST_GROWTH))
    return tuple(made)


def _growth_into(rule: Line | None, year: int) -> Decimal:
    """The per cent by which demand grows into `year`."""
    if rule is None:
        return NOUGHT
    typed = dict(rule.typed)
    if year in typed:
        return typed[year] * rule.doubt
    within = (rule.first or 0) < year and (rule.last is None or year <= rule.last)
    return rule.value * rule.doubt if within else NOUGHT


def adoption(inputs: Inputs) -> Series:
    """How many other councils join in each year; the rule's first year is the second of the
    horizon if none is named."""
    rule = inputs.rule("councils-adopting")
    if rule is None:
        return (NOUGHT,) * inputs.years
    named = rule._replace(first=1 if rule.first is None else rule.first)
    joining = _each_year(named, (ONE,) * inputs.years)
    return tuple(max(many * rule.doubt, NOUGHT) for many in with_typed(joining, named))


def partners(inputs: Inputs) -> Decimal:
    """How many partners there are: typed, or as many as the bid names beside the lead."""
    rule = inputs.rule("partners")
    return max(rule.value * rule.doubt, NOUGHT) if rule else Decimal(inputs.partners)


def effect(inputs: Inputs, line: Line, whose: Whose) -> Series:
    """What the project does to the price of building and renewing, as a factor in each year: the
    lead pays so many per cent more than alone, a council that reuses the outputs so many per cent
    less."""
    if line.input == "development" and whose == "lead":
        return _more(inputs, inputs.rule("lead-effect", whose))
    saving: dict[InputName, InputName] = {
        "development": "reuse-effect", "renewal": "renewal-effect",
    }  # fmt: skip
    if line.input not in saving:
        return (ONE,) * inputs.years
    less = _each(inputs, inputs.rule(saving[line.input], whose), NOUGHT, _share)
    return tuple(ONE - share for share in less)


def optimism(inputs: Inputs, line: Line) -> Series:
    """The factor by which building and renewing are taken to cost more than planned."""
    if line.input not in ("development", "renewal"):
        return (ONE,) * inputs.years
    return _more(inputs, inputs.rule("cost-optimism"))


def delayed(inputs: Inputs, series: Series) -> Series:
    """Benefits as much later as they are taken to come: of half a year's delay, each year has
    half of its own and half of the year before's; what comes after the last year is lost."""
    rule = inputs.rule("benefit-delay")
    late = min(max(rule.value * rule.doubt, NOUGHT), Decimal(inputs.years)) if rule else NOUGHT
    if not late:
        return series
    whole = int(late)
    part = late - whole
    sooner, later = shifted(series, whole), shifted(series, whole + 1)
    return tuple(a * (ONE - part) + b * part for a, b in zip(sooner, later, strict=True))


def confidence(inputs: Inputs) -> Series:
    """The share of every benefit in money that is counted in each year: 1 if nothing is said."""
    return _each(inputs, inputs.rule("confidence-factor"), ONE, _share)


def _each(
    inputs: Inputs, rule: Line | None, none: Decimal, of: Callable[[Decimal, Decimal], Decimal]
) -> Series:
    """A rule's per cents as factors, one for each year; `none` where there is no rule."""
    if rule is None:
        return (none,) * inputs.years
    return tuple(of(value, rule.doubt) for value in with_typed((rule.value,) * inputs.years, rule))


def _more(inputs: Inputs, rule: Line | None) -> Series:
    """So many per cent more, as factors that make no cost less than nothing."""
    return tuple(max(ONE + share, NOUGHT) for share in _each(inputs, rule, NOUGHT, _per_cent))


def _per_cent(value: Decimal, doubt: Decimal) -> Decimal:
    return value / HUNDRED * doubt


def _share(value: Decimal, doubt: Decimal) -> Decimal:
    """A share of a whole, which is never less than nothing or more than all of it: an uncertain
    100 % has no higher end, and what is more counts as 100 % before it is doubted."""
    return _within(_within(value / HUNDRED) * doubt)


def _within(share: Decimal) -> Decimal:
    return min(max(share, NOUGHT), ONE)
