"""Which answers make a round ask something: the terms of `asked-when` met, back to the first
question. All terms must hold, and only earlier questions decide, so that it is found by going
backwards; a choice among answers is gone back to where it leads nowhere."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import NamedTuple

from bidwriter.desk.trying.made import made_up
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.values import OWN_WORDS
from bidwriter.kinds.asked_when import Term, chosen_in
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.values.choice import Choice, ChooseOne, ChooseSeveral
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.money import Sum
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.yes_no import YesNo

_MOST_STEPS = 2_000
_MOST_WAYS = 60  # answers of one question that are tried
Terms = tuple[Term, ...]
Pins = dict[str, Value]


class NotFoundError(Exception):
    """No way was found; `is_sure` says whether there is none."""

    def __init__(self, *, is_sure: bool) -> None:
        super().__init__()
        self.is_sure = is_sure


class Part(NamedTuple):
    """Something of a pack that is there only when terms hold: the place of its terms, its id, and
    the question that it is part of ("" for a required output)."""

    place: str
    terms: Terms
    id: str
    question: str = ""


class Reaching:
    """The terms of one round, and answers that meet them."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._round = setting, setting.round
        self._order: dict[str, int] = {}
        self._terms: dict[str, Terms] = {}
        for section in self._round.sections:
            for task in section.tasks:
                for id_ in task.questions:
                    question = self._round.by_id.get(id_)
                    if question is not None and id_ not in self._order:
                        self._order[id_] = len(self._order)
                        outer = (*section.asked_when, *task.asked_when)
                        self._terms[id_] = (*outer, *question.asked_when, *self._phases(question))

    def _phases(self, question: AnyQuestion) -> Terms:
        chooses = self._round.phase_question
        return (Term(question=chooses, is_=question.phases),) if question.phases and chooses else ()

    def terms_of(self, question: str) -> Terms:
        """All terms under which a question is asked."""
        return self._terms.get(question, ())

    @property
    def deciders(self) -> tuple[AnyQuestion, ...]:
        """The questions that decide what is asked, in order."""
        named = {term.question for part in self.parts for term in part.terms}
        named |= {term.question for terms in self._terms.values() for term in terms}
        named |= {self._round.phase_question} if self._round.phase_question else set()
        found = sorted(named & self._order.keys(), key=lambda id_: self._order[id_])
        return tuple(self._round.by_id[id_] for id_ in found)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The options, statements, checks and required outputs that are there only sometimes."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[Part]:
        for question in self._round.questions:
            own, place = self.terms_of(question.id), f"questions/{question.id}"
            for option in question.options if isinstance(question, Choice) else ():
                if option.asked_when:
                    terms = (*own, *option.asked_when)
                    yield Part(f"{place}/options/{option.id}", terms, option.id, question.id)
            for one in question.statements if isinstance(question, Declarations) else ():
                if one.asked_when:
                    terms = (*own, *one.asked_when)
                    yield Part(f"{place}/statements/{one.id}", terms, one.id, question.id)
        for output in self._round.required_outputs:
            if output.asked_when:
                yield Part(f"required-outputs/{output.id}", output.asked_when, output.id)

    def thresholds(self, question: str) -> tuple[Term, ...]:
        """The terms that look at the figure of a question."""
        all_ = (*self._terms.values(), *(p.terms for p in self.parts),
                *(use.asked_when for use in self._round.checks))  # fmt: skip
        found = (t for terms in all_ for t in terms if t.question == question)
        return tuple(dict.fromkeys(t for t in found if t.at_least is not None))

    # --- answers that meet terms ---------------------------------------------------------------

    def asking(self, question: str, value: Value, pins: Mapping[str, Value]) -> Pins:
        """Answers with which a question is asked and can be answered so. Raises NotFoundError."""
        found = self.meeting(self.terms_of(question), {**pins}, {question: value})
        return {**found, question: value}

    def meeting(self, terms: Terms, likely: Mapping[str, Value], held: Mapping[str, Value]) -> Pins:
        """Answers with which all terms hold: those `held` stay as they are, the `likely` are tried
        first. Raises NotFoundError."""
        search = _Search(self, self._setting, likely, held)
        for id_, value in held.items():
            terms = (*terms, *self.option_terms(self._round.by_id[id_], value))
        found = search.from_(terms, {})
        if found is None:
            raise NotFoundError(is_sure=search.is_sure)
        return found

    def option_terms(self, question: AnyQuestion, value: Value) -> Terms:
        """The terms under which what was chosen is offered."""
        if not isinstance(question, Choice):
            return ()
        chosen = chosen_in(value)
        return tuple(t for o in question.options if o.id in chosen for t in o.asked_when)

    def last(self, terms: Terms) -> str:
        """Of the questions that terms name, the one that is asked last."""
        return max((term.question for term in terms), key=lambda id_: self._order.get(id_, -1))


class _Search:
    def __init__(
        self, reaching: Reaching, setting: Setting, likely: Mapping[str, Value],
        held: Mapping[str, Value],
    ) -> None:  # fmt: skip
        self._reaching, self._setting = reaching, setting
        self._likely, self._held = likely, held
        self._steps, self.is_sure = 0, True

    def from_(self, terms: Terms, pins: Pins) -> Pins | None:
        """`pins` and what else is needed for the terms; None for none."""
        if not terms:
            return pins
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self.is_sure = False
            return None
        id_ = self._reaching.last(terms)
        question = self._setting.round.by_id.get(id_)
        mine = tuple(term for term in terms if term.question == id_)
        rest = tuple(term for term in terms if term.question != id_)
        if question is None or id_ in pins:
            return None
        for value in self._ways(question, mine):
            further = (*self._reaching.terms_of(id_), *self._reaching.option_terms(question, value))
            found = self.from_(tuple(dict.fromkeys((*rest, *further))), {**pins, id_: value})
            if found is not None:
                return found
        return None

    def _ways(self, question: AnyQuestion, terms: Terms) -> Iterator[Value]:
        """The answers with which all of the terms hold, the likely one first."""
        held = self._held.get(question.id)
        if held is not None:
            yield from (held,) if all(term.holds(held) for term in terms) else ()
            return
        likely = self._likely.get(question.id)
        if likely is not None and all(term.holds(likely) for term in terms):
            yield likely
        found = list(islice(self._answers(question, terms), _MOST_WAYS + 1))
        self.is_sure = self.is_sure and len(found) <= _MOST_WAYS
        yield from (one for one in found if all(term.holds(one) for term in terms))

    def _answers(self, question: AnyQuestion, terms: Terms) -> Iterator[Value]:
        """Of the answers that a question can have, all that differ for the terms."""
        match question:
            case YesNo():
                yield from (True, False)
            case ChooseOne():
                yield from (option.id for option in question.options)
                yield from (OWN_WORDS,) if question.other else ()
            case ChooseSeveral():
                yield from _several(question, terms)
            case Sum() | Number():
                yield from self._figures(question, terms)
            case _:
                value = made_up(question, self._setting)
                yield from () if value is None else (value,)

    def _figures(self, question: Sum | Number, terms: Terms) -> Iterator[Value]:
        least = [term.at_least for term in terms if term.at_least is not None]
        if question.min is not None:
            least.append(question.min)
        changed = question.model_copy(update={"min": max(least)}) if least else question
        value = made_up(changed, self._setting)
        if value is not None and not any(question.misfits(value)):
            yield value


def _several(question: ChooseSeveral, terms: Terms) -> Iterator[Value]:
    """All that may stand beside each other, then the fewest that meet the terms."""
    barred = {id_ for term in terms for id_ in term.is_not}
    free = [option for option in question.options if option.id not in barred]
    together = tuple(option.id for option in free if not option.alone)
    if together:
        yield together
    yield from ((option.id,) for option in free)
    wanted = [[id_ for id_ in term.is_ if id_ not in barred] for term in terms if term.is_]
    if len(wanted) > 1:
        for chosen in product(*wanted):
            if not any(question.stands_alone(id_) for id_ in chosen):
                yield question.tidy(chosen)
    if question.other and not wanted:
        yield (OWN_WORDS,)
