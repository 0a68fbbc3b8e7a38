"""Characters that nobody sees and that steer what is seen: terminal codes and other controls, marks
that turn the direction of writing, byte-order marks. With them a text from a file could hide its
own words, or forge those beside it. No answer, name or wording needs them.
"""

import re
from collections.abc import Iterator
from typing import Any

# C0 but for tab and line feed, DEL and C1; direction marks, embeddings and isolates (Unicode's
# Bidi_Control); byte-order mark, interlinear marks and the two that are no characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("[\t\n\u2028\u2029]")


def seen(text: str) -> str:
    """`text` without characters that cannot be seen; tabs and line feeds stay."""
    return _UNSEEN.sub("", text)


def all_seen(value: Any) -> Any:
    """A JSON value whose every text, names too, has been through `seen`."""
    match value:
        case str():
            return seen(value)
        case dict():
            return {seen(name): all_seen(part) for name, part in value.items()}
        case list():
            return [all_seen(part) for part in value]
        case _:
            return value


def unseen_in(value: Any) -> tuple[str, ...]:
    """What `all_seen` leaves out of a JSON value, each once, as "U+202E"."""
    found = dict.fromkeys(mark for text in _texts(value) for mark in _UNSEEN.findall(text))
    return tuple(f"U+{ord(mark):04X}" for mark in found)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for name, part in value.items():
                yield name
                yield from _texts(part)
        case list():
            for part in value:
                yield from _texts(part)


def for_a_screen(text: str) -> str:
    """`text` as one line for a terminal: what cannot be seen stands as "\\u202e", so that nothing
    is hidden and nothing obeyed; line breaks are blanks, so that no line is forged."""
    return _UNSEEN.sub(_written, _BREAKS.sub(" ", text))


def for_json(text: str) -> str:
    """JSON text with the same characters escaped, which changes no value in it."""
    return _UNSEEN.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
