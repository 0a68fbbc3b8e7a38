"""A copy for a partner: what it says, and which parts of it may be changed."""

from collections.abc import Iterable

from bidwriter.bids.bid import Bid, Lent, rebuilt
from bidwriter.bids.changes import Edit

ATTACHMENTS = "attachments"  # stands beside the questions among the parts that may be changed


def lend(bid: Bid, lent: Lent) -> Bid:
    """The copy that is sent."""
    return rebuilt(bid, lent=lent)


def may_change(bid: Bid, part: str) -> bool:
    """Whether this copy leaves a question, or the attachments, open to change."""
    return bid.lent is None or not bid.lent.open or part in bid.lent.open


def closed_part(bid: Bid, edits: Iterable[Edit]) -> str | None:
    """The first part that these edits would change and that this copy keeps closed; None if they
    may all be made. Comments may always be made."""
    if bid.lent is None or not bid.lent.open:
        return None
    for edit in edits:
        root = edit.place.root
        part = ATTACHMENTS if root == ATTACHMENTS else edit.place.question
        if root != "comments" and part not in bid.lent.open:
            return part or root
    return None
