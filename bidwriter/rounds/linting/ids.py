"""Ids: used once, without a meaning of their own, and there where they are named."""

from collections import Counter
from collections.abc import Iterator

from bidwriter.kinds.question import limit_of
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import LATER_RESERVED_IDS, RESERVED_IDS, Round

# Names that Windows gives to devices: no file can be called so there.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


def reused_ids(round_: Round) -> Found:
    """Ids that two entries of a list have."""
    groups = {
        "questions": [q.id for q in round_.questions],
        "sections": [s.id for s in round_.sections],
        "phases": [p.id for p in round_.phases],
        "criteria": [c.id for c in round_.criteria],
        "commitments": [c.id for c in round_.commitments],
        "required-outputs": [o.id for o in round_.required_outputs],
        "principles": [str(p.number) for p in round_.principles],
    }
    for question in round_.questions:
        for group, id_, _ in question.parts():
            groups.setdefault(f"questions/{question.id}/{group}", []).append(id_)
    for place, ids in groups.items():
        for id_, many in Counter(ids).items():
            if many > 1:
                words = f"The id “{id_}” is used {many} times"
                yield f"{place}/{id_}[2]", words, "Give each its own id"
    yield from _reused_tasks(round_)


def _reused_tasks(round_: Round) -> Found:
    seen: dict[str, str] = {}
    asked: dict[str, str] = {}
    for section in round_.sections:
        for task in section.tasks:
            place = f"sections/{section.id}/tasks/{task.id}"
            if task.id in seen:
                words = f"The id “{task.id}” is used for two tasks"
                yield place + ("[2]" if seen[task.id] == place else ""), words, "Give each its own"
            seen[task.id] = place
            for id_ in task.questions:
                if id_ in asked:
                    words = f"The question “{id_}” is asked twice"
                    yield f"{place}/questions", words, "Ask it in one task"
                asked[id_] = place


def strange_ids(round_: Round) -> Found:
    """Ids with a meaning of their own, and those that no file could be named after."""
    for question in round_.questions:
        if question.id in RESERVED_IDS | LATER_RESERVED_IDS:
            words = f"“{question.id}” has a meaning of its own"
            yield f"questions/{question.id}/id", words, "Choose another id"
    for place, id_ in (("id", round_.id), ("short-name", round_.short_name)):
        if id_.casefold() in _DEVICES:
            words = f"On Windows no file can be called “{id_}”"
            yield place, words, "Choose another"


def dangling(round_: Round) -> Found:
    """What is named and not there."""
    questions, phases = set(round_.by_id), {p.id for p in round_.phases}
    for place, id_ in _question_references(round_):
        if id_ not in questions:
            remedy = did_you_mean(id_, questions) or "Correct the id, or add the question"
            yield place, f"There is no question “{id_}”", remedy
    for place, ids in _phase_references(round_):
        for id_ in ids:
            if id_ not in phases:
                remedy = did_you_mean(id_, phases) or "Correct the id, or add the phase"
                yield place, f"There is no phase “{id_}”", remedy
    numbers = {p.number for p in round_.principles}
    for place, number in _principle_references(round_):
        if number not in numbers:
            yield place, f"There is no principle {number}", "Name a principle of this round"


def _question_references(round_: Round) -> Iterator[tuple[str, str]]:
    for section in round_.sections:
        for task in section.tasks:
            place = f"sections/{section.id}/tasks/{task.id}/questions"
            yield from ((place, id_) for id_ in task.questions)
    cover = round_.cover
    for name in ("title", "partners", "costs", "outputs", "summary", "starts", "ends"):
        if id_ := getattr(cover, name):
            yield f"cover/{name}", id_
    yield from (("cover/facts", id_) for id_ in cover.facts)
    if round_.phase_question:
        yield "phase-question", round_.phase_question
    for question in round_.questions:
        limit = limit_of(question)
        place = f"questions/{question.id}/limit/also-counts"
        yield from ((place, id_) for id_ in (limit.also_counts if limit else ()))


def _phase_references(round_: Round) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in round_.questions:
        yield f"questions/{question.id}/phases", question.phases
    for output in round_.required_outputs:
        yield f"required-outputs/{output.id}/phases", output.phases


def _principle_references(round_: Round) -> Iterator[tuple[str, int]]:
    for question in round_.questions:
        place = f"questions/{question.id}/guidance/principles"
        yield from ((place, hint.principle) for hint in question.guidance.principles)
    for criterion in round_.criteria:
        if criterion.principle is not None:
            yield f"criteria/{criterion.id}/principle", criterion.principle
