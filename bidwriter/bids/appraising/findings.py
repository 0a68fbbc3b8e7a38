"""What the appraisal finds, in words: for headings, spoken descriptions and the alt text in the
PDF. The same words everywhere."""

from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import NOUGHT
from bidwriter.bids.appraising.inputs import Inputs, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, ScenarioName, scenarios
from bidwriter.bids.appraising.uncertainty import Cases, Swing
from bidwriter.bids.bid import Bid
from bidwriter.kinds.tables.appraisal import Input, whose_words
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import pence, rough, rounded, settled
from bidwriter.kinds.values.numbers import plain

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def lead_name(bid: Bid) -> str:
    """The lead's short name, or "The lead"."""
    council = bid.lead.council if bid.lead else None
    return council.short_name if council else "The lead"


def scenario_title(bid: Bid, scenario: Scenario, before: Scenario | None) -> str:
    """ "Hambleton alone", "With 3 partners", "And 50 more councils". `before` is the scenario
    before it in the list."""
    more = count_text(scenario.councils - before.councils) if before else ""
    many = "" if more == "1" else "s"
    match scenario.name:
        case "lead":
            return f"{lead_name(bid)} alone"
        case "partners":
            return f"With {more} partner{many}" if more != "0" else "With no partner"
        case "all":
            return f"And {more} more council{many}" if more != "0" else "And no other council"


def scenario_names(bid: Bid, scenario: Scenario) -> str:
    """Who is in it: "Hambleton, Ryedale and North Yorkshire together"."""
    if scenario.name == "lead":
        return f"{lead_name(bid)} alone"
    names = [p.council.short_name for p in bid.partners if p.council]
    named = Decimal(len(names)) == (
        scenario.councils if scenario.name == "partners" else Decimal(-1)
    )
    if named and len(names) <= 5:
        return f"{', '.join(names[:-1])} and {names[-1]} together" if names[1:] else names[0]
    return f"All {count_text(scenario.councils)} councils together"


def joining_words(inputs: Inputs, scenario: Scenario) -> str:
    """ "10 join each year for 5 years", or who joins when."""
    sizes = [cohort.councils for cohort in scenario.cohorts]
    if not sizes:
        return "no other council joins"
    if len(set(sizes)) == 1:
        years = f"for {len(sizes)} years" if len(sizes) > 1 else ""
        start = year_label(inputs.question.first_year + scenario.cohorts[0].year)
        each = "each year " if years else f"in {start}"
        return f"{count_text(sizes[0])} join {each}{years}".strip()
    began = inputs.question.first_year
    first, last = (year_label(began + scenario.cohorts[at].year) for at in (0, -1))
    return f"they join from {first} to {last}"


def payback_words(inputs: Inputs, scenario: Scenario) -> tuple[str, str]:
    """("23/24", "the fifth year"); or ("Never", "within 12 years")."""
    year = scenario.payback
    if year is None:
        return "Never", f"within {inputs.years} years"
    which = f"the {_PLACES[year]} year" if year < len(_PLACES) else f"year {year + 1}"
    return year_label(inputs.question.first_year + year), which


def price_words(inputs: Inputs) -> str:
    """ "in 19/20 prices, no inflation"; or that the year is not said."""
    if inputs.price_year is None:
        return "no inflation, of prices in a year not said"
    return f"in {year_label(inputs.price_year)} prices, no inflation"


def value_words(inputs: Inputs) -> str:
    """What present values are, for a note: of which year, in which prices, real."""
    first = year_label(inputs.question.first_year)
    prices = (
        f"in the prices of {year_label(inputs.price_year)}"
        if inputs.price_year is not None
        else "in prices of a year that is not said"
    )
    return f"Present values are of {first}. All sums are real, {prices}: no inflation is in them"


def optimism_words(inputs: Inputs) -> str:
    """What is allowed for optimism in costs and in time, or that nothing is."""
    cost, late = inputs.rule("cost-optimism"), inputs.rule("benefit-delay")
    parts = [
        f"{plain(cost.value)}% on building and renewing" if cost and cost.value else "",
        f"benefits {plain(late.value)} years later" if late and late.value else "",
    ]
    said = " and ".join(part for part in parts if part)
    return f"Allowed for optimism: {said}" if said else "Nothing is allowed for optimism"


def ratio_words(spread: Cases) -> tuple[str, str]:
    """Benefits over costs with as many figures as the range from low to high bears out:
    ("£2.41", "benefits over costs"), ("About £4", "£2 to £8")."""
    ratio = spread.central.ratio
    if ratio is None:
        spent = settled(spread.central.costs)
        return "–", "nothing is spent" if not spent else "costs come to less than nought"
    ends = [case.ratio for case in (spread.low, spread.high)]
    if None in ends or len({settled(end) for end in ends if end is not None}) == 1:
        return f"£{pence(ratio)}", "benefits over costs"
    low, high = sorted(end for end in ends if end is not None)
    unit = ratio_unit(spread)
    said = f"About £{rounded(ratio, unit)}"
    return said, f"£{rounded(low, unit)} to £{rounded(high, unit)}"


def ratio_unit(spread: Cases) -> Decimal:
    """To what a ratio is rounded: to a fifth of what its cases lie apart, or finer by less than
    ten times; and never to nothing."""
    ratios = [case.ratio for case in spread if case.ratio is not None]
    wide = max(ratios, default=NOUGHT) - min(ratios, default=NOUGHT)
    small = min((abs(ratio) for ratio in ratios), default=NOUGHT) < 1
    if wide >= 5:
        return Decimal("0.1") if small else Decimal(1)
    return Decimal("0.1") if wide >= Decimal("0.5") else Decimal("0.01")


def finding(bid: Bid, inputs: Inputs, scenario: Scenario) -> str:
    """The chart in one sentence: what it comes to, when it pays back, what it costs before."""
    last = year_label(inputs.question.first_year + inputs.years - 1)
    worth = f"{scenario_names(bid, scenario)}: net present value {rough(scenario.npv)} by {last}"
    lowest = settled(min(scenario.added_up))
    parts = [f"{worth}, {price_words(inputs)}"]
    if scenario.payback is None:
        parts.append(f"It does not pay back within {inputs.years} years")
    elif lowest < 0:
        year = payback_words(inputs, scenario)[0]
        sums = tuple(map(settled, scenario.added_up))
        at = year_label(inputs.question.first_year + sums.index(lowest))
        parts.append(f"It costs up to {rough(-lowest)} more than it saves (by the end of {at}) "
                     f"and pays back in {year}")  # fmt: skip
    else:
        parts.append("It pays back from the first year")
    return ". ".join(parts)


def cases_words(cases: Cases) -> str:
    """What the low and the high case come to."""
    low, central, high = (rough(case.npv) for case in cases)
    return f"Low {low}, central {central}, high {high}"


def swing_words(bid: Bid, row: Input, swing: Swing) -> str:
    """ "Contact saved ±30%: £11.5m to £21.6m"."""
    ends = sorted((swing.lower, swing.higher))
    by = plain(row.uncertainty) if row.uncertainty is not None else "0"
    return f"{input_title(bid, row)} ±{by}%: {rough(ends[0])} to {rough(ends[1])}"


def input_title(bid: Bid, row: Input) -> str:
    """An input's title, with whose it is where two have the same title."""
    titles = [other.title for other in input_rows(bid)]
    if titles.count(row.title) < 2 or not row.whose:
        return row.title
    return f"{row.title}, {whose_words(row)}"


def count_text(councils: Decimal) -> str:
    """A number of councils: whole, or to one place."""
    if councils == councils.to_integral_value():
        return f"{councils.to_integral_value():,f}"
    return f"{councils:,.1f}"


def default_scenario(bid: Bid) -> ScenarioName:
    """The scenario that the bid is about: the lead with its partners, if it has any."""
    inputs = inputs_of(bid)
    if inputs is None:
        return "lead"
    found = scenarios(inputs)
    return "partners" if found[1].councils > 1 else "lead"
