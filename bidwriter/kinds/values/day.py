"""A date, and how days are shown: "Thu 15 Nov 2018"."""

import re
from datetime import date
from typing import Any, ClassVar, Literal

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.question import Question

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Date(Question):
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


def parse(typed: str) -> date:
    """2018-11-15, 15/11/2018, 15 Nov 2018 or 15 November 2018 (day first)."""
    typed = typed.strip().replace(",", " ")
    try:
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
            year, month, day = map(int, found.groups())
        elif found := re.fullmatch(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})", typed):
            day, month, year = map(int, found.groups())
        elif found := re.fullmatch(
            r"(?:[A-Za-z]+ +)?(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.? +(\d{4})", typed
        ):
            day, year = int(found[1]), int(found[3])
            month = MONTHS.index(found[2][:3].title()) + 1
        else:
            raise ValueError(typed)  # noqa: TRY301 - said below in words
        return date(year, month, day)
    except ValueError:
        raise NotAllowedError("Write a real date, like 15 November 2018 or 2018-11-15") from None


def show(day: date) -> str:
    """The day with its weekday and year, whatever the computer's language."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
