"""Rules of a round in the words of its form: what may be asked for, what the applicants give, when
it closes. Each keeps the sentence that it was read from."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from bidwriter.fund_forms.found import FoundRule
from bidwriter.fund_forms.words.patterns import either

UNCLEAR = ""  # the check of a rule that contradicts itself
_SCALE = {"million": 1_000_000, "m": 1_000_000, "k": 1000, "thousand": 1000}
_SUM = r"£\s?(?P<{0}>\d[\d,]*(?:\.\d+)?)\s*(?P<{0}x>million|thousand|m|k)?(?!\w)"
_LOW, _HIGH = _SUM.format("low"), _SUM.format("high")
_BETWEEN = re.compile(rf"{_LOW}\s*(?:to|and|-|–|—)\s*(?:up to )?{_HIGH}", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:no more than|up to|not exceed|not be more than|maximum(?: \w+){0,4}?(?: of| is|:)?|"
    rf"capped at|at most|limit(?:ed)? (?:of|to))\s*{_HIGH}",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|no less than|not less than|minimum(?: \w+){0,4}?(?: of| is|:)?)\s*" + _LOW,
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:at least|minimum(?: of)?|no less than|not less than)\s*"
    r"(?P<share>\d{1,2})\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_ASKED = either(r"appl(?:y|ying|ication)s?", r"bids?", r"ask(?:ed)?", r"request\w*", r"grants?",
                r"funding", r"awards?", r"fund")  # fmt: skip
_GIVEN = either(
    "match", r"contribut\w+", "own (?:cash|funds|funding|money)", r"co-?fund\w*", "cash"
)
_YEARLY = re.compile(
    r"\b(?:a|per|each|every|in any(?: one)?) (?:financial )?year\b|\bannually\b|\bp\.a\.",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|no later than)\b|"
    r"\b(?:submit\w*|return\w*|receiv\w+|applications?)\b.*\bby\b",
    re.IGNORECASE,
)
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{'|'.join(MONTHS)})\s*,? "
    r"(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)\b")
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm)\b|"
    r"\b(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)\b|\b(?P<noon>noon|midday)\b|"
    r"(?P<midnight>\bmidnight\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\d))+[.!?;]?")


def sentences(words: str) -> list[str]:
    """The sentences of a text; a point in a figure ends none."""
    kept = re.sub(r"\b([ap])\.m\.", r"\1m", words, flags=re.IGNORECASE)
    return [found.strip() for found in _SENTENCE.findall(kept) if found.strip()]


def rules_in(words: str) -> Iterator[FoundRule]:
    """The rules on money that a text states, as named checks; `UNCLEAR` where one contradicts
    itself."""
    for sentence in sentences(words):
        if _GIVEN.search(sentence) and (found := _SHARE.search(sentence)):
            yield _contribution(sentence, int(found["share"]))
        if "£" in sentence and _ASKED.search(sentence):
            yield from _of_sums(sentence)


def _contribution(sentence: str, share: int) -> FoundRule:
    params: dict[str, Any] = {"min-percent": share}
    if re.search(r"\bcash\b", sentence, re.IGNORECASE) and "kind" not in sentence.lower():
        params["cash-only"] = True
    return FoundRule("contribution-share", params, sentence)


def _of_sums(sentence: str) -> Iterator[FoundRule]:
    low = high = ""
    if found := _BETWEEN.search(sentence):
        low, high = _amount(found, "low", found["highx"]), _amount(found, "high")
    else:
        if found := _MOST.search(sentence):
            high = _amount(found, "high")
        if found := _LEAST.search(sentence):
            low = _amount(found, "low")
    if low and high and Decimal(low) > Decimal(high):
        yield FoundRule(UNCLEAR, {"min": low, "max": high}, sentence)
        return
    bounds = {name: value for name, value in (("min", low), ("max", high)) if value}
    if bounds and _YEARLY.search(sentence):
        yield FoundRule("cost-between", {"payer": "fund", "year": "each", **bounds}, sentence)
        return
    if low:
        yield FoundRule("cost-minimum", {"min": low}, sentence)
    if high:
        yield FoundRule("cost-cap", {"max": high}, sentence)


def _amount(found: re.Match[str], name: str, scale: str | None = None) -> str:
    """ "50000.00" of "£50,000" and "£50k"; "£1 to £2 million" means the scale for both."""
    amount = Decimal(found[name].replace(",", "").rstrip("."))
    own = found[f"{name}x"] or (scale if amount < _SCALE["k"] else None) or ""
    return f"{amount * _SCALE.get(own.lower(), 1):.2f}"


def closing_in(words: str) -> tuple[str, str, str] | None:
    """The day (ISO) and time of day ("" if none is said) on which a text says that the round
    closes, and its sentence."""
    for sentence in sentences(words):
        day = _day_in(sentence) if _CLOSES.search(sentence) else None
        if day is not None:
            return day.isoformat(), time_in(sentence), sentence
    return None


def _day_in(sentence: str) -> date | None:
    found = _DAY.search(sentence) or _FIGURES.search(sentence)
    if not found:
        return None
    month = found["month"].lower()
    try:
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def time_in(sentence: str) -> str:
    """A time of day that words name, "17:00" of "5pm"; "" where they name none."""
    found = _TIME.search(sentence)
    if not found:
        return ""
    if found["noon"] or found["midnight"]:
        return "12:00" if found["noon"] else "23:59"
    if found["h24"]:
        return f"{int(found['h24']):02}:{found['m24']}"
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "pm" else 0)
    return f"{hour:02}:{found['minute'] or '00'}"
