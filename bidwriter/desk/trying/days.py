"""Days that keep to all of a round's rules of days: each usual, or as early as can be."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.checks.named.answers import DateOrder, DateRange
from bidwriter.desk.trying.holding import Held
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.values import day_of
from bidwriter.kinds.values.day import Date

FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)
OF_DAYS = (DateOrder, DateRange)


class Span(NamedTuple):
    """The first and the last day that will do, and the usual one."""

    first: date
    last: date
    usual: date


def days(bid: Bid, setting: Setting, held: list[Held]) -> dict[str, date] | None:
    """A day for each date question that is asked; None where there are none that keep to the
    rules."""
    spans = {q.id: span(q, setting, held) for q in bid.asked if isinstance(q, Date)}
    usual = {id_: min(max(one.usual, one.first), one.last) for id_, one in spans.items()}
    found = _in_order(usual, spans, held)
    return found or _in_order({id_: one.first for id_, one in spans.items()}, spans, held)


def span(question: Date, setting: Setting, held: list[Held]) -> Span:
    """The days that will do for one question, whatever the others are."""
    first = [setting.today] if question.not_before_today else [FIRST]
    last = [setting.today] if question.not_after_today else [LAST]
    for one in held:
        if isinstance(one.params, DateRange) and one.params.question == question.id:
            first += [one.params.from_] if one.params.from_ else []
            last += [one.params.to] if one.params.to else []
    return Span(max(first), min(last), day_of(question, setting))


def _in_order(
    given: dict[str, date], spans: dict[str, Span], held: list[Held]
) -> dict[str, date] | None:
    """The days given, each moved on as far as those before it ask; None where one comes too
    late."""
    found, pairs = dict(given), list(_pairs(held, spans))
    for _ in range(len(found) + 1):
        for first, last in pairs:
            found[last] = max(found[last], found[first])
    right = all(one.first <= found[id_] <= one.last for id_, one in spans.items())
    return found if right else None


def _pairs(held: list[Held], spans: dict[str, Span]) -> Iterator[tuple[str, str]]:
    for one in held:
        if isinstance(one.params, DateOrder) and {one.params.first, one.params.last} <= {*spans}:
            yield one.params.first, one.params.last
