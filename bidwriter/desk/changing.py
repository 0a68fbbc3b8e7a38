"""Opening a bid file to change it, and saving one change to it."""

from collections.abc import Mapping
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.partner_copy import closed_part
from bidwriter.bids.person import Stamp
from bidwriter.bids.telling.sides import moment_words
from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import Opened, bid_bytes, open_file
from bidwriter.files.disk import lock
from bidwriter.files.recovery.keeping import replace_known
from bidwriter.spoken import SpokenError


class ClosedError(SpokenError):
    """A file, or a part of it, that may not be changed."""


def open_to_change(path: Path, *, although_open: bool = False) -> Opened:
    """A bid file that may be changed. `although_open`: even where somebody else has it open.
    Raises FileTroubleError or ClosedError."""
    opened = open_file(path)
    if opened.kind == "package":
        raise ClosedError(
            f"“{path.name}” is a package; packages are never changed. Change the bid file"
        )
    if not opened.bag.whole:
        raise ClosedError(
            f"“{path.name}” does not match the checksums in it (see: bidwriter verify), so it is "
            "only read. It has not been changed"
        )
    holder = None if although_open else lock.held_by_other(path, clock.now())
    if holder:
        raise ClosedError(
            f"“{path.name}” is open in bidwriter ({holder.user} on {holder.computer}, last seen "
            f"{moment_words(holder.last)}). Close it there, or if nobody has it open any more, use "
            "--although-open. It has not been changed"
        )
    return opened


def save_change(
    path: Path,
    opened: Opened,
    new: Bid,
    stamp: Stamp,
    *,
    words: str,
    contents: Mapping[str, bytes] | None = None,
    apart: bool = False,
) -> None:
    """Apply what differs between the opened bid and `new` as one change, and save. `contents` are
    new attachments' bytes; `apart` makes it a version of its own in the history. Raises
    FileTroubleError, ChangeError or ClosedError."""
    edits = diff(opened.bid, new)
    if not edits:
        return
    if (part := closed_part(opened.bid, edits)) is not None:
        raise ClosedError(f"“{part}” is for reading in this copy; whoever sent it closed it")
    change = Change(who=stamp.who, when=stamp.when, words=words, edits=edits)
    saved = apply(opened.bid, change)
    doing = Doing(change.who, change.when, words if apart else "")
    history = history_file.recorded(opened.history, opened.bid, saved, doing)
    kept = {**opened.contents, **(contents or {})}
    replace_known(path, bid_bytes(saved, kept, history, opened.others), opened.digest)
