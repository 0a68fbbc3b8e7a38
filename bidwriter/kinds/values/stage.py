"""When a cost falls: a month, several months, a sprint or several sprints.

Typed as people write it ("Jan to Mar 2019", "sprints 1-3"), stored in one form: `2019-01`,
`2019-01/2019-03`, `sprint-2`, `sprint-1/sprint-3`.
"""

import re
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, WithJsonSchema

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.day import MONTHS, month_number

MOST_MONTHS, MOST_SPRINTS = 120, 99
_STORED = r"(\d{4}-(?:0[1-9]|1[0-2])|sprint-[1-9]\d?)"
_SAY = "Write a month with its year, like Jan 2019 or Jan to Mar 2019, or a sprint, like Sprint 2"
_TO = r"\s*(?:/|-|–|—|to|until|and|&|,)\s*"
_SPRINTS = re.compile(
    r"(?:sprints?|s)[\s-]*([1-9]\d?)(?:" + _TO + r"(?:(?:sprints?|s)[\s-]*)?([1-9]\d?))?", re.I
)
_NAMED = re.compile(r"([a-z]{3,9})\.?(?:[\s'’-]+(\d{4}|\d{2}))?", re.I)
_DIGITS = re.compile(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?|(?:\d{1,2}[/.])?(\d{1,2})[/.](\d{4})")


class Sprints(NamedTuple):
    """When a round's sprints are: the first day of the first, and how many weeks each takes."""

    first: date
    weeks: int

    def month_of(self, number: int) -> str:
        """The month in which a sprint begins, as it is stored."""
        day = self.first + timedelta(weeks=self.weeks * (number - 1))
        return f"{day.year:04d}-{day.month:02d}"


def _in_one_form(text: str) -> str:
    found = re.fullmatch(f"{_STORED}(?:/{_STORED})?", text)
    if not found:
        raise ValueError('is not a month or a sprint, like "2019-01" or "sprint-2"')
    first, last = found[1], found[2]
    if last is not None and not 0 < _steps(first, last) < _most(first):
        raise ValueError("must end after it begins, and not too long after")
    return text


def _steps(first: str, last: str) -> int:
    """How far `last` lies behind `first`; 0 where one is a month and the other a sprint."""
    if first.startswith("sprint") != last.startswith("sprint"):
        return 0
    return _number(last) - _number(first)


def _most(first: str) -> int:
    return MOST_SPRINTS if first.startswith("sprint") else MOST_MONTHS


def _number(part: str) -> int:
    """Sprints counted from 1, months from the year 0."""
    if part.startswith("sprint-"):
        return int(part.removeprefix("sprint-"))
    year, month = part.split("-")
    return int(year) * 12 + int(month) - 1


Stage = Annotated[
    str,
    Field(max_length=40),
    AfterValidator(_in_one_form),
    WithJsonSchema({"type": "string", "pattern": f"^{_STORED}(/{_STORED})?$"}),
]


def parts(stage: str) -> tuple[str, ...]:
    """Every month, or every sprint, that a stage covers, in order."""
    first, _, last = stage.partition("/")
    if not last:
        return (first,)
    numbers = range(_number(first), _number(last) + 1)
    if first.startswith("sprint-"):
        return tuple(f"sprint-{number}" for number in numbers)
    return tuple(f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)


def months_of(stage: str, sprints: Sprints | None) -> tuple[str, ...]:
    """The month of each part of a stage: a sprint's is the one it begins in; without a calendar
    of sprints it stays what it is."""
    if sprints is None or not stage.startswith("sprint-"):
        return parts(stage)
    return tuple(sprints.month_of(_number(part)) for part in parts(stage))


def show(stage: str) -> str:
    """ "Jan 2019", "Jan to Mar 2019", "Nov 2018 to Feb 2019", "Sprint 2", "Sprints 1 to 3"."""
    first, _, last = stage.partition("/")
    if first.startswith("sprint-"):
        return f"Sprints {_number(first)} to {_number(last)}" if last else f"Sprint {first[7:]}"
    if not last:
        return f"{MONTHS[_number(first) % 12]} {first[:4]}"
    year = "" if first[:4] == last[:4] else f" {first[:4]}"
    return f"{MONTHS[_number(first) % 12]}{year} to {show(last)}"


def parse(typed: str) -> str:
    """The stage that typed words mean. Raises NotAllowedError with words for a person."""
    words = " ".join(typed.split())
    stored = re.fullmatch(f"{_STORED}/{_STORED}", words)
    if stored:
        return _stage(stored[1], stored[2])
    if found := _SPRINTS.fullmatch(words):
        last = f"sprint-{found[2]}" if found[2] else ""
        return _joined(words, _stage(f"sprint-{found[1]}", last))
    if one := month_in(words):
        return _stage(_written(*one))
    for at in re.finditer(_TO, words, re.I):
        begins, ends = month_in(words[: at.start()]), month_in(words[at.end() :])
        if begins and ends and (begins[0] or ends[0]):
            return _joined(at[0], _range(begins, ends))
    raise NotAllowedError(_SAY)


def _joined(words: str, stage: str) -> str:
    """`stage`, unless "and" joins what does not lie side by side."""
    first, _, last = stage.partition("/")
    if last and re.search(r"and|&|,", words, re.I) and _steps(first, last) != 1:
        raise NotAllowedError(_SAY)
    return stage


def month_in(words: str) -> tuple[int, int] | None:
    """(year, month) of "Jan 2019", "01/2019", "2019-01-15"; year 0 if none is given."""
    if found := _DIGITS.fullmatch(words):
        year, month = int(found[1] or found[4]), int(found[2] or found[3])
        return (year, month) if 1 <= month <= 12 and year >= 1900 else None
    found = _NAMED.fullmatch(words)
    named = month_number(found[1]) if found else None
    if not found or named is None:
        return None
    year = int(found[2] or 0)
    return (year + 2000 if 0 < year < 100 else year), named


def _range(first: tuple[int, int], last: tuple[int, int]) -> str:
    """A month without a year takes the other's; "Nov to Feb 2019" begins in the year before."""
    begins, ends = first[0] or last[0], last[0] or first[0]
    if not first[0] and first[1] > last[1]:
        begins -= 1
    if not last[0] and last[1] < first[1]:
        ends += 1
    return _stage(_written(begins, first[1]), _written(ends, last[1]))


def _written(year: int, month: int) -> str:
    if not year:
        raise NotAllowedError("Add the year to the month, like Jan 2019")
    return f"{year:04d}-{month:02d}"


def _stage(first: str, last: str = "") -> str:
    stage = f"{first}/{last}" if last and last != first else first
    try:
        return _in_one_form(stage)
    except ValueError:
        raise NotAllowedError(_SAY) from None
