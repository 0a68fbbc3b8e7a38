"""In which line of its file a part of a pack stands; where it has no line of its own, the part that
holds it has."""

from functools import cached_property
from pathlib import Path
from typing import Any

from bidwriter.rounds.loading import SAMPLES
from bidwriter.rounds.samples import SAMPLE_PLACE
from bidwriter.rounds.toml_parts import Way, toml_parts

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
    def _lines(self) -> dict[str, dict[Way, int]]:
        return {name: _lines_in(self._folder / name) for name in {*self._files.values()}}


def path_of(data: Any, place: str) -> Way:
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


def _lines_in(path: Path) -> dict[Way, int]:
    try:
        text = path.read_bytes()[: LARGEST + 1]
    except OSError:
        return {}
    return {} if len(text) > LARGEST else toml_parts(text).lines
