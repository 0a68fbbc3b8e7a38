"""How far each task is: the officer's own marks, and what its checks say."""

from typing import Literal, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.rounds.round import Section, Task

State = Literal["completed", "started", "not_started", "problem"]


class TaskProgress(NamedTuple):
    """One task of this phase: its questions, its state and how much stops export in it."""

    section: Section
    task: Task
    questions: tuple[AnyQuestion, ...]
    state: State
    stops: int

    @property
    def number(self) -> str:
        """The number of its one numbered question, or ""."""
        return self.questions[0].number if self.questions else ""


def progress(bid: Bid, problems: tuple[Problem, ...]) -> tuple[TaskProgress, ...]:
    """Every task that asks something in this phase, in order. What evidence lacks belongs to the
    principle map, not to a task."""
    asked = {question.id: question for question in bid.asked}
    by_question: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.stops and not problem.place.is_evidence:
            by_question.setdefault(problem.place.question, []).append(problem)
    found = []
    for section in bid.round.sections:
        for task in section.tasks:
            questions = tuple(asked[id_] for id_ in task.questions if id_ in asked)
            if questions:
                stops = [p for q in questions for p in by_question.get(q.id, [])]
                state = _state(bid, questions, stops)
                found.append(TaskProgress(section, task, questions, state, len(stops)))
    return tuple(found)


def _state(bid: Bid, questions: tuple[AnyQuestion, ...], stops: list[Problem]) -> State:
    """Missing answers are no problem until a task is marked as finished."""
    finished = all(question.id in bid.finished for question in questions)
    if finished and not stops:
        return "completed"
    if finished or any(problem.check != "required" for problem in stops):
        started = any(not is_empty(bid.answer(question.id)) for question in questions)
        return "problem" if finished or started else "not_started"
    if any(not is_empty(bid.answer(question.id)) for question in questions):
        return "started"
    return "not_started"


def done(tasks: tuple[TaskProgress, ...]) -> int:
    """How many tasks are completed."""
    return sum(task.state == "completed" for task in tasks)
