"""How much time is left, in the words that header, start window and overview share."""

from datetime import date, datetime
from typing import NamedTuple

from bidwriter.kinds.values.day import show
from bidwriter.rounds.round import Round


class TimeLeft(NamedTuple):
    """`words` ("9 days left") and `day` ("Thu 15 Nov"); `closed` once the round has."""

    words: str
    day: str
    days: int = 0
    closed: bool = False


def time_left(round_: Round, own: date | None, now: datetime) -> TimeLeft | None:
    """Until the team's own deadline while that is ahead, else until the round closes; None where
    neither is set. A day in another year shows its year."""
    closing = round_.closing
    today = round_.day_at(now)
    if own and own >= today and not (closing and closing.date() <= own):
        return TimeLeft(
            f"{_days(own, today)} to your own deadline", _short(own, today), (own - today).days
        )
    if closing is None:
        return None
    if now > closing:
        return TimeLeft("Closed", show(closing.date()), closed=True)
    days = (closing.date() - today).days
    if days == 0:
        hours = int((closing - now).total_seconds() // 3600)
        words = (
            f"{hours} {'hour' if hours == 1 else 'hours'} left"
            if hours
            else "Less than an hour left"
        )
        return TimeLeft(words, f"closes {closing:%H:%M}")
    return TimeLeft(f"{_days(closing.date(), today)} left", _short(closing.date(), today), days)


def _days(to: date, today: date) -> str:
    days = (to - today).days
    return "today" if days == 0 else f"{days} {'day' if days == 1 else 'days'}"


def _short(day: date, today: date) -> str:
    return show(day) if day.year != today.year else show(day).rsplit(" ", 1)[0]
