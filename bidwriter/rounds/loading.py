"""A pack's folder of TOML files → its data → a `Round`.

All `.toml` files of the folder together are the pack. `principles = "NAME"` stands for a file of
principles that ships with bidwriter (`resources/principles`). What a register question names with
`from` is a list in the folder, and becomes part of the data. `NAME.cy.toml` has texts of a second
language; what stands in such files becomes `languages`.
"""

import datetime as dt
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bidwriter.forms import NewerFormError
from bidwriter.kinds.wording import plain_errors
from bidwriter.paths import RESOURCES
from bidwriter.rounds.registers import RegisterError, with_registers
from bidwriter.rounds.round import Round, read_round
from bidwriter.spoken import SpokenError

LARGEST_FILE = 2_000_000
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
        return read_round(data)
    except NewerFormError as error:
        raise RoundError(f"The round in “{folder.name}” cannot be used: {error}") from None
    except ValidationError as error:
        first = plain_errors(error)[0]
        raise RoundError(f"The round in “{folder.name}” cannot be used: {first}") from None
    except (ValueError, RecursionError):
        raise RoundError(
            f"The round in “{folder.name}” holds a value that cannot be kept"
        ) from None


def read_data(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The pack's data, and the file that each top-level key stands in ("languages/cy/questions" for
    one of a second language). Raises RoundError."""
    data: dict[str, Any] = {}
    files: dict[str, str] = {}
    languages: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.toml")):
        code = language_of(path.name)
        into = languages.setdefault(code, {}) if code else data
        for key, value in _read_toml(path).items():
            place = f"languages/{code}/{key}" if code else key
            if key in into:
                raise RoundError(f"“{key}” stands in both {files[place]} and {path.name}; keep one")
            into[key], files[place] = value, path.name
    if languages and "languages" in data:
        raise RoundError(f"Take “languages” out of {files['languages']}: write it in NAME.cy.toml")
    data |= {"languages": languages} if languages else {}
    if "round.toml" not in {path.name for path in folder.glob("*.toml")}:
        raise RoundError(f"There is no round.toml in “{folder}”, so it is not a round")
    try:
        return with_registers(_with_principles(data), folder), files
    except RegisterError as error:
        raise RoundError(str(error)) from None


def language_of(name: str) -> str:
    """The code of the language whose texts a file of this name holds; "" for the pack's own."""
    found = _IN_ANOTHER.fullmatch(name)
    return found.group(1).lower() if found else ""


def _with_principles(data: dict[str, Any]) -> dict[str, Any]:
    name = data.get("principles")
    if not isinstance(name, str):
        return data
    known = sorted((RESOURCES / "principles").glob("*.toml"))
    path = next((path for path in known if path.stem == name), None)
    if path is None:
        names = ", ".join(path.stem for path in known)
        raise RoundError(f"There are no principles called “{name}”; bidwriter has: {names}")
    return {**data, **_read_toml(path)}


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():
            raise RoundError(f"{path.name} is no file")
        with path.open("rb") as file:
            read = file.read(LARGEST_FILE + 1)
        if len(read) > LARGEST_FILE:
            raise RoundError(f"{path.name} is too large for a round")
        plain: dict[str, Any] = _plain(_parsed(read), path.name)
    except tomllib.TOMLDecodeError as error:
        raise RoundError(f"{path.name} is not right TOML: {error}") from None
    except UnicodeDecodeError:
        raise RoundError(f"{path.name} is not text in UTF-8") from None
    except RecursionError:
        raise RoundError(f"{path.name} holds tables within tables without end") from None
    except OSError:
        raise RoundError(f"{path.name} could not be read from the disk") from None
    return plain


@lru_cache(maxsize=32)  # by the bytes themselves: every opening of a bid looks through all packs
def _parsed(data: bytes) -> dict[str, Any]:
    """The data of a file, for `_plain` to copy."""
    return tomllib.loads(data.decode("utf-8-sig"))


def _plain(value: Any, file: str) -> Any:
    """TOML values as JSON has them; dates as text; no fractions, which JSON would round."""
    match value:
        case dict():
            return {key: _plain(part, file) for key, part in value.items()}
        case list():
            return [_plain(part, file) for part in value]
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case float():
            raise RoundError(f'{file}: write the number {value} in quotation marks, as "{value}"')
        case _:
            return value
