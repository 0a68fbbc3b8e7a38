"""The answers of a question that can decide something, and the questions that can."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bidwriter.pack_editing.deciding import terms_of
from bidwriter.pack_editing.order import stands

Data = Mapping[str, Any]
_FIGURES = ("number", "money")


class Decider(NamedTuple):
    """A question whose answer can decide when a later one is asked: the answers that it can be
    given, by what is stored; none for a figure."""

    id: str
    wording: str
    answers: tuple[tuple[str, str], ...]


def answers_of(question: Data) -> tuple[tuple[str, str], ...]:
    """What a question can be answered with: what is stored, and what is shown."""
    match question.get("kind"):
        case "yes-no":
            return (("yes", question.get("yes", "Yes")), ("no", question.get("no", "No")))
        case "choose-one" | "choose-several":
            options = question.get("options", ())
            return tuple((str(one.get("id", "")), str(one.get("label", ""))) for one in options)
        case _:
            return ()


def deciders(data: Data, id_: str) -> tuple[Decider, ...]:
    """The questions that can decide when one is asked: those before it that are no personal
    data, the nearest first."""
    order = list(stands(data))
    before = order[: order.index(id_)] if id_ in order else order
    known = {one.get("id"): one for one in data.get("questions", ())}
    found = []
    for one in reversed(before):
        question = known.get(one, {})
        if question.get("personal"):
            continue
        answers = answers_of(question)
        if answers or question.get("kind") in _FIGURES:
            words = str(question.get("label") or question.get("wording", ""))
            found.append(Decider(one, words, answers))
    return tuple(found)


def asked_when_words(data: Data, part: Data) -> str:
    """When something is asked, in words: "“Have you a lease?” is Yes"; "" for always."""
    known = {one.get("id"): one for one in data.get("questions", ())}
    return " and ".join(_term(term, known.get(term.get("question"), {})) for term in terms_of(part))


def _term(term: Data, question: Data) -> str:
    name = str(question.get("label") or question.get("wording") or term.get("question", ""))
    labels = dict(answers_of(question))
    for key, verb in (("is", "is"), ("is-not", "is not")):
        if some := term.get(key):
            listed = [some] if isinstance(some, str) else some
            said = " or ".join(labels.get(one, str(one)) for one in listed)
            return f"“{name}” {verb} {said}"
    return f"“{name}” is at least {term.get('at-least', '')}"
