"""The Results sheet: what each scenario comes to, by formula."""

from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising.findings import ratio_unit
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.scenarios import SCENARIOS, Scenario, ScenarioName, scenarios
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.exports.workbook.cells import MONEY, PLAIN, Live, formula, header, text, widen
from bidwriter.exports.workbook.scenario_sheet import ScenarioCells
from bidwriter.files.tables.xlsx_writing import Value, for_print

_TOP = 8
_PLACES = {Decimal(1): "0", Decimal("0.1"): "0.0", Decimal("0.01"): "0.00"}
ROWS = (
    "Councils", "Benefits", "Costs", "Net present value", "Benefit-cost ratio",
    "Pays back in the year beginning", "Cost for each council",
    "Benefits that release cash", "Benefits that do not release cash",
    "Benefits of no kind said", "Gained by citizens, in no sum",
)  # fmt: skip


def write_results(
    sheet: Worksheet, conventions: list[str], titles: list[str], found: ScenarioCells,
    inputs: Inputs,
) -> None:  # fmt: skip
    """Fill the sheet."""
    text(sheet, 1, 1, "What the work is worth", strong=True)
    comes_to = [_values(one, inputs) for one in scenarios(inputs)]
    for at, words in enumerate(conventions, 2):
        text(sheet, at, 1, words)
    header(sheet, _TOP - 1, ["Present values", *titles])
    for at, name in enumerate(ROWS, _TOP):
        text(sheet, at, 1, name, strong=name == "Net present value")
        for column, scenario in enumerate(SCENARIOS, 2):
            shape = PLAIN if name in ("Councils", "Pays back in the year beginning") else MONEY
            if name == "Benefit-cost ratio":  # as precise as its cases bear out
                shape = _PLACES[ratio_unit(cases(inputs, scenario))]
            live = Live(_result(found, scenario, name, column), comes_to[column - 2][name])
            formula(sheet, at, column, live, shape, strong=name == "Net present value")
    for_print(sheet, f"{_TOP - 1}:{_TOP - 1}")
    widen(sheet, {1: 46, 2: 24, 3: 24, 4: 24})


def _values(scenario: Scenario, inputs: Inputs) -> dict[str, Value]:
    """What each row comes to."""
    stream, start, year = scenario.stream, inputs.question.first_year, scenario.payback
    return {
        "Councils": scenario.councils, "Benefits": scenario.benefits, "Costs": scenario.costs,
        "Net present value": scenario.npv,
        "Benefit-cost ratio": "" if scenario.ratio is None else scenario.ratio,
        "Pays back in the year beginning": "never" if year is None else start + year,
        "Cost for each council": scenario.cost_per_council or 0,
        "Benefits that release cash": scenario.worth(stream.cash),
        "Benefits that do not release cash": scenario.worth(stream.not_cash),
        "Benefits of no kind said": scenario.worth(stream.unclassed),
        "Gained by citizens, in no sum": scenario.citizens,
    }  # fmt: skip


def _result(found: ScenarioCells, scenario: ScenarioName, name: str, column: int) -> str:
    letter = "ABCD"[column - 1]

    def worth(series: str) -> str:
        return f"SUMPRODUCT({found.series(scenario, series)},{found.factors})"

    def row(other: str) -> str:
        return f"{letter}{_TOP + ROWS.index(other)}"

    series = {
        "Benefits": "benefits", "Costs": "costs", "Benefits that release cash": "cash",
        "Benefits that do not release cash": "not_cash", "Benefits of no kind said": "unclassed",
        "Gained by citizens, in no sum": "citizens",
    }  # fmt: skip
    if name in series:
        return worth(series[name])
    stays = found.series(scenario, "stays")
    flows = "+".join(
        f"SUMPRODUCT(ABS({found.series(scenario, one)}))" for one in ("benefits", "costs")
    )
    made = {
        "Councils": _councils(found, scenario),
        "Net present value": f"{row('Benefits')}-{row('Costs')}",
        "Benefit-cost ratio": f'IF({row("Costs")}>0,{row("Benefits")}/{row("Costs")},"")',
        "Pays back in the year beginning": (
            f'IF(OR(COUNT({stays})=0,{flows}=0),"never",MIN({stays}))'
        ),
        "Cost for each council": f"{row('Costs')}/{row('Councils')}",
    }
    return made[name]


def _councils(found: ScenarioCells, scenario: ScenarioName) -> str:
    return {
        "lead": "1",
        "partners": f"1+{found.partners}",
        "all": f"1+{found.partners}+SUM({found.joining})",
    }[scenario]
