"""Values written into a TOML text where they stand: nothing else of it changes by a byte."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bidwriter.fund_forms.pack.toml import block_text, is_heading, is_list_of_groups, value_text
from bidwriter.pack_editing.arrays import (
    insert_in_array,
    insert_in_table,
    move_in_array,
    without_entry,
)
from bidwriter.pack_editing.blocks import block_of, cut_block, groups_of, line_end, put_block
from bidwriter.rounds.linting.lines import known_by
from bidwriter.rounds.toml_parts import Group, Part, TomlParts, Way, toml_parts


def put(text: bytes, way: Way, value: Any) -> bytes:
    """A text in which the value at `way`, names and positions, is this. Raises KeyError where
    nothing could hold it."""
    parts = toml_parts(text)
    if (part := parts.parts.get(way)) is not None:
        return _put_value(text, way, part, value)
    if groups_of(parts, way):
        return _put_list(text, way, value)
    if way and (_group_at(parts, way) is not None or names_at(text, way)):
        return _put_names(text, way, value) if isinstance(value, dict) else _anew(text, way, value)
    return _put_new(text, parts, way, value)


def take_out(text: bytes, way: Way) -> bytes:
    """A text without what stands at `way`; as it was, where nothing does."""
    parts = toml_parts(text)
    if (part := parts.parts.get(way)) is not None:
        is_within = isinstance(way[-1], int) or way[:-1] in parts.parts
        return without_entry(text, part) if is_within else _without_line(text, part)
    if _group_at(parts, way) is not None:
        return cut_block(text, way)[0]
    entries = groups_of(parts, way)
    for group in reversed(entries):
        text = cut_block(text, group.path)[0]
    inner = [w for w in parts.parts if w[: len(way)] == way] if not entries else []
    for path in reversed(inner):  # dotted names
        text = take_out(text, path)
    return text


def insert(text: bytes, list_way: Way, at: int, value: Any) -> bytes:
    """A text with one more entry in a list, before the one at this position. Raises KeyError."""
    parts = toml_parts(text)
    if list_way in parts.parts:
        return insert_in_array(text, list_way, at, value)
    block = block_text(tuple(step for step in list_way if isinstance(step, str)), value)
    return put_block(text, _place_in_list(text, parts, list_way, at), block)


def move(text: bytes, list_way: Way, at: int, to: int) -> bytes:
    """A text in which an entry of a list stands elsewhere in it. Raises KeyError."""
    parts = toml_parts(text)
    if list_way in parts.parts:
        return move_in_array(text, list_way, at, to)
    text, block = cut_block(text, (*list_way, at))
    return put_block(text, _place_in_list(text, toml_parts(text), list_way, to), block)


# --- values --------------------------------------------------------------------------------------


def _put_value(text: bytes, way: Way, part: Part, value: Any) -> bytes:
    if part.sort == "array" and isinstance(value, list) and value and _read(text, way):
        return _put_list(text, way, value)
    if part.sort == "inline_table" and isinstance(value, dict) and value:
        return _put_names(text, way, value)
    return _anew(text, way, value)


def _last_name(way: Way) -> str:
    return next((step for step in reversed(way) if isinstance(step, str)), "")


def _is_within(text: bytes, way: Way) -> bool:
    """Whether it stands in an inline table or an array, where long texts stay on one line."""
    return way[:-1] in toml_parts(text).parts


def _put_names(text: bytes, way: Way, value: Mapping[str, Any]) -> bytes:
    """An inline table or a group with these names and no others."""
    before = names_at(text, way)
    for name in before:
        if name not in value:
            text = take_out(text, (*way, name))
    for name, one in value.items():
        text = put(text, (*way, name), one)
    return text


def names_at(text: bytes, way: Way) -> tuple[str, ...]:
    """The names that stand directly in a table."""
    parts, many = toml_parts(text), len(way)
    ways = [*parts.parts, *(group.path for group in parts.groups)]
    found = [w[many] for w in ways if len(w) > many and w[:many] == way]
    return tuple(dict.fromkeys(name for name in found if isinstance(name, str)))


# --- groups --------------------------------------------------------------------------------------


def _group_at(parts: TomlParts, way: Way) -> Group | None:
    return next((group for group in parts.groups if group.path == way), None)


def _anew(text: bytes, way: Way, value: Any) -> bytes:
    part = toml_parts(text).parts.get(way)
    if part is None:
        return put(take_out(text, way), way, value)
    written = value_text(_last_name(way), value, inline=_is_within(text, way))
    return text[: part.value_start] + written.encode() + text[part.value_end :]


def _put_list(text: bytes, way: Way, value: Any) -> bytes:
    """A list, written as groups or as an array, entry by entry: those that are known by the same
    name stay, and move where they have to."""
    if not isinstance(value, list):
        return _anew(text, way, value)
    before, after = ([_known(one) for one in some] for some in (_read(text, way), value))
    if len({*before}) < len(before) or len({*after}) < len(after):
        before, after = list(map(str, range(len(before)))), list(map(str, range(len(value))))
    if not {*before} & {*after}:
        return _anew(text, way, value)
    for at in range(len(before) - 1, -1, -1):
        if before[at] not in after:
            text = take_out(text, (*way, at))
            del before[at]
    for at, (name, one) in enumerate(zip(after, value, strict=True)):
        if name not in before:
            text = insert(text, way, at, one)
            before.insert(at, name)
            continue
        found = before.index(name)
        if found != at:
            text = move(text, way, found, at)
            before.insert(at, before.pop(found))
        text = put(text, (*way, at), one)
    return text


def _known(entry: Any) -> str:
    return known_by(entry) or repr(entry)


@lru_cache(maxsize=8)
def parsed(text: bytes) -> dict[str, Any]:
    """What a text says; not to be changed."""
    return tomllib.loads(text.decode())


def _read(text: bytes, way: Way) -> Any:
    """What stands at a way."""
    found: Any = parsed(text)
    for step in way:
        found = found[step]
    return found


def _place_in_list(text: bytes, parts: TomlParts, list_way: Way, at: int) -> int:
    """Where the block of an entry would begin."""
    entries = groups_of(parts, list_way)
    if at < len(entries):
        found = block_of(text, entries[at].path)
    elif entries:
        found = block_of(text, entries[-1].path)
        return found[1] if found else len(text)
    elif list_way[:-1]:
        found = block_of(text, list_way[:-1])
        if found is None:
            raise KeyError(list_way)
        return found[1]
    else:
        return len(text)
    return found[0] if found else len(text)


# --- what is new ---------------------------------------------------------------------------------


def _put_new(text: bytes, parts: TomlParts, way: Way, value: Any) -> bytes:
    holder, name = way[:-1], way[-1]
    if not isinstance(name, str):
        return insert(text, holder, name, value)
    if holder in parts.parts:
        return insert_in_table(text, holder, name, value)
    group = _group_at(parts, holder)
    if group is None and holder:
        return _put_dotted(text, parts, way, value)
    if is_list_of_groups(name, value):
        for at, one in enumerate(value):
            text = insert(text, way, at, one)
        return text
    if is_heading(name, value):
        names = tuple(step for step in way if isinstance(step, str))
        if group is None:
            return put_block(text, _before_lists(text, parts), block_text(names, value, one=True))
        return _put_under(text, group, block_text(names, value, one=True))
    line = f"{name} = {value_text(name, value)}\n".encode()
    return _insert_line(text, parts, group, line)


def _put_dotted(text: bytes, parts: TomlParts, way: Way, value: Any) -> bytes:
    """Into a table that is written as `guidance.text = …`; else as a group of its own."""
    holder = way[:-1]
    if any(path[: len(holder)] == holder for path in parts.parts):
        group = _group_at(parts, holder[:-1])
        line = f"{holder[-1]}.{way[-1]} = {value_text(str(way[-1]), value)}\n".encode()
        return _insert_line(text, parts, group, line)
    if not holder or isinstance(holder[-1], int):
        raise KeyError(way)
    return put(text, holder, {str(way[-1]): value})


def _insert_line(text: bytes, parts: TomlParts, group: Group | None, line: bytes) -> bytes:
    """A line after the last pair of a group; None is the top of the file."""
    if group is not None:
        at = line_end(text, group.end)
    else:
        first = min((one.start for one in parts.groups), default=len(text))
        tops = [part.end for path, part in parts.parts.items() if part.end <= first]
        at = line_end(text, max(tops)) if tops else 0
    before = text[:at]
    if before and not before.endswith(b"\n"):
        before += b"\n"
    return before + line + text[at:]


def _put_under(text: bytes, group: Group, block: str) -> bytes:
    """A group within another: after its pairs, before its other groups."""
    at = line_end(text, group.end)
    before = text[:at] if text[:at].endswith(b"\n") else text[:at] + b"\n"
    return before + block.strip().encode() + b"\n" + text[at:]


def _before_lists(text: bytes, parts: TomlParts) -> int:
    """Where a new group of the round stands: before its lists."""
    first = next((group for group in parts.groups if group.is_entry), None)
    found = block_of(text, first.path) if first else None
    return found[0] if found else len(text)


def _without_line(text: bytes, part: Part) -> bytes:
    start = text.rfind(b"\n", 0, part.start) + 1
    return text[:start] + text[line_end(text, part.end) :]
