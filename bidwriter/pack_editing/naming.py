"""What else in a pack names a question, so that it is not taken away beneath it."""

from collections.abc import Iterator, Mapping
from typing import Any

from bidwriter.rounds.toml_parts import Way

_LISTS_OF_IDS = ("also-counts", "covers", "facts")
_SHORT = 60


def named_by(data: Mapping[str, Any], id_: str) -> tuple[str, ...]:
    """Why a question cannot go, in sentences: each thing of the round that names it, but the page
    it stands on."""
    return tuple(dict.fromkeys(_told(data, way) for way in _ways_to(data, id_)))


def _ways_to(data: Mapping[str, Any], id_: str) -> Iterator[Way]:
    for way, value in _leaves(data, ()):
        if value == id_ and _is_reference(way):
            yield way


def _leaves(data: Any, way: Way) -> Iterator[tuple[Way, Any]]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from _leaves(value, (*way, name))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _leaves(value, (*way, at))
    else:
        yield way, data


def _is_reference(way: Way) -> bool:
    names = [step for step in way if isinstance(step, str)]
    if names[0] in ("sections", "languages"):
        return names[-1] == "question"  # the list of a page goes with it
    if names[0] in ("cover", "checks"):
        return names[-1] not in ("check", "note", "quote", "severity", "words")
    is_listed = len(names) > 1 and names[-1] in (*_LISTS_OF_IDS, "questions")
    return is_listed or names[-1] in ("question", "phase-question")


def _told(data: Mapping[str, Any], way: Way) -> str:
    match way:
        case ("cover", *_):
            return "The first page of the PDF shows it"
        case ("phase-question",):
            return "It chooses the phase"
        case ("checks", int() as at, *_):
            return f"The rule “{data['checks'][at].get('check', '')}” looks at it"
        case ("questions", int() as at, *_, "also-counts", _):
            return f"Its words count with those of “{_short(data['questions'][at])}”"
        case ("questions", int() as at, *_):
            return f"“{_short(data['questions'][at])}” is asked only after some of its answers"
        case ("sections", *_):
            return "A page or section is asked only after some of its answers"
        case ("criteria", int() as at, *_):
            return f"The criterion “{data['criteria'][at].get('name', '')}” scores it"
        case ("sign-offs", *_):
            return "A sign-off covers it"
        case _:
            return f"“{way[0]}” names it"


def _short(question: Mapping[str, Any]) -> str:
    words = str(question.get("label") or question.get("wording", ""))
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
