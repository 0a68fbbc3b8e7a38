"""Where each part of a TOML file stands in its text. TOML itself is read elsewhere; this looks at
the shape of the text alone."""

from functools import lru_cache
from typing import Any, NamedTuple

Way = tuple[str | int, ...]


class Part(NamedTuple):
    """A pair of name and value, or an entry of a list: its first line (from 1), the bytes from its
    start to its end, and those of its value. `sort` is the value's: "string", "array",
    "inline_table" …"""

    line: int
    start: int
    end: int
    value_start: int
    value_end: int
    sort: str


class Group(NamedTuple):
    """What stands under a heading such as `[cover]`, or under `[[questions]]`, where it
    `is_entry`: its way, the names in the heading, its line (from 1), and the bytes from the heading
    to its end, without the groups within it. `body` is where its first pair would stand."""

    path: Way
    names: tuple[str, ...]
    is_entry: bool
    line: int
    start: int
    body: int
    end: int


class TomlParts(NamedTuple):
    """The parts of a file by their ways through names and positions; the groups in their order."""

    parts: dict[Way, Part]
    groups: tuple[Group, ...]

    @property
    def lines(self) -> dict[Way, int]:
        """The line of each."""
        found: dict[Way, int] = {}
        for group in self.groups:
            found.setdefault(group.path, group.line)
        for path, part in self.parts.items():
            found.setdefault(path, part.line)
        return found


@lru_cache(maxsize=8)  # a change looks at the same text several times
def toml_parts(text: bytes) -> TomlParts:
    """The parts of a file's text; of one that is no TOML as far as they can be told."""
    import tree_sitter  # machine code, for this alone
    import tree_sitter_toml

    language = tree_sitter.Language(tree_sitter_toml.language())
    read = _Reading()
    for node in tree_sitter.Parser(language).parse(text).root_node.children:
        read.add(node)
    return TomlParts(read.parts, tuple(read.groups))


class _Reading:
    def __init__(self) -> None:
        self.parts: dict[Way, Part] = {}
        self.groups: list[Group] = []
        self._counts: dict[Way, int] = {}

    def add(self, node: Any) -> None:
        """A pair, a table, or one more entry of a list of tables, at the top of a file."""
        if node.type == "pair":
            self._pair((), node)
        elif node.type in ("table", "table_array_element"):
            self._group(node)

    def _group(self, node: Any) -> None:
        key = next((child for child in node.children if child.type.endswith("_key")), None)
        if key is None:
            return
        names = _names(key)
        path: Way = ()
        for name in names[:-1]:
            path = (*path, name)
            path = (*path, self._counts[path]) if path in self._counts else path
        path = (*path, names[-1])
        is_entry = node.type == "table_array_element"
        if is_entry:
            self._counts[path] = self._counts.get(path, -1) + 1
        path = (*path, self._counts[path]) if path in self._counts else path
        pairs = [child for child in node.children if child.type == "pair"]
        closing = next((c for c in node.children if c.type in ("]", "]]")), key)
        end = max([closing.end_byte, *(pair.end_byte for pair in pairs)])
        line = node.start_point[0] + 1
        self.groups.append(
            Group(path, tuple(names), is_entry, line, node.start_byte, closing.end_byte, end)
        )
        for pair in pairs:
            self._pair(path, pair)

    def _pair(self, path: Way, node: Any) -> None:
        key, *rest = node.children
        value = next((one for one in rest if one.type not in ("=", "comment")), key)
        path = (*path, *_names(key))
        self._keep(path, node, value)
        self._value(path, value)

    def _value(self, path: Way, node: Any) -> None:
        if node.type == "inline_table":
            for child in node.children:
                if child.type == "pair":
                    self._pair(path, child)
        elif node.type == "array":
            entries = [
                child for child in node.children if child.is_named and child.type != "comment"
            ]
            for at, child in enumerate(entries):
                self._keep((*path, at), child, child)
                self._value((*path, at), child)

    def _keep(self, path: Way, node: Any, value: Any) -> None:
        # A comment behind a value on the same line is a child of the pair.
        made = Part(
            node.start_point[0] + 1,
            node.start_byte,
            value.end_byte,
            value.start_byte,
            value.end_byte,
            value.type,
        )
        self.parts.setdefault(path, made)


def _names(key: Any) -> list[str]:
    if key.type == "dotted_key":
        return [name for child in key.children for name in _names(child)]
    if key.type in ("bare_key", "quoted_key"):
        return [key.text.decode("utf-8", "replace").strip("\"'")]
    return []
