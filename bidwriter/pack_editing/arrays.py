"""Entries of arrays and of inline tables, put in, taken out and moved within their text."""

from typing import Any

from bidwriter.fund_forms.pack.toml import value_text
from bidwriter.pack_editing.blocks import line_end
from bidwriter.rounds.toml_parts import Part, TomlParts, Way, toml_parts

_BLANK = (b" ", b"\t")


def insert_in_array(text: bytes, way: Way, at: int, value: Any) -> bytes:
    """An array with one more entry, before the one at this position."""
    parts = toml_parts(text)
    holder, entries = parts.parts[way], _entries(parts, way)
    written = value_text("", value, inline=True).encode()
    if not entries:
        return text[: holder.value_start] + b"[" + written + b"]" + text[holder.value_end :]
    is_tall = b"\n" in text[holder.value_start : entries[0].start]
    gap = b",\n" + _indent(text, entries[0].start) if is_tall else b", "
    if at < len(entries):
        start = entries[at].start
        return text[:start] + written + gap + text[start:]
    end = entries[-1].end
    return text[:end] + gap + written + text[end:]


def insert_in_table(text: bytes, way: Way, name: str, value: Any) -> bytes:
    """An inline table with one more name."""
    parts = toml_parts(text)
    holder, entries = parts.parts[way], _entries(parts, way)
    written = f"{name} = {value_text(name, value, inline=True)}".encode()
    if not entries:
        return text[: holder.value_start] + b"{ " + written + b" }" + text[holder.value_end :]
    end = entries[-1].end
    return text[:end] + b", " + written + text[end:]


def without_entry(text: bytes, part: Part) -> bytes:
    """An array or an inline table without an entry, and without the comma beside it."""
    start, end = part.start, part.end
    while text[end : end + 1] in _BLANK:
        end += 1
    if text[end : end + 1] == b",":
        return _without_comma_behind(text, start, end + 1)
    before = text[:start].rstrip()
    is_last = before.endswith(b",")
    return (before[:-1] if is_last else text[:start]) + text[part.end :]


def move_in_array(text: bytes, way: Way, at: int, to: int) -> bytes:
    """The places of the entries stay, and what stands in them moves: comments beside them stay."""
    entries = _entries(toml_parts(text), way)
    order = list(range(len(entries)))
    order.insert(to, order.pop(at))
    pieces = [text[entries[one].start : entries[one].end] for one in order]
    made, last = b"", 0
    for entry, piece in zip(entries, pieces, strict=True):
        made += text[last : entry.start] + piece
        last = entry.end
    return made + text[last:]


def _without_comma_behind(text: bytes, start: int, end: int) -> bytes:
    line, stop = text.rfind(b"\n", 0, start) + 1, line_end(text, end)
    behind = text[end:stop].strip()
    if not text[line:start].strip() and (not behind or behind.startswith(b"#")):
        return text[:line] + text[stop:]  # it has the line to itself, with a comment on it
    while text[end : end + 1] in _BLANK:
        end += 1
    return text[:start] + text[end:]


def _entries(parts: TomlParts, way: Way) -> list[Part]:
    found = [part for path, part in parts.parts.items() if path[:-1] == way]
    return sorted(found, key=lambda part: part.start)


def _indent(text: bytes, at: int) -> bytes:
    start = text.rfind(b"\n", 0, at) + 1
    return text[start:at] if not text[start:at].strip() else b"  "
