"""A date, and how days are shown: "Thu 15 Nov 2018"."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf, NotAllowedError, Since
from bidwriter.kinds.question import Fault, Question
from bidwriter.prose.characters import seen

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_YEAR = 1900
_SAY = "Write a real date, like 15 November 2018 or 2018-11-15"
_DASHES = dict.fromkeys((*range(8208, 8214), 8722), "-")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DIGITS = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{2}|\d{4})")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_START = r"(?:(?!the )(?P<weekday>[a-z]{3,9}\.?) )?(?:the )?"
_MONTH, _YEAR = r"(?P<month>[a-z]{3,9})", r"(?:(?P<year>\d{4}|\d{2}))?"
_DAY_FIRST = re.compile(rf"{_START}{_DAY}[-/. ]*(?:of )?{_MONTH}[-/. ]*{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_START}{_MONTH}\.?[- ]*(?:the )?{_DAY}(?: {_YEAR})?")


class When(Question):
    """What a day and a month share: whether what is over, or still to come, will not do."""

    not_before_today: Annotated[bool, Since(2)] = False
    not_after_today: Annotated[bool, Since(2)] = False

    def _ask(self, today: str, later: str) -> str:
        """What to enter: `today`, or what is `later` or earlier."""
        named = {
            (True, False): f"{today} or {later} later",
            (False, True): f"{today} or {later} earlier",
            (True, True): today,
        }
        return named.get((self.not_before_today, self.not_after_today), "")

    def _is_untimely(self, value: Any, now: Any) -> bool:
        before, after = self.not_before_today, self.not_after_today
        return (before and value < now) or (after and value > now)

    @override
    def faults(self) -> Iterator[Fault]:
        if self.not_before_today and self.not_after_today:
            remedy = "Take one of the two out"
            yield Fault("not-after-today", "Both together leave only the present", remedy)


class Date(When):
    """A question answered by a day."""

    answer: ClassVar[Any] = date
    missing: ClassVar[str] = "Enter a date for “{name}”"

    kind: Literal["date"] = "date"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed)

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return str(value.isoformat())

    @override
    def text(self, value: Any) -> str:
        return show(value)

    @override
    def wanted(self) -> str:
        asked = self._ask("today", "a day")
        return asked[:1].upper() + asked[1:]

    @override
    def untimely(self, value: Any, today: date) -> Iterator[str]:
        if self._is_untimely(value, today):
            yield f"Enter {self._ask('today', 'a day')}"


def parse(typed: str) -> date:
    """2018-11-15, 15/11/2018, 15 Nov 2018, November 15, 2018 and the like (day first), with a
    weekday if it is the right one. Raises NotAllowedError, which says what is wrong."""
    words = unicodedata.normalize("NFKC", typed).casefold().replace(",", " ")
    words = " ".join(seen(words).translate(_DASHES).split())
    if found := _ISO.fullmatch(words):
        return _real(int(found[3]), int(found[2]), found[1])
    if found := _DIGITS.fullmatch(words):
        return _real(int(found[1]), int(found[2]), found[3])
    found = _DAY_FIRST.fullmatch(words) or _MONTH_FIRST.fullmatch(words)
    if found is None:
        raise NotAllowedError(_SAY)
    month = month_number(found["month"])
    weekday = _weekday(found["weekday"]) if found["weekday"] else None
    if month is None or (found["weekday"] and weekday is None):
        raise NotAllowedError(_SAY)
    if not found["year"]:
        raise NotAllowedError(f"Write the year too, like {found['day']} {_MONTHS[month - 1]} 2018")
    day = _real(int(found["day"]), month, found["year"])
    if weekday not in (None, day.weekday()):
        raise NotAllowedError(
            f"{day.day} {_MONTHS[month - 1]} {day.year} is a {_WEEKDAYS[day.weekday()]}, not a "
            f"{_WEEKDAYS[weekday or 0]}. Write the right day, or leave out the weekday"
        )
    return day


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month, or its beginning of three letters or more."""
    word = word.casefold().rstrip(".")
    if word == "sept":
        return 9
    names = enumerate(_MONTHS, 1)
    found = (n for n, name in names if len(word) > 2 and name.casefold().startswith(word))
    return next(found, None)


def _weekday(word: str) -> int | None:
    word = word.rstrip(".")
    names = enumerate(_WEEKDAYS)
    found = (n for n, name in names if len(word) > 2 and name.casefold().startswith(word))
    return next(found, 2 if word == "weds" else None)


def _real(day: int, month: int, year: str) -> date:
    if len(year) != 4:
        raise NotAllowedError(f"Write the year in full, like {day}/{month}/2018")
    if not 1 <= month <= 12:
        hint = f", like {month}/{day}/{year}" if day <= 12 else ""
        raise NotAllowedError(f"There is no month {month}. Write the day before the month{hint}")
    last = calendar.monthrange(int(year), month)[1] if int(year) > 0 else 0
    if not 1 <= day <= last or int(year) < _FIRST_YEAR:
        name = _MONTHS[month - 1]
        raise NotAllowedError(
            f"There is no {day} {name} {year}: {name} has {last} days"
            if int(year) >= _FIRST_YEAR
            else f"Write a year from {_FIRST_YEAR}, like {day} {name} 2018"
        )
    return date(int(year), month, day)


def show(day: date) -> str:
    """The day with its weekday and year, whatever the computer's language."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
