"""Filling a bid until nothing stops it, as far as that can be."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.checks.checking import check, stops
from bidwriter.checks.problem import Key, Problem
from bidwriter.desk.trying.filling import Filler, Wishes
from bidwriter.desk.trying.reaching import Reaching
from bidwriter.desk.trying.repairs import Stuck, repairs

MOST_TRIES = 60  # of one run
_OF_ONE = 12  # candidates for one problem


class Run(NamedTuple):
    """A bid filled with answers that were held fixed, and what still stops it. `tries` is how
    often it was checked."""

    bid: Bid
    stopping: tuple[Problem, ...]
    wishes: Wishes
    fixed: frozenset[str]
    tries: int


class Finisher:
    """Fills bids on one round, and repairs them by what stops, `tries` times in all."""

    def __init__(self, filler: Filler, reaching: Reaching, tries: int) -> None:
        self._left = tries
        self._filler, self._reaching = filler, reaching
        self._now: datetime = filler.setting.now

    def run(self, wishes: Wishes, fixed: frozenset[str]) -> Run:
        """A bid with these wishes, of which the answers to `fixed` are never changed."""
        now, seen = self._tried(wishes, fixed, 1), {_as_key(wishes)}
        best = now
        while now.stopping and now.tries < MOST_TRIES:
            then = self._better(now, seen)
            if then is None:
                break
            now = then
            best = now if len(now.stopping) < len(best.stopping) else best
        return best._replace(tries=now.tries)

    def _tried(self, wishes: Wishes, fixed: frozenset[str], tries: int) -> Run:
        bid = self._filler.filled(wishes)
        return Run(bid, stops(check(bid, self._now)), wishes, fixed, tries)

    def _better(self, now: Run, seen: set[str]) -> Run | None:
        """A run that less stops; where there is none, one in which something else does. None where
        nothing new is left to try."""
        tries, other = now.tries, None
        for wishes in self._candidates(now):
            if _as_key(wishes) in seen:
                continue
            if tries >= MOST_TRIES or not self._left:
                break
            seen.add(_as_key(wishes))
            tries += 1
            self._left -= 1
            then = self._tried(wishes, now.fixed, tries)
            if len(then.stopping) < len(now.stopping):
                return then
            if other is None and not _keys(then) >= _keys(now):
                other = then
        return other._replace(tries=tries) if other else None

    def _candidates(self, now: Run) -> Iterator[Wishes]:
        """First what is likeliest for each problem together, then one thing after the other."""
        stuck = Stuck(now.bid, now.stopping, now.wishes, self._reaching, self._filler.setting)
        together = now.wishes
        for problem in now.stopping:
            first = next((w for w in repairs(stuck, problem) if self._may(now, w)), None)
            together = _both(now.wishes, together, first) if first else together
        if together != now.wishes:
            yield together
        for problem in now.stopping:
            for at, wishes in enumerate(repairs(stuck, problem)):
                if at >= _OF_ONE:
                    break
                if self._may(now, wishes):
                    yield wishes

    def _may(self, now: Run, wishes: Wishes) -> bool:
        held = now.wishes.answers
        return all(wishes.answers.get(id_) == held.get(id_) for id_ in now.fixed)


def _both(before: Wishes, one: Wishes, other: Wishes) -> Wishes:
    """What each of two wishes changed."""
    changed = {
        id_: value
        for id_, value in other.answers.items()
        if id_ not in before.answers or before.answers[id_] != value
    }
    return one.also(changed, other.brief)


def _keys(run: Run) -> set[tuple[Key, str]]:
    """What stops, with its words: two rules of one name at one question are two things."""
    return {(problem.key, problem.words) for problem in run.stopping}


def _as_key(wishes: Wishes) -> str:
    return repr((sorted(wishes.answers.items(), key=lambda item: item[0]), sorted(wishes.brief)))
