"""In which line of its file a part of a pack stands. TOML itself is read elsewhere; this looks at
the shape of the text alone, and where a part has no line of its own, the part that holds it has."""

from functools import cached_property
from pathlib import Path
from typing import Any

from bidwriter.rounds.loading import SAMPLES
from bidwriter.rounds.samples import SAMPLE_PLACE

Path_ = tuple[str | int, ...]
LARGEST = 2_000_000


class Lines:
    """The lines of a pack's files. `data` is what the pack says, `files` the file of each of its
    names, `samples` what its sample answers say."""

    def __init__(
        self, folder: Path, data: dict[str, Any], files: dict[str, str], samples: dict[str, Any]
    ) -> None:
        self._folder = folder
        self._data = {**data, SAMPLE_PLACE: samples}
        self._files = {**files, SAMPLE_PLACE: SAMPLES}

    def file_of(self, place: str) -> str:
        """The file that a place is in."""
        steps = place.split("/")
        for many in (3, 2, 1):  # those of a second language are known by three steps
            start = "/".join(steps[:many])
            named = [
                file for key, file in self._files.items() if (key + "/").startswith(f"{start}/")
            ]
            if named:
                return named[0]
        return "round.toml"

    def line_of(self, place: str) -> int:
        """The line of a place, or of what holds it; 0 for none."""
        lines = self._lines.get(self.file_of(place), {})
        path = path_of(self._data, place)
        if path[:1] == ("languages",):
            path = path[2:]
        if path[:1] == (SAMPLE_PLACE,):
            path = path[1:]
        while path:
            for way in (path, (*path, 0)):  # a list of tables begins with its first
                if way in lines:
                    return lines[way]
            path = path[:-1]
        return 0

    def names_at(self, place: str) -> tuple[str, ...]:
        """The names on the way to a place, without the ids of entries; none for an entry of a list,
        which has no name."""
        path, steps = path_of(self._data, place), place.split("/")
        if len(path) == len(steps) and isinstance(path[-1], int):
            return ()
        known = [step for step in path if isinstance(step, str)]
        return (*known, *steps[len(path) :])

    @cached_property
    def _lines(self) -> dict[str, dict[Path_, int]]:
        return {name: _lines_in(self._folder / name) for name in {*self._files.values()}}


def path_of(data: Any, place: str) -> Path_:
    """The way to a place through names and positions, as far as it leads. An entry of a list is
    named by its id, number, score or check, or by its position; "match[2]" is the second of that
    name."""
    path: list[str | int] = []
    for step in place.split("/"):
        if isinstance(data, list):
            at = _at(data, step)
            if at is None:
                break
            path.append(at)
            data = data[at]
        elif isinstance(data, dict) and step in data:
            path.append(step)
            data = data[step]
        else:
            break
    return tuple(path)


def known_by(part: Any) -> str:
    """What an entry of a list is known by; "" for what has no name."""
    keys = ("id", "number", "score", "check", "word", "title", "name")
    return next((str(part[k]) for k in keys if k in part), "") if isinstance(part, dict) else ""


def _at(entries: list[Any], step: str) -> int | None:
    name, _, nth = step.removesuffix("]").partition("[")
    same = [at for at, part in enumerate(entries) if known_by(part) == name]
    number = int(nth) if nth.isdecimal() else 1
    if len(same) >= number:
        return same[number - 1]
    return int(step) if step.isdecimal() and int(step) < len(entries) else None


def _lines_in(path: Path) -> dict[Path_, int]:
    try:
        text = path.read_bytes()[: LARGEST + 1]
    except OSError:
        return {}
    if len(text) > LARGEST:
        return {}
    import tree_sitter  # machine code, for this alone
    import tree_sitter_toml

    language = tree_sitter.Language(tree_sitter_toml.language())
    found: dict[Path_, int] = {}
    counts: dict[Path_, int] = {}
    for node in tree_sitter.Parser(language).parse(text).root_node.children:
        _add(found, counts, node)
    return found


def _add(found: dict[Path_, int], counts: dict[Path_, int], node: Any) -> None:
    """A pair, a table, or one more entry of a list of tables, at the top of a file."""
    if node.type == "pair":
        _pair(found, (), node)
        return
    if node.type not in ("table", "table_array_element"):
        return
    key = next((child for child in node.children if child.type.endswith("_key")), None)
    if key is None:
        return
    *outer, last = _names(key)
    path: Path_ = ()
    for name in outer:
        path = (*path, name)
        path = (*path, counts[path]) if path in counts else path
    path = (*path, last)
    if node.type == "table_array_element":
        counts[path] = counts.get(path, -1) + 1
    path = (*path, counts[path]) if path in counts else path
    found.setdefault(path, node.start_point[0] + 1)
    for child in node.children:
        if child.type == "pair":
            _pair(found, path, child)


def _pair(found: dict[Path_, int], path: Path_, node: Any) -> None:
    key, *_, value = node.children
    path = (*path, *_names(key))
    found.setdefault(path, node.start_point[0] + 1)
    _value(found, path, value)


def _value(found: dict[Path_, int], path: Path_, node: Any) -> None:
    if node.type == "inline_table":
        for child in node.children:
            if child.type == "pair":
                _pair(found, path, child)
    elif node.type == "array":
        parts = [child for child in node.children if child.is_named and child.type != "comment"]
        for at, child in enumerate(parts):
            found.setdefault((*path, at), child.start_point[0] + 1)
            _value(found, (*path, at), child)


def _names(key: Any) -> list[str]:
    if key.type == "dotted_key":
        return [name for child in key.children for name in _names(child)]
    if key.type in ("bare_key", "quoted_key"):
        return [key.text.decode("utf-8", "replace").strip("\"'")]
    return []
