"""Whether a pack is written in the shape that its editor can go through, whatever it says."""

from collections.abc import Iterator, Mapping
from typing import Any

Data = Mapping[str, Any]
_LISTS = ("questions", "sections", "checks", "criteria", "sign-offs")
_OF_QUESTIONS = ("options", "statements", "columns")
_TABLES = ("closes", "cover")


def misshapen(data: Data) -> str:
    """The first part that is not written as the lists and tables that it is; "" where all are."""
    return next(_wrong(data), "")


def _wrong(data: Data) -> Iterator[str]:
    yield from (name for name in _TABLES if not isinstance(data.get(name, {}), dict))
    for name in _LISTS:
        if not _are_tables(data.get(name, [])):
            yield name
            return
    for section in data.get("sections", ()):
        if not _are_tables(section.get("tasks")) or not _is_asked_right(section):
            yield "sections"
            return
        for task in section["tasks"]:
            if not _are_texts(task.get("questions")) or not _is_asked_right(task):
                yield "tasks"
    yield from ("questions" for one in data.get("questions", ()) if not _is_question(one))


def _is_question(one: Data) -> bool:
    lists = [one.get(name, []) for name in _OF_QUESTIONS]
    parts = [*lists]
    if _are_tables(columns := one.get("columns", [])):
        parts += [part.get("options", []) for part in columns]
    guidance = one.get("guidance", {})
    return (
        isinstance(one.get("id"), str)
        and isinstance(one.get("kind"), str)
        and all(map(_are_tables, parts))
        and all(_is_asked_right(part) for some in lists for part in some)
        and isinstance(one.get("limit", {}), dict)
        and isinstance(guidance, dict)
        and _are_texts(guidance.get("looks-for", []))
        and _is_asked_right(one)
    )


def _is_asked_right(part: Data) -> bool:
    terms = part.get("asked-when", [])
    listed = [terms] if isinstance(terms, dict) else terms
    return _are_tables(listed) and all(
        isinstance(one.get("question"), str)
        and all(isinstance(one.get(n, ""), str) or _are_texts(one[n]) for n in ("is", "is-not"))
        for one in listed
    )


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
