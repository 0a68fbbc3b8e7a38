"""Lines of a form of their own: an address, a number to ring, what a pattern asks for."""

import heapq
from collections.abc import Iterator
from functools import lru_cache

from bidwriter.kinds.question import Limit
from bidwriter.kinds.values.pattern_reading import Characters
from bidwriter.kinds.values.patterns import MOST_READ, Pattern, pattern
from bidwriter.kinds.values.short_text import TextFormat
from bidwriter.prose.characters import seen
from bidwriter.prose.glyphs import missing

# The usual one, then those that are shorter, down to the shortest that there is.
FORMS: dict[TextFormat, tuple[str, ...]] = {
    "email": ("made.up@example.org", "m@example.org", "a@b.c"),
    "phone": ("01632 960001", "01632960001", "0163296"),
    "web": ("https://example.org/made-up", "https://example.org", "http://a.b"),
    "text": ("Made-up words", "Made up", "Made", "M"),
}
_LOOKED_AT = 500  # characters of a range
_PALETTE = "a0A-./ _:,'&@+()"


class Shortest:
    """The shortest line of a pattern's form. `text` is "" where there is none; `is_sure` says
    whether that is proved, or only nothing was found."""

    def __init__(self, text: str, *, is_sure: bool = True) -> None:
        self.text, self.is_sure = text, is_sure


@lru_cache(maxsize=256)
def shortest(written: str) -> Shortest:
    """The shortest line that has the form: something that can be seen, without spaces at its ends
    or two together, as lines are kept. Raises BadPatternError."""
    form = pattern(written)
    found = {bit: _characters(one) for one, bits in form.sets.items() for bit in _bits(bits)}
    text = _first_way(form, {at: chars for at, (chars, _) in found.items()})
    return Shortest(text, is_sure=all(sure for _, sure in found.values()))


def _first_way(form: Pattern, chars: dict[int, str]) -> str:
    """The shortest way through the positions. A way that has ended in a space is another one than
    that which has not."""
    ways = [("", at) for at in _bits(form.ends.first)]
    heap = [(1, char, at) for text, at in ways for char in chars[at] if char != " "]
    heapq.heapify(heap)
    reached: set[tuple[int, bool]] = set()
    while heap:
        long, text, at = heapq.heappop(heap)
        if (at, text.endswith(" ")) in reached:
            continue
        reached.add((at, text.endswith(" ")))
        if form.ends.last >> at & 1 and not text.endswith(" "):
            return text
        if long < MOST_READ:
            for then in _bits(form.follow[at]):
                for char in chars[then]:
                    if char != " " or not text.endswith(" "):
                        heapq.heappush(heap, (long + 1, text + char, then))
    return ""


def _bits(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _characters(one: Characters) -> tuple[str, bool]:
    """A character of a set that can be seen and printed, and a space where it has one; and whether
    no other was passed over unseen."""
    held = [char for char in _PALETTE if one.holds(char)]
    sure = True
    if not any(char != " " for char in held):
        ranges = [range(ord(low), ord(high) + 1) for low, high in one.ranges if not one.negated]
        tried = [chr(code) for each in ranges for code in each[:_LOOKED_AT]]
        held += [char for char in tried if char.strip() and one.holds(char) and _prints(char)][:1]
        only_spaces = not one.negated and one.classes in ((), ("s",))
        sure = only_spaces and all(len(each) <= _LOOKED_AT for each in ranges)
    kept = next((char for char in held if char != " "), "")
    return kept + (" " if " " in held else ""), sure or bool(kept)


def _prints(char: str) -> bool:
    return seen(char) == char and not missing(char)


def fits(text: str, limit: Limit | None, used: int) -> bool:
    """Whether a line of `used` words is within a limit."""
    if limit is None:
        return True
    words_fit = limit.words is None or used <= limit.words
    return words_fit and (limit.characters is None or len(text) <= limit.characters)
