"""The labels of numbered paragraphs, counted in the order in which the paragraphs are read."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from bidwriter.files.word.drafts import Budget, ParagraphDraft
from bidwriter.files.word.numbering import LEVELS, Level, NumberedList, Numbering
from bidwriter.files.word.styles import Style
from bidwriter.prose.characters import seen
from bidwriter.prose.numbers import in_words

_NUMBER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_ROMAN, _LAST_LETTERS = 3_999, 780  # beyond them digits: the letters would have no end
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()


class Label(NamedTuple):
    """What stands before a paragraph; `level` from 1, 0 outside lists."""

    text: str = ""
    sort: Literal["", "bullet", "number"] = ""
    level: int = 0


NONE = Label()


class Labels:
    """Counts the lists of one story."""

    def __init__(self, numbering: Numbering, budget: Budget) -> None:
        self._numbering, self._budget = numbering, budget
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, paragraph: ParagraphDraft, style: Style) -> Label:
        """The label of the next paragraph."""
        found = self._numbering.of(paragraph.list_id or style.list_id)
        if found is None:
            return NONE
        at = min(_level(paragraph, style, found), LEVELS - 1)
        level = found.levels[at]
        if level.format == "bullet":
            return Label(seen(level.sign).strip(), "bullet", at + 1)
        counts = self._counts.setdefault(found.shape, [None] * LEVELS)
        self._count(found, at, counts)
        text = self._budget.text(seen(_text(found, at, counts)).strip())
        return Label(text, "number", at + 1) if text else NONE

    def _count(self, found: NumberedList, at: int, counts: list[int | None]) -> None:
        for upper in range(at):  # a level that was skipped counts as begun: 1.1.1 before 1.2
            if counts[upper] is None:
                counts[upper] = found.levels[upper].start
        start = found.starts.get(at)
        before = counts[at]
        if start is not None and (found.id, at) not in self._begun:
            self._begun.add((found.id, at))
            counts[at] = start
        else:
            counts[at] = found.levels[at].start if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            restarts = found.levels[deeper].restarts
            if restarts is None or at < restarts:
                counts[deeper] = None


def _level(paragraph: ParagraphDraft, style: Style, found: NumberedList) -> int:
    """The level of a paragraph, from 0: its own, or that of its style."""
    if paragraph.list_level is not None:
        return paragraph.list_level
    of_style = found.level_of_style(style.list_style)
    if of_style is not None:
        return of_style
    return (style.list_level or 0) if not paragraph.list_id else 0


def _text(found: NumberedList, at: int, counts: list[int | None]) -> str:
    is_legal = found.levels[at].is_legal

    def number(match: re.Match[str]) -> str:
        of = int(match[1]) - 1
        if of > at:
            return ""
        return _written(counts[of] or 0, found.levels[of], is_legal=is_legal)

    return _NUMBER.sub(number, found.levels[at].text)


def _written(number: int, level: Level, *, is_legal: bool) -> str:
    """A number as its level writes it; in digits where the label is to be legal."""
    if level.format in ("none", "bullet"):
        return ""
    write = str if is_legal else _FORMATS.get(level.format, str)
    return write(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LAST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        many, number = divmod(number, value)
        written += letters * many
    return written


def _letters(number: int) -> str:
    """ "a" to "z", then "aa", "bb" and on, as Word has it."""
    if not 0 < number <= _LAST_LETTERS:
        return str(number)
    more, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (more + 1)


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _ordinal_word(number: int) -> str:
    is_word = number < len(_ORDINALS)
    return _ORDINALS[number].capitalize() if is_word else _ordinal(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "decimalZero": "{:02d}".format,
    "ordinal": _ordinal,
    "ordinalText": _ordinal_word,
    "cardinalText": lambda number: in_words(number).capitalize(),
    "numberInDash": "- {} -".format,
}
