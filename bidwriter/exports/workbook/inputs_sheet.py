"""The Inputs sheet: a row for each input with its source, and the case to work out."""

from decimal import Decimal
from typing import NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.scenarios import ScenarioName
from bidwriter.bids.appraising.uncertainty import swings
from bidwriter.exports.workbook.cells import (
    MONEY,
    PLAIN,
    Live,
    formula,
    header,
    letter,
    mark_typed,
    number,
    text,
    widen,
)
from bidwriter.files.tables.xlsx_writing import for_print
from bidwriter.kinds.tables.appraisal import CLASSES, CONFIDENCE, INPUTS, Input, whose_words
from bidwriter.kinds.values.financial_years import year_label

_COLUMNS = (
    "Input", "Name", "Holds for", "Value", "Unit", "Shared by", "First year", "Last year",
    "Every", "Points a year", "Uncertainty %", "Case factor", "Value used", "Kind of benefit",
    "Gained by", "Source", "Method", "Confidence", "Worse end",
)  # fmt: skip
_TOP = 7
_AT = {name: at for at, name in enumerate(_COLUMNS, 1)}
_YEARS = len(_COLUMNS) + 1


class InputCells(NamedTuple):
    """Where one input's cells are; each is an address that other sheets can name."""

    row: int

    def at(self, name: str) -> str:
        """The address of a named column."""
        return f"Inputs!${letter(_AT[name])}${self.row}"

    def year(self, at: int) -> str:
        """The address of a typed year."""
        return f"Inputs!${letter(_YEARS + at)}${self.row}"


def write_inputs(
    sheet: Worksheet, inputs: Inputs, rows: tuple[Input, ...], scenario: ScenarioName
) -> dict[str, InputCells]:
    """Fill the sheet; hands back the cells of each input by its row's id."""
    text(sheet, 1, 1, "Inputs", strong=True)
    text(sheet, 3, 1, "Case: central, low or high", strong=True)
    text(sheet, 3, 2, "central")
    choice = DataValidation(type="list", formula1='"central,low,high"', allow_blank=False)
    sheet.add_data_validation(choice)
    choice.add("B3")
    text(sheet, 4, 1, "Low and high take every input to its worse or better end at once. "
         "Costs and benefits are both more than nought. Yellow: a typed year.")  # fmt: skip
    years = [str(inputs.question.first_year + at) for at in range(inputs.years)]
    header(sheet, _TOP - 1, [*_COLUMNS, *years])
    for at, year in enumerate(years):
        text(sheet, _TOP - 2, _YEARS + at, year_label(int(year)))
    worse = {s.row: 1 if s.lower > s.higher else -1 for s in swings(inputs)[scenario]}
    cells: dict[str, InputCells] = {}
    for at, row in enumerate(rows, _TOP):
        cells[row.id] = InputCells(at)
        _write_row(sheet, at, row, worse.get(row.id, 0))
        _write_years(sheet, at, row, inputs)
    widen(sheet, {1: 34, 2: 34, 3: 26, 4: 14, 14: 24, 16: 36, 17: 44})
    sheet.freeze_panes = f"C{_TOP}"
    for_print(sheet, f"{_TOP - 2}:{_TOP - 1}")
    return cells


def _write_row(sheet: Worksheet, at: int, row: Input, worse: int) -> None:
    kind = INPUTS[row.input] if row.input else None
    words = {
        "Input": kind.label if kind else "",
        "Name": row.name or "",
        "Holds for": whose_words(row),
        "Unit": row.unit or (kind.unit if kind else ""),
        "Kind of benefit": CLASSES[row.benefit_class] if row.benefit_class else "",
        "Gained by": "citizens" if row.citizens else "councils" if row.is_benefit else "",
        "Source": row.source or "",
        "Method": row.method or "",
        "Confidence": CONFIDENCE[row.confidence] if row.confidence else "",
    }
    for name, one in words.items():
        text(sheet, at, _AT[name], one)
    value = row.amount if row.amount is not None else row.number
    number(sheet, at, _AT["Value"], value, MONEY if row.amount is not None else PLAIN)
    numbers: dict[str, Decimal | int | None] = {
        "Shared by": row.shared_by, "First year": row.first, "Last year": row.last,
        "Every": row.every, "Points a year": row.rise, "Uncertainty %": row.uncertainty,
        "Worse end": worse,
    }  # fmt: skip
    for name, one_number in numbers.items():
        number(sheet, at, _AT[name], one_number)
    doubt, end = (f"{letter(_AT[name])}{at}" for name in ("Uncertainty %", "Worse end"))
    low, high = f"1+{end}*N({doubt})/100", f"1-{end}*N({doubt})/100"
    case = f'IF($B$3="low",{low},IF($B$3="high",{high},1))'
    formula(sheet, at, _AT["Case factor"], Live(case, 1), PLAIN)
    given, by, factor = (f"{letter(_AT[n])}{at}" for n in ("Value", "Shared by", "Case factor"))
    used = f"N({given})/MAX(1,N({by}))*{factor}"
    comes_to = (value or Decimal(0)) / max(1, row.shared_by or 1)
    shape = MONEY if row.amount is not None else PLAIN
    formula(sheet, at, _AT["Value used"], Live(used, comes_to), shape)


def _write_years(sheet: Worksheet, at: int, row: Input, inputs: Inputs) -> None:
    typed = row.typed
    for offset in range(inputs.years):
        value = typed.get(inputs.question.first_year + offset)
        if value is not None:
            number(sheet, at, _YEARS + offset, value, MONEY if row.in_money else PLAIN)
            mark_typed(sheet, at, _YEARS + offset)
