"""The three scenarios year by year: councils added up, discounted, and what has come together."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising.arithmetic import exactly
from bidwriter.bids.appraising.discounting import factors, rate
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.scenarios import SCENARIOS, Scenario, ScenarioName, scenarios
from bidwriter.bids.appraising.series import adoption, partners
from bidwriter.exports.workbook import rules
from bidwriter.exports.workbook.cells import (
    FACTOR,
    FIRST_YEAR,
    MONEY,
    PLAIN,
    Live,
    formula,
    number,
    text,
    widen,
    year_column,
)
from bidwriter.exports.workbook.council_sheet import LABELS, TOTALS, CouncilCells
from bidwriter.exports.workbook.inputs_sheet import InputCells
from bidwriter.files.tables.xlsx_writing import Value, for_print
from bidwriter.kinds.tables.appraisal import Whose
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import settled

_YEARS, _RATE, _FACTOR, _JOINING, _PARTNERS, _TOP = 3, 4, 5, 6, 7, 9
_DERIVED = ("benefits", "costs", "net", "discounted", "added_up", "stays")
_LABELS = {
    **LABELS,
    "benefits": "Benefits", "costs": "Costs", "net": "Net benefit",
    "discounted": "Net benefit, present value", "added_up": "Added up, present value",
    "stays": "Year, if the sum stays at or above nought from here",
}  # fmt: skip
_HEIGHT = len(TOTALS) + len(_DERIVED) + 2


class ScenarioCells(NamedTuple):
    """Where things are on the Scenarios sheet."""

    years: int

    def row(self, scenario: ScenarioName, name: str) -> int:
        """The row of a series."""
        names = (*TOTALS, *_DERIVED)
        return _TOP + SCENARIOS.index(scenario) * _HEIGHT + 1 + names.index(name)

    def series(self, scenario: ScenarioName, name: str) -> str:
        """All years of a series, for a formula on another sheet."""
        return self._all(self.row(scenario, name))

    @property
    def factors(self) -> str:
        """All discount factors."""
        return self._all(_FACTOR)

    @property
    def joining(self) -> str:
        """The councils that join, all years."""
        return self._all(_JOINING)

    @property
    def partners(self) -> str:
        """How many partners there are."""
        return f"Scenarios!$B${_PARTNERS}"

    def _all(self, row: int) -> str:
        return f"Scenarios!${year_column(0)}${row}:${year_column(self.years - 1)}${row}"


def write_scenarios(
    sheet: Worksheet,
    inputs: Inputs,
    cells: dict[str, InputCells],
    councils: dict[Whose, CouncilCells],
) -> ScenarioCells:
    """Fill the sheet."""
    found = ScenarioCells(inputs.years)
    text(sheet, 1, 1, "Scenarios, year by year", strong=True)
    _write_head(sheet, inputs, cells)
    for scenario in scenarios(inputs):
        _write_scenario(sheet, found, scenario, inputs, councils)
    widen(sheet, {1: 50, 2: 10, **{FIRST_YEAR + at: 16 for at in range(inputs.years)}})
    sheet.freeze_panes = f"{year_column(0)}{_TOP}"
    for_print(sheet, f"{_YEARS - 1}:{_YEARS}")
    return found


def _write_head(sheet: Worksheet, inputs: Inputs, cells: dict[str, InputCells]) -> None:
    for row, words in (
        (_YEARS, "Financial year beginning in April"),
        (_RATE, "Discount rate, % into the year"),
        (_FACTOR, "Discount factor, the first year 1"),
        (_JOINING, "Other councils that join"),
        (_PARTNERS, "Partners beside the lead"),
    ):
        text(sheet, row, 1, words, strong=True)
    discount, joining = exactly(factors)(inputs.question), adoption(inputs)
    for at in range(inputs.years):
        column, year = FIRST_YEAR + at, inputs.question.first_year + at
        number(sheet, _YEARS, column, year)
        text(sheet, _YEARS - 1, column, year_label(year), strong=True)
        number(sheet, _RATE, column, rate(inputs.question.discount, at) if at else 0)
        before = f"{year_column(at - 1)}{_FACTOR}/(1+{year_column(at)}{_RATE}/100)"
        formula(sheet, _FACTOR, column, Live(before if at else "1", discount[at]), FACTOR)
        formula(sheet, _JOINING, column, Live(_joining(inputs, cells, at), joining[at]), PLAIN)
    rule = inputs.rule("partners")
    typed = f"MAX(0,{cells[rule.row].at('Value used')})" if rule else str(inputs.partners)
    formula(sheet, _PARTNERS, 2, Live(typed, partners(inputs)), PLAIN)


def _joining(inputs: Inputs, cells: dict[str, InputCells], at: int) -> str:
    rule = inputs.rule("councils-adopting")
    if rule is None:
        return "0"
    year, start = f"{year_column(at)}${_YEARS}", f"${year_column(0)}${_YEARS}"
    return rules.adoption(cells[rule.row], at, year, start)


def _write_scenario(
    sheet: Worksheet, found: ScenarioCells, scenario: Scenario, inputs: Inputs,
    councils: dict[Whose, CouncilCells],
) -> None:  # fmt: skip
    name, comes_to = scenario.name, scenario.stream._asdict()
    title = {"lead": "The lead alone", "partners": "The lead and its partners",
             "all": "All councils that adopt"}[name]  # fmt: skip
    text(sheet, found.row(name, "development") - 1, 1, title, strong=True)
    for total in TOTALS:
        text(sheet, found.row(name, total), 1, _LABELS[total])
        for at in range(found.years):
            made = _money(found, name, total, at, councils)
            live = Live(made, comes_to[total][at])
            formula(sheet, found.row(name, total), FIRST_YEAR + at, live)
    comes_to = _derived_values(scenario, inputs)
    for derived in _DERIVED:
        row = found.row(name, derived)
        text(sheet, row, 1, _LABELS[derived], strong=True)
        for at in range(found.years):
            shape = PLAIN if derived == "stays" else MONEY
            live = Live(_derived(found, name, derived, at), comes_to[derived][at])
            formula(sheet, row, FIRST_YEAR + at, live, shape, strong=derived == "net")


def _derived_values(scenario: Scenario, inputs: Inputs) -> dict[str, Sequence[Value]]:
    """What each derived row comes to, year by year."""
    sums, start = scenario.added_up, inputs.question.first_year
    stays = [start + at if min(map(settled, sums[at:])) >= 0 else "" for at in range(len(sums))]
    stream = scenario.stream
    return {
        "benefits": exactly(lambda: stream.benefits)(), "costs": exactly(lambda: stream.costs)(),
        "net": scenario.net, "discounted": scenario.discounted_net, "added_up": sums,
        "stays": stays,
    }  # fmt: skip


def _money(
    found: ScenarioCells, name: ScenarioName, total: str, at: int,
    councils: dict[Whose, CouncilCells],
) -> str:  # fmt: skip
    """One total in one year: each scenario adds to the one before it."""
    if name == "lead":
        return councils["lead"].at(total, at)
    if name == "partners":
        before = f"{year_column(at)}{found.row('lead', total)}"
        return f"{before}+$B${_PARTNERS}*{councils['partner'].at(total, at)}"
    before = f"{year_column(at)}{found.row('partners', total)}"
    cohorts = [
        f"{year_column(start)}${_JOINING}*{councils['other'].at(total, at - start)}"
        for start in range(at + 1)
    ]
    return "+".join([before, *cohorts])


def _derived(found: ScenarioCells, name: ScenarioName, derived: str, at: int) -> str:
    column = year_column(at)

    def cell(series: str) -> str:
        return f"{column}{found.row(name, series)}"

    match derived:
        case "benefits":
            return "+".join(cell(one) for one in ("cash", "not_cash", "unclassed"))
        case "costs":
            return "+".join(cell(one) for one in ("development", "running", "renewal"))
        case "net":
            return f"{cell('benefits')}-{cell('costs')}"
        case "discounted":
            return f"{cell('net')}*{column}${_FACTOR}"
        case "added_up":
            before = f"{year_column(at - 1)}{found.row(name, 'added_up')}+" if at else ""
            return f"{before}{cell('discounted')}"
        case _:
            row, last = found.row(name, "added_up"), year_column(found.years - 1)
            return f'IF(MIN({column}{row}:${last}{row})>-0.000001,{column}${_YEARS},"")'
