"""Lists of a pack: a CSV file with the headings id and label, or a text file with an entry a line,
becomes one text in the pack's data (`kinds/values/register.py`)."""

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from bidwriter.kinds.frozen import one_line
from bidwriter.kinds.values.register import FILE_NAME, LARGEST, MOST_ENTRIES
from bidwriter.spoken import SpokenError

# Characters of all lists of a pack: every bid carries them, and each save writes them.
LARGEST_TOGETHER = 4_000_000
_LONGEST = 300  # characters of an id or a label
_HEADINGS = ["id", "label"]


class RegisterError(SpokenError):
    """A list that cannot be used; the message says why, with file and line."""


def with_registers(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The pack's data with the lists that its questions name. Raises RegisterError."""
    questions = data.get("questions")
    if not isinstance(questions, list):
        return data
    filled = [_with_entries(one, folder) for one in questions]
    whole = sum(len(one["entries"]) for one in filled if _is_filled(one))
    if whole > LARGEST_TOGETHER:
        raise RegisterError(
            f"The lists of this pack are too large: together they may have {LARGEST_TOGETHER:,} "
            "characters"
        )
    return {**data, "questions": filled}


def _is_filled(question: Any) -> bool:
    return isinstance(question, dict) and isinstance(question.get("entries"), str)


def _with_entries(question: Any, folder: Path) -> Any:
    name = question.get("from") if isinstance(question, dict) else None
    if not isinstance(name, str) or question.get("kind") != "register":
        return question
    if "entries" in question:
        raise RegisterError(f"“entries” is what stands in {name[:80]}; take entries or from out")
    return {**question, "entries": _entries(_read(folder, name), name)}


def _read(folder: Path, name: str) -> bytes:
    if not re.fullmatch(FILE_NAME, name):
        raise RegisterError(
            f"“{name[:80]}” cannot be the name of a list: write the plain name of a .csv or .txt "
            "file in the folder of the pack"
        )
    path = folder / name
    try:
        if path.is_symlink() or not path.is_file():
            raise RegisterError(f"There is no file {name} in the folder of the pack")
        with path.open("rb") as file:
            read = file.read(LARGEST + 1)
    except OSError:
        raise RegisterError(f"{name} could not be read from the disk") from None
    if len(read) > LARGEST:
        raise RegisterError(f"{name} is too large: a list has at most {LARGEST:,} bytes")
    return read


@lru_cache(maxsize=8)  # by the bytes themselves: every opening of a bid looks through all packs
def _entries(read: bytes, name: str) -> str:
    try:
        text = read.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RegisterError(f"{name} is not text in UTF-8: save it as CSV UTF-8") from None
    rows = _csv_rows(text, name) if name.endswith(".csv") else _text_rows(text)
    lines: dict[str, str] = {}
    for at, id_, label in rows:
        if not id_ or not label:
            raise RegisterError(f"{name}, line {at}: an entry needs an id and a label")
        if max(len(id_), len(label)) > _LONGEST:
            raise RegisterError(f"{name}, line {at}: an entry has at most {_LONGEST} characters")
        if id_ in lines:
            raise RegisterError(f"{name}, line {at}: “{id_[:60]}” stands there twice")
        if len(lines) == MOST_ENTRIES:
            raise RegisterError(f"{name} has more than {MOST_ENTRIES:,} entries")
        lines[id_] = id_ if id_ == label else f"{id_}\t{label}"
    if not lines:
        raise RegisterError(f"{name} is empty: write an entry a line")
    return "\n".join(lines.values())


def _text_rows(text: str) -> Iterator[tuple[int, str, str]]:
    for at, line in enumerate(text.splitlines(), 1):
        if words := one_line(line):
            yield at, words, words


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, str, str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    places: list[int] = []
    try:
        for row in reader:
            cells = [one_line(cell) for cell in row]
            if not any(cells):
                continue
            if not places:
                places = _places([cell.casefold() for cell in cells], name)
                continue
            if len(cells) != len(places):
                say = f"{name}, line {reader.line_num}: write an id and a label, with a comma"
                raise RegisterError(f'{say} between, and "quotation marks" where one has commas')
            yield reader.line_num, cells[places[0]], cells[places[1]]
    except csv.Error:
        raise RegisterError(f"{name}, line {reader.line_num}: is not right CSV") from None


def _places(headings: list[str], name: str) -> list[int]:
    if sorted(headings) != _HEADINGS:
        raise RegisterError(f"{name} begins with a line of two headings: id,label")
    return [headings.index(heading) for heading in _HEADINGS]
