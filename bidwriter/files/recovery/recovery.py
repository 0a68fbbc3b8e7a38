"""Work that was never saved: read from the journals that processes left behind, and laid over the
bid as its file has it. Nothing is taken over or thrown away here unless asked.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, ChangeError, Edit, apply, diff
from bidwriter.bids.leaves import leaf_at
from bidwriter.files.disk.holding import HeldFile
from bidwriter.files.recovery.journal import Old, put_away
from bidwriter.files.recovery.journal_records import BROKEN, Record, follows
from bidwriter.files.recovery.left_behind import contents, in_order, left_behind, put_all_away


class Recovered(NamedTuple):
    """What was never saved. `before` is the bid as its file has it, `bid` the same with the
    changes that fit; `lost` counts those that did not, or cannot be read, which stay on this
    computer. `elsewhere`: some were made to another state of the file. `sources` are the journals
    with how many each lost."""

    before: Bid
    bid: Bid
    changes: tuple[Change, ...]
    lost: int
    contents: dict[str, bytes]
    elsewhere: bool
    sources: tuple[tuple[Path, int], ...]

    @property
    def first(self) -> datetime | None:
        """When the first recovered change was made."""
        return self.changes[0].when if self.changes else None

    @property
    def last(self) -> datetime | None:
        """When the last recovered change was made."""
        return self.changes[-1].when if self.changes else None


def recover(path: Path, bid: Bid, digest: str) -> Recovered | None:
    """What journals add to the bid at `path`, whose file has this SHA-256; None if nothing.

    Only reads; but journals that have nothing which is not in the file are put away.
    """
    left = {found.path.name: found for found in left_behind(bid.bid_id, path, digest)}
    steps = tuple(in_order(left, digest))
    alien = {name for name, found in left.items() if found.elsewhere(digest)}
    after, taken, lost = _laid_over(bid, steps, alien)
    # What does not fit is said, and kept, even where nothing else would change the bid.
    names = {name for name, _ in steps} if lost or diff(bid, after) else set[str]()
    put_all_away(left, left.keys() - names)
    if not names:
        return None
    sources = tuple((left[name].path, lost[name]) for name in sorted(names))
    kept = {sha256: data for source, _ in sources for sha256, data in contents(source)}
    return Recovered(bid, after, taken, lost.total(), kept, bool(alien & names), sources)


def take(recovered: Recovered) -> tuple[Old, ...] | None:
    """Hold the journals that were read, to go on from them; None if another process has one of
    them by now, or one is gone. Nothing in them changes."""
    old: list[Old] = []
    for path, lost in recovered.sources:
        held = HeldFile.take(path)
        if held is None:
            for one in old:
                one.held.let_go()
            return None
        old.append(Old(held, lost))
    return tuple(old)


def discard(recovered: Recovered) -> None:
    """Throw recovered work away, as the user wishes; what another process took over since is left
    to it, and a journal with changes that did not fit is only set aside."""
    for path, lost in recovered.sources:
        if held := HeldFile.take(path):
            put_away(Old(held, lost))
            held.let_go()


# --- laying over -----------------------------------------------------------------------------


def _laid_over(
    bid: Bid, steps: Iterable[tuple[str, Record]], alien: set[str]
) -> tuple[Bid, tuple[Change, ...], Counter[str]]:
    """The bid with each change that fits, those changes, and how many each journal lost."""
    read = [(name, _change(item)) for name, item in steps if _counts(item)]
    last = {edit.place: edit.after for _, change in read if change for edit in change.edits}
    taken: dict[str, Change] = {}
    lost = Counter[str]()
    for name, change in read:
        if change is None:
            lost[name] += 1
            continue
        if taken.get(change.id) == change:
            continue  # written twice, when the system could not say that once was enough
        # After a line that cannot be read, what its own journal says later still holds: those
        # words were in the bid.
        rough = lost[name] > 0 and name not in alien
        fitted = _fitted(bid, change, rough=rough)
        if fitted:
            bid, taken[change.id] = fitted
        elif any(leaf_at(bid, edit.place) != last[edit.place] for edit in change.edits):
            lost[name] += 1  # else the bid has it already, or what it became
    return bid, tuple(taken.values()), lost


def _fitted(bid: Bid, change: Change, *, rough: bool) -> tuple[Bid, Change] | None:
    try:
        return apply(bid, change), change
    except ChangeError:
        if not rough:
            return None
    edits = (Edit(place=e.place, before=leaf_at(bid, e.place), after=e.after) for e in change.edits)
    made = change.model_copy(update={"edits": tuple(edits)})
    try:
        return apply(bid, made), made
    except ChangeError:
        return None


def _counts(item: Record) -> bool:
    return "attachment" not in item and not follows(item)


def _change(item: Record) -> Change | None:
    """The change in a record; None where it cannot be read."""
    try:
        return None if item is BROKEN else Change.model_validate(item)
    except ValidationError:
        return None
