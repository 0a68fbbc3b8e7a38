"""Rows as a table model: rows of a bid, and between them rows that head or add up others.

It shows the bid it is given and asks for changes; it changes nothing itself.
"""

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
from bidwriter.checks.problem import Problem
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.tables.rows import Row
from bidwriter.ui.parts.plain import TIP, tip_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Head(NamedTuple):
    """A row that no officer fills in: words by column, of which the first name it."""

    words: dict[int, str]

    @property
    def title(self) -> str:
        """What it is called."""
        return next(iter(self.words.values()), "")

    @property
    def spoken(self) -> str:
        """All that it says."""
        return ", ".join(self.words.values())


class Unread(NamedTuple):
    """Typed words that mean nothing in their cell, and the sentence that says what would do."""

    typed: str
    sentence: str


class RowModel(QAbstractTableModel):
    """`typed` carries a row's id, a column and the words typed there. `columns` are known by their
    number, from left to right; those `chosen` have no box to type in."""

    typed = Signal(str, int, str)

    def __init__(
        self, bid: Bid, columns: tuple[Column, ...], *, read_only: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.bid, self.columns = bid, columns
        self.chosen = tuple(at for at, column in enumerate(columns) if self.is_opened(column))
        self._read_only = read_only
        self._problems: dict[tuple[str, int], Problem] = {}
        self.unread: dict[tuple[str, int], Unread] = {}
        self.rows: tuple[Head | Row, ...] = self.gathered(bid)

    # --- what each table knows better ----------------------------------------------------------

    def gathered(self, bid: Bid) -> tuple[Head | Row, ...]:
        """The rows to show of a bid."""
        raise NotImplementedError

    def shown(self, row: Row, col: int) -> str:
        """The words in a cell."""
        raise NotImplementedError

    def entered(self, row: Row, col: int) -> str:
        """A cell's value as one would type it."""
        raise NotImplementedError

    def column_of(self, key: str) -> int:
        """The column in which a cell's written name is edited."""
        raise NotImplementedError

    def is_opened(self, column: Column) -> bool:
        """Whether a cell is opened, as a list is, and not typed in."""
        return column.cell.is_chosen

    def heading(self, col: int) -> str:
        """What stands over a column."""
        return self.columns[col].title

    def why_not(self, row: Row, col: int) -> str:  # noqa: ARG002
        """Why a cell cannot be typed in; "" if it can."""
        return ""

    def spoken(self, row: Row, col: int) -> str:
        """What a reader hears of a cell."""
        title = self.columns[col].title
        said = [title] if col == 0 else [title, row.title]
        return ", ".join([*said, self.words_at(row, col) or "empty"])

    # --- taking in ---------------------------------------------------------------------------

    def show_bid(self, bid: Bid) -> bool:
        """Show a bid; whether rows came, went or moved. Cells that stay the same are left be."""
        self.bid, old = bid, self.rows
        new = self.gathered(bid)
        present = {row.id for row in new if isinstance(row, Row)}
        self.unread = {at: words for at, words in self.unread.items() if at[0] in present}
        if [_key(row) for row in new] != [_key(row) for row in old]:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
            return True
        self.rows = new
        for at, (now, was) in enumerate(zip(new, old, strict=True)):
            if self.may_differ(now, was):
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        return False

    def may_differ(self, now: Head | Row, was: Head | Row) -> bool:  # noqa: ARG002
        """Whether a row could read otherwise than it did."""
        return True

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the cells of what stops export."""
        self._problems = {}
        for problem in problems:
            if problem.stops and problem.place.row:
                at = problem.place.row, self.column_of(problem.place.field)
                self._problems.setdefault(at, problem)
        if self.rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1)
            )

    # --- asking ------------------------------------------------------------------------------

    def row_at(self, index: Index) -> Row | None:
        """The row of a cell; None for one that heads others."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Row) else None

    def index_of(self, row: str, col: int = 0) -> QModelIndex:
        """The cell of a row by its id."""
        for at, one in enumerate(self.rows):
            if isinstance(one, Row) and one.id == row:
                return self.index(at, col)
        return QModelIndex()

    def ids(self) -> tuple[str, ...]:
        """The rows as they stand in the table."""
        return tuple(row.id for row in self.rows if isinstance(row, Row))

    def problem_at(self, index: Index) -> str:
        """What is wrong in a cell; "" for nothing."""
        row = self.row_at(index)
        if row is None:
            return ""
        at = row.id, index.column()
        if at in self.unread:
            return self.unread[at].sentence
        return self._problems[at].words if at in self._problems else ""

    def typed_form(self, index: Index) -> str:
        """What stands in a cell's editor at first: unread words, or the value."""
        row, col = self.row_at(index), index.column()
        if row is None:
            return ""
        unread = self.unread.get((row.id, col))
        return unread.typed if unread else self.entered(row, col)

    def why_not_typed(self, index: Index) -> str:
        """Why a cell cannot be typed in; "" if it can."""
        row = self.row_at(index)
        return self.why_not(row, index.column()) if row else ""

    def words_at(self, row: Row, col: int) -> str:
        """The words in a cell, those too that are not understood."""
        unread = self.unread.get((row.id, col))
        return unread.typed if unread else self.shown(row, col)

    # --- what Qt asks ------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows and their heads."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns, over their numbers or words."""
        if way != Qt.Orientation.Horizontal:
            return None
        spec = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if spec.cell.is_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == TIP:
            return tip_words(spec.hint or spec.title)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are passed over; a cell that can be typed in says so."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.column() not in self.chosen and not self.why_not_typed(index)
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
            row = self.rows[index.row()]
            if isinstance(row, Head):
                return row.spoken if self._words(index) else ""
            return self.spoken(row, index.column())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            problem = self.problem_at(index)
            return f"Problem: {problem}" if problem else None
        if role == TIP:
            return tip_words(self.problem_at(index) or self._words(index)) or None
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; whether the words were understood."""
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        at = row.id, index.column()
        if str(value) != self.typed_form(index) or at in self.unread:
            self.typed.emit(*at, str(value))
        return at not in self.unread

    def _words(self, index: Index) -> str:
        row, col = self.rows[index.row()], index.column()
        return row.words.get(col, "") if isinstance(row, Head) else self.words_at(row, col)


def _key(row: Head | Row) -> str:
    return row.title if isinstance(row, Head) else row.id
