"""A money scale for a chart: from where to where, with few and round steps."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from bidwriter.kinds.values.money import show

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_MOST_LINES = 4


class Scale(NamedTuple):
    """`least` and `most` in pounds, and the round sums where grid lines stand, nought among
    them."""

    least: Decimal
    most: Decimal
    marks: tuple[Decimal, ...]

    def share(self, amount: Decimal) -> float:
        """Where an amount lies between the ends: 0 at the least, 1 at the most."""
        return float((amount - self.least) / (self.most - self.least))


def scale_for(amounts: Iterable[Decimal]) -> Scale:
    """A scale that holds nought and all `amounts`, with at most four lines beside nought."""
    given = (*amounts, Decimal(0))
    least, most = min(given), max(given)
    if least == most:
        return Scale(Decimal(0), Decimal(1), (Decimal(0),))
    step = _step(most - least)
    low = (least / step).to_integral_value(ROUND_FLOOR)
    high = (most / step).to_integral_value(ROUND_CEILING)
    marks = tuple(step * at for at in range(int(low), int(high) + 1) if least <= step * at)
    return Scale(min(least, marks[0]), max(most, marks[-1]), marks)


def _step(spread: Decimal) -> Decimal:
    """The least round step that needs no more than the allowed lines."""
    rough = spread / _MOST_LINES
    unit = Decimal(1).scaleb(rough.adjusted())
    return next(unit * step for step in _STEPS if unit * step >= rough)


def mark_words(amount: Decimal) -> str:
    """A grid line's sum, short: £0, £500k, £1m, £2.5m."""
    size = abs(amount)
    sign = "−" if amount < 0 else ""
    if size >= 1_000_000:
        return f"{sign}£{_short(size / 1_000_000)}m"
    if size >= 10_000:
        return f"{sign}£{_short(size / 1000)}k"
    return show(amount)


def _short(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
