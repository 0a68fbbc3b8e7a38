"""The forms that a pack can ask a line to have: regular expressions without what goes back.

A pack comes from elsewhere, and Python's own `re` goes back and tries again: a few characters of a
pattern can keep it busy for years. Here a pattern becomes positions, each a set of characters, and
those that can follow each (Glushkov's construction). An answer is read once, from left to right,
with all positions that could be next held as bits, so the time is at most characters times
positions, and both are bounded. What would need more (looking ahead, going back) is refused.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bidwriter.kinds.values.pattern_reading import (
    BadPatternError,
    Characters,
    PatternReader,
    Piece,
)

MOST_READ = 100  # characters of an answer


class _Ends(NamedTuple):
    """Of a piece: whether it can be empty, and the positions it can begin and end with, as bits."""

    empty: bool
    first: int
    last: int


_NOTHING = _Ends(empty=True, first=0, last=0)


@dataclass
class Pattern:
    """A form that a whole line can have: where each set of characters stands, as bits; what can
    follow each position; and what it can begin and end with."""

    sets: dict[Characters, int] = field(default_factory=dict)
    follow: list[int] = field(default_factory=list)
    ends: _Ends = _NOTHING

    def matches(self, text: str) -> bool:
        """Whether all of `text` has this form; what is very long has none."""
        if len(text) > MOST_READ:
            return False
        if not text:
            return self.ends.empty
        masks: dict[str, int] = {}
        reached, following = 0, self.ends.first
        for char in text:
            if char not in masks:
                masks[char] = sum(at for one, at in self.sets.items() if one.holds(char))
            reached = following & masks[char]
            following, left = 0, reached
            while left:
                lowest = left & -left
                following |= self.follow[lowest.bit_length() - 1]
                left ^= lowest
        return bool(reached & self.ends.last)


@lru_cache(maxsize=256)
def pattern(written: str) -> Pattern:
    """The form that a pack writes. Raises BadPatternError."""
    made = Pattern()
    made.ends = _laid_out(PatternReader(written).read(), made)
    return made


@lru_cache(maxsize=4096)  # checked at every key press, changed seldom
def has_form(text: str, written: str) -> bool:
    """Whether all of `text` has the form. Raises BadPatternError."""
    return pattern(written).matches(text)


def wrong_with(written: str) -> str:
    """Why a pattern cannot be used; "" where it can."""
    try:
        pattern(written)
    except BadPatternError as error:
        return str(error)
    return ""


# --- positions -------------------------------------------------------------------------------


def _laid_out(part: Piece, made: Pattern) -> _Ends:
    match part.kind:
        case "set":
            bit = 1 << len(made.follow)
            made.sets[part.set] = made.sets.get(part.set, 0) | bit
            made.follow.append(0)
            return _Ends(empty=False, first=bit, last=bit)
        case "either":
            ends = [_laid_out(one, made) for one in part.parts]
            first, last = 0, 0
            for one in ends:
                first, last = first | one.first, last | one.last
            return _Ends(any(one.empty for one in ends), first, last)
        case "times":
            return _repeated(part, made)
        case _:
            whole = _NOTHING
            for piece in part.parts:
                whole = _joined(whole, _laid_out(piece, made), made)
            return whole


def _repeated(part: Piece, made: Pattern) -> _Ends:
    ends = _NOTHING
    many = part.most if part.most is not None else max(1, part.least)
    for at in range(many):
        one = _laid_out(part.parts[0], made)
        if part.most is None and at == many - 1:
            _then(one.last, one.first, made)
        if at >= part.least:
            one = one._replace(empty=True)
        ends = _joined(ends, one, made)
    return ends


def _joined(one: _Ends, other: _Ends, made: Pattern) -> _Ends:
    _then(one.last, other.first, made)
    return _Ends(
        one.empty and other.empty,
        one.first | (other.first if one.empty else 0),
        other.last | (one.last if other.empty else 0),
    )


def _then(last: int, first: int, made: Pattern) -> None:
    for at in range(len(made.follow)):
        if last >> at & 1:
            made.follow[at] |= first
