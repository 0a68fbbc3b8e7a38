"""Names of councils as people write them, brought to one form for comparing.

Curly and straight apostrophes, "&" and "and", "Saint", "St" and "St.", hyphens and blanks make no
difference; the words of official names that the register's short names do without can be left out.
"""

import re
import unicodedata

from bidwriter.prose.characters import seen

_APOSTROPHES = re.compile(r"[’‘ʼ`´'′]")
_BETWEEN = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\b(?:saint|st)\b")
_GENERIC = frozenset(
    (
        *("the", "of", "and", "council", "councils", "city", "borough", "district", "county"),
        *("metropolitan", "london", "royal", "unitary", "authority", "corporation"),
        *("mbc", "lbc", "rbc", "cc", "dc", "bc", "lb", "rb"),
    )
)


def folded(words: str) -> str:
    """ "St. Helens" and "Saint Helens" are "st helens", "King’s Lynn" is "kings lynn"."""
    plain = seen(words).casefold().replace("&", " and ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _SAINT.sub("st", _BETWEEN.sub(" ", _APOSTROPHES.sub("", plain)).strip())


def plain_name(words: str) -> str:
    """A council's name without the words that say what it is: "Oxford City Council" → "oxford".
    Where there are no others, as in "City of London", they stay."""
    whole = folded(words)
    return " ".join(w for w in whole.split() if w not in _GENERIC) or whole.removesuffix(
        " corporation"
    )
