"""TABLES: what a table is made of. How its rows are laid out and parted is in `table_rows`.

Tagged Table, Caption, THead, TBody, TR, TH with Scope, TD (ISO 32000-1, 14.8.4.3.4;
ISO 14289-1, 7.5). The header row repeated on a later page is an artifact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from typing_extensions import override

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.blocks import SLACK, Block
from bidwriter.exports.tagged.columns import Column
from bidwriter.exports.tagged.grid import Grid, settled
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.paragraph import Paragraph
from bidwriter.exports.tagged.table_rows import LaidRow, Slots, Span
from bidwriter.exports.tagged.text import Run, TextStyle, Words

Scope = Literal["", "Row", "Column"]


@dataclass(frozen=True, slots=True)
class Cell:
    """`content`: words, or blocks one under another. `scope` makes it a header cell (TH) of
    its row or column; `columns` is how many it spans; `style` sets words differently."""

    content: Words | Block | Sequence[Block] = ""
    scope: Scope = ""
    columns: int = 1
    style: TextStyle | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` fill every column, spans counted. `style` sets its words, `fill` is its colour
    ("" for none); `group` keeps it with the row below, as a heading of rows; `lined` draws the
    line below it. A row is parted only where it is higher than a page."""

    cells: Sequence[Cell | Words]
    style: TextStyle | None = None
    fill: str = ""
    group: bool = False
    lined: bool = True


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Text of header and body, colours of lines ("" for none), and space in points: `pad`
    above and below each cell's text, `gap` between columns. Where the columns are too narrow
    for their words, type shrinks to no less than `least`."""

    header: TextStyle
    body: TextStyle
    line: str = ""
    header_line: str = ""
    pad: float = 4.5
    gap: float = 10
    line_width: float = 0.6
    least: float = 7


class Table(Block):
    """A table. `header` is its row of column headers; without one, each row should have a
    cell with scope "Row". Its columns are as wide as what may not be parted in them; where that
    is too much for the page even in the least type, each row is set as lines, a column's header
    beside its words. Raises ValueError if a row does not fill the columns."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        style: TableStyle,
        *,
        header: Sequence[Words] = (),
        caption: Paragraph | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._columns = tuple(columns)
        self._style = style
        self._caption = caption
        self._header = self._laid_header(header) if header else None
        self._rows = tuple(self._laid(row) for row in rows)
        self._given = Grid(self._columns, self._header, self._rows, style.gap)
        self._fitted: dict[float, Slots] = {}
        self._page = inf
        self._continued = False
        self.before, self.after = before, after

    def _laid_header(self, header: Sequence[Words]) -> LaidRow:
        cells = tuple(Cell(words, "Column") for words in header)
        return self._laid(Row(cells, self._style.header, group=True))

    def _laid(self, row: Row) -> LaidRow:
        style = row.style or self._style.body
        spans, place = [], 0
        for given in row.cells:
            cell = given if isinstance(given, Cell) else Cell(given)
            if place + cell.columns > len(self._columns):
                break
            chosen = (cell.style or style).but(align=self._columns[place].align)
            spans.append(Span(_blocks(cell, chosen), place, cell.columns, cell.scope))
            place += cell.columns
        if place != len(self._columns) or len(spans) != len(row.cells):
            raise ValueError(f"a row must fill {len(self._columns)} columns: {row.cells!r}")
        return LaidRow(tuple(spans), row.fill, row.group, row.lined)

    @override
    def settle(self, width: float, page: float) -> None:
        sizes = self._style.body.size, self._style.least
        grid, slots = settled(self._given, *sizes, width)
        self._header, self._rows = grid.header, grid.rows
        self._fitted, self._page = {width: slots}, page

    def attach(self, parent: Node) -> None:
        self.node = parent.child("Table")
        if self._caption:
            self._caption.attach(self.node)
        if self._header:
            self._header.attach(self.node.child("THead"))
        body = self.node.child("TBody")
        for row in self._rows:
            row.attach(body)

    def height(self, width: float) -> float:
        return self._top_height(width) + sum(self._heights(width))

    def _heights(self, width: float) -> list[float]:
        slots = self._slots(width)
        return [row.height(slots, self._style.pad) for row in self._rows]

    def _top_height(self, width: float) -> float:
        """Of the caption and the header row."""
        top = 0.0
        if self._caption and not self._continued:
            top += self._caption.height(width) + self._caption.after
        if self._header:
            top += self._header.height(self._slots(width), self._style.pad)
        return top

    def _slots(self, width: float) -> Slots:
        """Left edge and width of each column: as settled, or as the columns ask."""
        return self._fitted.get(width) or self._given.asked(width)

    def split(self, width: float, room: float, *, force: bool) -> tuple[Block, Block] | None:
        used = self._top_height(width)
        for place, high in enumerate(self._heights(width)):
            if used + high > room + SLACK:
                return self._parted(place, width, room - used, force=force)
            used += high
        return None

    def _parted(
        self, place: int, width: float, room: float, *, force: bool
    ) -> tuple[Block, Block] | None:
        """Part above the row at `place`, which does not fit in `room`, or, where it is higher
        than a page, within it."""
        row, cut = self._rows[place], self._cut(place)
        high = self._top_height(width) + row.height(self._slots(width), self._style.pad)
        if high > self._page or (force and not place):
            halves = self._halves(row, width, room, must=force and not cut)
            if halves:
                return self._with((*self._rows[:place], halves[0])), self._with(
                    (halves[1], *self._rows[place + 1 :]), continued=True
                )
        cut = cut or (place if force else 0)
        if not cut or (cut == 1 and not force and not self._continued and len(self._rows) > 2):
            return None
        return self._with(self._rows[:cut]), self._with(self._rows[cut:], continued=True)

    def _halves(
        self, row: LaidRow, width: float, room: float, *, must: bool
    ) -> tuple[LaidRow, LaidRow] | None:
        """A row parted so that no cell is empty above, or, if it must be, however it can."""
        slots, pad = self._slots(width), self._style.pad
        well = row.split(slots, pad, room, force=False)
        return well or (row.split(slots, pad, room, force=True) if must else None)

    def _cut(self, place: int) -> int:
        """Where to part so that the row at `place` comes after it: not below a group's heading,
        and not so that the last row stands alone."""
        cut = place - 1 if place == len(self._rows) - 1 > 2 else place
        while cut and self._rows[cut - 1].group:
            cut -= 1
        return cut

    def _with(self, rows: tuple[LaidRow, ...], *, continued: bool = False) -> "Table":
        part = object.__new__(Table)
        part.__dict__.update(self.__dict__)
        part._rows = rows
        part._continued = continued or self._continued
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self._caption and not self._continued:
            self._caption.paint(pen, x, top, width)
            top -= self._caption.height(width) + self._caption.after
        slots = self._slots(width)
        if self._header and self._continued:
            with pen.muted():
                top = self._paint_row(pen, self._header, slots, (x, top, width))
        elif self._header:
            top = self._paint_row(pen, self._header, slots, (x, top, width))
        for row in self._rows:
            top = self._paint_row(pen, row, slots, (x, top, width))

    def _paint_row(
        self, pen: Pen, row: LaidRow, slots: Slots, corners: tuple[float, float, float]
    ) -> float:
        """Fill, cells, and the line below, from left, top and width; the row's foot."""
        x, top, width = corners
        style = self._style
        foot = top - row.height(slots, style.pad)
        colour = style.header_line if row is self._header else style.line
        ops = [shapes.box(x, foot, width, top - foot, fill=row.fill)] if row.fill else []
        if colour and row.lined:
            line = shapes.line(x, foot, x + width, foot, colour, width=style.line_width)
            ops.append(line)
        if ops:
            pen.decorate("\n".join(ops))
        row.paint(pen, slots, x, top - style.pad)
        return foot


def _blocks(cell: Cell, style: TextStyle) -> tuple[Block, ...]:
    content = cell.content
    if isinstance(content, Block):
        return (content,)
    if isinstance(content, str):
        return (Paragraph(content, style),) if content else ()
    blocks = tuple(part for part in content if isinstance(part, Block))
    runs = tuple(part for part in content if isinstance(part, Run))
    return (Paragraph(runs, style), *blocks) if runs else blocks
