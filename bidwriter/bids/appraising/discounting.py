"""Discount factors and present values.

The convention, stated wherever it matters: the first year counts in full (its factor is 1), each
later year's factor is the one before divided by 1 + that year's rate. A spreadsheet's NPV()
discounts the first year too, so it is not used. Rates come from the round pack; the Green Book's
social time preference rate is 3.5 % to year 30, 3.0 % to year 75 and 2.5 % after, where the first
year is year 0.
"""

from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import HUNDRED, NOUGHT, ONE, Series, multiplied
from bidwriter.kinds.tables.appraisal import Appraisal, DiscountStep


def factors(question: Appraisal) -> Series:
    """The factor of each year, the first year's 1."""
    made = [ONE]
    for year in range(1, question.years):
        made.append(made[-1] / (ONE + rate(question.discount, year) / HUNDRED))
    return tuple(made)


def rate(steps: tuple[DiscountStep, ...], year: int) -> Decimal:
    """The rate in per cent that leads into `year`; the first year is year 0."""
    return next((step.rate for step in steps if step.to is None or year <= step.to), steps[-1].rate)


def present_value(series: Series, by: Series) -> Decimal:
    """What a series is worth in the first year's money."""
    return sum((value * factor for value, factor in zip(series, by, strict=True)), NOUGHT)


def discounted(series: Series, by: Series) -> Series:
    """Each year's value in the first year's money."""
    return multiplied(series, by)
