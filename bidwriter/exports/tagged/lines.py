"""BREAKING LINES: runs of text into lines no wider than a column. Pure; paints nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bidwriter.exports.tagged.text import Bit, Run, TextStyle, inked

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_SLACK = 0.01
_AFTER_THESE = "/-_.,:;?&=+@#"


class Line(NamedTuple):
    """One line: its bits, its width in points, and whether the next line carries on the same
    word (then no space may be drawn between them)."""

    bits: tuple[Bit, ...]
    width: float
    joined: bool = False


@dataclass(slots=True)
class _Word:
    """Characters that stay together: `gap` is the white space before them."""

    gap: Bit | None = None
    breaks: int = 0
    bits: list[Bit] = field(default_factory=list)
    width: float = 0


def broken(runs: Sequence[Run], style: TextStyle, width: float) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of `width` points. A word wider than the column is
    parted, after a slash or the like where there is one."""
    if style.measure:
        width = min(width, style.measure)
    filling = _Filling(width + _SLACK)
    for word in _words(inked(runs, style)):
        filling.add(word)
    return filling.finished()


class _Filling:
    """Fills lines one word at a time."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._bits: list[Bit] = []
        self._used = 0.0

    def add(self, word: _Word) -> None:
        for _ in range(word.breaks):
            self._end()
        gap = word.gap.ink.width(word.gap.text) if word.gap and self._bits else 0.0
        if self._bits and self._used + gap + word.width > self._width:
            self._end()
        elif word.gap and self._bits:
            self._put(word.gap, gap)
        if word.width > self._width:
            self._add_long(word)
        else:
            self._bits += word.bits
            self._used += word.width

    def finished(self) -> tuple[Line, ...]:
        if self._bits:
            self._end()
        return tuple(self._lines)

    def _put(self, bit: Bit, width: float) -> None:
        self._bits.append(bit)
        self._used += width

    def _end(self, *, joined: bool = False) -> None:
        self._lines.append(Line(tuple(_merged(self._bits)), self._used, joined))
        self._bits, self._used = [], 0.0

    def _add_long(self, word: _Word) -> None:
        """Part a word that no line can hold."""
        for bit in word.bits:
            rest = bit.text
            while rest:
                head = _head(rest, bit, self._width - self._used)
                if not head and self._bits:
                    self._end(joined=True)
                    continue
                head = head or rest[0]
                self._put(Bit(head, bit.ink), bit.ink.width(head))
                rest = rest[len(head) :]
                if rest:
                    self._end(joined=True)


def _head(text: str, bit: Bit, room: float) -> str:
    """As much of `text` as fits in `room`: to the last good place if that is past half."""
    used, count = 0.0, 0
    for char in text:
        used += bit.ink.width(char)
        if used > room:
            break
        count += 1
    if count == len(text):
        return text
    good = max(
        (place for place in range(count // 2, count) if text[place] in _AFTER_THESE),
        default=count - 1,
    )
    return text[: good + 1]


def _words(bits: Iterable[Bit]) -> Iterator[_Word]:
    """Words with the space and the line breaks before them; a word may change ink within."""
    word = _Word()
    for bit in bits:
        ink = bit.ink
        for token in _TOKENS.findall(bit.text):
            if token[0] not in " \n":
                word.bits.append(Bit(token, ink))
                word.width += ink.width(token)
                continue
            if word.bits:
                yield word
                word = _Word()
            if token == "\n":
                word.breaks += 1
                word.gap = None
            else:
                word.gap = Bit(token, ink)
    if word.bits or word.breaks:
        yield word


def _merged(bits: Sequence[Bit]) -> Iterator[Bit]:
    """Bits side by side in one ink, as one."""
    start = 0
    for place in range(1, len(bits) + 1):
        if place == len(bits) or bits[place].ink is not bits[start].ink:
            yield Bit("".join(bit.text for bit in bits[start:place]), bits[start].ink)
            start = place
