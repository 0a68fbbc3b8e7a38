"""The named checks of single answers: what must be chosen, what the answer must be, and days."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import model_validator

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.checks.named.rule import DateId, Finding, Params, QuestionId, Rule, SeveralId
from bidwriter.kinds.frozen import Since
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.values.choice import Choice, ChooseSeveral
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.rounds.round import Round


class OfQuestion(Params):
    """`question`: the question that the check looks at."""

    question: QuestionId


class MustBe(OfQuestion):
    """`answer`, or `answers`: what is accepted, as `places` lists it (yes, no, or an id). `words`
    are the fund's own for any other."""

    answer: str = ""
    answers: Annotated[tuple[str, ...], Since(2)] = ()
    words: Annotated[str, Since(2)] = ""

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if bool(self.answer) == bool(self.answers):
            raise ValueError(
                'write answer = "yes", or answers = ["yes", "not-yet"], and one of them'
            )
        return self

    @property
    def accepted(self) -> tuple[str, ...]:
        """The answers that will do."""
        return self.answers or (self.answer,)


class AllChosen(Params):
    """`question`: the choose-several question of which everything is chosen."""

    question: SeveralId


class DateOrder(Params):
    """`first` and `last`: two date questions, in this order."""

    first: DateId
    last: DateId

    @model_validator(mode="after")
    def _two_of_them(self) -> Self:
        if self.first == self.last:
            raise ValueError("first and last must be two questions")
        return self


class DateRange(Params):
    """`from_` and `to`: the first and last day accepted of a date question."""

    question: DateId
    from_: date | None = None
    to: date | None = None

    @model_validator(mode="after")
    def _some_days(self) -> Self:
        if self.from_ is None and self.to is None:
            raise ValueError("give from, to or both")
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise ValueError("to must not be before from")
        return self


def all_chosen(bid: Bid, params: AllChosen) -> Iterator[Finding]:
    """Every option of a question is chosen."""
    question = bid.asked_by_id.get(params.question)
    chosen = bid.answer(params.question)
    if isinstance(question, ChooseSeveral) and isinstance(chosen, tuple):
        for option in question.options:
            # A list of none is no answer yet; what stands alone takes none beside it.
            if chosen and option.id not in chosen and not option.alone:
                words = f"Choose “{option.label}” too"
                yield Finding(Place(question.id), words, question.name, option.id)


def must_be(bid: Bid, params: MustBe) -> Iterator[Finding]:
    """A question has an answer that lets a council bid; of several chosen, one is enough."""
    question = bid.asked_by_id.get(params.question)
    value = bid.answer(params.question)
    if question is None or value is None:
        return
    plain = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
    given = plain if isinstance(plain, tuple) else (plain,)
    if not set(given) & set(params.accepted):
        labels = " or ".join(f"“{_label(question, answer)}”" for answer in params.accepted)
        words = f"You cannot bid unless the answer to “{question.name}” is {labels}"
        yield Finding(Place(question.id), params.words or words, "A rule of this round")


def _label(question: AnyQuestion, answer: str) -> str:
    """An accepted answer as the officer sees it."""
    match question:
        case YesNo():
            return {"yes": question.yes, "no": question.no}.get(answer, answer)
        case Choice():
            return question.label_of(answer)
        case _:
            return answer


def date_order(bid: Bid, params: DateOrder) -> Iterator[Finding]:
    """One day comes before, or is, another."""
    first, last = bid.asked_answer(params.first), bid.asked_answer(params.last)
    if isinstance(first, date) and isinstance(last, date) and last < first:
        names = [bid.round.by_id[id_].name for id_ in (params.first, params.last)]
        words = f"Make “{names[1]}” the same day as “{names[0]}” or later"
        detail = f"{show_day(last)} is before {show_day(first)}"
        yield Finding(Place(params.last), words, detail, params.first)


def date_range(bid: Bid, params: DateRange) -> Iterator[Finding]:
    """A day lies between two days."""
    value = bid.asked_answer(params.question)
    if not isinstance(value, date):
        return
    if (params.from_ and value < params.from_) or (params.to and value > params.to):
        edges = [
            f"from {show_day(params.from_)}" if params.from_ else "",
            f"to {show_day(params.to)}" if params.to else "",
        ]
        words = f"Choose a day {' '.join(edge for edge in edges if edge)}"
        yield Finding(Place(params.question), words, show_day(value))


def unanswerable(round_: Round, params: MustBe) -> Iterator[str]:
    """What a question cannot be answered with, though it must be."""
    question = round_.by_id.get(params.question)
    offered = question.allowed() if isinstance(question, Choice | YesNo) else ()
    if question is not None and not offered:
        yield f"“{question.id}” is a {question.kind} question, of which no answer can be named"
    if isinstance(question, Choice) and question.other:
        return
    for answer in params.accepted if offered else ():
        if answer not in offered:
            yield f"“{params.question}” has no answer “{answer}”: it has {', '.join(offered)}"


RULES = (
    Rule("all-chosen", AllChosen, all_chosen),
    Rule("must-be", MustBe, must_be, misfits=unanswerable),
    Rule("date-order", DateOrder, date_order),
    Rule("date-range", DateRange, date_range),
)
