"""What is checked of cost lines: the amount of each, that every cell is there and fits, and what
they come to for each payer and council."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import By, groups, tables
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.checks.cells import check_cells
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values.money import show

_NEVER_BELOW: tuple[By, ...] = ("payer", "council")


def check_line(bid: Bid, question: CostLines, line: CostLine, at: int) -> Iterator[Problem]:
    """Problems of one line, the `at`-th of its table."""
    amount, place = line.amount, Place(question.id).at(line.id)
    detail = f"Line {at}{', ' + show(amount) if amount is not None else ''}"
    name = f"“{line.what}”" if line.what else f"cost line {at}"
    if amount is None:
        field = "quantity" if line.quantity is None and line.unit_cost is not None else "unit-cost"
        words = f"Give {name} a quantity and a unit cost, or a total"
        yield Problem("cost-line", place.at(field), words, detail)
    elif amount < 0 and not question.below_nought:
        field = "unit-cost" if line.total is None else "total"
        words = f"Make {name} nought or more"
        why = f"{detail}; the round takes no line below nought"
        yield Problem("cost-line", place.at(field), words, why)
    yield from check_cells("cost-line", name, Around(bid, question, line), detail)


def check_sums(bid: Bid) -> Iterator[Problem]:
    """A discount or an income is a line below nought; what one payer gives, or what one council
    costs, never is."""
    place = next((Place(question.id) for question, _ in tables(bid)), NOWHERE)
    for way in _NEVER_BELOW:
        for group in groups(bid, way):
            if group.amount < 0:
                name = f"“{group.name}”" if group.key else "the lines that name no council"
                words = f"Bring {name} to nought or more"
                detail = f"Its cost lines come to {show(group.amount)}"
                yield Problem("cost-sum", place, words, detail, which=f"{way} {group.key}")
