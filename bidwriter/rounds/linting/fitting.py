"""What is of the wrong kind for where it is named, or against its neighbours: the cover, dates,
headlines, icons, headings, options."""

from collections import Counter
from collections.abc import Iterator

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.values.choice import Choice
from bidwriter.paths import RESOURCES
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import Round

# Which kinds the first page can print in each of its places.
_COVER = {
    "title": ("short-text",), "partners": ("partners",), "costs": ("cost-lines",),
    "outputs": ("outputs",), "summary": ("rich-text",), "starts": ("date",), "ends": ("date",),
}  # fmt: skip
_NO_FACTS = ("rich-text", "outputs", "cost-lines", "partners", "appraisal", "table")


def cover(round_: Round) -> Found:
    """Cover entries of the wrong kind."""
    for name, kinds in _COVER.items():
        question = round_.by_id.get(getattr(round_.cover, name) or "")
        if question and question.kind not in kinds:
            words = f"“{question.id}” is a {question.kind} question"
            yield f"cover/{name}", words, f"Name a {' or '.join(kinds)} question"
    for id_ in round_.cover.facts:
        question = round_.by_id.get(id_)
        if question and question.kind in _NO_FACTS:
            words = f"“{id_}” is too long for a fact at a glance ({question.kind})"
            yield "cover/facts", words, "Name a question with a short answer"


def dates(round_: Round) -> Found:
    """A round that closes before it opens."""
    if round_.opens and round_.closes:
        opens, closes = ((m.day, m.time) for m in (round_.opens, round_.closes))
        if closes <= opens:
            yield "closes", "The round closes before it opens", "Correct one of the two days"


def headlines(round_: Round) -> Found:
    """Words on the map that lack, or stand twice."""
    if not round_.headlines:
        return
    if not round_.principles:
        words = "There are headlines, but no principles for them to be about"
        yield "headlines", words, "Add principles, or take the headlines out"
    if all(headline.strong for headline in round_.headlines):
        words = "No headline is for a principle that nothing shows strongly"
        yield "headlines", words, "Add one with strong = 0"
    for what, values in (
        ("strong", [str(h.strong) for h in round_.headlines]),
        ("word", [h.word.casefold() for h in round_.headlines]),
    ):
        for value, many in Counter(values).items():
            if many > 1:
                words = f"Two headlines have {what} = {value}"
                yield "headlines", words, "Make them differ, or take one out"


def icons(round_: Round) -> Found:
    """Pictures that bidwriter does not have."""
    known = {path.stem for path in (RESOURCES / "icons").glob("*.svg")} | {"circle"}
    for principle in round_.principles:
        if principle.icon not in known:
            words = f"There is no picture called “{principle.icon}”"
            remedy = did_you_mean(principle.icon, known) or "Leave icon out, or use one of the five"
            yield f"principles/{principle.number}/icon", words, remedy


def headings(round_: Round) -> Found:
    """A page of several questions needs a heading of its own."""
    for section in round_.sections:
        for task in section.tasks:
            if len(task.questions) > 1 and not task.title.strip():
                words = "The task asks several questions and has no title"
                yield f"sections/{section.id}/tasks/{task.id}", words, 'Write title = "…"'


def options(round_: Round) -> Found:
    """Choices that cannot be made, or told apart."""
    for question in round_.questions:
        if isinstance(question, Choice):
            yield from _of_choice(question)


def _of_choice(question: Choice) -> Iterator[tuple[str, str, str]]:
    place = f"questions/{question.id}/options"
    if not question.options and not question.other:
        words = "There is nothing to choose, so the question can never be answered"
        yield place, words, 'Write like [ { id = "yes", label = "Yes" }, … ]'
    labels = Counter(option.label.strip().casefold() for option in question.options)
    for option in question.options:
        label = option.label.strip().casefold()
        if labels[label] > 1:
            labels[label] = 0
            words = f"Two options are called “{option.label}”"
            yield f"{place}/{option.id}", words, "Call each something else"


def of_kinds(round_: Round) -> Found:
    """What each kind says of its own questions."""
    for question in round_.questions:
        yield from _of_question(question)


def _of_question(question: AnyQuestion) -> Iterator[tuple[str, str, str]]:
    for fault in question.faults():
        place = f"questions/{question.id}" + (f"/{fault.name}" if fault.name else "")
        yield place, fault.words, fault.remedy
