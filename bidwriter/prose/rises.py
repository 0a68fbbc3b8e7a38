"""Raised and lowered characters, which are plain characters where Unicode has them: the digits,
and the signs beside them.

A raised digit is never a mere look: read without it, 10⁶ would be 106. Letters stay a look, since
Unicode has a few of them only, under names that a screen reader spells out ("1st" with a raised
"st" reads as 1st).
"""

import re
from collections.abc import Iterator
from typing import Literal

Rise = Literal["", "raised", "lowered"]
# The only two tags that mean anything in what is stored.
TAGS: dict[Rise, str] = {"raised": "sup", "lowered": "sub"}
RISES: dict[str, Rise] = {tag: rise for rise, tag in TAGS.items()}

_SIGNS = "0123456789+-=()\u2212"
_CHARS: dict[Rise, dict[int, int]] = {
    "raised": str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻"),
    "lowered": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋"),
}
# With those that are raised or lowered characters already.
_DIGITS = re.compile(
    r"((?<![+=()\u2212-])[+=()\u2212-]*+[0-9][0-9+=()\u2212-]*|[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ₀-₎]+)"
)
_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_ON_THE_LINE = str.maketrans(_RAISED + _LOWERED, "0123456789+−=()ni0123456789+−=()")
_SPACE = re.compile(r"(\s+)")


def parts(text: str, rise: Rise) -> Iterator[tuple[str, Rise]]:
    """A raised or lowered stretch as what it is written with: plain characters, and what has no
    such form and is raised or lowered still. None of the latter has a digit, nor white space at an
    end or a line break, which stand on no height."""
    for at, piece in enumerate(_DIGITS.split(text)):
        # `split` hands back what it parts and what parts it in turn.
        if at % 2:
            yield piece.translate(_CHARS[rise]), ""
            continue
        words = _SPACE.split(piece)
        for within, word in enumerate(words):
            flat = within % 2 and ("\n" in word or not words[within - 1] or not words[within + 1])
            if word:
                yield word, "" if flat else rise


def rise_of(char: str) -> Rise:
    """Whether this is a raised or a lowered character by itself."""
    if not char:
        return ""
    return "raised" if char in _RAISED else "lowered" if char in _LOWERED else ""


def on_the_line(text: str) -> str:
    """`text` whose raised and lowered characters stand on the line again."""
    return text.translate(_ON_THE_LINE)
