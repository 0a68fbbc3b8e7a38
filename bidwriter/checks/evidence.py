"""What is checked of evidence: reasons, and items that are still there. Advice only."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.principles import items
from bidwriter.checks.problem import Problem


def check_evidence(bid: Bid) -> Iterator[Problem]:
    """Problems of what is said to show a principle."""
    by_place = {item.place: item for item in items(bid)}
    for evidence in bid.evidence:
        item = by_place.get(evidence.place)
        principle = bid.round.principle(evidence.principle)
        if item is None or principle is None:
            continue
        place = evidence.place.showing(evidence.principle)
        if evidence.strength == "strong" and not evidence.reason:
            words = f"Say why “{item.title}” shows {principle.name} strongly"
            yield Problem(
                "evidence",
                place.at("reason"),
                words,
                "Without a reason it counts as some",
                "advice",
            )
        elif item.empty:
            words = f"Write “{item.title}”, which you say shows {principle.name}"
            yield Problem("evidence", evidence.place, words, "Nothing is there yet", "advice")
