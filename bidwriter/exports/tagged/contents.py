"""THE CONTENTS LIST: headings and the pages they are on, each a link.

Tagged TOC, TOCI, Reference, Link (ISO 32000-1, 14.8.4.3.2). Its height does not depend on the
page numbers, so it takes its place at once and is painted when all pages are known: nothing is
laid out twice.
"""

import copy
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from typing_extensions import override

from bidwriter.exports.tagged.blocks import SLACK, Block
from bidwriter.exports.tagged.lines import Line, broken
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Entry, Pen
from bidwriter.exports.tagged.painting import show
from bidwriter.exports.tagged.text import Bit, Link, Run, TextStyle, inked

_NUMBER = 22.0
"""Room for the page number at the right."""


class _Entry(NamedTuple):
    """A heading as laid out: its style, how far it is set in, and its title's lines."""

    entry: Entry
    style: TextStyle
    inset: float
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + self.style.after


class Contents(Block):
    """The headings from `first_level` down, as many levels as there are `styles`. `indent`
    sets each level in from the one above, in points. `after_key` names the heading after
    which the list begins, "" for the start of the document. It stands in `columns` of one
    height, `space` points apart, read one after the other."""

    def __init__(
        self,
        styles: Sequence[TextStyle],
        *,
        first_level: int = 2,
        indent: float = 14,
        after_key: str = "",
        columns: int = 1,
        space: float = 24,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._styles = tuple(styles)
        self._first = first_level
        self._indent = indent
        self._after_key = after_key
        self._columns, self._space = columns, space
        self._entries: tuple[Entry, ...] = ()
        self.before, self.after = before, after

    def take(self, entries: Sequence[Entry]) -> None:
        """Take the document's headings; `build` calls this before the layout."""
        last = self._first + len(self._styles)
        keys = [one.key for one in entries]
        start = keys.index(self._after_key) + 1 if self._after_key in keys else 0
        self._entries = tuple(one for one in entries[start:] if self._first <= one.level < last)

    def attach(self, parent: Node) -> None:
        self.node = parent.child("TOC")

    def _rows(self, width: float) -> list[_Entry]:
        rows = []
        for entry in self._entries:
            depth = entry.level - self._first
            style, inset = self._styles[depth], depth * self._indent
            lines = broken((Run(entry.title),), style, width - inset - _NUMBER)
            rows.append(_Entry(entry, style, inset, lines))
        return rows

    def _stacks(self, rows: Sequence[_Entry]) -> list[list[_Entry]]:
        """The rows in columns as level as can be; none ends with an entry of the first level and
        leaves those below it to the next."""
        level, used = sum(row.height for row in rows) / self._columns, 0.0
        stacks: list[list[_Entry]] = [[]]
        for row in rows:
            if stacks[-1] and used >= level * len(stacks) - SLACK:
                above = stacks[-1][-1].entry.level
                if above > self._first or row.entry.level == self._first:
                    stacks.append([])
            stacks[-1].append(row)
            used += row.height
        return stacks

    def _wide(self, width: float) -> float:
        """Width of a column."""
        return (width - self._space * (self._columns - 1)) / self._columns

    def height(self, width: float) -> float:
        return self._height(self._rows(self._wide(width)))

    def _height(self, rows: Sequence[_Entry]) -> float:
        return max(sum(row.height for row in stack) for stack in self._stacks(rows))

    @override
    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        rows = self._rows(self._wide(width))
        fits = (n for n in range(len(rows) - 1, 0, -1) if self._height(rows[:n]) <= room)
        place = next(fits, 0)
        return (self._part(0, place), self._part(place, None)) if place else None

    def _part(self, start: int, end: int | None) -> "Contents":
        part = copy.copy(self)
        part._entries = self._entries[start:end]  # noqa: SLF001 - a copy of its own
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide = self._wide(width)
        for place, stack in enumerate(self._stacks(self._rows(wide))):
            left, high = x + place * (wide + self._space), top
            for row in stack:
                reference = self.node.child("TOCI").child("Reference")
                node = reference.child("Link", language=row.entry.language)
                corners = (left + row.inset, high, left + wide)
                pen.book.later.append(partial(_paint_row, pen, node, row, corners))
                high -= row.height


def _paint_row(pen: Pen, node: Node, row: _Entry, corners: tuple[float, float, float]) -> None:
    """The title's lines and, on the last, the page number, all one link."""
    left, top, right = corners
    style = row.style
    baseline = top - style.baseline
    for line in row.lines:
        last = line.bits[-1]
        show(pen, node, (*line.bits[:-1], Bit(last.text + " ", last.ink)), left, baseline)
        baseline -= style.leading
    page = str(pen.book.places[row.entry.key].page + 1)
    number = next(inked((Run(page),), style))
    wide = number.ink.width(page)
    show(pen, node, (Bit(page + " ", number.ink),), right - wide, baseline + style.leading)
    box = (left, top - len(row.lines) * style.leading, right, top)
    pen.link(node, Link(0, "", row.entry.key), box, f"{row.entry.title}, page {page}")
