"""Proofs that nobody can finish a bid: each says what of the pack is at fault, and which problems
of a filled bid it explains. What only was not found is no proof."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.checks.named.answers import AllChosen, DateOrder, DateRange, MustBe
from bidwriter.checks.named.councils import LeadType
from bidwriter.checks.named.principles import PrinciplesShown
from bidwriter.councils.register import councils
from bidwriter.desk.trying.balancing import OF_MONEY, is_impossible
from bidwriter.desk.trying.days import days, span
from bidwriter.desk.trying.forms import FORMS, fits, shortest
from bidwriter.desk.trying.holding import Held
from bidwriter.desk.trying.partners import BODY_KINDS, NATIONS
from bidwriter.desk.trying.reaching import NotFoundError, Reaching
from bidwriter.desk.trying.repairs import counts
from bidwriter.desk.trying.rows import cell
from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.asked_when import Term
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.choice import Choice, ChooseOne, ChooseSeveral
from bidwriter.kinds.values.day import Date
from bidwriter.kinds.values.short_text import ShortText
from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.prose.counting import count_words


class Proof(NamedTuple):
    """Where in the pack, what is wrong and the remedy; and the checks of the problems that it
    explains, at one question ("": at any)."""

    place: str
    words: str
    remedy: str
    checks: tuple[str, ...]
    question: str = ""


class Case(NamedTuple):
    """A filled bid, the rules that hold of it, and the answers that decided what is asked of it and
    cannot be others. What depends on other answers proves nothing."""

    bid: Bid
    setting: Setting
    held: tuple[Held, ...]
    fixed: Mapping[str, Value]
    reaching: Reaching

    def is_decided(self, question: str) -> bool:
        """Whether it is decided that a question is asked, or is not."""
        return self.decided(self.reaching.terms_of(question))

    def is_certain(self, question: str) -> bool:
        """Whether a question is asked and needs an answer, whatever else is answered."""
        asked = self.bid.asked_by_id.get(question)
        return bool(asked and not asked.optional) and self.is_decided(question)

    @property
    def ruled(self) -> tuple[Term, ...]:
        """What the round's rules of single answers leave of them, as terms."""
        return tuple(
            Term(question=one.params.question, is_=one.params.accepted)
            for one in self.held
            if isinstance(one.params, MustBe) and self.is_certain(one.params.question)
        )

    def decided(self, terms: object) -> bool:
        """Whether only answers decide that cannot be others."""
        return isinstance(terms, tuple) and all(term.question in self.fixed for term in terms)


def proofs(case: Case) -> Iterator[Proof]:
    """All that is proved of a case."""
    sure = tuple(one for one in case.held if case.decided(one.use.asked_when))
    case = case._replace(held=sure)
    yield from _unanswerable(case)
    yield from _answers(case)
    yield from _days(case)
    yield from _partners(case)
    yield from _principles(case)
    yield from _money(case)


# --- single answers ---------------------------------------------------------------------------


def _unanswerable(case: Case) -> Iterator[Proof]:
    """Questions that no answer is right for."""
    for question in case.bid.asked:
        if not case.is_certain(question.id):
            continue
        place = f"questions/{question.id}"
        for name, words, remedy in _wrong_with(question, case):
            where = f"{place}/{name}" if name else place
            yield Proof(where, words, remedy, ("required", "form", "limit", "table"), question.id)


def _wrong_with(question: AnyQuestion, case: Case) -> Iterator[tuple[str, str, str]]:
    match question:
        case Choice() if not question.options and not question.other:
            if not any(_can_offer(case, question.id, o) for o in _all_options(case, question.id)):
                yield "options", "There is nothing left to choose", "Offer an option always"
        case ShortText():
            yield from _wrong_form(question)
        case OwnTable():
            for own in question.own_columns:
                if not own.optional and cell(own, case.setting) is None:
                    words = f"Nothing that fits “{own.label}” is within its bounds"
                    yield "columns", words, "Widen its min, max or limit"
        case _:
            return


def _all_options(case: Case, question: str) -> tuple[str, ...]:
    whole = case.setting.round.by_id[question]
    return tuple(option.id for option in whole.options) if isinstance(whole, Choice) else ()


def _can_offer(case: Case, question: str, option: str) -> bool:
    """Whether an option can be offered."""
    terms = case.reaching.option_terms(case.setting.round.by_id[question], option)
    return _can_be(case, question, terms)


def _can_be(case: Case, question: str, terms: tuple[Term, ...] = ()) -> bool:
    """Whether a question can be asked, and further terms hold, where the fixed answers are as they
    are, and the others as the round's rules want them."""
    ruled = (term for term in case.ruled if term.question != question)
    held = {id_: value for id_, value in case.fixed.items() if id_ != question}
    try:
        all_ = (*terms, *ruled, *case.reaching.terms_of(question))
        case.reaching.meeting(all_, {}, held)
    except NotFoundError as error:
        return not error.is_sure
    return True


def _wrong_form(question: ShortText) -> Iterator[tuple[str, str, str]]:
    least = FORMS[question.format][-1]
    if question.format != "text" and not fits(least, question.limit, count_words(least)):
        words = f"The shortest answer of the form “{question.format}” is longer than the limit"
        yield "limit", words, "Raise the limit"
    if not question.pattern or not question.pattern_words:
        return
    found = shortest(question.pattern)
    if not found.text and found.is_sure:
        yield "pattern", "No line that can be typed has this form", "Correct the pattern"
    most = question.limit.characters if question.limit else None
    if found.text and most is not None and len(found.text) > most:
        words = f"What has this form has {len(found.text)} characters at least, the limit is {most}"
        yield "limit", words, "Raise the limit, or shorten the pattern"


def _answers(case: Case) -> Iterator[Proof]:
    """Rules of one answer that no answer keeps."""
    rules: dict[str, list[Held]] = {}
    for one in case.held:
        if isinstance(one.params, MustBe):
            rules.setdefault(one.params.question, []).append(one)
    for id_, held in rules.items():
        question = case.bid.asked_by_id.get(id_)
        if question is None or not case.is_certain(id_):
            continue
        yield from _all_and_alone(case, question, held)
        if isinstance(question, ChooseOne | YesNo):
            wanted = [name for name in held[0].params.accepted
                      if all(name in one.params.accepted for one in held)]  # fmt: skip
        else:
            wanted = list(held[0].params.accepted) if len(held) == 1 else []
            if not wanted:
                continue
        if id_ in case.fixed or any(_is_offered(case, question, name) for name in wanted):
            continue
        words = f"No answer that “{question.name}” offers is one that it must be"
        yield Proof(held[-1].place, words, "Accept an answer that is offered", ("must-be",), id_)


def _all_and_alone(case: Case, question: AnyQuestion, held: list[Held]) -> Iterator[Proof]:
    """Everything is to be chosen, and what stands alone."""
    if not isinstance(question, ChooseSeveral):
        return
    rules = [one for one in case.held if isinstance(one.params, AllChosen)]
    every = [one.place for one in rules if one.params.question == question.id]
    several = any(not o.alone and not o.asked_when for o in question.options)
    for one in held if every and several else ():
        if all(map(question.stands_alone, one.params.accepted)):
            words = f"“{question.name}” must be what stands alone, and {every[0]} wants all others"
            checks = ("must-be", "all-chosen", "form")
            yield Proof(one.place, words, "Take one of the two out", checks, question.id)


def _is_offered(case: Case, question: AnyQuestion, name: str) -> bool:
    if isinstance(question, Choice):
        listed = name in _all_options(case, question.id)
        return _can_offer(case, question.id, name) if listed else question.other
    return name in ("yes", "no")


# --- rules of several answers -----------------------------------------------------------------


def _days(case: Case) -> Iterator[Proof]:
    """Days that are wanted in an order, or at a time, that they cannot have."""
    certain = [q for q in case.bid.asked if isinstance(q, Date) and case.is_certain(q.id)]
    ids = {question.id for question in certain}
    held = [one for one in case.held if _names(one) and _names(one) <= ids]
    for question in certain:
        found = span(question, case.setting, held)
        if found.first > found.last:
            mine = next((one.place for one in held if question.id in _names(one)), "")
            words = f"No day is left for “{question.name}” on the last day of the round"
            remedy = "Correct the days, or not-before-today and not-after-today"
            place = mine or f"questions/{question.id}"
            yield Proof(place, words, remedy, ("date-range", "form", "date-order"))
            return
    orders = [one.place for one in held if isinstance(one.params, DateOrder)]
    if orders and days(case.bid, case.setting, held) is None:
        words = "No days can be in this order and keep to the other rules of days"
        remedy = "Correct the days, or the order"
        yield Proof(orders[0], words, remedy, ("date-order", "date-range", "form"))


def _names(one: Held) -> set[str]:
    match one.params:
        case DateOrder():
            return {one.params.first, one.params.last}
        case DateRange():
            return {one.params.question}
        case _:
            return set()


def _partners(case: Case) -> Iterator[Proof]:
    """Numbers of partners that contradict each other, and leads that nobody can be."""
    held = list(case.held)
    many, signed = counts(held, "authorities"), counts(held, "signatories")
    for check, least, most in (
        ("authorities", many[0], many[1]),
        ("signatories", signed[0], min(signed[1], many[1])),
    ):
        if least > most:
            words = f"At least {least} are asked for, and at most {most} can be there"
            yield Proof(
                _last(held, check), words, "Correct min or max", ("authorities", "signatories")
            )
    asked = [q for q in case.setting.round.questions if isinstance(q, Partners)]
    if not any(q.id in case.bid.asked_by_id or _can_be(case, q.id) for q in asked):
        for check, (least, _) in (("authorities", many), ("signatories", signed)):
            if least > 0:
                words, remedy = "Councils are asked for where no question asks which", "Ask always"
                yield Proof(_last(held, check), words, remedy, (check,))
    if not any(case.is_certain(question.id) for question in asked):
        return
    leads = [one for one in held if isinstance(one.params, LeadType)]
    if leads and not any(_may_lead(type_, nation, leads) for type_, nation in _leads()):
        words = "No council or body is of such a type in such a nation"
        yield Proof(leads[-1].place, words, "Correct types or nations", ("lead-type", "required"))


def _leads() -> Iterator[tuple[str, str]]:
    yield from ((one.type, "England") for one in councils().values())
    yield from ((kind, nation) for kind in BODY_KINDS for nation in NATIONS)


def _may_lead(type_: str, nation: str, leads: list[Held]) -> bool:
    rules = [one.params for one in leads]
    return all(
        (not one.types or type_ in one.types) and (not one.nations or nation in one.nations)
        for one in rules
    )


def _last(held: list[Held], check: str) -> str:
    return [one.place for one in held if one.use.check == check][-1]


def _principles(case: Case) -> Iterator[Proof]:
    """Principles that nothing in the round can show."""
    asked = case.setting.round.questions
    if any(q.answer_shows or (isinstance(q, Table) and q.rows_show) for q in asked):
        return
    for one in case.held:
        if isinstance(one.params, PrinciplesShown) and case.setting.round.principles:
            words = "No answer in the round can show a principle"
            remedy = "Let a question show principles, or take the check out"
            yield Proof(one.place, words, remedy, ("principles-shown",))


def _money(case: Case) -> Iterator[Proof]:
    """Rules of money that no costs can keep together: of them, the last without which they can."""
    held = [one for one in case.held if isinstance(one.params, OF_MONEY)]
    if not held or not is_impossible(case.bid, case.setting, held):
        return
    needed = list(held)
    for one in held:
        fewer = [other for other in needed if other is not one]
        if fewer and is_impossible(case.bid, case.setting, fewer):
            needed = fewer
    places = [one.place for one in needed]
    with_ = f" together with {', '.join(places[:-1])}" if places[:-1] else ""
    words = f"No costs of more than nothing can keep to this{with_}"
    checks = tuple({one.use.check for one in held})
    yield Proof(places[-1], words, "Correct the sums", checks)
