"""Whole numbers in words and back: words up to nine, digits from ten, as plain English has it."""

import re

_UNITS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MEANT = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {"thousand": 1_000, "million": 1_000_000}
_LAST_IN_WORDS = 9


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BELOW_HUNDRED = rf"(?:(?:{_any(_TENS)})(?:[-\s](?:{_any(_UNITS[1:10])})\b(?!-))?|{_any(_UNITS)})"
_BELOW_THOUSAND = (
    rf"(?:(?:{_BELOW_HUNDRED}|an?)\s+hundred(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
)
# "seventy-eight thousand four hundred", "a hundred and four", "two million".
NUMBER_WORDS = (
    rf"(?:(?:{_BELOW_THOUSAND}|an?)\s+(?:{'|'.join(_SCALES)})"
    rf"(?:,?\s+(?:and\s+)?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
)
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{NUMBER_WORDS})"


def in_words(number: int) -> str:
    """ "four", but "14" and "1,200"; nought is "no", as in "no partners"."""
    return _UNITS[number] if 0 <= number <= _LAST_IN_WORDS else f"{number:,}"


def read_number(words: str) -> int | None:
    """The whole number that "four", "forty-five", "14" or "1,200" means; None if it means none."""
    plain = words.strip().casefold()
    if re.fullmatch(r"\d[\d,]*", plain):
        return int(plain.replace(",", ""))
    if not re.fullmatch(NUMBER_WORDS, plain):
        return None
    total = part = 0
    for word in re.findall("[a-z]+", plain):
        if word == "hundred":
            part = 100 * (part or 1)
        elif word in _SCALES:
            total, part = total + _SCALES[word] * (part or 1), 0
        else:
            part += _MEANT.get(word, 0)  # "and" and "a" add nothing
    return total + part


def listed(parts: tuple[str, ...]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
