"""What nobody could come to: questions that no task asks, tasks that ask nothing, phases that
nobody can choose."""

from bidwriter.kinds.values.choice import ChooseOne
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import Round


def unreachable(round_: Round) -> Found:
    """Questions that nobody is asked, and what asks nothing."""
    asked = {id_ for section in round_.sections for task in section.tasks for id_ in task.questions}
    for question in round_.questions:
        if question.id not in asked:
            words = f"No task asks “{question.id}”, so nobody can answer it"
            yield f"questions/{question.id}", words, "Name it in a task"
    for section in round_.sections:
        place = f"sections/{section.id}"
        if not section.tasks:
            yield place, "The section has no tasks", "Give it one, or take it out"
        for task in section.tasks:
            if not task.questions:
                words = "The task asks nothing"
                yield f"{place}/tasks/{task.id}", words, "Name a question in it"


def phases(round_: Round) -> Found:
    """Phases and the question that chooses one of them."""
    if not round_.phases:
        if round_.phase_question:
            words = "A question chooses the phase, and there are no phases"
            yield "phase-question", words, "Add the phases, or take phase-question out"
        return
    question = round_.by_id.get(round_.phase_question or "")
    if not isinstance(question, ChooseOne):
        words = "No choose-one question chooses the phase"
        yield "phase-question", words, "Name that question as phase-question"
        return
    offered, place = {option.id for option in question.options}, f"questions/{question.id}"
    for phase in round_.phases:
        if phase.id not in offered:
            words = f"Nobody can choose the phase “{phase.id}”"
            yield f"{place}/options", words, "Add it as an option"
    for id_ in sorted(offered - {phase.id for phase in round_.phases}):
        words = f"There is no phase “{id_}”"
        yield f"{place}/options/{id_}", words, "Add the phase, or take the option out"
    if question.phases:
        words = "The question that chooses the phase must belong to all"
        yield f"{place}/phases", words, "Take its phases out"
