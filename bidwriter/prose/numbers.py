"""Whole numbers in words and back: words up to nine, digits from ten, as plain English has it."""

import re

_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_MEANT = {word: number for number, word in enumerate(_WORDS)} | {"thirty": 30, "forty": 40}
_LAST_IN_WORDS = 9
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{'|'.join(sorted(_MEANT, key=len, reverse=True))})"


def in_words(number: int) -> str:
    """ "four", but "14" and "1,200"; nought is "no", as in "no partners"."""
    return _WORDS[number] if 0 <= number <= _LAST_IN_WORDS else f"{number:,}"


def read_number(words: str) -> int | None:
    """The whole number that "four", "14" or "1,200" means; None if it means none."""
    plain = words.strip().casefold()
    if re.fullmatch(r"\d[\d,]*", plain):
        return int(plain.replace(",", ""))
    return _MEANT.get(plain)


def listed(parts: tuple[str, ...]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
