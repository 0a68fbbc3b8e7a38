"""The one way to reckon here: Decimal, 34 digits, in a context of its own."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

NOUGHT = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
Series = tuple[Decimal, ...]  # a value for each year, the first year first

_CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN)
P = ParamSpec("P")
R = TypeVar("R")


def exactly(reckon: Callable[P, R]) -> Callable[P, R]:
    """`reckon` done with 34 digits, whatever the caller's own context is."""

    @wraps(reckon)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(_CONTEXT):
            return reckon(*args, **kwargs)

    return done


def added(many: Iterable[Series], years: int) -> Series:
    """Series added year by year; none: noughts."""
    total = [NOUGHT] * years
    for series in many:
        total = [a + b for a, b in zip(total, series, strict=True)]
    return tuple(total)


def times(series: Series, factor: Decimal) -> Series:
    """Every year times `factor`."""
    return series if factor == ONE else tuple(value * factor for value in series)


def multiplied(series: Series, factors: Series) -> Series:
    """Every year times its own factor."""
    return tuple(a * b for a, b in zip(series, factors, strict=True))


def shifted(series: Series, by: int) -> Series:
    """`series` begun `by` years later and cut off at the last year."""
    return (NOUGHT,) * min(by, len(series)) + series[: max(0, len(series) - by)]


def running(series: Series) -> Series:
    """What has come together by the end of each year."""
    total, sums = NOUGHT, []
    for value in series:
        total += value
        sums.append(total)
    return tuple(sums)
