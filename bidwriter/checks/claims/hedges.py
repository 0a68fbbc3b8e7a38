"""How exact a figure is meant: "about" it, "over" or "under" it."""

import re
from decimal import Decimal

from bidwriter.checks.claims.claim import Bound, Stated
from bidwriter.checks.claims.phrases import after, before

ABOUT_SLACK = Decimal("0.05")
EXACT = Decimal(0)

_ABOUT = before("about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa")
_ABOUT_AFTER = after(
    ",? ?give or take", "or so", "or thereabouts", "in round (terms|figures|numbers)",
)  # fmt: skip
_NO_LESS = before("(no|not) (less|fewer) than")
_UNDER = before(
    "under", "below", "beneath", "inside", "within", "(less|fewer) than", "at most", "up to",
    "(no|not|never) (more|over|above) ?(than)?",
)  # fmt: skip
_OVER = before(
    "over", "above", "(more|greater) than", "at least", "upwards of", "in excess of", "beyond",
    "exceed(s|ing)?",
)  # fmt: skip
_OPEN = before("from", "between", "as (much|little|many|few) as", "all but")


def slack(stated: Stated) -> Decimal:
    """How far off the figure may be: a twentieth where it is "about" that much."""
    about = _ABOUT.search(stated.before) or _ABOUT_AFTER.match(stated.after)
    return ABOUT_SLACK if about else EXACT


def bound(before_it: str) -> Bound:
    """Whether the words before a figure say that the true one is over or under it."""
    if _NO_LESS.search(before_it):
        return "over"
    if _UNDER.search(before_it):
        return "under"
    return "over" if _OVER.search(before_it) else ""


def without_bound(before_it: str) -> str:
    """The words before a figure without those that say that the true one is over or under it."""
    return _BOUND_WORDS.sub("", before_it)


_BOUND_WORDS = re.compile(
    r"\s*\b(?:(?:just|a little|slightly|rather|somewhat|well|some way)\s+)*"
    r"(?:(?:(?:no|not|never)\s+)?(?:less|fewer|more|greater)\s+than|under|below|beneath|inside"
    r"|within|over|above|at\s+(?:least|most)|up\s+to|upwards\s+of|in\s+excess\s+of|beyond)"
    r"\s*\Z",
    re.IGNORECASE,
)


def is_open(before_it: str) -> bool:
    """Whether the words before a figure say nothing firm of it: the start of a range, "all but"."""
    return _OPEN.search(before_it) is not None
