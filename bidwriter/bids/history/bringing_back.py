"""Bringing an earlier version back, whole or one answer, as an ordinary change. Comments stay,
and so does the language of the form."""

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import Leaf
from bidwriter.rounds.languages import as_spoken


def shown_as(then: Bid, now: Bid) -> Bid:
    """`then`, of which history knows no language, with its form in that of `now`."""
    round_ = as_spoken(then.round, now.round)
    return then if round_ is then.round else rebuilt(then, round=round_)


def with_everything_of(bid: Bid, then: Bid) -> Bid:
    """`bid` saying what `then` said, in every answer, mark and attachment."""
    then = shown_as(then, bid)
    return rebuilt(then, comments=bid.comments, lent=bid.lent, changed=bid.changed)


def with_answer_of(bid: Bid, then: Bid, question: str) -> Bid:
    """`bid` with one question as it was in `then`: its answer or rows, and what they show."""
    now: dict[Place, Leaf] = {p: None for p in leaves_of(bid) if p.question == question}
    before = {p: leaf for p, leaf in leaves_of(then).items() if p.question == question}
    return with_leaves(bid, {**now, **before})
