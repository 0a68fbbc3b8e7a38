"""What a joining did, as a report for people and as JSON values."""

from collections.abc import Iterator
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.copies import Joining
from bidwriter.bids.person import Stamp
from bidwriter.bids.telling.doubtful import doubtful_words
from bidwriter.bids.telling.telling import question_name, tell, told_together
from bidwriter.bids.telling.values import leaf_words
from bidwriter.kinds.values.day import show as show_day


def headline(mine: Bid, joining: Joining) -> str:
    """The whole in one sentence."""
    many, open_ = len(tell(mine, joining.bid)), len(joining.conflicts)
    changes = f"{many} {'change' if many == 1 else 'changes'} joined"
    new_comments = len(set(joining.bid.comments) - set(mine.comments))
    comments = f", {new_comments} new in the comments" if new_comments else ""
    left = "nothing is left to decide"
    if open_:
        left = f"{open_} {'conflict is' if open_ == 1 else 'conflicts are'} left to decide"
    return f"{changes}{comments}; {left}"


def report_lines(mine: Bid, joining: Joining) -> Iterator[str]:
    """The report, a line each."""
    yield headline(mine, joining)
    for file in joining.known:
        yield f"“{file}” brings nothing new: it was joined before, or comes from this bid"
    for file in joining.strangers:
        yield f"“{file}” shares no version with this bid, so every difference is left to decide"
    for place in joining.left_out:
        yield f"Left out: {place} in the other copy, which this bid's round does not ask for"
    for one in joining.doubtful:
        yield f"Look at: {doubtful_words(joining.bid, one)}  [{one.place}]"
    for name, lines in told_together(mine, joining.bid):
        yield ""
        yield name
        yield from (f"  {told.words}  [{told.place}]" for told in lines)
    for number, conflict in enumerate(joining.conflicts, 1):
        yield ""
        yield from _conflict(number, mine, conflict)


def _conflict(number: int, mine: Bid, conflict: Conflict) -> Iterator[str]:
    yield f"To decide {number}: {question_name(mine, conflict.place)}, {finding(conflict)}"
    yield f"  [{conflict.place}] from “{conflict.file}”, conflict {conflict.id}"
    for part in conflict.parts:
        if len(conflict.parts) > 1:
            yield f"  {part.place}"
        yield (
            f"  as it was:{_value(mine, part, part.base)}"
            if conflict.base_known
            else ("  as it was: not known")
        )
        yield f"  mine{_by(conflict.mine_by)}:{_value(mine, part, part.mine)}"
        yield f"  theirs{_by(conflict.theirs_by)}:{_value(mine, part, part.theirs)}"


def finding(conflict: Conflict) -> str:
    """What the two disagree on, in a few words."""
    if not conflict.base_known:
        return "the two differ"
    part = conflict.parts[0]
    if conflict.kind == "deleted":
        gone = "theirs" if all(p.theirs is None for p in conflict.parts) else "mine"
        return f"taken out in {gone}, changed in the other"
    if conflict.kind != "prose":
        return "both changed it"
    if not part.mine or not part.theirs:
        return f"taken out in {'theirs' if part.mine else 'mine'}, changed in the other"
    return "both changed the same paragraph" if part.base else "both wrote something here"


def _by(stamp: Stamp | None) -> str:
    if stamp is None:
        return ""
    return f" ({stamp.who.title}, {show_day(stamp.when.date())} {stamp.when:%H:%M})"


def _value(bid: Bid, part: Part, leaf: Any) -> str:
    words = leaf_words(bid, part.place, leaf)
    if not words:
        return " nothing"
    lines = words.splitlines()
    return f" {lines[0]}" if len(lines) == 1 else "".join(f"\n    {line}" for line in lines)


def report_json(mine: Bid, joining: Joining) -> dict[str, Any]:
    """The report as JSON values."""
    return {
        "headline": headline(mine, joining),
        "joined": [
            {"question": name, **told._asdict()}
            for name, lines in told_together(mine, joining.bid)
            for told in lines
        ],
        "conflicts": [
            {
                "id": conflict.id,
                "place": conflict.place,
                "question": question_name(mine, conflict.place),
                "finding": finding(conflict),
                **conflict.model_dump(mode="json", by_alias=True),
            }
            for conflict in joining.conflicts
        ],
        "known": list(joining.known),
        "strangers": list(joining.strangers),
        "left-out": list(joining.left_out),
    }
