"""COLUMNS OF A TABLE: how wide each is, so that no sum, date or common word in it is parted.

Pure. A column has the width it asks for; where its words need more it takes from the others
what they do not need.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bidwriter.exports.tagged.text import Align


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in points; or, where it is 0, a `share` of what the others leave. Both give way to
    what the words in the columns need."""

    share: float = 1
    width: float = 0
    align: Align = "left"


def fitted(
    columns: Sequence[Column], least: Sequence[float], wanted: Sequence[float], room: float
) -> tuple[float, ...] | None:
    """The columns' widths, together at most `room`, none below its `least`; None if the least
    are more than there is. A column that is wider than `wanted` gives what it has too much to those
    that could use it."""
    if sum(least) > room:
        return None
    given = asked(columns, room)
    given = _levelled(given, wanted)
    short = sum(max(0.0, low - wide) for low, wide in zip(least, given, strict=True))
    short += max(0.0, sum(given) - room)
    given = [max(low, wide) for low, wide in zip(least, given, strict=True)]
    for shares in (True, False):
        spare = [
            wide - low if bool(column.width) != shares else 0.0
            for column, low, wide in zip(columns, least, given, strict=True)
        ]
        taken = min(short, sum(spare))
        if taken > 0:
            part = taken / sum(spare)
            given = [wide - more * part for wide, more in zip(given, spare, strict=True)]
            short -= taken
    return tuple(given)


def asked(columns: Sequence[Column], room: float) -> list[float]:
    """The widths that the columns ask for of `room` points."""
    free = max(0.0, room - sum(column.width for column in columns))
    shares = sum(column.share for column in columns if not column.width) or 1
    return [column.width or free * column.share / shares for column in columns]


def _levelled(given: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """What columns have too much, to those that want more, as far as they do."""
    over = [max(0.0, wide - want) for wide, want in zip(given, wanted, strict=True)]
    under = [max(0.0, want - wide) for wide, want in zip(given, wanted, strict=True)]
    moved = min(sum(over), sum(under))
    if moved <= 0:
        return list(given)
    takes, gives = moved / sum(under), moved / sum(over)
    changes = zip(given, over, under, strict=True)
    return [wide - more * gives + less * takes for wide, more, less in changes]
