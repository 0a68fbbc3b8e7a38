"""What is no fault and may still be better otherwise. It stops nothing."""

from bidwriter.kinds.question import limit_of
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.rounds.languages import languages_of
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.linting.languages import untranslated
from bidwriter.rounds.round import Round

LONG_LABEL, LONG_WORDING = 27, 120  # letters: labels are cut in the task list from about so many
MOST_ON_A_PAGE = 8


def advice(round_: Round) -> Found:
    """Each piece of advice, with its place and what to do."""
    yield from _long(round_)
    yield from _crowded(round_)
    for question in round_.questions:
        place = f"questions/{question.id}"
        if question.optional and question.hint.casefold().startswith("only if"):
            words = "The hint begins “Only if”, so the question may depend on another"
            yield f"{place}/hint", words, "Say so with asked-when"
        if isinstance(question, RichText) and limit_of(question) is None:
            words = "The answer has no limit"
            yield place, words, "Write limit = { words = … } if the fund has one"
    yield from _in_english(round_)
    shown = round_.cover.model_dump(exclude={"title"}, exclude_defaults=True)
    if not shown:
        words = "The first page of the PDF shows nothing but the title"
        yield "cover", words, "Name costs, partners, a summary or facts in [cover]"


def _long(round_: Round) -> Found:
    for section in round_.sections:
        for task in section.tasks:
            if len(task.label) > LONG_LABEL:
                words = f"The label has {len(task.label)} letters and is cut in the task list"
                place = f"sections/{section.id}/tasks/{task.id}/label"
                yield place, words, f"Keep to {LONG_LABEL} letters"
    for question in round_.questions:
        if len(question.wording) > LONG_WORDING and not question.label:
            words = f"The wording has {len(question.wording)} letters, and there is no label"
            yield f"questions/{question.id}/wording", words, "Write a short label for lists"


def _crowded(round_: Round) -> Found:
    for section in round_.sections:
        for task in section.tasks:
            if len(task.questions) > MOST_ON_A_PAGE:
                words = f"The page asks {len(task.questions)} questions"
                place = f"sections/{section.id}/tasks/{task.id}/questions"
                yield place, words, f"Ask {MOST_ON_A_PAGE} at most, and make another task"


def _in_english(round_: Round) -> Found:
    for code in languages_of(round_):
        places = [p.removeprefix(f"{code}/") for p in untranslated(round_) if p.startswith(code)]
        if places:
            many = "1 text has" if len(places) == 1 else f"{len(places)} texts have"
            words = f"{many} no counterpart and is shown in English, at {places[0]} first"
            yield f"languages/{code}", words, f"Write it in a file that ends in .{code}.toml"
