"""The Results sheet: what each scenario comes to, by formula."""

from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising.scenarios import SCENARIOS, ScenarioName
from bidwriter.exports.workbook.cells import MONEY, PLAIN, formula, header, text, widen
from bidwriter.exports.workbook.scenario_sheet import ScenarioCells

_TOP = 7
ROWS = (
    "Councils", "Benefits", "Costs", "Net present value", "Benefit-cost ratio",
    "Pays back in the year beginning", "Cost for each council",
    "Benefits that release cash", "Benefits that do not release cash",
    "Benefits of no kind said", "Gained by citizens, in no sum",
)  # fmt: skip


def write_results(
    sheet: Worksheet, title: str, conventions: list[str], titles: list[str], found: ScenarioCells
) -> None:
    """Fill the sheet."""
    text(sheet, 1, 1, title, strong=True)
    for at, words in enumerate(conventions, 2):
        text(sheet, at, 1, words)
    header(sheet, _TOP - 1, ["In the first year’s money", *titles])
    for at, name in enumerate(ROWS, _TOP):
        text(sheet, at, 1, name, strong=name == "Net present value")
        for column, scenario in enumerate(SCENARIOS, 2):
            shape = PLAIN if name in ("Councils", "Pays back in the year beginning") else MONEY
            shape = "0.00" if name == "Benefit-cost ratio" else shape
            formula(sheet, at, column, _result(found, scenario, name, column), shape,
                    strong=name == "Net present value")  # fmt: skip
    widen(sheet, {1: 46, 2: 24, 3: 24, 4: 24})


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
            f'IF(OR(COUNT({stays})=0,{flows}=0),"not yet",MIN({stays}))'
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
