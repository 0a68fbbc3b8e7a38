"""Joining comments: all that either side said, each part as it was said last."""

from datetime import UTC, datetime

from bidwriter.bids.comment import Comment

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def join_comments(mine: tuple[Comment, ...], theirs: tuple[Comment, ...]) -> tuple[Comment, ...]:
    """Both sides' comments as a set; nothing to decide, and the same from either side."""
    joined = {comment.id: comment for comment in mine}
    for other in theirs:
        own = joined.get(other.id)
        joined[other.id] = _later_parts(own, other) if own else other
    return tuple(sorted(joined.values(), key=lambda c: (c.when, c.id)))


def _later_parts(a: Comment, b: Comment) -> Comment:
    """The words, the person to settle it and whether it is settled, each from the side where it
    changed last; a tie goes to one and the same side."""
    words = max(a, b, key=lambda c: (c.edited or _NEVER, c.text, c.model_dump_json()))
    to = max(a, b, key=lambda c: (c.assigned or _NEVER, c.to.model_dump_json() if c.to else ""))
    state = max(
        a,
        b,
        key=lambda c: (
            c.state.when if c.state else _NEVER,
            c.settled,
            c.state.model_dump_json() if c.state else "",
        ),
    )
    return words.model_copy(
        update={
            "to": to.to,
            "assigned": to.assigned,
            "settled": state.settled,
            "state": state.state,
        }
    )
