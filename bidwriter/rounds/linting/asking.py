"""What is wrong with the terms of a pack's `asked-when`: what no answer can ever meet, and what
would be decided by an answer that comes later."""

from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.kinds.asked_when import Term
from bidwriter.kinds.question import Question
from bidwriter.kinds.values.choice import Choice
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.money import Sum
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import Round

_ANYWHERE = 1_000_000


class _Use(NamedTuple):
    """Terms, where they stand, and the place in the order of questions before which the deciding
    question must be asked."""

    place: str
    terms: tuple[Term, ...]
    before: int = _ANYWHERE


def asking_faults(round_: Round) -> Found:
    """Each fault, with its place and the remedy."""
    ids = [id_ for section in round_.sections for task in section.tasks for id_ in task.questions]
    order = {id_: at for at, id_ in reversed(list(enumerate(ids)))}
    for use in _uses(round_, order):
        for term in use.terms:
            yield from _of_term(round_, use, term, order)
    yield from _always_needed(round_)


def _uses(round_: Round, order: dict[str, int]) -> Iterator[_Use]:
    for section in round_.sections:
        place = f"sections/{section.id}"
        inside = [id_ for task in section.tasks for id_ in task.questions]
        yield _Use(place, section.asked_when, _first(inside, order))
        for task in section.tasks:
            at = _first(task.questions, order)
            yield _Use(f"{place}/tasks/{task.id}", task.asked_when, at)
    for question in round_.questions:
        place, at = f"questions/{question.id}", order.get(question.id, _ANYWHERE)
        yield _Use(place, question.asked_when, at)
        if isinstance(question, Choice):
            for option in question.options:
                yield _Use(f"{place}/options/{option.id}", option.asked_when, at)
        if isinstance(question, Declarations):
            for statement in question.statements:
                yield _Use(f"{place}/statements/{statement.id}", statement.asked_when, at)
    yield from (_Use(f"checks/{use.check}", use.asked_when) for use in round_.checks)
    for output in round_.required_outputs:
        yield _Use(f"required-outputs/{output.id}", output.asked_when)


def _first(ids: list[str] | tuple[str, ...], order: dict[str, int]) -> int:
    return min((order[id_] for id_ in ids if id_ in order), default=_ANYWHERE)


def _of_term(round_: Round, use: _Use, term: Term, order: dict[str, int]) -> Found:
    place, question = f"{use.place}/asked-when", round_.by_id.get(term.question)
    ways = sum(map(bool, (term.is_, term.is_not, term.at_least is not None)))
    if ways != 1:
        words = "A term says one thing of one answer: is, is-not or at-least"
        yield place, words, 'Write it like { question = "match-used", is = ["yes"] }'
    if question is None:
        words = f"There is no question “{term.question}”"
        near = did_you_mean(term.question, round_.by_id)
        yield place, words, near or "Correct the id, or add the question"
        return
    if order.get(question.id, _ANYWHERE) >= use.before:
        words = f"“{question.id}” decides it, but is asked later"
        yield place, words, "Let an earlier question decide, or ask that one first"
    if question.personal:
        words = f"“{question.id}” is personal: a public copy leaves its answer out"
        yield place, words, "Let a question decide that is not personal"
    yield from _of_values(place, term, question)


def _of_values(place: str, term: Term, question: Question) -> Found:
    named = (*term.is_, *term.is_not)
    if term.at_least is not None and not decides_by_figure(question):
        words = f"at-least looks at a figure, and “{question.id}” asks for none"
        yield place, words, "Name a question that asks for a number or a sum"
    if not named:
        return
    offered = answers_of(question)
    if offered is None:
        words = f"“{question.id}” is of a kind ({question.kind}) that has no answers to name"
        yield place, words, "Let a yes-no, choose-one or choose-several question decide"
        return
    for one in dict.fromkeys(named):
        if one not in offered:
            words = f"“{question.id}” has no answer “{one}”"
            yield place, words, did_you_mean(one, offered) or f"Use one of: {', '.join(offered)}"
    if offered and set(offered) <= set(term.is_not):
        yield place, "No answer is left that would meet it", "Leave an answer out of is-not"


def answers_of(question: Question) -> tuple[str, ...] | None:
    """The answers that a term can name; None for a kind that has none."""
    if isinstance(question, YesNo):
        return ("yes", "no")
    return tuple(o.id for o in question.options) if isinstance(question, Choice) else None


def decides_by_figure(question: Question) -> bool:
    """Whether its answer is a figure that `at-least` can look at."""
    return isinstance(question, Sum | Number)


def _always_needed(round_: Round) -> Found:
    """The phase and the title are asked of every bid."""
    for id_, what in (
        (round_.phase_question, "chooses the phase"),
        (round_.cover.title, "names the bid"),
    ):
        for place, terms in _over(round_, id_ or ""):
            if terms:
                words = f"“{id_}” {what}, so it must always be asked"
                yield place, words, "Take its asked-when out"


def _over(round_: Round, id_: str) -> Iterator[tuple[str, tuple[Term, ...]]]:
    """The terms under which a question is asked: its own, its task's and its section's."""
    for section in round_.sections:
        for task in section.tasks:
            if id_ in task.questions:
                yield f"sections/{section.id}/asked-when", section.asked_when
                yield f"sections/{section.id}/tasks/{task.id}/asked-when", task.asked_when
    if question := round_.by_id.get(id_):
        yield f"questions/{id_}/asked-when", question.asked_when
