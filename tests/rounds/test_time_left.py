"""How much time is left, and what is said of days gone by, at the exact edges: the round closes on
15 Nov 2018 at 23:59."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from making import round_1

from bidwriter.bids.editing import new_bid, set_own_deadline
from bidwriter.checks.checking import check
from bidwriter.rounds.deadline import TimeLeft, time_left
from bidwriter.rounds.round import Round, data_of, read_round

SECOND = timedelta(seconds=1)
CLOSING = datetime(2018, 11, 15, 23, 59, tzinfo=UTC)


def at(now: str) -> datetime:
    return datetime.fromisoformat(now).replace(tzinfo=UTC)


def closing_on(day: str | None, time: str = "23:59") -> Round:
    """The round with another closing time; None: with none."""
    data: dict[str, Any] = data_of(round_1())
    del data["closes"]
    return read_round(data | ({"closes": {"day": day, "time": time}} if day else {}))


LEFT = [
    ("2018-11-13 23:59:59", "2 days left"),
    ("2018-11-14 00:00:00", "1 day left"),
    ("2018-11-14 23:59:59", "1 day left"),
    ("2018-11-15 00:00:00", "23 hours left"),
    ("2018-11-15 21:59:00", "2 hours left"),
    ("2018-11-15 21:59:01", "1 hour left"),
    ("2018-11-15 22:59:00", "1 hour left"),
    ("2018-11-15 22:59:01", "Less than an hour left"),
    ("2018-11-15 23:59:00", "Less than an hour left"),
    ("2018-11-15 23:59:01", "Closed"),
    ("2018-11-16 00:00:00", "Closed"),
]


@pytest.mark.parametrize(("now", "words"), LEFT)
def test_days_and_hours_left_at_their_edges(now: str, words: str) -> None:
    left = time_left(round_1(), None, at(now))
    assert left is not None
    assert left.words == words
    assert left.closed is (words == "Closed")


OWN = [
    ("2018-11-09 23:59:59", "3 days to your own deadline", "Mon 12 Nov", 3),
    ("2018-11-11 00:00:00", "1 day to your own deadline", "Mon 12 Nov", 1),
    ("2018-11-11 23:59:59", "1 day to your own deadline", "Mon 12 Nov", 1),
    ("2018-11-12 00:00:00", "today to your own deadline", "Mon 12 Nov", 0),
    ("2018-11-12 23:59:59", "today to your own deadline", "Mon 12 Nov", 0),
    ("2018-11-13 00:00:00", "2 days left", "Thu 15 Nov", 2),
]


@pytest.mark.parametrize(("now", "words", "day", "days"), OWN)
def test_the_teams_own_deadline_holds_to_the_end_of_its_day(
    now: str, words: str, day: str, days: int
) -> None:
    found = time_left(round_1(), date(2018, 11, 12), at(now))
    assert found == TimeLeft(words, day, days)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (date(2018, 11, 14), "4 days to your own deadline"),
        (date(2018, 11, 15), "5 days left"),
        (date(2018, 11, 16), "5 days left"),
    ],
)
def test_an_own_deadline_counts_only_before_the_closing_day(own: date, words: str) -> None:
    left = time_left(round_1(), own, datetime(2018, 11, 10, 12, tzinfo=UTC))
    assert left is not None
    assert left.words == words


def test_without_a_closing_day_only_the_own_deadline_counts() -> None:
    endless, now = closing_on(None), datetime(2018, 11, 10, 12, tzinfo=UTC)
    assert time_left(endless, None, now) is None
    assert time_left(endless, date(2018, 11, 9), now) is None
    today = time_left(endless, date(2018, 11, 10), now)
    assert today == TimeLeft("today to your own deadline", "Sat 10 Nov")


@pytest.mark.parametrize(
    ("day", "shown"), [("2018-12-31", "Mon 31 Dec"), ("2019-01-01", "Tue 1 Jan 2019")]
)
def test_a_day_in_another_year_shows_its_year(day: str, shown: str) -> None:
    left = time_left(closing_on(day), None, datetime(2018, 12, 30, 12, tzinfo=UTC))
    assert left is not None
    assert left.day == shown


def said(own: date | None, now: datetime, round_: Round | None = None) -> list[str]:
    """What the checks say of time."""
    bid = set_own_deadline(new_bid(round_ or round_1()), own)
    return [p.words for p in check(bid, now) if p.check in ("closed", "deadline")]


def test_a_round_is_closed_after_its_minute_not_at_it() -> None:
    assert said(None, CLOSING) == []
    assert said(None, CLOSING + SECOND) == ["The round closed on Thu 15 Nov 2018"]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (date(2018, 11, 14), []),
        (date(2018, 11, 15), []),
        (date(2018, 11, 16), ["Set your own deadline to Thu 15 Nov 2018 or before"]),
    ],
)
def test_an_own_deadline_may_be_the_closing_day(own: date, words: list[str]) -> None:
    assert said(own, CLOSING - timedelta(days=5)) == words


def test_an_own_deadline_is_over_when_its_day_is() -> None:
    own, midnight = date(2018, 11, 12), datetime(2018, 11, 13, tzinfo=UTC)
    over = ["Your own deadline was Mon 12 Nov 2018"]
    assert said(own, midnight - SECOND) == []
    assert said(own, midnight) == over
    assert said(own, CLOSING) == over
    assert said(own, CLOSING + SECOND) == ["The round closed on Thu 15 Nov 2018"]


def test_a_day_begins_at_midnight_in_the_rounds_time_zone() -> None:
    """In summer it is the next day in England an hour before it is so by the world's clock."""
    midnight = datetime(2019, 7, 3, tzinfo=ZoneInfo("Europe/London")).astimezone(UTC)
    own = date(2019, 7, 2)
    for summer, after in ((closing_on("2019-07-15"), "12 days left"), (closing_on(None), None)):
        assert said(own, midnight - SECOND, summer) == []
        assert said(own, midnight, summer) == ["Your own deadline was Tue 2 Jul 2019"]
        last = time_left(summer, own, midnight - SECOND)
        assert last is not None
        assert last.words == "today to your own deadline"
        then = time_left(summer, own, midnight)
        assert (then.words if then else None) == after
