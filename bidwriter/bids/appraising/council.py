"""What one council of a kind pays and gains, year by year."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.appraising.arithmetic import Series, added, multiplied, shifted, times
from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.bids.appraising.series import (
    confidence,
    delayed,
    effect,
    line_series,
    optimism,
)
from bidwriter.kinds.tables.appraisal import BENEFITS, BenefitClass, InputName, Whose


class Stream(NamedTuple):
    """Pounds a year, costs and benefits both more than nought. `cash`, `not_cash` and `unclassed`
    are the benefits in money to public bodies, by class; what citizens gain stands beside them
    and is in no sum."""

    development: Series
    running: Series
    renewal: Series
    cash: Series
    not_cash: Series
    unclassed: Series
    citizens: Series

    @property
    def costs(self) -> Series:
        """All costs."""
        return _sum(self.development, self.running, self.renewal)

    @property
    def benefits(self) -> Series:
        """All benefits in money to public bodies."""
        return _sum(self.cash, self.not_cash, self.unclassed)

    @property
    def net(self) -> Series:
        """Benefits less costs."""
        pairs = zip(self.benefits, self.costs, strict=True)
        return tuple(gain - cost for gain, cost in pairs)


def _sum(*parts: Series) -> Series:
    return added(parts, len(parts[0]))


def many(stream: Stream, councils: Decimal) -> Stream:
    """As many councils of one kind."""
    return Stream(*(times(series, councils) for series in stream))


def later(stream: Stream, by: int) -> Stream:
    """The same council, begun `by` years later and cut off at the last year."""
    return Stream(*(shifted(series, by) for series in stream))


def together(streams: Iterable[Stream], years: int) -> Stream:
    """The money of several as one; of none: noughts."""
    given = tuple(streams)
    return Stream(*(added((s[at] for s in given), years) for at in range(len(Stream._fields))))


def council_stream(inputs: Inputs, whose: Whose) -> Stream:
    """One council of a kind: sharing, optimism, delay and the confidence factor counted in."""
    return Stream(
        _costs(inputs, whose, "development"),
        _costs(inputs, whose, "fixed-cost", "variable-cost"),
        _costs(inputs, whose, "renewal"),
        _gains(inputs, whose, "cash-releasing"),
        _gains(inputs, whose, "non-cash-releasing"),
        _gains(inputs, whose, None),
        _citizens(inputs, whose),
    )


def _costs(inputs: Inputs, whose: Whose, *names: InputName) -> Series:
    lines = (line for line in inputs.of(whose, *names) if line.counted)
    return added((line_worth(inputs, line, whose) for line in lines), inputs.years)


def line_worth(inputs: Inputs, line: Line, whose: Whose) -> Series:
    """One line of a council: a cost with what sharing and optimism do to it, or as much of a
    benefit as is counted, not yet delayed."""
    given = line_series(inputs, line, whose)
    if line.input in BENEFITS:
        return multiplied(given, confidence(inputs))
    return multiplied(multiplied(given, effect(inputs, line, whose)), optimism(inputs, line))


def without_delay(inputs: Inputs) -> Inputs:
    """The inputs with benefits that come as planned."""
    return inputs._replace(lines=tuple(x for x in inputs.lines if x.input != "benefit-delay"))


def _gains(inputs: Inputs, whose: Whose, wanted: BenefitClass | None) -> Series:
    lines = inputs.of(whose, *BENEFITS)
    mine = (x for x in lines if x.counted and not x.citizens and x.benefit_class == wanted)
    return _delayed(inputs, whose, mine)


def _citizens(inputs: Inputs, whose: Whose) -> Series:
    lines = inputs.of(whose, *BENEFITS)
    return _delayed(inputs, whose, (x for x in lines if x.counted and x.citizens))


def _delayed(inputs: Inputs, whose: Whose, lines: Iterable[Line]) -> Series:
    gained = added((line_series(inputs, line, whose) for line in lines), inputs.years)
    return delayed(inputs, multiplied(gained, confidence(inputs)))
