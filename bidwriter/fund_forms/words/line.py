"""A form with its looks gone: lines and grids in their order, from a paste, a Word file, a workbook
or the text of a PDF; and what the marks of a line say."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bidwriter.fund_forms.found import ShownLine


class Line(NamedTuple):
    """A line or paragraph. `level` is a heading's (1 the highest; 0 for none), `label` the number
    that is not in its words, `is_item` whether it is a list's; `choices` are those of a drop-down,
    `ticks` what it offers to tick. `sort` is what a box for the answer takes ("text", "rich",
    "date", "tick", "choice"; "" for no box). `place` is where it is answered, or stands."""

    words: str
    place: str = ""
    level: int = 0
    label: str = ""
    is_item: bool = False
    choices: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    sort: str = ""
    after_gap: bool = False


class Grid(NamedTuple):
    """A table that asks for rows: its headings, the labels of rows that are there already, how many
    rows are given to fill, and its place. `options` are the drop-downs of its columns."""

    heads: tuple[str, ...]
    labels: tuple[str, ...] = ()
    empty: int = 0
    place: str = ""
    options: tuple[tuple[str, ...], ...] = ()


Piece = Line | Grid


def shown(pieces: Iterable[Piece]) -> tuple[ShownLine, ...]:
    """The pieces as a person sees them: lines, and the headings of tables with bars between."""
    return tuple(
        ShownLine(tidy(piece.words), piece.place, piece.level)
        if isinstance(piece, Line)
        else ShownLine(" | ".join(piece.heads), piece.place)
        for piece in pieces
    )


BOXES = "☐☑☒□◻▢❏❑○◯"
_BOX = rf"(?:[{BOXES}]|\[ ?\]|\( ?\))"
_BOXED = re.compile(_BOX)
_BULLET = re.compile(rf"\s*(?:[-–—*•·▪◦‣●■➢✓]|o(?=\t)|{_BOX})\s*")
_NUMBER = re.compile(
    r"\s*(?P<q>(?:question|q)\s*\.?\s*)?\(?"
    r"(?P<number>[A-Za-z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z](?:\.\d{1,3})+|"
    r"[ivx]{1,5}|[A-Za-z])"
    r"(?P<end>[.):\]]|\s[-–—])?\s+(?=\S)",
    re.IGNORECASE,
)
_TICK = re.compile(rf"{_BOX}\s*([^{BOXES}\[\(]+)")
_YES_NO = re.compile(
    r"[\[(]?\s*\b(?P<yes>yes)\s*(?:/|or|\|)\s*(?P<no>no)\b(?:\s*(?:/|or|\|)\s*"
    r"(?P<third>n/?a|not applicable|not sure|don[’']t know|not yet))?\s*[\])]?"
    r"(?=\s*[.:]?\s*(?:$|if\b))",
    re.IGNORECASE,
)


def tidy(words: str) -> str:
    """On one line, without the characters of dotted and blank lines to write on."""
    return re.sub(r"\s+", " ", re.sub(r"[._…]{4,}|_{3,}", " ", words)).strip()


def without_bullet(words: str) -> tuple[str, bool]:
    """The words, and whether they began with a bullet or a box; one of several boxes is none."""
    found = _BULLET.match(words)
    if found and len(_BOXED.findall(words)) > 1:
        return words.strip(), False
    return (words[found.end() :].strip(), True) if found else (words.strip(), False)


def numbered(words: str) -> tuple[str, str]:
    """A number that stands before the words, and the words: "B1. What …" → "B1", "What …"."""
    found = _NUMBER.match(words)
    if not found:
        return "", words.strip()
    number = found["number"]
    has_figure = any(char.isdigit() for char in number)
    # "A" and "I" are words, and so is a bare figure before more: "2 people".
    is_number = bool(found["end"]) or (bool(found["q"]) and has_figure)
    is_number = is_number or ("." in number and has_figure)
    is_number = is_number or (has_figure and number[0].isalpha() and number[0].isupper())
    return (number, words[found.end() :].strip()) if is_number else ("", words.strip())


def is_lettered(number: str) -> bool:
    """Whether a number is one within a question: (a), iv."""
    return bool(number) and number.isalpha()


def ticks_in(words: str) -> tuple[str, tuple[str, ...], str]:
    """The words before options that a line offers, the options ("Signed? ☐ Yes ☐ No", "Yes / No"),
    and the words after them."""
    if found := _YES_NO.search(words):
        ticks = tuple(found[name] for name in ("yes", "no", "third") if found[name])
        return words[: found.start()].strip(), ticks, words[found.end() :].strip(" .:")
    start = _TICK.search(words)
    if start is None:
        return words, (), ""
    options = [part.strip(" .;,/") for part in _TICK.findall(words)]
    options = [option for option in options if option]
    last, after = options[-1] if options else "", ""
    if tail := re.search(r"[.;:]?\s+(?=if (?:yes|no)\b)", last, re.IGNORECASE):
        after = last[tail.end() :]
        options[-1] = last[: tail.start()]
    return words[: start.start()].strip(), tuple(options), after
