"""JSON from anyone: bounded in size, values and depth; no doubles, NaN, fractions or halves of
characters."""

import json
import re
from decimal import Decimal
from typing import Any, NoReturn

from bidwriter.files.disk.trouble import DamagedError, TooLargeError

LARGEST = 20_000_000
MOST_VALUES = 300_000  # many small ones take some hundred bytes each, however few they are in JSON
DEEPEST = 40
LONGEST_NUMBER = 15

# One that is never closed goes to the end: no place is looked at twice.
_STRINGS = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")


def loads(data: bytes, name: str, *, fractions: bool = False) -> Any:
    """The value in UTF-8 `data`. `name` is the file's, for the message. With `fractions` numbers
    that are not whole are decimals. Raises DamagedError."""
    if len(data) > LARGEST:
        raise TooLargeError(f"{name} is larger than bidwriter reads ({LARGEST // 1_000_000} MB)")
    try:
        text = data.decode("utf-8-sig")
        _check_shape(text, name)
        value = json.loads(
            text,
            object_pairs_hook=_no_doubles,
            parse_constant=_no_constant,
            parse_float=_fraction if fractions else _no_fraction,
            parse_int=_short_int,
        )
        if "\\u" in text:  # nothing else makes half a character of text that is UTF-8
            json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeError:
        raise DamagedError(f"{name} is not text in UTF-8") from None
    except RecursionError:
        raise DamagedError(f"{name} is nested too deeply") from None
    except ValueError as error:
        raise DamagedError(f"{name} is not right JSON: {_plain(error)}") from None
    return value


def dumps(value: Any) -> bytes:
    """`value` as UTF-8 JSON that reads by eye: two spaces, keys as given, line feed last."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _check_shape(text: str, name: str) -> None:
    """Python's parser recurses, and makes all that is there; count first, outside strings."""
    if _many(text) <= DEEPEST and _many(text) + text.count(",") <= MOST_VALUES:
        return
    # A value has at most a name and a text; so many are counted before each is looked at.
    bare = _STRINGS.sub("", text) if text.count('"') <= 4 * MOST_VALUES else None
    if bare is None or _many(bare) + bare.count(",") > MOST_VALUES:
        raise TooLargeError(f"{name} holds more than bidwriter reads ({MOST_VALUES:,} values)")
    depth = 0
    for bracket in _BRACKETS.findall(bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            raise DamagedError(f"{name} is nested too deeply")


def _many(text: str) -> int:
    return text.count("[") + text.count("{")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")


def _no_fraction(text: str) -> NoReturn:
    raise ValueError(f"the number {text[:20]} must be written as text, in quotation marks")


def _fraction(text: str) -> Decimal:
    value = Decimal(text)
    if len(text) > 2 * LONGEST_NUMBER or abs(value.adjusted()) > LONGEST_NUMBER:
        raise ValueError("a number is too long")
    return value


def _short_int(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise ValueError("a number is too long")
    return int(text)


def _plain(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}"
    return str(error)
