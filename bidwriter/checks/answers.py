"""What is checked of every answer, whatever the round: there at all, in form, within its limit."""

from collections.abc import Iterator
from datetime import date, datetime

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.question import Question


def check_answers(bid: Bid, now: datetime) -> Iterator[Problem]:
    """Problems of single answers, in the order of the questions."""
    today = bid.round.day_at(now)
    for question in bid.asked:
        yield from _missing(bid, question)
        yield from _form(bid, question, today)
        if isinstance(question, InParts):
            yield from _parts(bid, question)
        yield from _over_limit(bid, question)


def where(question: Question) -> str:
    """The question by number, or by name."""
    return f"Question {question.number}" if question.number else f"“{question.name}”"


def _missing(bid: Bid, question: AnyQuestion) -> Iterator[Problem]:
    for words, why in question.lacking(bid.answer(question.id)):
        detail = why or f"{where(question)} has no answer yet"
        yield Problem("required", Place(question.id), words, detail, which=why and words)


def _form(bid: Bid, question: AnyQuestion, today: date) -> Iterator[Problem]:
    value = bid.answer(question.id)
    if not is_empty(value):
        for words in (*question.misfits(value), *question.untimely(value, today)):
            yield Problem("form", Place(question.id), words, question.name, which=words)


def _parts(bid: Bid, question: InParts) -> Iterator[Problem]:
    """What an answer that is begun lacks, and what does not fit, part by part."""
    value = bid.answer(question.id)
    if is_empty(value):
        return
    for column in question.columns:
        place, leaf = Place(question.id).at(column.key), column.leaf(value)
        if leaf is None and question.needs(column):
            words = f"Fill in {column.told} of “{question.name}”"
            yield Problem("required", place, words, f"{where(question)} is not complete yet")
        elif leaf is not None:
            for misfit in column.cell.misfits(leaf, Around(bid, question)):
                yield Problem("form", place, misfit.words, question.name, which=misfit.words)


def _over_limit(bid: Bid, question: AnyQuestion) -> Iterator[Problem]:
    use = use_of_limit(bid, question)
    if use and use.left < 0:
        over = -use.left
        unit = use.unit if over > 1 else use.unit[:-1]
        yield Problem(
            "limit",
            Place(question.id),
            f"Take {over:,} {unit} out of “{question.name}”",
            f"{use.used:,} of {use.limit:,} {use.unit}",
        )
