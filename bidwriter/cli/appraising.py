"""The appraisal without a window."""

import argparse
from collections.abc import Iterator

from bidwriter.bids.appraising.figures import AppraisalFigures, appraisal_figures
from bidwriter.bids.appraising.findings import (
    cases_words,
    finding,
    joining_words,
    optimism_words,
    payback_words,
    ratio_words,
    scenario_title,
    swing_words,
    value_words,
)
from bidwriter.bids.appraising.inputs import Inputs, appraisal_question, input_rows, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, scenarios
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.bids.bid import Bid
from bidwriter.cli.changing import free
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.kinds.values.money import show


def appraise(options: argparse.Namespace) -> int:
    """Print the appraisal's results, or write them as JSON or as a workbook."""
    bid = open_file(options.file, to_change=False).bid
    if appraisal_question(bid) is None:
        raise CommandError(f"{bid.round.name} asks for no appraisal. Nothing was written")
    if options.workbook:
        from bidwriter.exports.workbook.appraisal import appraisal_workbook

        replace(free(options.workbook), appraisal_workbook(bid))
    found = appraisal_figures(bid)
    if options.json:
        say_json(_json(bid, found))
    else:
        say(*(_lines(bid) if found else ("The appraisal has no costs and no benefits yet",)))
    return 0


def _json(bid: Bid, found: AppraisalFigures | None) -> dict[str, object]:
    rows = [
        row.model_dump(mode="json", by_alias=True, exclude_none=True) for row in input_rows(bid)
    ]
    results = found.model_dump(mode="json", by_alias=True, exclude_none=True) if found else None
    return {"inputs": rows, "results": results}


def _lines(bid: Bid) -> Iterator[str]:
    inputs = inputs_of(bid)
    assert inputs is not None
    yield f"{value_words(inputs)}. {optimism_words(inputs)}"
    before: Scenario | None = None
    for scenario in scenarios(inputs):
        yield ""
        yield scenario_title(bid, scenario, before)
        yield from (f"  {line}" for line in _scenario(bid, inputs, scenario))
        before = scenario


def _scenario(bid: Bid, inputs: Inputs, found: Scenario) -> Iterator[str]:
    yield finding(bid, inputs, found)
    if found.name == "all":
        yield joining_words(inputs, found).capitalize()
    spread = cases(inputs, found.name)
    ratio, about = ratio_words(spread)
    yield f"Benefits {show(found.benefits)}, costs {show(found.costs)}, present value"
    yield f"Benefit for each £1 of cost: {ratio}, {about}"
    year, which = payback_words(inputs, found)
    yield f"Pays back: {year}{', ' if found.payback is not None else ' '}{which}"
    yield cases_words(spread)
    rows = {row.id: row for row in input_rows(bid)}
    yield from (f"  {swing_words(bid, rows[s.row], s)}" for s in swings(inputs)[found.name])
