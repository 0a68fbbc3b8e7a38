"""The working of one council of a kind: each line year by year, and what the lines come to."""

from collections.abc import Iterable
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising.inputs import Inputs, Line
from bidwriter.exports.workbook import rules
from bidwriter.exports.workbook.cells import (
    FIRST_YEAR,
    MONEY,
    PLAIN,
    formula,
    number,
    text,
    widen,
    year_column,
)
from bidwriter.exports.workbook.inputs_sheet import InputCells
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
        for at in range(self.inputs.years):
            share, grown = "1", "1"
            if take_up:
                share = rules.take_up(self.cells[take_up.row], at, self.year(at), self.start)
            if growth:
                before = f"{year_column(at - 1)}{GROWTH}" if at else "1"
                grown = rules.growth(self.cells[growth.row], at, self.year(at), self.start, before)
            formula(self.sheet, TAKE_UP, FIRST_YEAR + at, share, PLAIN)
            formula(self.sheet, GROWTH, FIRST_YEAR + at, grown, PLAIN)

    def write_line(self, row: int, line: Line, title: str) -> None:
        text(self.sheet, row, 1, title)
        for at in range(self.inputs.years):
            column = year_column(at)
            grown = f"{column}${TAKE_UP}*{column}${GROWTH}"
            years = (self.year(at), self.start)
            made = rules.line_formula(line, self.cells[line.row], at, years, grown)
            formula(self.sheet, row, FIRST_YEAR + at, f"({made})*{self.effect(line, at)}")

    def effect(self, line: Line, at: int) -> str:
        """What sharing does to a cost in a year, or how much of a benefit is counted."""
        name, sign = {
            "development": ("lead-effect", "+") if self.whose == "lead" else ("reuse-effect", "-"),
            "renewal": ("renewal-effect", "-"),
        }.get(line.input, ("", ""))
        if line.input in BENEFITS:
            rule = self.inputs.rule("confidence-factor")
            return rules.share(self.cells[rule.row], at) if rule else "1"
        rule = self.inputs.rule(name, self.whose) if name else None  # type: ignore[arg-type]
        if rule is None:
            return "1"
        cells = self.cells[rule.row]
        if sign == "-":
            return f"(1-{rules.share(cells, at)})"
        return f"(1+({rules.typed_or(cells, at, cells.at('Value used'))})/100)"

    def write_total(self, row: int, name: str, rows: Iterable[int]) -> None:
        text(self.sheet, row, 1, LABELS[name], strong=True)
        added = list(rows)
        for at in range(self.inputs.years):
            column = year_column(at)
            parts = "+".join(f"{column}{one}" for one in added) or "0"
            formula(self.sheet, row, FIRST_YEAR + at, parts, MONEY, strong=True)


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
    for name, row in found.items():
        writer.write_total(row, name, rows[name])
    widen(sheet, {1: 44, **{FIRST_YEAR + at: 15 for at in range(inputs.years)}})
    sheet.freeze_panes = f"{year_column(0)}{YEARS + 1}"
    return CouncilCells(sheet.title, found)


def _total_of(line: Line) -> str:
    if line.input in BENEFITS:
        if line.citizens:
            return "citizens"
        named = {"cash-releasing": "cash", "non-cash-releasing": "not_cash"}
        return named.get(line.benefit_class or "", "unclassed")
    return {"development": "development", "renewal": "renewal"}.get(line.input, "running")
