"""Whether a bid on a round could ever be finished: each phase, each answer that decides what is
asked, and each question are tried once with made-up right answers."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.checks.problem import Problem
from bidwriter.desk.trying.filling import Filler, Wishes
from bidwriter.desk.trying.finishing import Finisher, Run
from bidwriter.desk.trying.holding import holding
from bidwriter.desk.trying.made import made_up
from bidwriter.desk.trying.proofs import Case, Proof, proofs
from bidwriter.desk.trying.reaching import NotFoundError, Part, Pins, Reaching, Terms
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.values import OWN_WORDS
from bidwriter.desk.trying.work import Work, work_for
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.values.choice import Choice, ChooseSeveral
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.money import Sum
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.rounds.linting.checks import placed
from bidwriter.rounds.linting.finding import Further
from bidwriter.rounds.round import Round

_NOT_SHOWN = "It could not be shown that a bid can be finished"
_TRY = "Try it: bidwriter rounds --try FOLDER -o FILE.bid"


def moment_of(round_: Round, now: datetime) -> datetime:
    """A moment at which the round is open: a day before it closes; `now` where it never does."""
    return round_.closing - timedelta(days=1) if round_.closing else now


def tried(round_: Round, now: datetime) -> Run:
    """A bid on a round filled with made-up answers, in its first phase that can be finished, or as
    far as one can."""
    trial = Trial(round_, now)
    runs = [*trial.bases()]
    return next((run for run in runs if not run.stopping), runs[0])


def unfinishable(round_: Round, now: datetime) -> Iterator[Further]:
    """Why nobody can finish a bid on the round, or some could not; each thing once."""
    if work_for(round_) is None:
        words = f"{_NOT_SHOWN}: the round is so large that no bid was filled"
        yield Further("questions", words, _TRY, is_advice=True)
        return
    yield from dict.fromkeys(Trial(round_, now).findings())


class Trial:
    """The runs of one round."""

    def __init__(self, round_: Round, now: datetime) -> None:
        self.setting = Setting(round_, moment_of(round_, now))
        self.reaching = Reaching(self.setting)
        work = work_for(round_) or Work(1, 1)
        self._most = work.runs
        self._finisher = Finisher(Filler(self.setting), self.reaching, work.tries)
        self._round = round_
        self._bases: dict[str, Run] = {}
        self.runs: list[Run] = []
        self._told: set[tuple[str, str]] = set()  # place and words

    def bases(self) -> Iterator[Run]:
        """A run for each phase, or the one where there are none."""
        for phase in [phase.id for phase in self._round.phases] or [""]:
            pins: Pins = {self._round.phase_question: phase} if self._round.phase_question else {}
            self._bases[phase] = self._run(pins, {})
            yield self._bases[phase]

    @property
    def _is_over(self) -> bool:
        return len(self.runs) >= self._most

    def _run(self, pins: Pins, likely: Mapping[str, Value | None]) -> Run:
        run = self._finisher.run(Wishes({**likely, **pins}), frozenset(pins))
        self.runs.append(run)
        return run

    # --- what is found -------------------------------------------------------------------------

    def findings(self) -> Iterator[Further]:
        """What is found in all runs, then what no run could ask."""
        for run in self.bases():
            yield from self._of_run(run)
        for question in self.reaching.deciders:
            for value in self._values(question):
                if not self._is_over and not self._was_tried(question.id, value):
                    yield from self._of_answer(question, value)
        yield from self._never()
        if self._is_over:
            words = f"{_NOT_SHOWN} with every answer: {self._most:,} bids were filled, and no more"
            yield Further("questions", words, _TRY, is_advice=True)

    def _of_answer(self, question: AnyQuestion, value: Value) -> Iterator[Further]:
        try:
            pins = self.reaching.asking(question.id, value, self._likely())
        except NotFoundError:
            return  # said of the question or the option itself
        yield from self._of_run(self._from_base(pins))

    def _from_base(self, pins: Pins) -> Run:
        phase = pins.get(self._round.phase_question or "", "")
        base = self._bases.get(str(phase)) or self._first()
        return self._run(pins, base.wishes.answers)

    def _first(self) -> Run:
        bases = list(self._bases.values())
        return next((run for run in bases if not run.stopping), bases[0])

    def _likely(self) -> dict[str, Value]:
        return self._first().bid.by_id

    def _was_tried(self, question: str, value: Value) -> bool:
        return any(
            run.bid.asked_answer(question) == value and (not run.stopping or question in run.fixed)
            for run in self.runs
        )

    def _values(self, question: AnyQuestion) -> Iterator[Value]:
        """The answers that a deciding question can have, as far as they decide."""
        match question:
            case YesNo():
                yield from (True, False)
            case ChooseSeveral():
                yield from ((option.id,) for option in question.options)
            case Choice():
                yield from (option.id for option in question.options)
                yield from (OWN_WORDS,) if question.other else ()
            case Sum() | Number():
                yield from self._figures(question)

    def _figures(self, question: Sum | Number) -> Iterator[Value]:
        """At and below each figure that decides, as far as the question takes them."""
        step = 1 if isinstance(question, Sum) or question.whole else 0
        usual = made_up(question, self.setting)
        for term in self.reaching.thresholds(question.id):
            least = term.at_least
            assert least is not None
            for figure in (least, least - (step or 1)):
                if not any(question.misfits(figure)):
                    yield figure
            if question.min is not None and question.min < least:
                yield question.min
        if usual is not None:
            yield usual

    # --- of one run ----------------------------------------------------------------------------

    def _of_run(self, run: Run) -> Iterator[Further]:
        """What is wrong where a run could not be finished. Where a rule of the round refuses an
        answer that was held fixed, the pack means it so."""
        if not run.stopping or self._is_refused(run):
            return
        fixed = {id_: run.wishes.answers[id_] for id_ in run.fixed}
        held = {id_: value for id_, value in fixed.items() if value is not None}
        case = Case(run.bid, self.setting, holding(run.bid), held, self.reaching)
        proved = list(proofs(case))
        for proof in proved:
            if self._is_new(proof.place, proof.words):
                yield Further(proof.place, proof.words + self._when(run), proof.remedy)
        for problem in run.stopping:
            if not any(_explains(proof, problem) for proof in proved):
                place = self._place_of(run, problem)
                words = f"{_NOT_SHOWN}{self._when(run)}: {problem.words}"
                if self._is_new(place, problem.check):
                    yield Further(place, words, _TRY, is_advice=True)

    def _is_new(self, place: str, words: str) -> bool:
        """Whether this was not said of another run: most faults show in many."""
        is_new = (place, words) not in self._told
        self._told.add((place, words))
        return is_new

    def _is_refused(self, run: Run) -> bool:
        return any(p.check in CATALOGUE and p.place.question in run.fixed for p in run.stopping)

    def _when(self, run: Run) -> str:
        """ " where “Match used?” is “Yes”": the answers that were held fixed."""
        told = [
            f"“{question.name}” is “{question.text(run.bid.answer(question.id))}”"
            for question in run.bid.asked
            if question.id in run.fixed and run.bid.answer(question.id) is not None
        ]
        return f" where {' and '.join(told)}" if told else ""

    def _place_of(self, run: Run, problem: Problem) -> str:
        for one in holding(run.bid):
            if one.use.check == problem.check and one.finds(run.bid):
                return one.place
        id_ = problem.place.question
        return f"questions/{id_}" if id_ in self._round.by_id else ""

    # --- what nobody is asked ------------------------------------------------------------------

    def _never(self) -> Iterator[Further]:
        for question in self._round.questions:
            if not any(question.id in run.bid.asked_by_id for run in self.runs):
                place = f"questions/{question.id}"
                words = f"Nobody is ever asked this: “{question.name}”"
                yield from self._unless(self.reaching.terms_of(question.id), place, words)
        for part in self.reaching.parts:
            if not self._is_there(part):
                words = "Nobody ever comes to this: no answers meet what it and its question ask"
                yield from self._unless(part.terms, part.place, words)
        for place, use in placed(self._round):
            if use.asked_when and not any(use in run.bid.checks for run in self.runs):
                words = "This never holds: no answers meet its asked-when"
                yield from self._unless(use.asked_when, place, words)

    def _unless(self, terms: Terms, place: str, words: str) -> Iterator[Further]:
        """A run in which terms hold; where there is none, the fault."""
        try:
            pins = self.reaching.meeting(terms, self._likely(), {})
        except NotFoundError as error:
            if error.is_sure:
                yield Further(f"{place}/asked-when", words, "Correct the terms")
            return
        if self._is_over:
            return
        yield from self._of_run(self._from_base(pins))

    def _is_there(self, part: Part) -> bool:
        """Whether it was there in a run."""
        if not part.question:
            return any(run.bid.asking.holds(part.terms) for run in self.runs)
        asked = (run.bid.asked_by_id.get(part.question) for run in self.runs)
        return any(part.id in _ids_in(question) for question in asked if question)


def _ids_in(question: AnyQuestion) -> tuple[str, ...]:
    if isinstance(question, Choice):
        return tuple(option.id for option in question.options)
    return tuple(s.id for s in question.statements) if isinstance(question, Declarations) else ()


def _explains(proof: Proof, problem: Problem) -> bool:
    return problem.check in proof.checks and proof.question in ("", problem.place.question)
