"""The three scenarios: the lead alone; the lead and its partners; all councils that adopt."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from bidwriter.bids.appraising.arithmetic import NOUGHT, ONE, Series, exactly, running
from bidwriter.bids.appraising.council import Stream, council_stream, later, many, together
from bidwriter.bids.appraising.discounting import discounted, factors, present_value
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.series import adoption, partners
from bidwriter.kinds.values.money import settled

ScenarioName = Literal["lead", "partners", "all"]
SCENARIOS: tuple[ScenarioName, ...] = ("lead", "partners", "all")


class Cohort(NamedTuple):
    """Other councils that join in one year: `year` from the start of the horizon, how many, and
    the net present value of them all."""

    year: int
    councils: Decimal
    npv: Decimal


class Scenario(NamedTuple):
    """One scenario. Present values are in the first year's money. `ratio` is discounted benefits
    ÷ discounted costs (None where nothing is spent); `payback` is the first year, from the start
    of the horizon, from which the discounted sum stays at or above nought (None: it never does,
    or nothing is spent or gained)."""

    name: ScenarioName
    councils: Decimal
    stream: Stream
    factors: Series
    benefits: Decimal
    costs: Decimal
    citizens: Decimal
    cohorts: tuple[Cohort, ...] = ()

    @property
    def net(self) -> Series:
        """Net benefit in each year, not discounted."""
        return exactly(lambda: self.stream.net)()

    @property
    def discounted_net(self) -> Series:
        """Net benefit in each year, in the first year's money."""
        return exactly(lambda: discounted(self.stream.net, self.factors))()

    @property
    def added_up(self) -> Series:
        """What has come together by the end of each year, in the first year's money."""
        return exactly(lambda: running(self.discounted_net))()

    @property
    def npv(self) -> Decimal:
        """Net present value."""
        return exactly(lambda: self.benefits - self.costs)()

    @property
    def ratio(self) -> Decimal | None:
        """Benefit–cost ratio."""
        return exactly(lambda: self.benefits / self.costs)() if settled(self.costs) > 0 else None

    @property
    def payback(self) -> int | None:
        """The year from which the sum stays at or above nought."""
        if not any(any(map(settled, series)) for series in self.stream[:-1]):
            return None
        return payback(self.added_up)

    @property
    def cost_per_council(self) -> Decimal | None:
        """Discounted costs ÷ the councils in the scenario."""
        return exactly(lambda: self.costs / self.councils)() if self.councils else None

    def worth(self, series: Series) -> Decimal:
        """The present value of one series of the stream."""
        return exactly(present_value)(series, self.factors)


def payback(added_up: Series) -> int | None:
    """The first year from which every sum is nought or more."""
    last_below = max((i for i, total in enumerate(added_up) if settled(total) < 0), default=-1)
    return last_below + 1 if last_below + 1 < len(added_up) else None


@exactly
def scenarios(inputs: Inputs) -> tuple[Scenario, ...]:
    """The three scenarios, in order."""
    by = factors(inputs.question)
    lead = council_stream(inputs, "lead")
    count = partners(inputs)
    with_partners = together((lead, many(council_stream(inputs, "partner"), count)), inputs.years)
    other = council_stream(inputs, "other")
    joining = tuple(_joining(inputs))
    all_ = together(
        (with_partners, *(many(later(other, year), size) for year, size in joining)), inputs.years
    )
    adopting = sum((size for _, size in joining), NOUGHT)
    cohorts = tuple(
        Cohort(year, size, present_value(many(later(other, year), size).net, by))
        for year, size in joining
    )
    return (
        _scenario("lead", ONE, lead, by),
        _scenario("partners", ONE + count, with_partners, by),
        _scenario("all", ONE + count + adopting, all_, by)._replace(cohorts=cohorts),
    )


@exactly
def building(inputs: Inputs, stage: str | None = None) -> Decimal | None:
    """What building and setting up costs the lead and its partners in all years, as planned and
    not discounted; of one stage alone, if it is named. None where no input speaks of it."""
    planned = tuple(
        line
        for line in inputs.lines
        if line.input != "cost-optimism"
        and (line.input != "development" or stage in (None, line.stage))
    )
    if not any(line.input == "development" for line in planned):
        return None
    alone = inputs._replace(lines=planned)
    each = council_stream(alone, "partner").development
    lead = council_stream(alone, "lead").development
    return sum(lead, NOUGHT) + sum(each, NOUGHT) * partners(alone)


def _joining(inputs: Inputs) -> Iterator[tuple[int, Decimal]]:
    """The years in which other councils join, and how many."""
    return ((year, size) for year, size in enumerate(adoption(inputs)) if size)


def _scenario(name: ScenarioName, councils: Decimal, stream: Stream, by: Series) -> Scenario:
    return Scenario(
        name,
        councils,
        stream,
        by,
        present_value(stream.benefits, by),
        present_value(stream.costs, by),
        present_value(stream.citizens, by),
    )
