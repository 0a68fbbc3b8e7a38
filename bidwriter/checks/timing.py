"""What is checked of time: the round's closing and the team's own deadline. Advice only."""

from collections.abc import Iterator
from datetime import datetime

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import OWN_DEADLINE
from bidwriter.checks.problem import Problem
from bidwriter.kinds.values.day import show


def check_timing(bid: Bid, now: datetime) -> Iterator[Problem]:
    """Problems of days gone by."""
    closing = bid.round.closing
    if closing and now > closing:
        words = f"The round closed on {show(closing.date())}"
        yield Problem(
            "closed", OWN_DEADLINE, words, "You can still draft, check and export", "advice"
        )
    if bid.own_deadline:
        if closing and bid.own_deadline > closing.date():
            words = f"Set your own deadline to {show(closing.date())} or before"
            yield Problem("deadline", OWN_DEADLINE, words, "It is after the round closes", "advice")
        elif bid.round.day_at(now) > bid.own_deadline and not (closing and now > closing):
            words = f"Your own deadline was {show(bid.own_deadline)}"
            yield Problem("deadline", OWN_DEADLINE, words, "", "advice")
