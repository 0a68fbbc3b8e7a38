"""The bid's own councils and cost lines, where a sentence names them."""

import re
from functools import lru_cache
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines
from bidwriter.checks.claims.money import councils_named
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.tables.partners import Partner

_SHORTEST_ROLE = 7  # "the sponsor", "the analyst"
_SHORTEST = 5  # characters: a line called "Room" is in too many words
# "Revenues staff" are "revenues colleagues" and "the revenues team" in prose.
_WHO = re.compile(
    r"\s+(?:staff|officers?|teams?|colleagues|time|support|advice|people|post|posts)$"
)


class NamedLine(NamedTuple):
    """A cost line and where its name stands."""

    line: CostLine
    start: int
    end: int


def lines_named(bid: Bid, said: str) -> tuple[NamedLine, ...]:
    """The cost lines that are named in `said`, in the order of their names there. "User
    researcher, supplier" is named by "user researcher" and by "user research"."""
    lines = cost_lines(bid)
    places = _places(tuple(line.what or "" for line in lines), said)
    return tuple(NamedLine(lines[at], start, end) for start, end, at in places)


# A key press changes one sentence of many, and seldom the lines.
@lru_cache(maxsize=4096)
def _places(names: tuple[str, ...], said: str) -> tuple[tuple[int, int, int], ...]:
    roles = [_role(name) for name in names]
    found = []
    for at, name in enumerate(names):
        role = roles[at] if roles.count(roles[at]) == 1 else ""
        pattern = _pattern(name, role)
        one = pattern.search(said) if pattern else None
        if one:
            found.append((one.start(), one.end(), at))
    return tuple(sorted(found))


def _named(what: str) -> str:
    """What a line is for, up to its first comma or bracket."""
    return " ".join(re.split(r"[,(:]", what, maxsplit=1)[0].casefold().split())


def _role(what: str) -> str:
    """The last word of a name of several, where it is long enough to be a role."""
    words = _named(what).split()
    return words[-1] if len(words) > 1 and len(words[-1]) >= _SHORTEST_ROLE else ""


@lru_cache(maxsize=512)
def _pattern(what: str, role: str) -> re.Pattern[str] | None:
    """Finds a line by its name, or by "the" and its role alone."""
    name = _named(what)
    stems = [name]
    if " " in name:
        stems.append(name.removesuffix("er"))
    shorter = _WHO.sub("", name)
    if " " in shorter:
        stems.append(shorter)
    kept = [re.escape(one).replace(r"\ ", r"\s+") for one in stems if len(one) >= _SHORTEST]
    if role and not _WHO.search(name):
        kept.append(rf"(?:the|our)\s+{re.escape(role)}")
    return (
        re.compile(rf"\b(?:{'|'.join(kept)})(?:s|['’]s|s['’])?(?!\w)", re.IGNORECASE)
        if kept
        else None
    )


def bid_councils_named(bid: Bid, said: str) -> tuple[Partner, ...]:
    """The bid's councils that are named in `said` by their short names."""
    return tuple(
        partner
        for partner in bid.partners
        if partner.council and re.search(rf"\b{re.escape(partner.council.short_name)}\b", said)
    )


def names_strangers(bid: Bid, said: str) -> bool:
    """Whether a council of the register is named that is none of the bid's."""
    own = {p.council.short_name for p in bid.partners if p.council}
    return any(not any(name in one for one in own) for name in councils_named(said))
