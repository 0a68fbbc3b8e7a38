"""A pack's folder of TOML files → its data → a `Round`.

All `.toml` files of the folder together are the pack. `principles = "NAME"` stands for a file of
principles that ships with bidwriter (`resources/principles`). What a register question names with
`from` is a list in the folder, and becomes part of the data. `NAME.cy.toml` has texts of a second
language; what stands in such files becomes `languages`. `samples.toml` is no part of the pack: see
`samples.py`.
"""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from bidwriter.forms import NewerFormError
from bidwriter.kinds.wording import plain_errors
from bidwriter.paths import RESOURCES
from bidwriter.rounds.registers import RegisterError, with_registers
from bidwriter.rounds.round import Round, read_round
from bidwriter.spoken import SpokenError

LARGEST_FILE = 2_000_000
SAMPLES = "samples.toml"
_LONGEST_INTEGER = 60  # bits: TOML itself has 64
_IN_ANOTHER = re.compile(r".+\.([a-z]{2})\.toml", re.IGNORECASE)


class RoundError(SpokenError):
    """A pack that cannot be used; the message says why, in one line."""


def load(folder: Path) -> Round:
    """The round in `folder`. Raises RoundError."""
    data, _ = read_data(folder)
    return round_of(data, folder)


def round_of(data: dict[str, Any], folder: Path) -> Round:
    """The round that the data of a pack's folder says. Raises RoundError."""
    try:
        return _round(json.dumps(data))
    except NewerFormError as error:
        raise RoundError(f"The round in “{folder.name}” cannot be used: {error}") from None
    except ValidationError as error:
        first = plain_errors(error)[0]
        raise RoundError(f"The round in “{folder.name}” cannot be used: {first}") from None
    except (ValueError, RecursionError):
        raise RoundError(
            f"The round in “{folder.name}” holds a value that cannot be kept"
        ) from None


@lru_cache(maxsize=32)  # the start window and its menu look at all packs again and again
def _round(data: str) -> Round:
    """The round of a pack's data, as JSON."""
    return read_round(json.loads(data))


class Trouble(NamedTuple):
    """Why something of a pack's folder could not be read. `line` is 0 where no line is at fault;
    `place` is set where one name of a file is, and the rest was read."""

    file: str
    words: str
    remedy: str
    line: int = 0
    place: str = ""


class Gathered(NamedTuple):
    """What a pack's folder says: its data, the file that each top-level name stands in, and what
    could not be read."""

    data: dict[str, Any]
    files: dict[str, str]
    troubles: tuple[Trouble, ...]


def read_data(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The pack's data, and the file that each top-level key stands in ("languages/cy/questions" for
    one of a second language). Raises RoundError."""
    gathered = gather(folder)
    for trouble in gathered.troubles:
        raise RoundError(f"{trouble.words}. {trouble.remedy}")
    return gathered.data, gathered.files


def gather(folder: Path) -> Gathered:
    """All that can be read in a pack's folder."""
    data: dict[str, Any] = {}
    languages: dict[str, dict[str, Any]] = {}
    files: dict[str, str] = {}
    troubles = list(_misnamed(folder))
    names = sorted(path for path in folder.glob("*.toml") if path.name.lower() != SAMPLES)
    for path in names:
        code = language_of(path.name)
        into = languages.setdefault(code, {}) if code else data
        within = f"languages/{code}/" if code else ""
        parsed, wrong = contents(path, within)
        troubles += wrong
        for key, value in parsed.items():
            place = f"{within}{key}"
            if key in into:
                words = f"“{key}” stands in both {files[place]} and {path.name}"
                troubles.append(Trouble(path.name, words, "Keep one"))
            else:
                into[key], files[place] = value, path.name
    if languages and "languages" in data:
        words = f"“languages” stands in {files['languages']}"
        troubles.append(Trouble(files["languages"], words, "Write it in NAME.cy.toml"))
    elif languages:
        data["languages"] = languages
    if "round.toml" not in {path.name for path in names}:
        words = f"There is no round.toml in “{folder}”, so it is not a round"
        troubles.append(Trouble(folder.name, words, "Begin with a file of that name"))
    for fill, about in ((_with_principles, "principles"), (with_registers, "questions")):
        try:
            data = fill(data, folder)
        except (RoundError, RegisterError) as error:
            trouble = Trouble(files.get(about, "round.toml"), str(error), "Correct it")
            troubles.append(trouble)
    return Gathered(data, files, tuple(troubles))


def contents(path: Path, within: str = "") -> tuple[dict[str, Any], list[Trouble]]:
    """The names of one file with their values as JSON has them, and what could not be read.
    `within` begins the places of its names."""
    try:
        parsed = _read_toml(path)
    except _UnreadableError as error:
        return {}, [error.trouble]
    odd: Odd = []
    read = {key: _plain(value, f"{within}{key}", odd) for key, value in parsed.items()}
    return read, [_trouble_of(path.name, place, words) for place, words in odd]


def language_of(name: str) -> str:
    """The code of the language whose texts a file of this name holds; "" for the pack's own."""
    found = _IN_ANOTHER.fullmatch(name)
    return found.group(1).lower() if found else ""


def _misnamed(folder: Path) -> Iterator[Trouble]:
    """Files that would be read if they were called right: they are not passed over in silence."""
    names = {path.name for path in folder.glob("*")}
    for path in sorted(folder.glob("*")):
        lower = path.name.lower()
        is_round = lower == "round.toml" and "round.toml" not in names
        is_other = path.suffix.lower() == ".toml" and path.suffix != ".toml"
        is_other = is_other or (lower == SAMPLES and path.name != SAMPLES)
        right = lower if is_round or lower == SAMPLES else f"{path.stem}.toml"
        if is_round or is_other:
            words = f"“{path.name}” is not read: upper and lower case count"
            yield Trouble(path.name, words, f"Call it {right}")


def _with_principles(data: dict[str, Any], _: Path) -> dict[str, Any]:
    name = data.get("principles")
    if not isinstance(name, str):
        return data
    known = sorted((RESOURCES / "principles").glob("*.toml"))
    path = next((path for path in known if path.stem == name), None)
    if path is None:
        names = ", ".join(path.stem for path in known)
        raise RoundError(f"There are no principles called “{name}”; bidwriter has: {names}")
    return {**data, **_plain(_read_toml(path), "", [])}


class _UnreadableError(Exception):
    """A file that cannot be read."""

    def __init__(self, file: str, words: str, remedy: str, line: int = 0) -> None:
        super().__init__(words)
        self.trouble = Trouble(file, words, remedy, line)


def _read_toml(path: Path) -> dict[str, Any]:
    name = path.name
    try:
        if not path.is_file():
            raise _UnreadableError(name, f"{name} is no file", "Take it away")
        with path.open("rb") as file:
            read = file.read(LARGEST_FILE + 1)
        if len(read) > LARGEST_FILE:
            raise _UnreadableError(name, f"{name} is too large for a round", "Make it smaller")
        parsed = _parsed(read)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else read.rstrip().count(b"\n") + 1
        words = f"{name} is not right TOML: {error}"
        raise _UnreadableError(name, words, "Mend that line", line) from None
    except UnicodeDecodeError as error:
        wide = read[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in read[:200]
        form = "UTF-16" if wide else "another form, such as Windows-1252"
        words = f"{name} is not text in UTF-8 but in {form}"
        line = 0 if wide else read[: error.start].count(b"\n") + 1
        raise _UnreadableError(name, words, "Save it as UTF-8 in your editor", line) from None
    except ValueError:  # Python reads no number of thousands of figures
        words = f"{name} holds a number that is far too long"
        raise _UnreadableError(name, words, "Write it shorter") from None
    except RecursionError:
        words = f"{name} holds tables within tables without end"
        raise _UnreadableError(name, words, "Write it anew") from None
    except OSError:
        words = f"{name} could not be read from the disk"
        raise _UnreadableError(name, words, "See whether you may read it") from None
    return parsed


@lru_cache(maxsize=64)  # by the bytes themselves: every opening of a bid looks through all packs
def _parsed(data: bytes) -> dict[str, Any]:
    """The data of a file, for `_plain` to copy."""
    return tomllib.loads(data.decode("utf-8-sig"))


Odd = list[tuple[str, str]]  # places of numbers that JSON would not keep, and why in words


def _plain(value: Any, place: str, odd: Odd) -> Any:
    """TOML values as JSON has them; dates as text. JSON would round a fraction: it becomes text,
    and its place is added to `odd`."""
    match value:
        case dict():
            return {
                key: _plain(part, f"{place}/{key}".lstrip("/"), odd) for key, part in value.items()
            }
        case list():
            return [_plain(part, f"{place}/{at}", odd) for at, part in enumerate(value)]
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case float():
            odd.append((place, "is a number with a point"))
            return str(value)
        case int() if value.bit_length() > _LONGEST_INTEGER:
            odd.append((place, "is a number of more than 18 figures"))
            return 0
        case _:
            return value


def _trouble_of(file: str, place: str, words: str) -> Trouble:
    words = f"{file}: “{place.rpartition('/')[2]}” {words}"
    return Trouble(file, words, 'Write it in quotation marks, like "80000.50"', 0, place)
