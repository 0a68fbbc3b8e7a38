"""Sums of money as people type them, and what a doubtful one could mean."""

import re
from decimal import Decimal

_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2019": "'"})
_POUNDS = re.compile(r"^(?:£|gbp)|(?:gbp|pounds?|£)$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,15})(?:\.(?P<part>\d*))?|\.(?P<bare>\d+)"
)
_TIMES = {"": 1, "k": 1000, "m": 1_000_000}
_NONE = ("nil", "free", "zero", "nought")
PLAIN = "Write a sum of money in digits, like £1,250 or 1250.00"
MARKS = "Put a point before the pence and commas only between thousands, like £1,250.50"


class UnreadError(ValueError):
    """Words that are no sum; the message says what to type."""


def read(typed: str) -> Decimal:
    """The sum in pounds, whatever its places. Raises UnreadError."""
    words = " ".join(typed.translate(_SIGNS).split()).casefold()
    if words in _NONE:
        return Decimal(0)
    digits, negative = _bare(words)
    found = re.fullmatch(r"(.*?)\s?([km]?)", digits)
    assert found is not None
    amount = _amount(found[1], found[2])
    return -amount if negative else amount


def _bare(words: str) -> tuple[str, bool]:
    """The digits without currency and sign, and whether they are negative."""
    negative = False
    for _ in range(4):
        words = words.strip()
        if not negative and words.startswith("(") and words.endswith(")"):
            words, negative = words[1:-1], True
        elif not negative and words[:1] == "-":
            words, negative = words[1:], True
        elif not negative and words[-1:] == "-":
            words, negative = words[:-1], True
        else:
            words = _POUNDS.sub("", words, count=1)
    return words.strip(), negative


def _amount(digits: str, times: str) -> Decimal:
    found = _NUMBER.fullmatch(digits)
    if not found:
        raise UnreadError(MARKS if re.fullmatch(r"[\d,. ']*\d[\d,. ']*", digits) else PLAIN)
    part = found["bare"] or found["part"] or ""
    if len(part) == 3 and found["whole"] and not times:
        raise UnreadError(MARKS)  # 1.250 may be a thousand and more, as on the Continent
    whole = re.sub(r"[, ]", "", found["whole"] or "0")
    return Decimal(f"{whole}.{part or 0}") * _TIMES[times]


def readings(typed: str) -> tuple[Decimal, ...]:
    """What doubtful digits could mean: the last mark as a point, or no mark as one. Empty where
    there is nothing to choose from."""
    digits, negative = _bare(" ".join(typed.translate(_SIGNS).split()).casefold())
    if not re.fullmatch(r"\d[\d,. ']{0,20}\d", digits):
        return ()
    found = [Decimal(re.sub(r"\D", "", digits))]
    last = re.fullmatch(r"(.*)[,. '](\d{1,4})", digits)
    if last:
        whole = re.sub(r"\D", "", last[1]) or "0"
        found.insert(0, Decimal(f"{whole}.{last[2]}"))
    return tuple(-amount if negative else amount for amount in found if amount < 10**10)
