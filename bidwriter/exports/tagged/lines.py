"""BREAKING LINES: runs of text into lines no wider than a column. Pure; paints nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bidwriter.exports.tagged.text import Bit, Run, TextStyle, inked

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_SLACK = 0.01
_AFTER_THESE = "/-_.,:;?&=+@#"

_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TIED = re.compile(
    rf"(?:\W*(?:{_DAYS})[a-z]* \d{{1,2}}"  # Thu 15
    rf"|\W*(?:{_MONTHS})[a-z]* \d{{4}}"  # Nov 2018
    r"|[^\w£$€]*\d[\d.,:]*(?<=\d) [^\W\d]\S{0,14}"  # 45 days, 15 Nov
    r"|\W*[£$€]\d[\d.,]*(?<=\d) (?:million|billion|thousand|m|bn|k)\b\S*)"  # £1.2 million
)
"""Two words with the space between them that stay on one line where they can."""

_WHOLE = re.compile(r"\W*\d[\d.,:/]*[^\W\d]{0,2}\W*")
"""A sum, share, time or year: never parted, however long. £1,032,000, 12.5%, 23:59, 19/20."""

_LONG, _LONGEST = 24, 48
"""Characters of a word, and of a sum, that is parted rather than given a column of its width."""


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

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(bit.text for bit in self.bits)

    @property
    def lead(self) -> float:
        """Width of the white space before it."""
        return self.gap.ink.width(self.gap.text) if self.gap else 0.0


class Widths(NamedTuple):
    """How wide words stand, in points: `whole` is the widest sum or common word, `tied` the
    widest of those and of the dates and quantities that belong together, `one_line` all of it
    without a break."""

    whole: float = 0
    tied: float = 0
    one_line: float = 0

    def wider(self, other: "Widths", inset: float = 0) -> "Widths":
        """The wider of both, the other set in by so much."""
        return Widths(*(max(mine, its + inset) for mine, its in zip(self, other, strict=True)))


def measured(runs: Sequence[Run], style: TextStyle) -> Widths:
    """What a column needs so that these words are not parted."""
    whole = tied = line = one_line = 0.0
    for cluster in _clusters(_words(inked(runs, style))):
        firm = [word.width for word in cluster if _is_firm(word.text)]
        whole = max(whole, *firm, 0)
        together = _width(cluster)
        tied = max(tied, together if len(firm) == len(cluster) else 0)
        line = together + (0 if cluster[0].breaks else line + cluster[0].lead)
        one_line = max(one_line, line)
    return Widths(whole, tied, one_line)


def broken(runs: Sequence[Run], style: TextStyle, width: float) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of `width` points. A date or a quantity with its unit
    stays on one line if one can hold it. A word wider than the column is parted, after a slash
    or the like where there is one."""
    if style.measure:
        width = min(width, style.measure)
    filling = _Filling(width + _SLACK)
    for cluster in _clusters(_words(inked(runs, style))):
        filling.keep(cluster)
    return filling.finished()


class _Filling:
    """Fills lines one word at a time."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._bits: list[Bit] = []
        self._used = 0.0

    def keep(self, cluster: Sequence[_Word]) -> None:
        """Add words that belong together: on a new line if this one cannot hold them."""
        if len(cluster) > 1 and self._bits and not cluster[0].breaks:
            wide = _width(cluster)
            if self._used + cluster[0].lead + wide > self._width >= wide:
                self._end()
        for word in cluster:
            self.add(word)

    def add(self, word: _Word) -> None:
        for _ in range(word.breaks):
            self._end()
        gap = word.lead if self._bits else 0.0
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


def _is_firm(word: str) -> bool:
    return len(word) <= _LONG or (len(word) <= _LONGEST and bool(_WHOLE.fullmatch(word)))


def _clusters(words: Iterable[_Word]) -> Iterator[tuple[_Word, ...]]:
    """The words, those together that should not be parted: a day, a quantity with its unit."""
    cluster: list[_Word] = []
    for word in words:
        if cluster and not (word.gap and _are_tied(cluster[-1].text, word.text)):
            yield tuple(cluster)
            cluster = []
        cluster.append(word)
    if cluster:
        yield tuple(cluster)


def _are_tied(before: str, after: str) -> bool:
    if not before[-1:].isdigit() and not after[:1].isdigit():
        return False
    return len(before) <= _LONG and bool(_TIED.fullmatch(f"{before} {after.rstrip('.,;:)')}"))


def _width(cluster: Sequence[_Word]) -> float:
    """Of words on one line, without the space before the first."""
    return sum(word.width + word.lead for word in cluster) - cluster[0].lead


def _merged(bits: Sequence[Bit]) -> Iterator[Bit]:
    """Bits side by side in one ink, as one."""
    start = 0
    for place in range(1, len(bits) + 1):
        if place == len(bits) or bits[place].ink is not bits[start].ink:
            yield Bit("".join(bit.text for bit in bits[start:place]), bits[start].ink)
            start = place
