"""All checks of a bid: those that always hold, then those that its round names."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from bidwriter.bids.bid import Bid, kept_answers
from bidwriter.bids.places import ROUND, Place
from bidwriter.bids.remembered import Remembered
from bidwriter.checks.answers import check_answers
from bidwriter.checks.appraisal import check_appraisal
from bidwriter.checks.conflicts import check_conflicts
from bidwriter.checks.evidence import check_evidence
from bidwriter.checks.figures_in_prose import check_figures_in_prose
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.checks.printing import check_printing
from bidwriter.checks.problem import Problem
from bidwriter.checks.tables import check_tables
from bidwriter.checks.timing import check_timing
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import Fault
from bidwriter.rounds.round import CheckUse


def check(bid: Bid, now: datetime) -> tuple[Problem, ...]:
    """Every problem: those that stop export first, each group in the order of the questions."""
    found = list(dict.fromkeys(_found(bid, now)))
    order = {question.id: at for at, question in enumerate(bid.asked)}
    last = len(order)
    return tuple(sorted(found, key=lambda p: (not p.stops, order.get(p.place.question, last))))


def stops(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that stop the final export."""
    return tuple(problem for problem in problems if problem.stops)


def _found(bid: Bid, now: datetime) -> Iterator[Problem]:
    yield from check_answers(bid, now)
    yield from check_tables(bid, now)
    yield from check_appraisal(bid)
    for use in bid.checks:
        yield from _named(bid, use)
    yield from _unusable(bid)
    yield from check_conflicts(bid)
    yield from check_evidence(bid)
    yield from check_figures_in_prose(bid)
    yield from check_printing(bid)
    yield from check_timing(bid, now)
    yield from _kept(bid)


def _named(bid: Bid, use: CheckUse) -> Iterator[Problem]:
    rule = CATALOGUE.get(use.check)
    if rule is None or rule.faults(use):
        words, detail = f"Mend the round: its check “{use.check}” cannot be used", _SEE
        yield Problem("round", ROUND, words, detail, "advice", which=use.check)
    else:
        yield from rule.problems(bid, use)


def _unusable(bid: Bid) -> Iterator[Problem]:
    """What the round asks of an answer and cannot mean: it is not held to that."""
    for question in bid.asked:
        for fault in _FAULTS.of((question,), partial(_faults, question)):
            words = f"Mend the round: “{question.name}”, {fault.name or question.kind}"
            yield Problem("round", ROUND, words, f"{fault.words}. {_SEE}", "advice", which=words)


def _faults(question: AnyQuestion) -> tuple[Fault, ...]:
    return tuple(question.faults())


_FAULTS: Remembered[tuple[Fault, ...]] = Remembered()
_SEE = "See: bidwriter rounds --lint"


def _kept(bid: Bid) -> Iterator[Problem]:
    kept = [answer.question for answer in kept_answers(bid)]
    if kept:
        names = ", ".join(
            bid.round.by_id[id_].name if id_ in bid.round.by_id else id_ for id_ in kept
        )
        words = "Some answers are kept but not exported"
        why = f"Not asked, with your other answers: {names}"
        yield Problem("kept", Place(kept[0]), words, why, "advice")
