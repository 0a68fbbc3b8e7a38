"""APPRAISAL: what the work is worth: the chart, results, years, what matters most, every input.

Every number is taken from the bid's `figures`, which `bid.json` states too; the chart is drawn
from the same scenario.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bidwriter.bids.appraising.figures import AppraisalFigures, ScenarioResult
from bidwriter.bids.appraising.findings import (
    cases_words,
    default_scenario,
    finding,
    input_title,
    optimism_words,
    ratio_words,
    scenario_names,
    scenario_title,
    swing_words,
    value_words,
)
from bidwriter.bids.appraising.inputs import Inputs, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, scenarios
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.exports.drawings.benefits_chart import benefits_chart
from bidwriter.exports.drawings.tornado import Moved, tornado
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.appraisal_inputs import input_blocks
from bidwriter.exports.pdf.drawn import canvas_of
from bidwriter.exports.pdf.languages import said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Figure, Heading, Paragraph, Row, Table
from bidwriter.kinds.tables.appraisal import Appraisal
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import show

_CHART_HEIGHT = 175.0
_YEARS = replace(
    style.TABLE, header=style.TINY.but(weight="semibold"), body=style.TINY, gap=6, pad=2.6
)
_SWINGS = 8  # the widest that the chart shows; the table has all


def appraisal_blocks(sheet: Sheet, question: Appraisal) -> list[Block]:
    """The appraisal, from its finding to its inputs."""
    inputs, figures = inputs_of(sheet.bid), sheet.figures.appraisal
    inputs_table = input_blocks(sheet, question)
    if inputs is None or figures is None:
        return inputs_table
    name = default_scenario(sheet.bid)
    found = scenarios(inputs)
    chosen = next(scenario for scenario in found if scenario.name == name)
    stated = next(result for result in figures.scenarios if result.scenario == name)
    return [
        *_chart(sheet, inputs, chosen),
        *_results(sheet, inputs, found, figures),
        *_years(sheet, chosen, stated),
        *_classes(sheet, found, figures),
        *_uncertain(sheet, inputs, chosen),
        Heading(4, "What it rests on", style.SUBHEAD),
        *inputs_table,
        *_conventions(inputs, question),
    ]


def _chart(sheet: Sheet, inputs: Inputs, scenario: Scenario) -> Iterator[Block]:
    says = finding(sheet.bid, inputs, scenario)
    yield Paragraph(f"{says}.", style.BODY.but(keep_with_next=True))
    drawing = benefits_chart(inputs, scenario, style.COLUMN, _CHART_HEIGHT)
    alt = (
        f"Chart. {says}. Bars show each year, hatched where the year costs more than it saves; "
        "the line adds them up. The sums are in the table of years."
    )
    yield Figure(canvas_of(drawing), alt, after=2)
    yield Paragraph(
        "Bars: each year, hatched where it costs more than it saves. Line: added up. "
        f"{value_words(inputs)}.",
        style.NOTE,
    )


def _results(
    sheet: Sheet, inputs: Inputs, found: tuple[Scenario, ...], figures: AppraisalFigures
) -> Iterator[Block]:
    titles = _titles(sheet, found)
    lines: list[tuple[str, list[str]]] = [
        ("Councils", [f"{r.councils:,f}" for r in figures.scenarios]),
        ("Benefits, present value", [show(r.benefits) for r in figures.scenarios]),
        ("Costs, present value", [show(r.costs) for r in figures.scenarios]),
        ("Net present value", [show(r.net_present_value) for r in figures.scenarios]),
        ("Benefit for each £1 of cost", [_ratio(inputs, r) for r in figures.scenarios]),
        ("Pays back in", [_payback(r) for r in figures.scenarios]),
        ("Cost for each council", [_money(r.cost_per_council) for r in figures.scenarios]),
        ("Net present value, low case", [show(r.low) for r in figures.scenarios]),
        ("Net present value, high case", [show(r.high) for r in figures.scenarios]),
    ]
    yield Heading(4, "Three scenarios", style.SUBHEAD)
    bold = {"Net present value"}
    rows = [
        Row([Cell(name, "Row"), *values], style=style.SMALL_BOLD if name in bold else None)
        for name, values in lines
    ]
    yield Table(_columns(3), rows, style.TABLE, header=("", *titles), after=8)


def _titles(sheet: Sheet, found: tuple[Scenario, ...]) -> list[str]:
    before = (None, *found[:-1])
    return [scenario_title(sheet.bid, s, b) for s, b in zip(found, before, strict=True)]


def _columns(many: int) -> list[Column]:
    return [Column(1.3), *[Column(1, align="right")] * many]


def _ratio(inputs: Inputs, result: ScenarioResult) -> str:
    """As precise as its range bears out; `bid.json` states it to two places."""
    said, why = ratio_words(cases(inputs, result.scenario))
    return f"{said} ({why})" if said.startswith("About") else said if said != "–" else why


def _payback(result: ScenarioResult) -> str:
    return year_label(result.payback) if result.payback is not None else "never"


def _money(amount: Decimal | None) -> str:
    return show(amount) if amount is not None else "–"


def _years(sheet: Sheet, scenario: Scenario, stated: ScenarioResult) -> Iterator[Block]:
    header = ("Year", "Build", "Run", "Renew", "Saves", "Net", "Factor", "Present value",
              "Added up")  # fmt: skip
    rows = [
        Row(
            [
                Cell(year_label(year.year), "Row"),
                *(show(x) for x in (year.development, year.running, year.renewal)),
                show(year.benefits),
                show(year.net),
                f"{year.factor:.4f}",
                show(year.discounted),
                Cell(show(year.added_up), style=style.SMALL_BOLD),
            ]
        )
        for year in stated.by_year
    ]
    yield Heading(4, f"Year by year: {scenario_names(sheet.bid, scenario)}", style.SUBHEAD)
    shares = (0.95, 0.85, 0.95, 0.95, 1.0, 0.7, 1.25, 1.35)
    columns = [Column(width=32), *(Column(share, align="right") for share in shares)]
    yield Table(columns, rows, _YEARS, header=header, after=8)


def _classes(
    sheet: Sheet, found: tuple[Scenario, ...], figures: AppraisalFigures
) -> Iterator[Block]:
    lines = [
        ("Cash-releasing", [r.cash_releasing for r in figures.scenarios]),
        ("Not cash-releasing, in money", [r.non_cash_releasing for r in figures.scenarios]),
        ("No kind said", [r.unclassed for r in figures.scenarios]),
        ("Beside the sums: gained by citizens", [r.citizens for r in figures.scenarios]),
    ]
    used = [(name, amounts) for name, amounts in lines if any(amounts)]
    if not used:
        return
    yield Heading(4, "Kinds of benefit, present value", style.SUBHEAD)
    rows = [Row([Cell(name, "Row"), *map(show, amounts)]) for name, amounts in used]
    yield Table(_columns(3), rows, style.TABLE, header=("", *_titles(sheet, found)), after=8)


def _uncertain(sheet: Sheet, inputs: Inputs, scenario: Scenario) -> Iterator[Block]:
    moving = swings(inputs)[scenario.name]
    if not moving:
        return
    rows = {row.id: row for row in input_rows(sheet.bid)}
    widest = moving[:_SWINGS]
    named = {id_: input_title(sheet.bid, row) for id_, row in rows.items()}
    given = [Moved(named[s.row], s.lower, s.higher) for s in widest]
    says = f"{named[moving[0].row]} matters most"
    spread = cases_words(cases(inputs, scenario.name))
    yield Heading(4, "What matters most", style.SUBHEAD)
    by_officer = tuple(row.name for row in rows.values() if row.name)
    words = said_in(sheet, f"{says}. {spread}.", answers=by_officer)
    yield Paragraph(words, style.BODY.but(keep_with_next=True))
    drawing = tornado(given, scenario.npv, style.COLUMN)
    each = "; ".join(swing_words(sheet.bid, rows[s.row], s) for s in widest)
    yield Figure(canvas_of(drawing), f"Chart. {says}. {each}.", after=4)
    table = [
        Row(
            [
                Cell(said_in(sheet, named[s.row], answers=by_officer), "Row"),
                f"±{rows[s.row].uncertainty:f}%",
                show(s.lower),
                show(s.higher),
            ]
        )
        for s in moving
    ]
    header = ("Input", "Uncertainty", "Net if lower", "Net if higher")
    yield Table(_columns(3), table, style.TABLE, header=header, after=8)


def _conventions(inputs: Inputs, question: Appraisal) -> Iterator[Block]:
    first, last = question.first_year, question.first_year + inputs.years - 1
    rates = "; ".join(
        f"{step.rate:f}%" + (f" to year {step.to}" if step.to is not None else "")
        for step in question.discount
    )
    yield Paragraph(
        f"{inputs.years} financial years, {year_label(first)} to {year_label(last)}. The first "
        f"year counts in full; each later year is divided by 1 plus the yearly rate: {rates}, "
        f"where the first year is year 0. {optimism_words(inputs)}. Sums are worked out "
        "unrounded and shown to the penny, "
        "half a penny up. All money is against the service as it is now. Benefits to citizens, "
        "and what is counted or told but not in money, are in no sum.",
        style.NOTE,
    )
