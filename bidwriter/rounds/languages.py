"""A round in another language: the same questions, ids, limits and rules, with the texts of its
second language laid over the English ones. What has no text there stays English, and says so."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from typing_extensions import override

from bidwriter.kinds.frozen import Frozen, kebab
from bidwriter.rounds.round import CheckUse, Round, Spoken
from bidwriter.rounds.second_language import (
    LANGUAGES,
    NO_WORDS,
    TEXT_PARAMS,
    TEXTS,
    matched,
    name_of,
)

LANGUAGE = "language"
"""The place of the choice, which is a question's where a round has a question of this id."""


def languages_of(round_: Round) -> tuple[str, ...]:
    """The codes of the languages that a bid to this round can choose beside English."""
    if LANGUAGE in round_.by_id:
        return ()
    return tuple(one.code for one in round_.languages if one.code in LANGUAGES)


def in_language(round_: Round, code: str) -> Round:
    """The round in one of its languages ("" for English). Raises KeyError for any other."""
    english = round_.in_english
    if not code:
        return english
    if code not in languages_of(english):
        raise KeyError(code)
    return _overlaid(_ByHash(english), code)


def as_spoken(round_: Round, other: Round) -> Round:
    """The round in the language that another one is shown in, where it has that."""
    code = other.language
    return in_language(round_, code if code in languages_of(round_) else "")


class _ByHash:
    """A round as a key that is equal to the same pack's."""

    def __init__(self, round_: Round) -> None:
        self.round = round_

    @override
    def __hash__(self) -> int:
        return hash(self.round.hash)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByHash) and other.round.as_read == self.round.as_read


@lru_cache(maxsize=8)
def _overlaid(english: _ByHash, code: str) -> Round:
    texts = next(one.data for one in english.round.languages if one.code == code)
    put: set[str] = set()
    made: Round = _with_texts(english.round, texts, put)
    made._spoken = Spoken(code, frozenset(put), english.round)  # noqa: SLF001 - just made
    return made


def _with_texts(value: Any, texts: Any, put: set[str]) -> Any:
    """A part of a pack with what `texts` says of it; `put` gathers what was taken from there."""
    if not isinstance(texts, dict):
        return value
    parts = dict(value)
    for name, info in type(value).model_fields.items():
        key = info.alias or kebab(name)
        if key in texts and name not in NO_WORDS:
            parts[name] = _part(value, name, texts[key], put)
    if isinstance(value, CheckUse):
        parts["params"] = tuple(_param(one, texts, put) for one in value.params)
    return type(value).model_construct(value.model_fields_set, **parts)


def _part(value: Frozen, name: str, given: Any, put: set[str]) -> Any:
    was = getattr(value, name)
    if isinstance(was, Frozen):
        return _with_texts(was, given, put)
    if isinstance(was, tuple) and isinstance(given, list):
        return _entries(value, name, given, put)
    if name in TEXTS and isinstance(was, str) and was and fits(type(value), name, given):
        put.add(given)
        return given
    return was


def _entries(value: Frozen, name: str, given: list[Any], put: set[str]) -> tuple[Any, ...]:
    now = list(getattr(value, name))
    if now and all(isinstance(one, Frozen) for one in now):
        for at, to in matched(now, given).items():
            now[to] = _with_texts(now[to], given[at], put)
    elif name in TEXTS:
        for at, text in enumerate(given[: len(now)]):
            if fits(type(value), name, [text]):
                put.add(text)
                now[at] = text
    return tuple(now)


def _param(param: Any, texts: dict[str, Any], put: set[str]) -> Any:
    name, was = param
    given = texts.get(name)
    if name not in TEXT_PARAMS or not was or not isinstance(given, str) or not given.strip():
        return param
    put.add(given)
    return name, given


def fits(kind: type[Frozen], name: str, text: Any) -> bool:
    """Whether a text, or a list of some, can stand under a name of a pack: it says something, and
    it is not too long."""
    said = text if isinstance(text, list) else [text]
    if not all(isinstance(one, str) and one.strip() for one in said):
        return False
    try:
        _adapter(kind, name).validate_python(text)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=256)
def _adapter(kind: type[Frozen], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    whole: Any = Annotated[(info.annotation, name, *info.metadata)]
    return TypeAdapter(whole)


def texts_in(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a pack that says something, with its place: "questions/title/wording"."""
    if isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from texts_in(part, f"{place}/{name_of(part) or at + 1}")
    if isinstance(value, CheckUse):
        for name, given in value.params:
            if name in TEXT_PARAMS and isinstance(given, str):
                yield f"{place}/{name}", given
    if not isinstance(value, Frozen):
        return
    for name, info in type(value).model_fields.items():
        part = getattr(value, name)
        inner = f"{place}/{info.alias or kebab(name)}".lstrip("/")
        if name in NO_WORDS or name == "params":
            continue
        if name in TEXTS:
            said = part if isinstance(part, tuple) else (part,)
            yield from ((inner, one) for one in said if isinstance(one, str) and one)
        else:
            yield from texts_in(part, inner)
