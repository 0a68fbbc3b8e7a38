"""What two copies disagree on and nobody has decided yet."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import CONFLICTS
from bidwriter.checks.problem import Problem


def check_conflicts(bid: Bid) -> Iterator[Problem]:
    """One problem for each undecided conflict; its place leads to the decision."""
    for conflict in bid.conflicts:
        question = bid.round.by_id.get(conflict.place.question)
        if question is not None and question.id not in bid.asked_by_id:
            continue  # it waits until the answer is asked for again
        what = f"“{question.name}”" if question else "what two copies changed"
        by = conflict.theirs_by.who.title if conflict.theirs_by else "the other copy"
        yield Problem(
            "conflict",
            CONFLICTS.at(conflict.id),
            f"Decide between your words and those of {by} in {what}",
            f"Both changed it; yours stands for now. From “{conflict.file}”"
            if conflict.file
            else "Both changed it; yours stands for now",
        )
