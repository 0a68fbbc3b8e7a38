"""What is checked of one cost line: its amount, and that every cell is there and fits."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.checks.cells import check_cells
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values.money import show


def check_line(bid: Bid, question: CostLines, line: CostLine, at: int) -> Iterator[Problem]:
    """Problems of one line, the `at`-th of its table."""
    amount, place = line.amount, Place(question.id).at(line.id)
    detail = f"Line {at}{', ' + show(amount) if amount is not None else ''}"
    name = f"“{line.what}”" if line.what else f"cost line {at}"
    if amount is None:
        field = "quantity" if line.quantity is None and line.unit_cost is not None else "unit-cost"
        words = f"Give {name} a quantity and a unit cost, or a total"
        yield Problem("cost-line", place.at(field), words, detail)
    elif amount < 0:
        words = f"Make {name} nought or more"
        yield Problem("cost-line", place.at("unit-cost"), words, detail)
    yield from check_cells("cost-line", name, Around(bid, question, line), detail)
