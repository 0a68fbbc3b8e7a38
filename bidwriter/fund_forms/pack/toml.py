"""A pack's data as TOML, the way a person writes it: the round in one file and its questions in
another, groups under their headings, options and columns one a line, long texts as they read."""

from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, Item, Table

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


def value_text(name: str, value: Any, *, inline: bool = False) -> str:
    """A value as it is written after `name = `; `inline` where it stands within another, on one
    line."""
    is_short = inline or is_heading(name, value) or is_list_of_groups(name, value)
    made = _short(value) if is_short else _item(name, value)
    return str(made.as_string())


def block_text(names: tuple[str, ...], value: Data, *, one: bool = False) -> str:
    """An entry of the list of this name, under its heading (`[[sections.tasks]]`), or `one` group
    (`[questions.guidance]`)."""
    *outer, last = names
    inner = _table(value) if one else _tables([value])
    made = tomlkit.document()
    into: Any = made
    for name in outer:
        into[name] = tomlkit.table(is_super_table=True)
        into = into[name]
    into.add(last, inner)
    return tomlkit.dumps(made).strip() + "\n"


def is_heading(name: str, value: Any) -> bool:
    """Whether a value stands under a heading of its own."""
    return name in _HEADINGS and isinstance(value, dict)


def is_list_of_groups(name: str, value: Any) -> bool:
    """Whether each entry of a list stands under a heading of its own."""
    return name in _LISTS and _are_tables(value)


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


def _inline(data: Data) -> Item:
    """A table on one line: `{ words = 300 }`."""
    made = ", ".join(f"{name} = {_short(value).as_string()}" for name, value in data.items())
    return tomlkit.value(f"{{ {made} }}" if made else "{}")


def _short(value: Any) -> Item:
    match value:
        case dict():
            return _inline(value)
        case list():
            return _row(value)
        case _:
            made: Item = tomlkit.item(value)
            return made


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
