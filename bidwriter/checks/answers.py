"""What is checked of every answer, whatever the round: there at all, in form, within its limit."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.counting import use_of_limit
from bidwriter.checks.problem import Problem
from bidwriter.kinds.kinds import AnyQuestion, is_empty
from bidwriter.kinds.values import choice, declarations, short_text

_MISSING = {
    "short-text": "Fill in “{name}”",
    "rich-text": "Answer “{name}”",
    "choose-one": "Choose an answer to “{name}”",
    "choose-several": "Choose at least one answer to “{name}”",
    "yes-no": "Choose yes or no for “{name}”",
    "date": "Enter a date for “{name}”",
    "money": "Enter a sum for “{name}”",
    "council": "Choose a council for “{name}”",
    "partners": "Add the councils that take part",
    "outputs": "Add at least one output",
    "cost-lines": "Add at least one cost line",
}
_FORMS = {
    "email": "Enter an email address in the right form, like name@council.gov.uk",
    "phone": "Enter a phone number in digits, like 01609 123456",
    "web": "Enter a web address that begins with https://",
}


def check_answers(bid: Bid) -> Iterator[Problem]:
    """Problems of single answers, in the order of the questions."""
    for question in bid.asked:
        yield from _missing(bid, question)
        yield from _form(bid, question)
        yield from _over_limit(bid, question)


def where(question: AnyQuestion) -> str:
    """The question by number, or by name."""
    return f"Question {question.number}" if question.number else f"“{question.name}”"


def _missing(bid: Bid, question: AnyQuestion) -> Iterator[Problem]:
    value = bid.answer(question.id)
    if isinstance(question, declarations.Declarations):
        agreed = value if isinstance(value, tuple) else ()
        for statement in question.statements:
            if statement.id not in agreed and not statement.optional:
                yield Problem(
                    "required", question.id, f"Agree that: {statement.text}", question.name
                )
    elif is_empty(value) and not question.optional:
        words = _MISSING[question.kind].format(name=question.name)
        yield Problem("required", question.id, words, f"{where(question)} has no answer yet")


def _form(bid: Bid, question: AnyQuestion) -> Iterator[Problem]:
    value = bid.answer(question.id)
    match question, value:
        case short_text.ShortText(), str() if value and not short_text.in_right_form(
            question, value
        ):
            yield Problem("form", question.id, _FORMS[question.format], question.name)
        case choice.ChooseOne(), str() if not _allowed(question, value):
            yield Problem("form", question.id, _not_offered(value), question.name)
        case choice.ChooseSeveral(), tuple():
            for chosen in value:
                if isinstance(chosen, str) and not _allowed(question, chosen):
                    yield Problem("form", question.id, _not_offered(chosen), question.name)


def _allowed(question: choice.Choice, chosen: str) -> bool:
    return question.other or choice.is_offered(question, chosen)


def _not_offered(chosen: str) -> str:
    return f"Choose again: this round does not offer “{chosen[:60]}”"


def _over_limit(bid: Bid, question: AnyQuestion) -> Iterator[Problem]:
    use = use_of_limit(bid, question)
    if use and use.left < 0:
        over = -use.left
        unit = use.unit if over > 1 else use.unit[:-1]
        yield Problem(
            "limit",
            question.id,
            f"Take {over:,} {unit} out of “{question.name}”",
            f"{use.used:,} of {use.limit:,} {use.unit}",
        )
