"""A pack's data as TOML, the way a person writes it: the round in one file and its questions in
another, groups under their headings, options and columns one a line, long texts as they read."""

from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Item, Table

Data = dict[str, Any]
_LINE = 88  # characters of a line, about
_HEADINGS = ("closes", "opens", "source", "cover", "scoring", "hand-in", "guidance")
_LISTS = ("checks", "criteria", "sections", "tasks", "questions", "statements", "folded", "dates",
          "phases", "principles", "required-outputs", "sub-criteria", "sign-offs")  # fmt: skip


def files_of(data: Data) -> dict[str, str]:
    """The TOML files of a pack: the round, and its questions."""
    round_ = {name: value for name, value in data.items() if name != "questions"}
    return {
        "round.toml": _document(round_),
        "questions.toml": _document({"questions": data["questions"]}),
    }


def _document(data: Data) -> str:
    made = tomlkit.document()
    for name, value in _plain_first(data):
        made.add(name, _item(name, value))
    return tomlkit.dumps(made).strip() + "\n"


def _plain_first(data: Data) -> list[tuple[str, Any]]:
    """Names without a heading stand before the first heading: TOML asks for it."""
    plain = [(k, v) for k, v in data.items() if k not in (*_HEADINGS, *_LISTS)]
    plain += [(k, v) for k, v in data.items() if k in _LISTS and not _are_tables(v)]
    named = [(k, v) for k, v in data.items() if k in _HEADINGS]
    return plain + named + [(k, v) for k, v in data.items() if k in _LISTS and _are_tables(v)]


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _item(name: str, value: Any) -> Item:
    match value:
        case dict() if name in _HEADINGS:
            return _table(value)
        case dict():
            return _inline(value)
        case list() if name in _LISTS and _are_tables(value):
            return _tables(value)
        case list():
            return _array(value)
        case str():
            return _text(value)
        case _:
            made: Item = tomlkit.item(value)
            return made


def _tables(entries: list[Data]) -> AoT:
    made = tomlkit.aot()
    for one in entries:
        made.append(_table(one))
    return made


def _table(data: Data) -> Table:
    made = tomlkit.table()
    for name, value in _plain_first(data):
        made.add(name, _item(name, value))
    return made


def _inline(data: Data) -> InlineTable:
    made = tomlkit.inline_table()
    for name, value in data.items():
        made.append(name, _inline(value) if isinstance(value, dict) else _short(value))
    return made


def _short(value: Any) -> Item:
    return _row(value) if isinstance(value, list) else tomlkit.item(value)


def _row(values: Iterable[Any]) -> Array:
    """A list on one line."""
    made = tomlkit.array()
    for value in values:
        made.append(_inline(value) if isinstance(value, dict) else value)
    return made


def _array(values: list[Any]) -> Array:
    """A list on one line where there is room, else an entry a line."""
    made = _row(values)
    if len(made.as_string()) > _LINE:
        made.multiline(True)  # noqa: FBT003
    return made


def _text(words: str) -> Item:
    return tomlkit.string(words, multiline="\n" in words)
