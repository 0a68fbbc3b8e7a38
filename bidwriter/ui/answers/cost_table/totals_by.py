"""The sums of the bid by council, category, month and so on; each opens to its lines."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import WAY_NAMES, By, CostGroup, Part, groups, ways_of
from bidwriter.bids.places import Place
from bidwriter.kinds.values.money import show
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.sum_row import SumHead, SumRow
from bidwriter.ui.parts.words import Words


class TotalsBy(QWidget):
    """Shut at first. Open, it keeps up with the bid; what was opened stays open."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator = navigator
        self._bid: Bid | None = None
        self._told: tuple[tuple[By, ...], By, tuple[CostGroup, ...]] | None = None
        self._open: set[str] = set()
        self.way = ComboBox()
        self.way.setAccessibleName("Add up by")
        widths(self.way, least=190, most=260)
        self.rows: list[SumRow] = []
        content = QWidget()
        inner = column(content, 8, (0, 4, 0, 0))
        head = row(spacing=10)
        head.addWidget(Words("Add up by", "small", "text2", wrap=False))
        head.addWidget(self.way)
        head.addStretch(1)
        inner.addLayout(head)
        self._list: QVBoxLayout = column(spacing=0)
        inner.addLayout(self._list)
        self.disclosure = Disclosure("Totals by council, month and more", content, quiet=True)
        column(self).addWidget(self.disclosure)
        self.disclosure.toggled.connect(lambda _on: self._show())
        self.way.activated.connect(self._on_way)
        theme().changed.connect(self._again)

    def show_bid(self, bid: Bid) -> None:
        """The sums of a bid; worked out only while they can be seen."""
        self._bid = bid
        self._show()

    @property
    def chosen(self) -> By:
        """The way of adding up."""
        found: By = self.way.currentData() or "payer"
        return found

    def choose(self, way: By) -> None:
        """Add up another way."""
        self.way.setCurrentIndex(self.way.findData(way))
        self._on_way()

    def _on_way(self) -> None:
        self._open.clear()
        self._show()

    def _again(self) -> None:
        self._told = None
        self._show()

    def _show(self) -> None:
        if self._bid is None or not self.disclosure.is_open:
            return
        ways = ways_of(self._bid)
        self._offer(ways)
        found = groups(self._bid, self.chosen)
        if (ways, self.chosen, found) == self._told:
            return
        self._told = (ways, self.chosen, found)
        self._fill(found)

    def _offer(self, ways: tuple[By, ...]) -> None:
        if [self.way.itemData(i) for i in range(self.way.count())] == list(ways):
            return
        before = self.chosen
        self.way.clear()
        for way in ways:
            self.way.addItem(WAY_NAMES[way], way)
        self.way.setCurrentIndex(max(0, self.way.findData(before)))

    def _fill(self, found: tuple[CostGroup, ...]) -> None:
        focused = next((r.text() for r in self.rows if r.hasFocus()), "")
        emptied(self._list)
        self.rows = []
        self._list.addWidget(SumHead(WAY_NAMES[self.chosen], ("From the fund", "Together")))
        for group in found:
            lines = self._lines(group)
            line = self._row(group, lines)
            self._list.addWidget(line)
            self._list.addWidget(lines)
            self.rows.append(line)
            if group.name == focused:
                line.setFocus()
        if not found:
            self._list.addWidget(Words("No line says who pays yet", "small", "text2"))

    def _row(self, group: CostGroup, lines: QWidget) -> SumRow:
        sums = show(group.fund), show(group.amount)
        spoken = f"{group.name}, from the fund {sums[0]}, together {sums[1]}"
        made = SumRow(group.name, sums, spoken, self)
        made.setChecked(group.key in self._open)
        lines.setVisible(made.isChecked())

        def opened(is_open: bool) -> None:  # noqa: FBT001 - a signal gives it
            lines.setVisible(is_open)
            (self._open.add if is_open else self._open.discard)(group.key)

        made.toggled.connect(opened)
        return made

    def _lines(self, group: CostGroup) -> QWidget:
        holder = QWidget()
        inner = column(holder, 0, (28, 2, 8, 8))
        for part in group.parts:
            inner.addLayout(self._line(part, group.name))
        return holder

    def _line(self, part: Part, group: str) -> QLayout:
        line = row(spacing=8)
        link = Link(part.line.title, "small")
        link.setAccessibleName(f"{part.line.title}, {show(part.amount)}, in {group}")
        place = Place(part.question).at(part.line.id)
        link.clicked.connect(lambda: self._navigator.go(place))
        line.addWidget(link, 1)
        line.addWidget(Words(show(part.amount), "small", "text2", wrap=False))
        return line
