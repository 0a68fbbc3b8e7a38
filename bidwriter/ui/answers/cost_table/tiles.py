"""Three tiles over the table: what is asked of the fund, the whole project, and principles."""

from decimal import Decimal

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import Totals, totals
from bidwriter.kinds.values.money import show
from bidwriter.ui.look.space import grid, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.card import Card, Tile
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.principle_bars import PrincipleAmount, PrincipleBars
from bidwriter.ui.parts.segment_bar import SegmentBar
from bidwriter.ui.parts.words import Words

_THREE, _TWO = 880, 520


class MoneyTiles(QWidget):
    """Side by side, two over one, or stacked, by the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.whole, self.split = AskedTile(), WholeTile(), SplitTile()
        self._grid = grid(self, 16)
        self._across, self._room, self._splits = 0, 3, True
        self._arrange(3)

    def show_bid(self, bid: Bid) -> None:
        """The sums of a bid."""
        sums = totals(bid)
        self.asked.show_sum(bid, sums.fund)
        self.whole.show_sums(sums)
        self._show_split(shown=bool(bid.round.principles))
        self.split.show_sums(bid, sums)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles for the new width."""
        super().resizeEvent(event)
        room = event.size().width() / theme().scale
        self._arrange(3 if room >= _THREE else 2 if room >= _TWO else 1)

    def _show_split(self, *, shown: bool) -> None:
        if shown != self._splits:
            self._splits = shown
            self.split.setVisible(shown)
            self._arrange(self._room)

    def _arrange(self, room: int) -> None:
        """So many beside each other as there is room for, and there are."""
        self._room, across = room, room if self._splits else min(room, 2)
        if across == self._across:
            return
        self._across = across
        for tile in (self.asked, self.whole, self.split):
            self._grid.removeWidget(tile)
        self._grid.addWidget(self.asked, 0, 0)
        self._grid.addWidget(self.whole, *((0, 1) if across > 1 else (1, 0)))
        last = {3: (0, 2, 1, 1), 2: (1, 0, 1, 2), 1: (2, 0, 1, 1)}[across]
        self._grid.addWidget(self.split, *last)
        for at, share in enumerate((10, 9, 11)):
            self._grid.setColumnStretch(at, share if at < across else 0)


class AskedTile(Tile):
    """What is asked of the fund, against its cap."""

    def __init__(self) -> None:
        super().__init__("Asking the fund for")
        self.meter = Meter("Asked of the fund, against the cap")
        self._nought = Words("£0", "small", "text3", wrap=False)
        self._cap = Words("", "small", "text3", wrap=False)
        self.body.addSpacing(8)
        self.body.addWidget(self.meter)
        ends = row(spacing=8)
        ends.addWidget(self._nought)
        ends.addStretch(1)
        ends.addWidget(self._cap)
        self.body.addLayout(ends)

    def show_sum(self, bid: Bid, asked: Decimal) -> None:
        """A sum, and how it stands to the cap."""
        most = bid.cap
        sentence = cap_sentence(bid, asked)
        over = most is not None and asked > most
        self.show_figure(show(asked), sentence, "bad" if over else "text2")
        for part in (self.meter, self._nought, self._cap):
            part.setVisible(most is not None)
        if most is not None:
            self.meter.show_amount(float(asked), float(most), sentence)
            self._cap.setText(f"{show(most)} cap")


def cap_sentence(bid: Bid, asked: Decimal) -> str:
    """ "£1,600 below the £80,000 discovery cap"."""
    most, phase = bid.cap, bid.round.phase(bid.phase)
    if most is None:
        if not bid.round.phases:
            return "The round sets no cap"
        return "This phase has no cap" if phase else "Choose a phase to see its cap"
    name = f"the {show(most)} {phase.name.lower() + ' ' if phase else ''}cap"
    if asked == most:
        return f"Exactly {name}"
    return f"{show(abs(most - asked))} {'over' if asked > most else 'below'} {name}"


class WholeTile(Tile):
    """The whole project: the fund's part and ours."""

    def __init__(self) -> None:
        super().__init__("Whole project")
        self.bar = SegmentBar("Whole project, by who pays")
        self._ends: list[Words] = []
        self.body.addSpacing(2)
        self.body.addWidget(self.bar)
        for weight in (400, 600):
            self.body.addLayout(self._pair(weight))
            self.body.addSpacing(-4)

    def _pair(self, weight: int) -> QHBoxLayout:
        line = row(spacing=8)
        left, right = (Words("", "small", weight=weight, wrap=False) for _ in range(2))
        line.addWidget(left)
        line.addStretch(1)
        line.addWidget(right)
        self._ends += [left, right]
        return line

    def show_sums(self, sums: Totals) -> None:
        """Both parts, and our share of the whole."""
        sentence = whole_sentence(sums)
        self.show_figure(show(sums.whole), sentence)
        self.bar.show_parts(float(sums.fund), float(sums.contributed), sentence)
        ours = "In kind and in cash" if sums.in_kind and sums.cash else "In kind"
        ours = "In cash" if sums.cash and not sums.in_kind else ours
        parts = ("Fund", ours, show(sums.fund), show(sums.contributed))
        for words, part in zip(self._ends, parts, strict=True):
            words.setText(part)


def whole_sentence(sums: Totals) -> str:
    """ "We give 22% of it ourselves", and what nobody pays for yet."""
    unpaid = f"; nobody pays for {show(sums.unpaid)} yet" if sums.unpaid else ""
    if not sums.whole:
        return f"Nothing yet{unpaid}"
    percent = (sums.contributed * 100 / sums.whole).quantize(Decimal(1), rounding="ROUND_HALF_UP")
    return f"We give {percent}% of it ourselves{unpaid}"


class SplitTile(Card):
    """What is asked of the fund, by principle."""

    def __init__(self) -> None:
        super().__init__(padding=(18, 16, 18, 18), spacing=4)
        self.bars = PrincipleBars()
        self._rest = Words("", "small", "text2")
        self.body.addWidget(Words("Grant by principle", "small", "text2"))
        self.body.addWidget(self.bars)
        self.body.addWidget(self._rest)
        self.body.addStretch(1)

    def show_sums(self, bid: Bid, sums: Totals) -> None:
        """A bar for each principle, and what serves none."""
        amounts = [
            PrincipleAmount(p.number, p.name, float(amount), show(amount))
            for p in bid.round.principles
            for amount in (sums.fund_by_principle.get(p.number, Decimal(0)),)
        ]
        self.bars.show_amounts(amounts)
        rest = sums.fund_by_principle.get(0, Decimal(0))
        self._rest.setText(f"{show(rest)} for no principle" if rest else "")
        self._rest.setVisible(bool(rest))
