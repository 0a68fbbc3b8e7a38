"""What whoever sent this copy asks of you."""

from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.bids.bid import Bid, Lent
from bidwriter.councils.register import council
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.moments import moment


def lent_notice(bid: Bid) -> QWidget | None:
    """A callout for a copy that was made for a partner."""
    lent = bid.lent
    if lent is None:
        return None
    found = council(lent.by.council) if lent.by.council else None
    by = f"{lent.by.title}, {found.name}," if found else lent.by.title
    title = f"{by} sent this copy to {lent.to or 'you'} {moment(lent.when, clock.now())}"
    return Callout("info", title, " ".join(_sentences(bid, lent)))


def _sentences(bid: Bid, lent: Lent) -> list[str]:
    said = [f"“{' '.join(lent.note.split())}”"] if lent.note else []
    if lent.open:
        names = [bid.round.by_id[q].name for q in lent.open if q in bid.round.by_id]
        names += ["Attachments"] if "attachments" in lent.open else []
        said.append(f"You may change: {', '.join(names)}. The rest is to read and comment on.")
    said.append("When you are done, send this file back: it is joined to theirs.")
    return said
