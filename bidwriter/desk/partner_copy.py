"""A copy for a partner: what it holds, and the moment that it was made named in both histories."""

from collections.abc import Mapping
from typing import NamedTuple

from bidwriter.bids.bid import Bid, Lent
from bidwriter.bids.history.log import Named
from bidwriter.bids.partner_copy import ATTACHMENTS, lend
from bidwriter.files.recovery.kept import Kept


class Sending(NamedTuple):
    """What a copy says, and whether it carries the earlier versions."""

    lent: Lent
    with_history: bool = True


def named_for(now: Kept, lent: Lent) -> Kept:
    """The bid's own file, with this moment named after the copy."""
    head = now.log().head
    assert head is not None, "what is kept has a version at least"
    return now.named(Named(of=head.id, name=copy_name(lent), who=lent.by, when=lent.when))


_LONGEST_NAME = 200  # characters: what history keeps of a name


def copy_name(lent: Lent) -> str:
    """What the moment of a copy is called in history."""
    return f"Copy for {lent.to}"[:_LONGEST_NAME]


def copy_file(now: Kept, sending: Sending, contents: Mapping[str, bytes]) -> bytes:
    """The copy that is sent. Without history it has the version that it is, by which it can be
    joined again, and nothing that was taken out before."""
    sent = now if sending.with_history else now.last_alone()
    return sent._replace(bid=lend(now.bid, sending.lent)).file(dict(contents))


def strange_parts(bid: Bid, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Of the parts that a copy should leave open, those that the bid does not have."""
    known = {*(question.id for question in bid.round.questions), ATTACHMENTS}
    return tuple(part for part in parts if part not in known)
