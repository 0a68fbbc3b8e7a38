"""The principle map as a table model: items against principles, group rows between."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.principles import Item, evidence_of, items
from bidwriter.kinds.values.money import show
from bidwriter.ui.parts.plain import TIP, tip_words

Index = QModelIndex | QPersistentModelIndex
STRENGTH = int(Qt.ItemDataRole.UserRole)
ROW = STRENGTH + 1
_GROUPS = {
    "answers": "Answers", "outputs": "Outputs", "cost lines": "Cost lines",
    "benefits": "Benefits", "rows of tables": "Rows of tables",
}  # fmt: skip


class MapRow(NamedTuple):
    """A group's heading (`item` is None) or an item. `note` is quieter."""

    label: str
    note: str = ""
    item: Item | None = None


class MapModel(QAbstractTableModel):
    """Column 0 names the item; the others hold "strong", "some" or "none"."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[MapRow, ...] = ()
        self.numbers: tuple[int, ...] = ()
        self.names: tuple[str, ...] = ()
        self._said: dict[tuple[str, int], str] = {}

    def show_bid(self, bid: Bid) -> None:
        """Take the bid's items; rows are kept where the items are the same."""
        rows = map_rows(bid)
        said: dict[tuple[str, int], str] = {
            key: evidence.strength for key, evidence in evidence_of(bid).items()
        }
        numbers = tuple(p.number for p in bid.round.principles)
        same = [r.item and r.item.place for r in rows] == [
            r.item and r.item.place for r in self.rows
        ]
        if same and numbers == self.numbers:
            self.rows, self._said = rows, dict(said)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(numbers)))
            return
        self.beginResetModel()
        self.rows, self._said, self.numbers = rows, dict(said), numbers
        self.names = tuple(p.name for p in bid.round.principles)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Items and groups."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The name and the principles."""
        return 0 if parent.isValid() else 1 + len(self.numbers)

    def strength(self, row: int, column: int) -> str:
        """What is said of an item and a principle."""
        item = self.rows[row].item
        return (
            self._said.get((item.place, self.numbers[column - 1]), "none")
            if item and column
            else "none"
        )

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Words for column 0, strengths for the rest, sentences for readers."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label if index.column() == 0 else ""
            case _ if role == STRENGTH:
                return self.strength(index.row(), index.column())
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index)
            case _ if role == TIP and index.column() == 0:
                return tip_words(row.label)
        return None

    def _spoken(self, row: MapRow, index: Index) -> str:
        if index.column() == 0 or row.item is None:
            return f"{row.label} {row.note}".strip()
        at = index.column() - 1
        name = f"Principle {self.numbers[at]}, {self.names[at]}"
        return f"{row.label}, {name}, {self.strength(index.row(), index.column())}"

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The principles' names."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Item" if section == 0 else self.names[section - 1]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups cannot be chosen."""
        if self.rows[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, place: str) -> int:
        """The row of an item; -1 if it is not there."""
        return next(
            (at for at, row in enumerate(self.rows) if row.item and row.item.place == place), -1
        )


def map_rows(bid: Bid) -> tuple[MapRow, ...]:
    """Groups and items, in the map's order."""
    rows: list[MapRow] = []
    group = ""
    for item in items(bid):
        if item.group != group:
            group = item.group
            note = show(totals(bid).whole) if group == "cost lines" else ""
            rows.append(MapRow(_GROUPS[group], note))
        rows.append(MapRow(_label(item), "empty" if item.empty else "", item))
    return tuple(rows)


def _label(item: Item) -> str:
    if item.line and item.line.amount is not None:
        return f"{item.title}  ·  {show(item.line.amount)}"
    return (
        f"{item.question.number}  {item.title}".strip() if item.group == "answers" else item.title
    )


def as_table(bid: Bid) -> str:
    """The map as tab-separated text with a header row."""
    names = [f"{p.number} {p.name}" for p in bid.round.principles]
    lines = ["\t".join(["Item", *names])]
    said = evidence_of(bid)
    for item in items(bid):
        cells = [said.get((item.place, p.number)) for p in bid.round.principles]
        lines.append("\t".join([_label(item), *(c.strength if c else "" for c in cells)]))
    return "\n".join(lines) + "\n"
