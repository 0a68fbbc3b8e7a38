"""THE GRID OF A TABLE: its columns, header and rows, in a form that its page can hold.

In the type it asks for if that parts no sum, date or common word; else in smaller type; else
each row as lines, a column's header beside its words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bidwriter.exports.tagged.blocks import Block
from bidwriter.exports.tagged.columns import Column, asked, fitted
from bidwriter.exports.tagged.lines import Widths
from bidwriter.exports.tagged.table_rows import LaidRow, Slots, Span

_AS_LINES = (Column(1), Column(2))


@dataclass(frozen=True)
class Grid:
    """Columns with `gap` points between them, the header row if there is one, and the rows."""

    columns: tuple[Column, ...]
    header: LaidRow | None
    rows: tuple[LaidRow, ...]
    gap: float

    def slots(self, width: float, *, tied: bool) -> Slots | None:
        """Left edge and width of each column in `width` points, so that no word is parted and,
        if `tied`, no date or quantity either; None if there is not the room."""
        least = [need.tied if tied else need.whole for need in self._needs]
        wanted = [need.one_line for need in self._needs]
        found = fitted(self.columns, least, wanted, self._room(width))
        return self._placed(found) if found else None

    def asked(self, width: float) -> Slots:
        """The slots that the columns ask for, whatever is in them."""
        return self._placed(asked(self.columns, self._room(width)))

    def _room(self, width: float) -> float:
        return width - self.gap * (len(self.columns) - 1)

    def _placed(self, widths: Sequence[float]) -> Slots:
        slots, left = [], 0.0
        for wide in widths:
            slots.append((left, wide))
            left += wide + self.gap
        return tuple(slots)

    @cached_property
    def _needs(self) -> list[Widths]:
        """What the cells of each column need; those over several columns take what there is."""
        needs = [Widths()] * len(self.columns)
        for row in (self.header, *self.rows) if self.header else self.rows:
            for span in row.spans:
                if span.columns == 1:
                    for block in span.blocks:
                        needs[span.column] = needs[span.column].wider(block.widths())
        return needs

    def reset(self, factor: float) -> "Grid":
        """The same in type `factor` times as large."""
        header = self.header.reset(factor) if self.header else None
        return replace(self, header=header, rows=tuple(row.reset(factor) for row in self.rows))

    def as_lines(self) -> "Grid":
        """Each row as lines beneath its first cell."""
        rows = tuple(line for row in self.rows for line in _lines(row, self.header))
        return Grid(_AS_LINES, None, rows, self.gap)


def settled(grid: Grid, size: float, least: float, width: float) -> tuple[Grid, Slots]:
    """The grid in a form for `width` points, and its slots. Its type is `size` points and shrinks
    to no less than `least`; a date or a quantity is parted sooner than type shrinks much."""
    if slots := grid.slots(width, tied=True):
        return grid, slots
    smaller, smallest = (grid.reset(max(points, least) / size) for points in (size - 1, least))
    for form, tied in ((smaller, True), (grid, False), (smaller, False), (smallest, False)):
        if slots := form.slots(width, tied=tied):
            return form, slots
    lines = grid.as_lines()
    return lines, lines.slots(width, tied=False) or lines.asked(width)


def _lines(row: LaidRow, header: LaidRow | None) -> Iterator[LaidRow]:
    """The first cell over the whole width, then a line for each other that holds anything."""
    first, *others = row.spans
    held = [span for span in others if span.blocks]
    top = replace(first, blocks=_at_left(first.blocks), column=0, columns=2)
    yield LaidRow((top,), row.fill, group=bool(held) or row.group, lined=not held)
    for span in held:
        heads = [one for one in header.spans if one.column == span.column] if header else []
        label = _at_left(heads[0].blocks) if heads else ()
        spans = (Span(label, 0, 1, "Row"), Span(_at_left(span.blocks), 1, 1, ""))
        last = span is held[-1]
        yield LaidRow(spans, row.fill, group=row.group or not last, lined=last)


def _at_left(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Copies set at the left: a header that stands in many lines is a block in each."""
    return tuple(block.reset(1, "left") for block in blocks)
