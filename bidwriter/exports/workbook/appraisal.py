"""The workbook of a bid's appraisal, as bytes."""

from bidwriter.bids.appraising.arithmetic import exactly
from bidwriter.bids.appraising.findings import (
    default_scenario,
    input_title,
    optimism_words,
    scenario_title,
    value_words,
)
from bidwriter.bids.appraising.inputs import input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import scenarios
from bidwriter.bids.bid import Bid
from bidwriter.exports.workbook.council_sheet import write_council
from bidwriter.exports.workbook.inputs_sheet import write_inputs
from bidwriter.exports.workbook.results_sheet import write_results
from bidwriter.exports.workbook.scenario_sheet import write_scenarios
from bidwriter.files.tables.xlsx_writing import ReckonedBook, workbook_bytes
from bidwriter.kinds.tables.appraisal import Whose
from bidwriter.kinds.values.financial_years import year_label

_SHEETS: dict[Whose, str] = {
    "lead": "Lead", "partner": "Each partner", "other": "Each other council",
}  # fmt: skip


@exactly
def appraisal_workbook(bid: Bid) -> bytes:
    """The XLSX. Recalculated, it gives the figures of `bid.json` to the penny. Raises ValueError
    if the bid's round asks for no appraisal."""
    inputs = inputs_of(bid)
    if inputs is None:
        raise ValueError(f"{bid.round.name} asks for no appraisal")
    rows = input_rows(bid)
    book = ReckonedBook()
    results = book.active
    assert results is not None
    results.title = "Results"
    years = book.create_sheet("Scenarios")
    sheets = {whose: book.create_sheet(title) for whose, title in _SHEETS.items()}
    cells = write_inputs(book.create_sheet("Inputs"), inputs, rows, default_scenario(bid))
    titles = {row.id: input_title(bid, row) for row in rows}
    councils = {
        whose: write_council(sheet, inputs, cells, titles, whose) for whose, sheet in sheets.items()
    }
    together = scenarios(inputs)
    found = write_scenarios(years, inputs, cells, councils)
    names = [
        scenario_title(bid, one, before)
        for one, before in zip(together, (None, *together), strict=False)
    ]
    first, last = inputs.question.first_year, inputs.question.first_year + inputs.years - 1
    conventions = [
        f"{bid.title or 'A bid with no title yet'}: {inputs.years} financial years, "
        f"{year_label(first)} to {year_label(last)}",
        "The first year counts in full; each later year is divided by 1 + its rate. "
        "NPV() would discount the first year too, so it is not used.",
        f"{value_words(inputs)}. {optimism_words(inputs)}.",
        "Change the yellow and plain cells of Inputs, or the case in B3 there: all else follows.",
    ]
    write_results(results, conventions, names, found, inputs)
    book.calculation.fullCalcOnLoad = True
    return workbook_bytes(book)
