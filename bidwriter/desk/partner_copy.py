"""A copy for a partner: what it holds, and the moment that it was made named in both histories."""

from collections.abc import Mapping

from bidwriter.bids.bid import Bid, Lent
from bidwriter.bids.history.log import Named
from bidwriter.bids.partner_copy import ATTACHMENTS, lend
from bidwriter.files.recovery.kept import Kept


def named_for(now: Kept, lent: Lent) -> Kept:
    """The bid's own file, with this moment named after the copy."""
    head = now.log().head
    assert head is not None, "what is kept has a version at least"
    name = f"Copy for {lent.to}"
    return now.named(Named(of=head.id, name=name, who=lent.by, when=lent.when))


def copy_file(now: Kept, lent: Lent, contents: Mapping[str, bytes]) -> bytes:
    """The copy that is sent."""
    return now._replace(bid=lend(now.bid, lent)).file(dict(contents))


def strange_parts(bid: Bid, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Of the parts that a copy should leave open, those that the bid does not have."""
    known = {*(question.id for question in bid.round.questions), ATTACHMENTS}
    return tuple(part for part in parts if part not in known)
