"""The finance summary's sections that come from the appraisal: whether benefits release cash, and
what goes on costing."""

from collections.abc import Iterator
from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import exactly
from bidwriter.bids.appraising.council import council_stream
from bidwriter.bids.appraising.findings import default_scenario, lead_name, scenario_title
from bidwriter.bids.appraising.inputs import Inputs, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, scenarios
from bidwriter.bids.bid import Bid
from bidwriter.bids.telling.finance_section import Section
from bidwriter.kinds.tables.appraisal import rule_words, value_words, whose_words
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import settled, show

_RECURRING = ("fixed-cost", "variable-cost", "renewal")


def cash(bid: Bid) -> Section:
    """How much of the benefits releases cash: for the lead, and for all that the bid is about."""
    inputs = inputs_of(bid)
    title = "Whether the benefits release cash"
    if inputs is None or not inputs.has_money:
        return Section(title, note="The appraisal names no benefits in money yet")
    alone, together, _ = scenarios(inputs)
    shown = [alone, together] if default_scenario(bid) == "partners" else [alone]
    rows = tuple(
        (name, *(show(one.worth(getattr(one.stream, part))) for one in shown))
        for name, part in (("Releases cash", "cash"), ("Does not release cash", "not_cash"),
                           ("Of no kind said", "unclassed"))
        if part != "unclassed" or any(map(settled, shown[-1].stream.unclassed))
    )  # fmt: skip
    titles = (scenario_title(bid, alone, None), scenario_title(bid, together, alone))
    header = ("Benefits, present value", *titles[: len(shown)])
    return Section(title, header, rows, _cash_note(lead_name(bid), alone))


def _cash_note(lead: str, alone: Scenario) -> str:
    released = alone.worth(alone.stream.cash)
    if settled(released) <= 0:
        return f"No benefit here lets {lead}’s budget fall: what is saved is time, or not yet said"
    return f"{lead}’s budget could fall by what releases cash; the rest is time or avoided cost"


def recurring(bid: Bid) -> Section:
    """What goes on costing after the grant, each cost and all of it for the lead."""
    rows = tuple(
        (row.title, whose_words(row), value_words(row), "; ".join(w for w in rule_words(row) if w))
        for row in input_rows(bid)
        if row.input in _RECURRING and (row.amount is not None or row.years)
    )
    inputs = inputs_of(bid)
    if rows and inputs is not None:
        rows = (*rows, *_for_the_lead(lead_name(bid), inputs))
    header = ("What recurs after the grant", "For", "A year, at full use", "When")
    note = (
        "Sums over all years are not discounted" if rows
        else "The appraisal names no cost of running or renewing yet"
    )  # fmt: skip
    return Section("What goes on costing after the grant", header, rows, note)


def _for_the_lead(lead: str, inputs: Inputs) -> Iterator[tuple[str, str, str, str]]:
    first = inputs.question.first_year
    years = _recurring_by_year(inputs)
    dearest = max(range(len(years)), key=lambda at: (years[at], -at))
    span = f"All of it, {year_label(first)} to {year_label(first + len(years) - 1)}"
    when = f"Most in {year_label(first + dearest)}: {show(years[dearest])}"
    yield span, lead, show(sum(years, Decimal(0))), when


@exactly
def _recurring_by_year(inputs: Inputs) -> tuple[Decimal, ...]:
    stream = council_stream(inputs, "lead")
    return tuple(a + b for a, b in zip(stream.running, stream.renewal, strict=True))
