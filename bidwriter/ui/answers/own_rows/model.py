"""The rows of a fund's own table as a table model; in a grid their labels stand first, and what is
added up stands beneath them all."""

from PySide6.QtCore import QObject
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.tables.own_columns import optional
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.rows import Row
from bidwriter.ui.answers.row_table.model import Head, RowModel

LONG, YES_NO = "long-text", "yes-no"


class OwnModel(RowModel):
    """The rows of one question. `first` is the number of its first own column."""

    def __init__(self, bid: Bid, question: OwnTable, *, read_only: bool, parent: QObject) -> None:
        self.asked = question
        labels = (_labels(question),) if question.is_grid else ()
        self.first = len(labels)
        super().__init__(bid, (*labels, *question.columns), read_only=read_only, parent=parent)

    @override
    def gathered(self, bid: Bid) -> tuple[Head | Row, ...]:
        rows = tuple(row for row in rows_of(bid, self.asked.id) if isinstance(row, OwnRow))
        total = self._total(rows)
        return (*rows, total) if total else rows

    def _total(self, rows: tuple[OwnRow, ...]) -> Head | None:
        sums = self.asked.totals(rows)
        if not sums:
            return None
        shown = {c.id: c.shown(sums[c.id]) for c in self.asked.added_up if c.id in sums}
        words = {at: shown[c.key] for at, c in enumerate(self.columns) if c.key in shown}
        return Head({0: f"Total {words[0]}" if 0 in words else "Total", **_but_first(words)})

    @override
    def shown(self, row: Row, col: int) -> str:
        column = self.columns[col]
        if not column.key:
            return row.title
        return column.cell.short(column.leaf(row), Around(self.bid, self.asked, row))

    @override
    def entered(self, row: Row, col: int) -> str:
        column = self.columns[col]
        if not column.key:
            return row.title
        typed = column.cell.typed(column.leaf(row), Around(self.bid, self.asked, row))
        return typed.replace("£", "").replace(",", "") if column.cell.is_money else typed

    @override
    def column_of(self, key: str) -> int:
        return next((at for at, column in enumerate(self.columns) if column.key == key), self.first)

    @override
    def is_opened(self, column: Column) -> bool:
        return column.cell.is_chosen or column.cell.kind in (LONG, YES_NO)

    @override
    def heading(self, col: int) -> str:
        column = self.columns[col]
        return column.title if column.needed or not column.key else optional(column.title)

    @override
    def why_not(self, row: Row, col: int) -> str:
        return "" if self.columns[col].key else "The fund says which rows there are"

    @override
    def may_differ(self, now: Head | Row, was: Head | Row) -> bool:
        return now is not was


def _labels(question: OwnTable) -> Column:
    noun = question.noun
    return Column(f"{noun[:1].upper()}{noun[1:]}", LINE, room=150, share=18)


def _but_first(words: dict[int, str]) -> dict[int, str]:
    return {at: shown for at, shown in words.items() if at}
