"""What is checked of one cost line: its amount, who pays, its councils, and what the round asks."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.checks.problem import Problem
from bidwriter.councils.register import council
from bidwriter.kinds.tables.cost_lines import ALL, CostLine, CostLines
from bidwriter.kinds.values.money import show

_ASKED = {
    "stage": "Say when {} falls, like Jan 2019 or Sprint 2",
    "category": "Choose what kind of cost {} is",
    "vat": "Say how VAT was reckoned for {}",
    "note": "Write a note for {}",
    "source": "Say where the figure for {} comes from",
}


def check_line(bid: Bid, question: CostLines, line: CostLine, at: int) -> Iterator[Problem]:
    """Problems of one line, the `at`-th of its table."""
    amount, place = line.amount, f"{question.id}/{line.id}"
    detail = f"Line {at}{', ' + show(amount) if amount is not None else ''}"
    name = f"“{line.what}”" if line.what else f"cost line {at}"

    def problem(field: str, words: str, more: str = detail) -> Problem:
        return Problem("cost-line", f"{place}/{field}", words, more)

    if not line.what:
        yield problem("what", f"Say what cost line {at} is for")
    if amount is None:
        field = "quantity" if line.quantity is None and line.unit_cost is not None else "unit-cost"
        yield problem(field, f"Give {name} a quantity and a unit cost, or a total")
    elif amount < 0:
        yield problem("unit-cost", f"Make {name} nought or more")
    if not line.payer:
        yield problem("payer", f"Choose who pays for {name}")
    if not line.councils:
        yield problem("councils", f"Choose a council for {name}")
    for key in _strangers(bid, line):
        words = f"Choose a council in the bid for {name}"
        yield problem("councils", words, f"{_named(key)} is not one of the partners")
    if line.category and line.category not in {o.id for o in question.kinds_of_cost}:
        words = f"Choose again what kind of cost {name} is"
        yield problem("category", words, f"The round does not offer “{line.category}”")
    for field in question.asks:
        if not getattr(line, field):
            yield problem(field, _ASKED[field].format(name))
    if line.stage and question.stages and _kind_of(line.stage) not in question.stages:
        words = f"Give {name} {'a sprint' if question.stages == ('sprints',) else 'a month'}"
        yield problem("stage", words, f"The round asks for {question.stages[0]}")


def _kind_of(stage: str) -> str:
    return "sprints" if stage.startswith("sprint-") else "months"


def _strangers(bid: Bid, line: CostLine) -> tuple[str, ...]:
    keys = {partner.key for partner in bid.partners} | {ALL}
    return tuple(key for key in line.councils if key not in keys)


def _named(key: str) -> str:
    found = council(key)
    return found.title if found else key
