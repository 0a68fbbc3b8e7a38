"""The named checks of single answers: what must be chosen, what the answer must be, and days."""

from collections.abc import Iterator
from datetime import date

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.checks.named.rule import Finding, Params, QuestionId, Rule
from bidwriter.kinds.values.choice import ChooseSeveral
from bidwriter.kinds.values.day import show as show_day


class OfQuestion(Params):
    """`question`: the question that the check looks at."""

    question: QuestionId


class MustBe(OfQuestion):
    """`answer`: the only answer that is accepted, as `places` lists it (yes, no, or an id)."""

    answer: str


class DateOrder(Params):
    """`first` and `last`: two date questions, in this order."""

    first: QuestionId
    last: QuestionId


class DateRange(OfQuestion):
    """`from_` and `to`: the first and last day accepted."""

    from_: date | None = None
    to: date | None = None


def all_chosen(bid: Bid, params: OfQuestion) -> Iterator[Finding]:
    """Every option of a question is chosen."""
    question = bid.asked_by_id.get(params.question)
    chosen = bid.answer(params.question)
    if isinstance(question, ChooseSeveral) and isinstance(chosen, tuple):
        for option in question.options:
            if chosen and option.id not in chosen:  # a list of none is no answer yet
                words = f"Choose “{option.label}” too"
                yield Finding(Place(question.id), words, question.name, option.id)


def must_be(bid: Bid, params: MustBe) -> Iterator[Finding]:
    """A question has the one answer that lets a council bid."""
    value = bid.asked_answer(params.question)
    given = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
    question = bid.round.by_id.get(params.question)
    if question is not None and value is not None and given != params.answer:
        words = f"You cannot bid unless the answer to “{question.name}” is “{params.answer}”"
        yield Finding(Place(question.id), words, "A rule of this round")


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


RULES = (
    Rule("all-chosen", OfQuestion, all_chosen),
    Rule("must-be", MustBe, must_be),
    Rule("date-order", DateOrder, date_order),
    Rule("date-range", DateRange, date_range),
)
