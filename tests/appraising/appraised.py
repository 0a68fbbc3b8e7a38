"""Appraisals to test with, made through the public face."""

from typing import Any

from making import bid_with

from bidwriter.bids.appraising.inputs import Inputs, inputs_of
from bidwriter.bids.appraising.scenarios import Scenario, scenarios
from bidwriter.bids.bid import Bid

Cells = dict[str, Any]

# MHCLG's published worked example for round 1, as inputs: a partner's development is exactly a
# third of £200,000, and the last online service's take-up fills both benefits and costs.
EXAMPLE: list[Cells] = [
    {"input": "development", "whose": "lead", "amount": "£200,000"},
    {"input": "development", "whose": "partner; other", "amount": "200k", "shared-by": "3"},
    {"input": "fixed-cost", "whose": "all", "amount": "10,000", "first": "20/21"},
    {"input": "variable-cost", "whose": "lead", "amount": "16000"},
    {"input": "variable-cost", "whose": "partner; other", "amount": "32000"},
    {"input": "variable-benefit", "whose": "lead", "amount": "320000"},
    {"input": "variable-benefit", "whose": "partner; other", "amount": "160000"},
    {
        "input": "take-up", "whose": "all", "number": "100%",
        "years": "19/20 0; 20/21 6.25; 21/22 12.5; 22/23 25; 23/24 50",
    },
    {"input": "renewal", "whose": "all", "amount": "100000", "first": "2025", "every": "5"},
    {"input": "partners", "number": "3"},
    {"input": "councils-adopting", "number": "10", "first": "20/21", "last": "24/25"},
]  # fmt: skip


def bid_of(rows: list[Cells]) -> Bid:
    """An otherwise empty bid with these inputs."""
    return bid_with({f"appraisal/+#{at}": dict(row) for at, row in enumerate(rows)})


def inputs(rows: list[Cells]) -> Inputs:
    """The inputs that the sums see."""
    found = inputs_of(bid_of(rows))
    assert found is not None
    return found


def worked_out(rows: list[Cells]) -> tuple[Scenario, ...]:
    """The three scenarios."""
    return scenarios(inputs(rows))
