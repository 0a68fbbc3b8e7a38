"""The cost lines as a table model: lines in groups by who pays, each group with its sum."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.desk.cost_cells import GROUPS, shown, typed_form, why_not_typed
from bidwriter.desk.cost_columns import COLUMNS, FURTHER, PRINCIPLE, TOTAL, WHAT, column_of
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.values import money
from bidwriter.ui.answers.row_table.model import Head, RowModel


class CostModel(RowModel):
    """The lines of one question."""

    def __init__(self, bid: Bid, question: str, *, read_only: bool, parent: QObject) -> None:
        self._question = question
        asked = bid.asked_by_id.get(question) or bid.round.by_id[question]
        self.asked = asked if isinstance(asked, CostLines) else None
        super().__init__(bid, COLUMNS, read_only=read_only, parent=parent)

    @override
    def gathered(self, bid: Bid) -> tuple[Head | Row, ...]:
        lines = [row for row in rows_of(bid, self._question) if isinstance(row, CostLine)]
        rows: list[Head | Row] = []
        for payer, title in GROUPS.items():
            mine = [line for line in lines if line.payer == payer]
            if mine:
                total = sum((line.amount or Decimal(0) for line in mine), Decimal(0))
                rows += [Head({WHAT: title, TOTAL: money.show(total)}), *mine]
        return tuple(rows)

    @override
    def shown(self, row: Row, col: int) -> str:
        return shown(self.bid, _line(row), col, self.asked)

    @override
    def entered(self, row: Row, col: int) -> str:
        return typed_form(self.bid, _line(row), col, self.asked)

    @override
    def column_of(self, key: str) -> int:
        return column_of(key)

    @override
    def why_not(self, row: Row, col: int) -> str:
        return why_not_typed(_line(row), col)

    @override
    def spoken(self, row: Row, col: int) -> str:
        principle = _line(row).principle
        if col == PRINCIPLE and principle:
            words = f"principle {principle}, {self.words_at(row, col)}"
            return ", ".join([COLUMNS[col].title, row.title, words])
        return super().spoken(row, col)

    def line_at(self, index: QModelIndex | QPersistentModelIndex) -> CostLine | None:
        """The line of a cell; None for a group's row."""
        row = self.row_at(index)
        return row if isinstance(row, CostLine) else None

    def lines(self) -> tuple[CostLine, ...]:
        """The lines as they stand in the table."""
        return tuple(row for row in self.rows if isinstance(row, CostLine))

    @property
    def used(self) -> set[str]:
        """The further cells that some line fills."""
        columns = [COLUMNS[col] for col in FURTHER]
        return {c.key for c in columns if any(c.leaf(line) for line in self.lines())}


def _line(row: Row) -> CostLine:
    assert isinstance(row, CostLine)
    return row
