"""What a round asks of one bid: by its phase and by what was answered before. One pass in the order
of the tasks decides it, as only an earlier question may decide a later one."""

from collections.abc import Iterator, Mapping
from typing import Any

from bidwriter.kinds.asked_when import Term, all_hold
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.rounds.round import CheckUse, Round


class Asking:
    """What is asked where `answers` (by question id) are given. `questions` are in the order of the
    tasks, each as it is asked: with the options and statements that are offered now."""

    def __init__(self, round_: Round, answers: Mapping[str, Any]) -> None:
        self._round = round_
        self._all = answers
        self._decided: dict[str, Any] = {}  # the answers to the questions that are asked
        self.questions: tuple[AnyQuestion, ...] = tuple(self._in_order())

    def holds(self, terms: tuple[Term, ...]) -> bool:
        """Whether all terms hold: each deciding question is asked, answered, and answered so."""
        return not terms or all_hold(terms, self._decided)

    @property
    def checks(self) -> tuple[CheckUse, ...]:
        """The round's checks that hold now; each says itself in which phase."""
        return tuple(use for use in self._round.checks if self.holds(use.asked_when))

    def _in_order(self) -> Iterator[AnyQuestion]:
        phase = self._all.get(self._round.phase_question or "", "")
        for section in self._round.sections:
            for task in section.tasks if self.holds(section.asked_when) else ():
                for id_ in task.questions if self.holds(task.asked_when) else ():
                    question = self._round.fitted.get(id_)
                    if question is None or (question.phases and phase not in question.phases):
                        continue
                    if id_ in self._decided:  # a fault of the pack: it is asked where it is first
                        continue
                    if self.holds(question.asked_when):
                        self._decided[id_] = self._all.get(id_)
                        yield question.as_asked(self.holds)
