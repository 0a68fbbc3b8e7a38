"""What is wrong with the texts of a second language, and which texts it has not."""

import re
from collections.abc import Iterator
from typing import Any

from bidwriter.kinds.frozen import Frozen, kebab
from bidwriter.rounds.languages import LANGUAGE, fits, in_language, languages_of, texts_in
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import CheckUse, Round
from bidwriter.rounds.second_language import (
    LANGUAGES,
    NO_WORDS,
    TEXT_PARAMS,
    TEXTS,
    key_of,
    matched,
)

_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_SHARED = "It is the same in both languages, so it stands in the English file alone"


def language_faults(round_: Round) -> Found:
    """Place, words and remedy of each fault in the texts of a pack's other languages."""
    for one in round_.languages:
        place = f"languages/{one.code}"
        if one.code not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            words = f"bidwriter knows no forms in the language “{one.code[:20]}”"
            yield place, words, f"Take those files out; beside English it has: {known}"
        elif LANGUAGE in round_.by_id:
            words = f"Nobody can choose it, as a question has the id “{LANGUAGE}”"
            yield place, words, "Give that question another id"
        else:
            yield from _group(round_.in_english, one.data, place, known_by="")


def untranslated(round_: Round) -> Iterator[str]:
    """The places whose text has no counterpart in a language of the pack, so that it is shown in
    English: "cy/questions/title/hint". The fund's own words that a rule was read from are left
    out: they are kept as they were published."""
    for code in languages_of(round_):
        shown = in_language(round_, code)
        for place, text in texts_in(shown):
            if shown.is_english(text) and not place.endswith("/quote"):
                yield f"{code}/{place}"


def _group(value: Frozen, texts: Any, place: str, *, known_by: str) -> Found:
    if not isinstance(texts, dict):
        yield place, "It must be a group of names with their texts", 'Write name = "text"'
        return
    fields = {info.alias or kebab(name): name for name, info in type(value).model_fields.items()}
    for key, given in texts.items():
        inner = f"{place}/{key}"
        if isinstance(value, CheckUse) and key not in fields:
            yield from _param(dict(value.params), key, given, inner)
        elif key not in fields:
            yield inner, f"“{key[:60]}” is not known here", "Correct the name, or take it out"
        elif key != known_by:
            yield from _named(value, fields[key], given, inner)


def _named(value: Frozen, name: str, given: Any, place: str) -> Found:
    was = getattr(value, name)
    is_list = isinstance(was, tuple)
    has_words = name in TEXTS or isinstance(was, Frozen) or (is_list and _is_of_parts(was))
    if name in NO_WORDS or (not has_words and was):
        yield place, _SHARED, "Take it out here"
    elif was in (None, "", ()):
        yield place, "The English file has nothing here", "Take it out, or write the English first"
    elif isinstance(was, Frozen):
        yield from _group(was, given, place, known_by="")
    elif is_list:
        yield from _list(value, name, given, place)
    else:
        yield from _text(was, given, place, fits=fits(type(value), name, given))


def _is_of_parts(entries: tuple[Any, ...]) -> bool:
    return bool(entries) and all(isinstance(one, Frozen) for one in entries)


def _list(value: Frozen, name: str, given: Any, place: str) -> Found:
    was = getattr(value, name)
    if not isinstance(given, list):
        yield place, "It must be a list, as in the English file", "Write it as it stands there"
        return
    if not _is_of_parts(was):
        for at, text in enumerate(given[: len(was)]):
            inner = f"{place}/{at + 1}"
            yield from _text(was[at], text, inner, fits=fits(type(value), name, [text]))
        if len(given) > len(was):
            words = f"It has {len(given)} texts, and the English file has {len(was)}"
            yield place, words, "Write one for each, in the same order"
        return
    where = matched(was, given)
    known_by = kebab(key_of(type(was[0])))
    for at, one in enumerate(given):
        said = one.get(known_by) if isinstance(one, dict) else None
        inner = f"{place}/{said if isinstance(said, str | int) else at + 1}"
        if at in where:
            yield from _group(was[where[at]], one, inner, known_by=known_by)
        elif known_by and said is None:
            words = "Nobody can tell which entry it belongs to"
            yield inner, words, f"Write the {known_by} of the entry in the English file"
        else:
            yield inner, "The English file has no such entry", "Correct it, or take it out"


def _param(params: dict[str, Any], key: str, given: Any, place: str) -> Found:
    if key not in params:
        yield place, f"“{key[:60]}” is not in this check of the English file", "Take it out"
    elif key not in TEXT_PARAMS:
        yield place, _SHARED, "Take it out here"
    else:
        yield from _text(params[key], given, place, fits=True)


def _text(english: str, given: Any, place: str, *, fits: bool) -> Found:
    if not isinstance(given, str):
        yield place, "It must be text", 'Write it in "quotation marks"'
    elif not given.strip():
        yield place, "The text is empty", "Write it, or take it out: it is then shown in English"
    elif not fits:
        yield place, "The text is too long or has a form that cannot stand here", "Shorten it"
    elif sorted(_PLACEHOLDER.findall(english)) != sorted(_PLACEHOLDER.findall(given)):
        words = "What stands in double braces differs from the English text"
        yield place, words, "Write the same names in double braces in both"
