"""Live figures: what prose can hold by name, the value it prints now, and where that comes from.

A value comes from the round, tables, dates, choices and short answers, never from rich text, so
no figure can stand in its own way. `SOURCES` lists what there is: a new table of sums is one more
function that hands out `LiveFigure`s.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.appraising.findings import ratio_unit
from bidwriter.bids.appraising.inputs import Inputs, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, scenarios
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.bids.bid import Bid, Same
from bidwriter.bids.costs.groups import groups, is_by_year
from bidwriter.bids.costs.totals import Totals, cost_lines, totals
from bidwriter.bids.own_totals import own_totals
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.appraisal import Appraisal
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.body import Body
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import rough, rounded, show
from bidwriter.kinds.values.numbers import plain
from bidwriter.prose.numbers import in_words, listed

_LONGEST_NAME = 60


class LiveFigure(NamedTuple):
    """`value` is what it prints; None while the bid has none. `place` is the written place it
    comes from, "" for the round itself. `group` is its heading in lists."""

    name: str
    label: str
    value: str | None
    place: Place
    group: str

    @property
    def printed(self) -> str:
        """What stands in the text: the value, or in brackets that there is none."""
        lacking = f"no {self.label[:1].lower()}{self.label[1:]}"
        return self.value or (f"[{lacking} yet]" if self.group else f"[{lacking}]")


def live_figures(bid: Bid) -> Mapping[str, LiveFigure]:
    """Every live figure of the bid by name, in the order of lists."""
    return _figures(Same(bid))


def live_figure(bid: Bid, name: str) -> LiveFigure:
    """The figure of a name; one that the bid does not know has no value."""
    known = live_figures(bid).get(name)
    return known or LiveFigure(name, f"figure called {name.replace('-', ' ')}", None, NOWHERE, "")


def comes_from(bid: Bid, figure: LiveFigure) -> str:
    """Where the figure comes from, in words: the name of a question, or the round's."""
    question = bid.round.by_id.get(figure.place.root)
    return question.name if question else bid.round.name


@lru_cache(maxsize=4)
def _figures(key: Same) -> Mapping[str, LiveFigure]:
    found = (figure for source in SOURCES for figure in source(key.bid))
    return {figure.name: figure for figure in found}


# --- money -----------------------------------------------------------------------------------


def _money(bid: Bid) -> Iterator[LiveFigure]:
    sums, place = totals(bid), place_of(bid, CostLines)
    if not place:
        return
    costed = bool(cost_lines(bid))
    for name, label, amount in (
        ("requested", "Grant asked for", sums.fund),
        ("contributed", "Contribution of the councils", sums.contributed),
        ("contributed-in-kind", "Contribution in kind", sums.in_kind),
        ("contributed-in-cash", "Contribution in cash", sums.cash),
        ("whole-project", "Whole project", sums.whole),
    ):
        yield LiveFigure(name, label, show(amount) if costed else None, place, "Money")
    share = contributed_percent(sums)
    shown = f"{share.quantize(Decimal(1), ROUND_HALF_UP)}%" if share is not None else None
    label = "Contribution as a share of the whole project"
    yield LiveFigure("contributed-share", label, shown, place, "Money")
    most = bid.cap
    if most is not None:
        left = show(most - sums.fund) if costed and sums.fund <= most else None
        yield LiveFigure("cap", "Cap on the grant", show(most), NOWHERE, "Money")
        yield LiveFigure("below-cap", "Room below the cap", left, place, "Money")


def contributed_percent(sums: Totals) -> Decimal | None:
    """How many per cent of the whole project the applicants give, unrounded; None of nothing."""
    return sums.contributed * 100 / sums.whole if sums.whole else None


def _by_principle(bid: Bid) -> Iterator[LiveFigure]:
    place = place_of(bid, CostLines)
    for number, amount in totals(bid).fund_by_principle.items():
        principle = bid.round.principle(number)
        if amount and principle:
            label = f"Grant for {principle.name}"
            name = f"requested-principle-{number}"
            yield LiveFigure(name, label, show(amount), place, "Grant by principle")


def _by_council(bid: Bid) -> Iterator[LiveFigure]:
    place = place_of(bid, CostLines)
    for key, sums in totals(bid).by_council.items():
        amount = sums.get("fund")
        if amount and key:
            title = _council_named(bid, key)
            name = council_figure(key)
            yield LiveFigure(name, f"Grant for {title}", show(amount), place, "Grant by council")


def _by_year(bid: Bid) -> Iterator[LiveFigure]:
    """What is asked in each financial year, where the round adds up by year."""
    if not is_by_year(bid):
        return
    place = place_of(bid, CostLines)
    for group in groups(bid, "year"):
        if group.fund and group.key:
            label, name = f"Grant in {group.name}", f"requested-year-{group.key}"
            yield LiveFigure(name, label, show(group.fund), place, "Grant by year")


def council_figure(key: str) -> str:
    """The name of the live figure that says what a council, by its key, has of the grant."""
    slug = re.sub(r"[^a-z0-9]+", "-", key.casefold()).strip("-")[:36].strip("-")
    return f"requested-council-{slug or 'other'}"


def _council_named(bid: Bid, key: str) -> str:
    known = next((p for p in bid.partners if p.key == key), None)
    if known is not None:
        return known.title
    try:
        return Body.model_validate(key).title
    except ValueError:
        return key


def _work(bid: Bid) -> Iterator[LiveFigure]:
    place, lines = place_of(bid, CostLines), cost_lines(bid)
    if not place:
        return
    count = in_words(len(lines)) if lines else None
    yield LiveFigure("cost-lines", "Number of cost lines", count, place, "Money")
    days = sum((line.quantity or Decimal(0) for line in lines if in_days(line)), Decimal(0))
    yield LiveFigure("team-days", "Days of work", number_words(days) or None, place, "Money")


def in_days(line: CostLine) -> bool:
    """Whether a line's quantity counts days."""
    return re.search(r"\bdays?\b", (line.unit or "").casefold()) is not None


def number_words(number: Decimal) -> str:
    """A quantity in words or digits; "" for nought."""
    whole = number == number.to_integral_value()
    return (in_words(int(number)) if whole else plain(number)) if number else ""


_SCENARIOS = {"lead": "the lead alone", "partners": "lead and partners", "all": "all councils"}


def _appraisal(bid: Bid) -> Iterator[LiveFigure]:
    place, inputs = place_of(bid, Appraisal), inputs_of(bid)
    if inputs is None:
        return
    reckoned = inputs.has_money
    for scenario in scenarios(inputs):
        year = scenario.payback
        back = year_label(inputs.question.first_year + year) if year is not None else None
        for name, label, value in (
            ("net-present-value", "Net present value", rough(scenario.npv)),
            ("benefits-present-value", "Benefits, present value", rough(scenario.benefits)),
            ("costs-present-value", "Costs, present value", rough(scenario.costs)),
            ("benefit-cost-ratio", "Benefit for each £1 of cost", _ratio(inputs, scenario)),
            ("payback", "Year in which it pays back", back),
        ):
            shown = value if reckoned else None
            who = _SCENARIOS[scenario.name]
            yield LiveFigure(f"{name}-{scenario.name}", f"{label}, {who}", shown, place, "Benefits")


def _ratio(inputs: Inputs, scenario: Scenario) -> str | None:
    """To as many places as its range bears out: the words around it say what it is."""
    if scenario.ratio is None:
        return None
    return f"£{rounded(scenario.ratio, ratio_unit(cases(inputs, scenario.name)))}"


def _own_tables(bid: Bid) -> Iterator[LiveFigure]:
    for total in own_totals(bid):
        question, column = total.question, total.column
        label = f"{column.label} of “{question.name}”"
        name = own_figure(bid, question.id, column.id)
        yield LiveFigure(name, label, total.shown, Place(question.id), "Tables")


def own_figure(bid: Bid, question: str, column: str) -> str:
    """The name of the live figure that says what a column of a fund's own table comes to. Where
    two of the round's would have one name, or it is too long, its end tells them apart."""
    name = f"total-{question}-{column}"
    all_names = Counter(
        f"total-{table.id}-{own.id}"
        for table in bid.round.questions
        if isinstance(table, OwnTable)
        for own in table.added_up
    )
    if all_names[name] < 2 and len(name) <= _LONGEST_NAME:
        return name
    mark = hashlib.sha256(f"{question}/{column}".encode()).hexdigest()[:6]
    return f"{name[: _LONGEST_NAME - 7].rstrip('-')}-{mark}"


# --- councils, days, the bid itself ----------------------------------------------------------


def _councils(bid: Bid) -> Iterator[LiveFigure]:
    place = place_of(bid, Partners)
    if not place:
        return
    named = [partner for partner in bid.partners if partner.council]
    others = [partner for partner in named if not partner.is_lead]
    signed = [partner for partner in named if partner.signed]
    names = listed(tuple(_short(bid, partner) for partner in others))
    lead = bid.lead if bid.lead and bid.lead.council else None
    lead_place = place.at(lead.id) if lead else place
    for name, label, value in (
        ("councils", "Number of councils", in_words(len(named)) if named else None),
        ("partners", "Number of partners", in_words(len(others)) if named else None),
        ("partner-names", "Names of the partners", names or None),
        ("signatories", "Number of signatories", in_words(len(signed)) if named else None),
    ):
        yield LiveFigure(name, label, value, place, "Councils")
    shown = _short(bid, lead) if lead else None
    yield LiveFigure("lead", "Lead council", shown, lead_place, "Councils")


def _short(bid: Bid, partner: Partner) -> str:
    """A council in running text: its short name, where no other council in the bid has it."""
    assert partner.council is not None
    short = partner.council.short_name
    same = [p for p in bid.partners if p.council and p.council.short_name == short]
    return short if len(same) == 1 else partner.title


def _days(bid: Bid) -> Iterator[LiveFigure]:
    if bid.round.closes:
        yield LiveFigure("closes", "Closing date", show_day(bid.round.closes.day), NOWHERE, "Dates")
    asked = {question.id for question in bid.asked}
    for name, label, question in (
        ("work-starts", "First day of the work", bid.round.cover.starts),
        ("work-ends", "Last day of the work", bid.round.cover.ends),
    ):
        if question in asked:
            day = bid.answer(question or "")
            value = show_day(day) if isinstance(day, date) else None
            yield LiveFigure(name, label, value, Place(question or ""), "Dates")


def _itself(bid: Bid) -> Iterator[LiveFigure]:
    place = Place(bid.round.cover.title)
    yield LiveFigure("title", "Title of the bid", bid.title or None, place, "The bid")
    if bid.round.phase_question:
        phase = bid.round.phase(bid.phase)
        value = phase.name.lower() if phase else None
        yield LiveFigure("phase", "Phase", value, Place(bid.round.phase_question), "The bid")


def place_of(bid: Bid, kind: type[Question]) -> Place:
    """The first question of a kind that this bid's phase asks; NOWHERE if there is none."""
    return next((Place(q.id) for q in bid.asked if isinstance(q, kind)), NOWHERE)


SOURCES: tuple[Callable[[Bid], Iterator[LiveFigure]], ...] = (
    _money,
    _work,
    _appraisal,
    _councils,
    _days,
    _itself,
    _by_principle,
    _by_council,
    _by_year,
    _own_tables,
)
