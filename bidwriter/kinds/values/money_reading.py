"""Sums of money as people type them, and what a doubtful one could mean."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_SIGNS = str.maketrans({"\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-",
                        "\u2019": "'", "\u2018": "'"})  # fmt: skip
_POUNDS = re.compile(
    r"^(?:£|gbp|pounds? sterling)|(?:gbp|pounds?(?: sterling)?|sterling|£)$", re.IGNORECASE
)
# Thousands parted by commas, or by spaces or apostrophes; without pence, the last two alike.
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d{1,15})"
    r"(?:\.(?P<part>\d*))?|\.(?P<bare>\d+)"
)
# "1 250,00": where spaces part thousands, a comma before one or two digits is a point.
_WITH_COMMA = re.compile(r"(\d{1,3}(?:[ ']\d{3})+),(\d{1,2})")
# "1,250.-" and "1.250,-": a dash in the place of the pence, which is no minus.
_NO_PENCE = re.compile(r"(\d{1,3}(?P<mark>[., '])\d{3}(?:(?P=mark)\d{3})*|\d{1,15})[.,] ?-{1,2}")
_TIMES_WORDS = {
    "k": 1_000, "thousand": 1_000, "thousands": 1_000, "thou": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000, "mill": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_TIMES = re.compile(
    rf"(.*?[\d.])\s?({'|'.join(sorted(_TIMES_WORDS, key=len, reverse=True))})\.?", re.IGNORECASE
)
_PENCE = re.compile(r"(-?\d{1,15}(?:\.\d+)?)\s?(?:p|pence|pennies)\.?", re.IGNORECASE)
_CREDIT = re.compile(r"(.*\d.*?)\s?\b(cr|dr)\.?", re.IGNORECASE)
_HEDGED = re.compile(
    r"(?:circa|ca?\.?|approx(?:imately|\.)?|about|around|roughly|est(?:imated?|\.)?|up to|~|≈)"
    r"\s?(?=[£\d.(-])|\s(?:approx\.?|estimated?|est\.?|tbc|ish|\(tbc\)|\(est(?:imate)?\))$",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of any sum with all that people write round it
_NONE = ("nil", "free", "zero", "nought", "£-", "-£", "£ -", "- £")
PLAIN = "Write a sum of money in digits, like £1,250 or 1250.00"
MARKS = "Put a point before the pence and commas only between thousands, like £1,250.50"
CREDIT = (
    "It is not clear whether this is paid or comes in: write £1,250 for what is paid, -1,250 for "
    "what comes in"
)


class UnreadError(ValueError):
    """Words that are no sum; the message says what to type."""


class _Bare(NamedTuple):
    """Digits with their marks, without what stands round them."""

    digits: str
    negative: bool
    times: int = 1
    is_pence: bool = False


def read(typed: str) -> Decimal:
    """The sum in pounds, whatever its places. Raises UnreadError."""
    words = _plain(typed)
    if len(words) > _LONGEST:
        raise UnreadError(PLAIN)
    return _read(words)


@lru_cache(maxsize=4096)
def _read(words: str) -> Decimal:
    """Tables say the same sums often, and are read again with each answer."""
    if words in _NONE:
        return Decimal(0)
    if _CREDIT.fullmatch(words):
        raise UnreadError(CREDIT)
    bare = _bare(words)
    amount = _amount(bare) * bare.times / (100 if bare.is_pence else 1)
    return -amount if bare.negative else amount


def has_multiplier(typed: str) -> bool:
    """Whether a sum says itself that it is thousands or millions, as "80k" does, or pence."""
    bare = _bare(_plain(typed)[:_LONGEST])
    return bare.times > 1 or bare.is_pence


def _plain(typed: str) -> str:
    return " ".join(typed[: 10 * _LONGEST].translate(_SIGNS).split()).casefold()


def _bare(words: str) -> _Bare:
    """The digits without currency, sign and multiplier."""
    words, negative = _unsigned(words)
    if found := _PENCE.fullmatch(words):
        return _Bare(found[1], negative, is_pence=True)
    times = 1
    if found := _TIMES.fullmatch(words):
        words, times = found[1], _TIMES_WORDS[found[2]]
        words, further = _unsigned(words)
        if further and negative:
            raise UnreadError(PLAIN)
        negative = negative or further
    if found := _NO_PENCE.fullmatch(words):
        words = re.sub(r"\D", "", found[1])
    return _Bare(words, negative, times)


def _unsigned(words: str) -> tuple[str, bool]:
    """The words without signs of pounds, and whether they are negative."""
    negative = False
    if words[:1] == "+" and words[1:2] != "-":
        words = words[1:]
    for _ in range(4):
        words = words.strip()
        if _NO_PENCE.fullmatch(words):
            break
        if not negative and words.startswith("(") and words.endswith(")"):
            words, negative = words[1:-1], True
        elif not negative and words[:1] == "-":
            words, negative = words[1:], True
        elif not negative and words[-1:] == "-" and words[-2:-1] not in (".", ","):
            words, negative = words[:-1], True
        else:
            had = words[:1] == "£"
            words = _POUNDS.sub("", words, count=1)
            if had and re.fullmatch(r"\s?\d[\d,]*\.\d\d\s?p", words):
                words = words[:-1]  # "£1.50p" is one pound fifty
    return words.strip(), negative


def _amount(bare: _Bare) -> Decimal:
    digits = bare.digits
    if found := _WITH_COMMA.fullmatch(digits):
        return Decimal(f"{re.sub(r'[^0-9]', '', found[1])}.{found[2]}")
    found = _NUMBER.fullmatch(digits)
    if not found:
        raise UnreadError(MARKS if re.fullmatch(r"[\d,. ']*\d[\d,. ']*", digits) else PLAIN)
    part = found["bare"] or found["part"] or ""
    if len(part) == 3 and found["whole"] and bare.times == 1:
        raise UnreadError(MARKS)  # 1.250 may be a thousand and more, as on the Continent
    whole = re.sub(r"[, ']", "", found["whole"] or "0")
    return Decimal(f"{whole}.{part or 0}")


def readings(typed: str) -> tuple[Decimal, ...]:
    """What doubtful words could mean: the last mark as a point, or no mark as one; money that
    comes in, or that is paid; the sum that a hedge stands beside; a sum that is clear, as one with
    more places than pence. Empty where there is nothing to choose from."""
    words = _plain(typed)
    if len(words) > _LONGEST:
        return ()
    if found := _CREDIT.fullmatch(words):
        sums = _read_or(found[1])
        first = sorted({amount for one in sums for amount in (one, -one)})
        return tuple(first if found[2] == "cr" else reversed(first))
    hedged = _HEDGED.sub("", words).strip()
    if hedged != words:
        return _read_or(hedged)
    return _read_or(words)


def _read_or(words: str) -> tuple[Decimal, ...]:
    try:
        return (read(words),)
    except UnreadError:
        return _either(words)


def _either(words: str) -> tuple[Decimal, ...]:
    try:
        digits, negative, times, _ = _bare(words)
    except UnreadError:
        return ()
    if not re.fullmatch(r"\d[\d,. ']{0,20}\d", digits):
        return ()
    found = [Decimal(re.sub(r"\D", "", digits))]
    last = re.fullmatch(r"(.*)[,. '](\d{1,4})", digits)
    if last:
        whole = re.sub(r"\D", "", last[1]) or "0"
        found.insert(0, Decimal(f"{whole}.{last[2]}"))
    sums = [amount * times for amount in found]
    return tuple(-amount if negative else amount for amount in sums if amount < 10**10)
