"""What the rule of one input gives in each year, typed years left out: to show beside them."""

from decimal import Decimal

from bidwriter.bids.appraising.arithmetic import HUNDRED, exactly
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.series import adoption, line_series, take_up
from bidwriter.kinds.tables.appraisal import Input


@exactly
def rule_values(inputs: Inputs, row: Input) -> dict[int, Decimal]:
    """Year → what the rule gives: pounds for costs and benefits, per cent for take-up and growth,
    councils for adoption. Of the first kind of council that has the input."""
    bare = inputs._replace(
        lines=tuple(
            line._replace(typed=()) if line.row == row.id else line for line in inputs.lines
        )
    )
    line = next((line for line in bare.lines if line.row == row.id), None)
    if line is None:
        return {}
    whose = line.whose[0] if line.whose else "lead"
    if line.input == "take-up":
        series = tuple(share * HUNDRED for share in take_up(bare, whose))
    elif line.input == "councils-adopting":
        series = adoption(bare)
    elif line.input == "growth":
        first = (line.first or 0) + 1
        series = tuple(line.value if year >= first else Decimal(0) for year in range(bare.years))
    elif line.input in ("partners", "councils-possible", "councils-interested", "benefit-delay"):
        return {}
    elif line.is_rule:
        series = (line.value,) * bare.years
    else:
        series = line_series(bare, line, whose)
    start = inputs.question.first_year
    return {start + at: value for at, value in enumerate(series)}
