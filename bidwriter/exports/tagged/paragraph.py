"""PARAGRAPHS: words in a column, parted over pages line by line."""

import copy
from typing import Self

from typing_extensions import override

from bidwriter.exports.tagged.badges import Badge
from bidwriter.exports.tagged.blocks import SLACK, Block
from bidwriter.exports.tagged.lines import Line, Widths, broken, measured
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.painting import Owners, Slot, paint_lines
from bidwriter.exports.tagged.text import (
    Align,
    Link,
    Run,
    TextStyle,
    Words,
    as_runs,
    inked,
    language_of,
)

_LEAST = 2
"""Lines kept together at the foot and the head of a page."""


class Paragraph(Block):
    """`words` set in `style`, tagged `tag`: P, or Caption, Span and the like. With a badge,
    its number is read first and the lines hang beside it."""

    def __init__(
        self, words: Words, style: TextStyle, *, tag: str = "P", badge: Badge | None = None
    ) -> None:
        self.runs: tuple[Run, ...] = as_runs(words)
        self.style = style
        self.tag = tag
        self.badge = badge
        self.before, self.after = style.before, style.after
        self.keep_with_next = style.keep_with_next
        self._lines: dict[float, tuple[Line, ...]] = {}
        self._owners: Owners | None = None

    def attach(self, parent: Node) -> None:
        self.node = parent.child(self.tag, language=language_of(self.runs))
        self._owners = Owners(self.node, _link_words(self.runs, self.style))

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines at a width, broken once."""
        if width not in self._lines:
            room = width - (self.badge.advance if self.badge else 0)
            self._lines[width] = broken(self.runs, self.style, room)
        return self._lines[width]

    @override
    def widths(self) -> Widths:
        return Widths().wider(
            measured(self.runs, self.style), self.badge.advance if self.badge else 0
        )

    @override
    def reset(self, factor: float, align: Align | None = None) -> "Paragraph":
        style = self.style
        made = copy.copy(self)
        made.style = style.but(
            size=style.size * factor, leading=style.leading * factor, align=align or style.align
        )
        made._lines = {}  # noqa: SLF001 - a copy of its own
        return made

    @override
    def height(self, width: float) -> float:
        text = len(self.lines(width)) * self.style.leading
        return max(text, self.badge.size) if self.badge else text

    def split(self, width: float, room: float, *, force: bool) -> tuple[Self, Self] | None:
        lines = self.lines(width)
        fit = int((room + SLACK) // self.style.leading)
        if not force:
            fit = min(fit, len(lines) - _LEAST)
        if fit < (1 if force else _LEAST) or fit >= len(lines):
            return None
        return self._part(width, lines[:fit]), self._part(width, lines[fit:], rest=True)

    def _part(self, width: float, lines: tuple[Line, ...], *, rest: bool = False) -> Self:
        part = copy.copy(self)
        part._lines = {width: lines}  # noqa: SLF001 - a copy of its own
        if rest:
            part.before = 0
            part.badge = None
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        assert self._owners is not None
        lines = self.lines(width)
        if self.badge:
            middle = top - max(self.style.leading, self.badge.size) / 2
            self.badge.paint(pen, self.node, x, middle - self.badge.size / 2)
            top = min(top, middle + self.style.leading / 2)
            x, width = x + self.badge.advance, width - self.badge.advance
        paint_lines(pen, self._owners, lines, self.style, Slot(x, top, width))


def _link_words(runs: tuple[Run, ...], style: TextStyle) -> dict[Link, str]:
    """What each link says of itself (ISO 14289-1, 7.18.5): its words, and its address when
    the words are not the address."""
    if not any(run.link or run.goto for run in runs):
        return {}
    words: dict[Link, str] = {}
    for bit in inked(runs, style):
        if link := bit.ink.link:
            words[link] = words.get(link, "") + bit.text.replace("\n", " ")
    return {
        link: text if link.goto or text == link.link else f"{text} ({link.link})"
        for link, text in words.items()
    }
