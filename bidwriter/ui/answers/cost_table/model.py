"""The cost lines as a table model: lines in groups by who pays, each group with its sum.

It shows the bid it is given and asks for changes; it changes nothing itself.
"""

from decimal import Decimal
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.checks.problem import Problem
from bidwriter.desk.cost_cells import GROUPS, shown, typed_form, why_not_typed
from bidwriter.desk.cost_columns import CHOICES, COLUMNS, FURTHER, PRINCIPLE, TOTAL, WHAT, column_of
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values import money
from bidwriter.ui.parts.plain import TIP, tip_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Group(NamedTuple):
    """A row that heads the lines with one payer."""

    title: str
    sum: Decimal


class Unread(NamedTuple):
    """Typed words that mean nothing in their cell, and the sentence that says what would do."""

    typed: str
    sentence: str


class CostModel(QAbstractTableModel):
    """`typed` carries a row's id, a column and the words typed there."""

    typed = Signal(str, int, str)

    def __init__(self, bid: Bid, question: str, *, read_only: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.bid = bid
        self._question = question
        asked = bid.round.by_id[question]
        self.asked = asked if isinstance(asked, CostLines) else None
        self._read_only = read_only
        self._problems: dict[tuple[str, int], Problem] = {}
        self.unread: dict[tuple[str, int], Unread] = {}
        self.rows: tuple[Group | CostLine, ...] = _grouped(bid, question)

    # --- taking in ---------------------------------------------------------------------------

    def show_bid(self, bid: Bid) -> bool:
        """Show a bid; whether rows came, went or moved. Cells that stay the same are left be."""
        new, old, self.bid = _grouped(bid, self._question), self.rows, bid
        present = {row.id for row in new if isinstance(row, CostLine)}
        self.unread = {at: words for at, words in self.unread.items() if at[0] in present}
        if [_key(row) for row in new] != [_key(row) for row in old]:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
            return True
        self.rows = new
        for at in range(len(new)):
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))
        return False

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the cells of what stops export."""
        self._problems = {}
        for problem in problems:
            if problem.stops and problem.place.row:
                at = problem.place.row, column_of(problem.place.field)
                self._problems.setdefault(at, problem)
        if self.rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1)
            )

    # --- asking ------------------------------------------------------------------------------

    def line_at(self, index: Index) -> CostLine | None:
        """The line of a cell; None for a group's row."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, CostLine) else None

    def index_of(self, row: str, col: int = WHAT) -> QModelIndex:
        """The cell of a line by its id."""
        for at, line in enumerate(self.rows):
            if isinstance(line, CostLine) and line.id == row:
                return self.index(at, col)
        return QModelIndex()

    @property
    def used(self) -> set[str]:
        """The further cells that some line fills."""
        fields = [COLUMNS[col].key for col in FURTHER]
        return {field for field in fields if any(getattr(x, field) for x in self.lines())}

    def lines(self) -> tuple[CostLine, ...]:
        """The lines as they stand in the table."""
        return tuple(row for row in self.rows if isinstance(row, CostLine))

    def problem_at(self, index: Index) -> str:
        """What is wrong in a cell; "" for nothing."""
        line = self.line_at(index)
        if line is None:
            return ""
        at = line.id, index.column()
        if at in self.unread:
            return self.unread[at].sentence
        return self._problems[at].words if at in self._problems else ""

    def typed_form(self, index: Index) -> str:
        """What stands in a cell's editor at first: unread words, or the value."""
        line, col = self.line_at(index), index.column()
        if line is None:
            return ""
        unread = self.unread.get((line.id, col))
        return unread.typed if unread else typed_form(self.bid, line, col, self.asked)

    def why_not_typed(self, index: Index) -> str:
        """Why a cell cannot be typed in; "" if it can."""
        line = self.line_at(index)
        return why_not_typed(line, index.column()) if line else ""

    # --- what Qt asks ------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Groups and lines."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns, over their numbers or words."""
        if way != Qt.Orientation.Horizontal:
            return None
        spec = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return spec.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if spec.cell.is_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups are passed over; a cell that can be typed in says so."""
        if self.line_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.column() not in CHOICES and not self.why_not_typed(index)
        return flags | Qt.ItemFlag.ItemIsEditable if typed and not self._read_only else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, and the fuller words that a reader hears."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index)
        if role == Qt.ItemDataRole.EditRole:
            return self.typed_form(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            problem = self.problem_at(index)
            return f"Problem: {problem}" if problem else None
        if role == TIP:
            return tip_words(self.problem_at(index) or self._words(index)) or None
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; whether the words were understood."""
        line = self.line_at(index)
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        at = line.id, index.column()
        if str(value) != self.typed_form(index) or at in self.unread:
            self.typed.emit(*at, str(value))
        return at not in self.unread

    def _words(self, index: Index) -> str:
        row, col = self.rows[index.row()], index.column()
        if isinstance(row, Group):
            return {WHAT: row.title, TOTAL: money.show(row.sum)}.get(col, "")
        unread = self.unread.get((row.id, col))
        return unread.typed if unread else shown(self.bid, row, col, self.asked)

    def _spoken(self, index: Index) -> str:
        row, col = self.rows[index.row()], index.column()
        words, title = self._words(index), COLUMNS[col].title
        if isinstance(row, Group):
            return f"{row.title}, {money.show(row.sum)}" if words else ""
        said = [title] if col == WHAT else [title, row.title]
        if col == PRINCIPLE and row.principle:
            words = f"principle {row.principle}, {words}"
        return ", ".join([*said, words or "empty"])


def _key(row: Group | CostLine) -> str:
    return row.title if isinstance(row, Group) else row.id


def _grouped(bid: Bid, question: str) -> tuple[Group | CostLine, ...]:
    lines = [row for row in rows_of(bid, question) if isinstance(row, CostLine)]
    rows: list[Group | CostLine] = []
    for payer, title in GROUPS.items():
        mine = [line for line in lines if line.payer == payer]
        if mine:
            total = sum((line.amount or Decimal(0) for line in mine), Decimal(0))
            rows += [Group(title, total), *mine]
    return tuple(rows)
