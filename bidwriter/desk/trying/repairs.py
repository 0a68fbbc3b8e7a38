"""What to answer otherwise where a rule of the round stops a filled bid: candidates for each rule,
the likeliest first. None of them is sure to help; whoever tries them looks."""

from collections.abc import Callable, Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.leaves import with_answer
from bidwriter.checks.named.answers import AllChosen, MustBe
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.checks.named.councils import Count, LeadType
from bidwriter.checks.problem import Problem
from bidwriter.desk.trying.balancing import OF_MONEY, balanced
from bidwriter.desk.trying.days import days
from bidwriter.desk.trying.filling import Wishes
from bidwriter.desk.trying.holding import Held, holding
from bidwriter.desk.trying.partners import USUAL, Team, beside, team
from bidwriter.desk.trying.reaching import NotFoundError, Reaching
from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.question import limit_of
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values.choice import Choice, ChooseSeveral
from bidwriter.kinds.values.day import Date
from bidwriter.kinds.values.yes_no import YesNo


class Stuck:
    """A filled bid that something stops, and what is held fixed in it."""

    def __init__(
        self, bid: Bid, problems: tuple[Problem, ...], wishes: Wishes, reaching: Reaching,
        setting: Setting,
    ) -> None:  # fmt: skip
        self.bid, self.problems, self.wishes = bid, problems, wishes
        self.reaching, self.setting = reaching, setting
        self.held = list(holding(bid))


Answers = dict[str, Value | None]


def repairs(stuck: Stuck, problem: Problem) -> Iterator[Wishes]:
    """Wishes with which a problem may be gone."""
    make = _OF.get(problem.check)
    for answers in make(stuck, problem) if make else ():
        yield stuck.wishes.also(answers)
    yield from _shorter(stuck, problem)
    yield from _left_out(stuck, problem)
    yield from _asking_for_it(stuck, problem)
    yield from _other_answers(stuck, problem)


# --- for each rule ----------------------------------------------------------------------------


def _must_be(stuck: Stuck, problem: Problem) -> Iterator[Answers]:
    """Each accepted answer, those that most rules accept first."""
    question = stuck.bid.round.by_id.get(problem.place.question)
    accept = [one.params.accepted for one in stuck.held if isinstance(one.params, MustBe)
              and question and one.params.question == question.id]  # fmt: skip
    wanted = dict.fromkeys(answer for accepted in accept for answer in accepted)
    for answer in sorted(wanted, key=lambda a: -sum(a in accepted for accepted in accept)):
        value = answer_called(question, answer, stuck.bid) if question else None
        if question and value is not None:
            yield from _answering(stuck, question, value)


def answer_called(question: AnyQuestion, name: str, bid: Bid) -> Value | None:
    """The answer that a rule names; of several, beside what is chosen where it can stand there."""
    match question:
        case YesNo():
            return {"yes": True, "no": False}.get(name)
        case ChooseSeveral():
            now = bid.answer(question.id)
            kept = now if isinstance(now, tuple) and not question.stands_alone(name) else ()
            beside = [o for o in kept if isinstance(o, str) and not question.stands_alone(o)]
            chosen: tuple[str, ...] = question.tidy((*beside, name))
            return chosen
        case Choice():
            return name if question.other or question.offers(name) else None
        case _:
            return None


def _answering(stuck: Stuck, question: AnyQuestion, value: Value) -> Iterator[Answers]:
    """The answer, and what makes the round ask for it and offer it."""
    likely = {id_: v for id_, v in stuck.bid.by_id.items() if id_ != question.id}
    try:
        yield {**stuck.reaching.asking(question.id, value, likely)}
    except NotFoundError:
        return


def _all_chosen(stuck: Stuck, _: Problem) -> Iterator[Answers]:
    asked = stuck.bid.asked_by_id
    named = [one.params.question for one in stuck.held if isinstance(one.params, AllChosen)]
    questions = [q for id_ in named if isinstance(q := asked.get(id_), ChooseSeveral)]
    yield {q.id: tuple(o.id for o in q.options if not o.alone) for q in questions}


def _days(stuck: Stuck, _: Problem) -> Iterator[Answers]:
    found = days(stuck.bid, stuck.setting, stuck.held)
    if found:
        yield {**found}
    optional = [q.id for q in stuck.bid.asked if isinstance(q, Date) and q.optional]
    if optional:
        yield dict.fromkeys(optional)


def _money(stuck: Stuck, _: Problem) -> Iterator[Answers]:
    """Costs that keep to all rules, with the councils in the bid that the rules name."""
    bid, there = stuck.bid, {partner.key for partner in stuck.bid.partners}
    joined: Answers = {}
    if not {*asked_of_team(stuck.held).named} <= there:
        joined = next(_team(stuck, _), {})
        for id_, rows in joined.items():
            bid = with_answer(bid, id_, rows)
    for answers in balanced(bid, stuck.setting, stuck.held):
        yield {**joined, **answers}


def _team(stuck: Stuck, _: Problem) -> Iterator[Answers]:
    """The councils that are asked for, in the first question about them; in others no more than
    must be."""
    questions = [question for question in stuck.bid.asked if isinstance(question, Partners)]
    others = questions[1:]
    needed = [question for question in others if not question.optional]
    asked = asked_of_team(stuck.held)
    made = team(stuck.setting, asked._replace(many=max(1, asked.many - len(needed))))
    if questions and made:
        alone = {question.id: beside(at) for at, question in enumerate(needed)}
        yield {**{question.id: None for question in others}, **alone, questions[0].id: made}


def asked_of_team(held: list[Held]) -> Team:
    """What all rules of the partners ask together."""
    many, signed = counts(held, "authorities"), counts(held, "signatories")
    leads = [one.params for one in held if isinstance(one.params, LeadType)]
    costs = [one.params for one in held if isinstance(one.params, OF_MONEY)]
    named = [code for one in costs if (code := getattr(one, "council", None) or "")[1:].isdigit()]
    fewest = min(max(USUAL, many[0], signed[0], len(set(named)) + 1), many[1])
    return Team(
        many=fewest, signed=min(fewest, signed[1]),
        types=_common([one.types for one in leads]),
        nations=_common([one.nations for one in leads]),
        named=tuple(dict.fromkeys(named)),
    )  # fmt: skip


_ANY = 500  # partners that a bid can have


def counts(held: list[Held], check: str) -> tuple[int, int]:
    """The least and the most that all rules of one name let pass."""
    found = [one.params for one in held if one.use.check == check and isinstance(one.params, Count)]
    least = max((one.min for one in found), default=0)
    return least, min((one.max for one in found if one.max is not None), default=_ANY)


def _common(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What stands in each list; a list of none lets all pass. Where nothing does, a name that is
    none."""
    given = [one for one in lists if one]
    common = tuple(name for name in given[0] if all(name in one for one in given)) if given else ()
    return common or (("",) if given else ())


_OF: dict[str, Callable[[Stuck, Problem], Iterator[Answers]]] = {
    "must-be": _must_be,
    "all-chosen": _all_chosen,
    **dict.fromkeys(("date-order", "date-range"), _days),
    **dict.fromkeys(
        ("cost-cap", "cost-minimum", "cost-between", "cost-share", "contribution-share"), _money
    ),
    **dict.fromkeys(("authorities", "signatories", "lead-type", "lead-signed", "agreed"), _team),
}


# --- for all ----------------------------------------------------------------------------------


def _shorter(stuck: Stuck, problem: Problem) -> Iterator[Wishes]:
    """Where a limit is passed, that answer and what counts with it as short as can be."""
    question = stuck.bid.asked_by_id.get(problem.place.question)
    limit = limit_of(question) if question and problem.check == "limit" else None
    if question and limit:
        yield stuck.wishes.also({}, frozenset({question.id, *limit.also_counts}))


def _left_out(stuck: Stuck, problem: Problem) -> Iterator[Wishes]:
    """No answer where none is needed."""
    question = stuck.bid.asked_by_id.get(problem.place.question)
    if question and question.optional:
        yield stuck.wishes.also({question.id: None})
    if problem.check == "limit" and question and (limit := limit_of(question)):
        asked = stuck.bid.asked_by_id
        free = [id_ for id_ in limit.also_counts if id_ in asked and asked[id_].optional]
        if free:
            yield stuck.wishes.also(dict.fromkeys(free))


def _asking_for_it(stuck: Stuck, problem: Problem) -> Iterator[Wishes]:
    """Answers with which the round asks the kind of question that a rule looks at."""
    rule = CATALOGUE.get(problem.check)
    asked = [q for q in stuck.bid.round.questions if rule and q.kind == rule.needs]
    if any(question.id in stuck.bid.asked_by_id for question in asked):
        return
    for question in asked:
        try:
            terms = stuck.reaching.terms_of(question.id)
            yield stuck.wishes.also(stuck.reaching.meeting(terms, stuck.bid.by_id, {}))
        except NotFoundError:
            continue


def _other_answers(stuck: Stuck, problem: Problem) -> Iterator[Wishes]:
    """Another answer to what decides that the question is asked, or that the rule holds."""
    terms = list(stuck.reaching.terms_of(problem.place.question))
    whole = stuck.bid.round.by_id.get(problem.place.question)
    if isinstance(whole, Choice):
        terms += [term for option in whole.options for term in option.asked_when]
    for one in stuck.held:
        if one.use.check == problem.check:
            terms += one.use.asked_when
    for id_ in dict.fromkeys(term.question for term in terms):
        question = stuck.bid.asked_by_id.get(id_)
        for value in other_values(question, stuck.bid) if question else ():
            for answers in _answering(stuck, question, value) if question else ():
                yield stuck.wishes.also(answers)


def other_values(question: AnyQuestion, bid: Bid) -> Iterator[Value]:
    """The other answers that can be listed."""
    now = bid.answer(question.id)
    match question:
        case YesNo():
            yield from (value for value in (True, False) if value is not now)
        case ChooseSeveral():
            yield from ((o.id,) for o in question.options if (o.id,) != now)
        case Choice():
            yield from (o.id for o in question.options if o.id != now)
