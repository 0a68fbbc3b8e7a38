"""A bid filled with a pack's sample answers: what stops it, and the bid to try."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bidwriter.bids.bid import Answer, Bid, rebuilt
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.checks.problem import Problem
from bidwriter.desk.trying.filling import Filler, Wishes
from bidwriter.desk.trying.finishing import Finisher, Run
from bidwriter.desk.trying.reaching import Reaching
from bidwriter.desk.trying.samples import Samples, samples_of
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.trial import moment_of, tried, unfinishable
from bidwriter.desk.trying.work import work_for
from bidwriter.kinds.kinds import Value
from bidwriter.rounds.linting.finding import Further
from bidwriter.rounds.round import Round
from bidwriter.rounds.samples import SAMPLE_PLACE

_CHANGE = "Change the sample answer"


def found_in(round_: Round, data: Mapping[str, Any], now: datetime) -> Iterator[Further]:
    """Why nobody can finish a bid on the round, and what is wrong with its pack's sample answers,
    whose `data` are as they are written."""
    yield from unfinishable(round_, now)
    if data:
        samples = samples_of(data, round_)
        yield from samples.passed
        if work_for(round_) is not None:
            yield from _Sampled(round_, samples, now).findings()


def tried_with(round_: Round, samples: Samples, now: datetime) -> Run:
    """A bid on a round filled with sample answers, the rest made up. Those at which something stops
    it give way, as far as it can be finished so. Those that only another phase asks wait in it."""
    if not samples.answers:
        return tried(round_, now)
    sampled = _Sampled(round_, samples, now)
    answers = samples.answers
    run = sampled.run(answers)
    while stopping := {problem.place.question for problem in run.stopping} & answers.keys():
        answers = {id_: value for id_, value in answers.items() if id_ not in stopping}
        run = sampled.run(answers)
    if run.stopping:
        run = min(run, tried(round_, now), key=lambda one: len(one.stopping))
    return run._replace(bid=_with_waiting(run.bid, answers))


class _Sampled:
    """Bids on one round with its sample answers."""

    def __init__(self, round_: Round, samples: Samples, now: datetime) -> None:
        setting = Setting(round_, moment_of(round_, now))
        self._reaching = Reaching(setting)
        work = work_for(round_)
        filler = Filler(setting, samples.evidence)
        self._finisher = Finisher(filler, self._reaching, work.tries if work else 1)
        self._round, self._samples = round_, samples

    def run(self, answers: Mapping[str, Value]) -> Run:
        """A bid with these answers, and others made up so that it can be finished."""
        return self._finisher.run(Wishes(answers), frozenset(answers))

    def findings(self) -> Iterator[Further]:
        """What stops a bid because of the sample answers, in their own phase; what is wrong with
        those that only another phase asks; and what no phase asks."""
        asked: set[str] = set()
        for answers in self._of_phases():
            run = self.run(answers)
            new = {id_ for id_ in answers if id_ in run.bid.asked_by_id} - asked
            for problem in run.stopping:
                if not asked or (problem.place.question in new and problem.check not in CATALOGUE):
                    yield self._told(problem)
            asked |= new
        for id_ in self._samples.answers:
            if id_ not in asked:
                yield self._hidden(id_)

    def _of_phases(self) -> Iterator[Mapping[str, Value]]:
        """The sample answers as they are, and in each other phase."""
        answers, decides = self._samples.answers, self._round.phase_question
        yield answers
        for phase in self._round.phases if decides else ():
            if decides and answers.get(decides) != phase.id:
                yield {**answers, decides: phase.id}

    def _told(self, problem: Problem) -> Further:
        words = ". ".join(filter(None, (problem.words, problem.detail))).rstrip(".")
        if problem.place.question in self._samples.answers:
            return Further(f"{SAMPLE_PLACE}/{problem.place.question}", words, _CHANGE)
        words = f"With these sample answers no bid can be finished: {words}"
        return Further(SAMPLE_PLACE, words, "Change the sample answers")

    def _hidden(self, id_: str) -> Further:
        terms = dict.fromkeys(f"“{term.question}”" for term in self._reaching.terms_of(id_))
        words = f"By the other sample answers nobody is asked this: “{self._round.by_id[id_].name}”"
        remedy = f"Answer {' and '.join(terms)} so that it is asked, or take it out"
        return Further(f"{SAMPLE_PLACE}/{id_}", words, remedy)


def _with_waiting(bid: Bid, answers: Mapping[str, Value]) -> Bid:
    """`bid` with the sample answers that it does not ask for now."""
    there = {answer.question for answer in bid.answers} | bid.asked_by_id.keys()
    waiting = [
        Answer(id_, bid.round.by_id[id_].kind, value)
        for id_, value in answers.items()
        if id_ not in there
    ]
    return rebuilt(bid, answers=tuple(sorted((*bid.answers, *waiting), key=lambda a: a.question)))
