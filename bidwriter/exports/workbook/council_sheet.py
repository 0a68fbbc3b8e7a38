"""The working of one council of a kind: each line year by year, and what the lines come to."""

from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising import series
from bidwriter.bids.appraising.arithmetic import Series
from bidwriter.bids.appraising.council import council_stream, line_worth, without_delay
from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.exports.workbook import rules
from bidwriter.exports.workbook.cells import (
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
from bidwriter.exports.workbook.inputs_sheet import InputCells
from bidwriter.files.tables.xlsx_writing import for_print
from bidwriter.kinds.tables.appraisal import BENEFITS, COSTS, Whose
from bidwriter.kinds.values.financial_years import year_label

YEARS, TAKE_UP, GROWTH, _LINES = 3, 5, 6, 8
TOTALS = (
    "development", "running", "renewal", "cash", "not_cash", "unclassed", "citizens",
)  # fmt: skip
LABELS = {
    "development": "Build and set up", "running": "Run", "renewal": "Renew",
    "cash": "Benefits that release cash", "not_cash": "Benefits that do not release cash",
    "unclassed": "Benefits of no kind said", "citizens": "Gained by citizens, in no sum",
}  # fmt: skip


_GAINS = ("cash", "not_cash", "unclassed", "citizens")


class CouncilCells(NamedTuple):
    """Where a sheet's totals are: name → row."""

    sheet: str
    rows: dict[str, int]

    def at(self, name: str, year: int) -> str:
        """The address of a total in a year, the first year 0."""
        return f"'{self.sheet}'!{year_column(year)}{self.rows[name]}"


class _Writer:
    """Fills one sheet from the top."""

    def __init__(
        self, sheet: Worksheet, inputs: Inputs, cells: dict[str, InputCells], whose: Whose
    ) -> None:
        self.sheet, self.inputs, self.cells, self.whose = sheet, inputs, cells, whose

    def year(self, at: int) -> str:
        return f"{year_column(at)}${YEARS}"

    @property
    def start(self) -> str:
        return f"${year_column(0)}${YEARS}"

    def write_years(self) -> None:
        text(self.sheet, YEARS, 1, "Financial year beginning in April", strong=True)
        for at in range(self.inputs.years):
            year = self.inputs.question.first_year + at
            number(self.sheet, YEARS, FIRST_YEAR + at, year)
            text(self.sheet, YEARS - 1, FIRST_YEAR + at, year_label(year), strong=True)

    def write_growing(self) -> None:
        text(self.sheet, TAKE_UP, 1, "Take-up, 1 is full use")
        text(self.sheet, GROWTH, 1, "Growth of demand, 1 is the start")
        take_up = self.inputs.rule("take-up", self.whose)
        growth = self.inputs.rule("growth", self.whose)
        used = series.take_up(self.inputs, self.whose)
        demand = series.growth(self.inputs, self.whose)
        for at in range(self.inputs.years):
            share, grown = "1", "1"
            if take_up:
                share = rules.take_up(self.cells[take_up.row], at, self.year(at), self.start)
            if growth:
                before = f"{year_column(at - 1)}{GROWTH}" if at else "1"
                grown = rules.growth(self.cells[growth.row], at, self.year(at), self.start, before)
            formula(self.sheet, TAKE_UP, FIRST_YEAR + at, Live(share, used[at]), PLAIN)
            formula(self.sheet, GROWTH, FIRST_YEAR + at, Live(grown, demand[at]), PLAIN)

    def write_line(self, row: int, line: Line, title: str) -> None:
        text(self.sheet, row, 1, title)
        comes_to = line_worth(self.inputs, line, self.whose)
        for at in range(self.inputs.years):
            column = year_column(at)
            grown = f"{column}${TAKE_UP}*{column}${GROWTH}"
            years = (self.year(at), self.start)
            made = rules.line_formula(line, self.cells[line.row], at, years, grown)
            live = Live(f"({made})*{self.effect(line, at)}", comes_to[at])
            formula(self.sheet, row, FIRST_YEAR + at, live)

    def effect(self, line: Line, at: int) -> str:
        """What sharing and optimism do to a cost in a year, or how much of a benefit counts."""
        name, sign = {
            "development": ("lead-effect", "+") if self.whose == "lead" else ("reuse-effect", "-"),
            "renewal": ("renewal-effect", "-"),
        }.get(line.input, ("", ""))
        if line.input in BENEFITS:
            rule = self.inputs.rule("confidence-factor")
            return rules.share(self.cells[rule.row], at) if rule else "1"
        rule = self.inputs.rule(name, self.whose) if name else None  # type: ignore[arg-type]
        optimism = self.inputs.rule("cost-optimism") if name else None
        parts = [self.more(optimism, at)] if optimism else []
        if rule and sign == "-":
            parts.append(f"(1-{rules.share(self.cells[rule.row], at)})")
        elif rule:
            parts.append(self.more(rule, at))
        return "*".join(parts) or "1"

    def more(self, rule: Line, at: int) -> str:
        """So many per cent more in a year, as a factor."""
        cells = self.cells[rule.row]
        return f"MAX(0,1+({rules.typed_or(cells, at, cells.at('Value used'))})/100)"

    def write_total(self, row: int, label: str, rows: list[int], comes_to: Series) -> None:
        text(self.sheet, row, 1, label, strong=True)
        for at in range(self.inputs.years):
            column = year_column(at)
            parts = "+".join(f"{column}{one}" for one in rows) or "0"
            live = Live(parts, comes_to[at])
            formula(self.sheet, row, FIRST_YEAR + at, live, MONEY, strong=True)

    def write_late(self, row: int, label: str, planned: int, comes_to: Series) -> None:
        """A total of benefits as much later as they are taken to come than in the row `planned`."""
        rule = self.inputs.rule("benefit-delay")
        assert rule is not None
        text(self.sheet, row, 1, label, strong=True)
        late = f"MAX(0,{self.cells[rule.row].at('Value used')})"
        for at in range(self.inputs.years):
            first, column = f"${year_column(0)}", year_column(at)
            gap = f"ABS({column}${YEARS}-{first}${YEARS}:{column}${YEARS}-{late})"
            weights = f"({gap}<1)*(1-{gap})"
            words = f"SUMPRODUCT({first}{planned}:{column}{planned},{weights})"
            formula(self.sheet, row, FIRST_YEAR + at, Live(words, comes_to[at]), MONEY, strong=True)


def write_council(
    sheet: Worksheet,
    inputs: Inputs,
    cells: dict[str, InputCells],
    titles: dict[str, str],
    whose: Whose,
) -> CouncilCells:
    """Fill the sheet of one kind of council."""
    writer = _Writer(sheet, inputs, cells, whose)
    text(sheet, 1, 1, sheet.title, strong=True)
    writer.write_years()
    writer.write_growing()
    lines = [line for line in inputs.of(whose, *COSTS, *BENEFITS) if line.counted]
    rows: dict[str, list[int]] = {name: [] for name in TOTALS}
    for row, line in enumerate(lines, _LINES):
        writer.write_line(row, line, titles[line.row])
        rows[_total_of(line)].append(row)
    below = _LINES + len(lines) + 1
    found = {name: below + at for at, name in enumerate(TOTALS)}
    _write_totals(writer, found, rows)
    widen(sheet, {1: 44, **{FIRST_YEAR + at: 15 for at in range(inputs.years)}})
    sheet.freeze_panes = f"{year_column(0)}{YEARS + 1}"
    for_print(sheet, f"{YEARS - 1}:{YEARS}")
    return CouncilCells(sheet.title, found)


def _write_totals(writer: _Writer, found: dict[str, int], rows: dict[str, list[int]]) -> None:
    """The totals; benefits that come later than planned have their planned sums below."""
    comes_to = council_stream(writer.inputs, writer.whose)._asdict()
    late = writer.inputs.rule("benefit-delay")
    planned = council_stream(without_delay(writer.inputs), writer.whose)._asdict()
    for name, row in found.items():
        if late and name in _GAINS:
            below = row + len(TOTALS) + 1
            writer.write_total(below, f"{LABELS[name]}, as planned", rows[name], planned[name])
            writer.write_late(row, LABELS[name], below, comes_to[name])
        else:
            writer.write_total(row, LABELS[name], rows[name], comes_to[name])


def _total_of(line: Line) -> str:
    if line.input in BENEFITS:
        if line.citizens:
            return "citizens"
        named = {"cash-releasing": "cash", "non-cash-releasing": "not_cash"}
        return named.get(line.benefit_class or "", "unclassed")
    return {"development": "development", "renewal": "renewal"}.get(line.input, "running")
