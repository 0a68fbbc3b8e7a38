"""Moments as people say them: "10:20", "yesterday 16:05", "Sun 4 Nov 16:05"."""

from datetime import datetime

from bidwriter.kinds.values.day import DAYS, MONTHS


def moment(when: datetime, now: datetime) -> str:
    """A moment in words; the year is said where it is another one."""
    there = when.astimezone(now.tzinfo)
    time = f"{there:%H:%M}"
    day = day_of(when, now)
    return time if day == "today" else f"{day} {time}"


def day_of(when: datetime, now: datetime) -> str:
    """ "today", "yesterday", or the day with its name."""
    there = when.astimezone(now.tzinfo).date()
    days = (now.date() - there).days
    if days in (0, 1):
        return "yesterday" if days else "today"
    year = f" {there.year}" if there.year != now.year else ""
    return f"{DAYS[there.weekday()]} {there.day} {MONTHS[there.month - 1]}{year}"
