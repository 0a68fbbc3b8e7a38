"""What the appraisal finds, in words: for headings, spoken descriptions and the alt text in the
PDF. The same words everywhere."""

from decimal import Decimal

from bidwriter.bids.appraising.inputs import Inputs, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, ScenarioName, scenarios
from bidwriter.bids.appraising.uncertainty import Cases, Swing
from bidwriter.bids.bid import Bid
from bidwriter.kinds.tables.appraisal import Input, whose_words
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import rough
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
    match scenario.name:
        case "lead":
            return f"{lead_name(bid)} alone"
        case "partners":
            return f"With {more} partner{'' if more == '1' else 's'}"
        case "all":
            return f"And {more} more council{'' if more == '1' else 's'}"


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
    """("23/24", "the fifth year"); or that it does not pay back."""
    year = scenario.payback
    if year is None:
        return "Not yet", f"not within {inputs.years} years"
    which = f"the {_PLACES[year]} year" if year < len(_PLACES) else f"year {year + 1}"
    return year_label(inputs.question.first_year + year), which


def finding(bid: Bid, inputs: Inputs, scenario: Scenario) -> str:
    """The chart in one sentence: what it comes to, when it pays back, what it costs before."""
    last = year_label(inputs.question.first_year + inputs.years - 1)
    worth = f"{scenario_names(bid, scenario)}: {rough(scenario.npv)} net by {last}"
    lowest = min(scenario.added_up)
    parts = [f"{worth}, in {year_label(inputs.question.first_year)} money"]
    if scenario.payback is None:
        parts.append(f"It does not pay back within {inputs.years} years")
    elif lowest < 0:
        year = payback_words(inputs, scenario)[0]
        at = year_label(inputs.question.first_year + scenario.added_up.index(lowest))
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
