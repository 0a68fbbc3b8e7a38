"""Beside Continue: whether the fund's lines add up, and the first thing that lines lack."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.ui.look.space import row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

_ADD_UP = "Fund lines add up to the grant you ask for"
_MANY = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
# What a line can lack: its field, the verb for one and for several lines.
_LACKS: tuple[tuple[str, Callable[[CostLine], bool], str, str], ...] = (
    ("unit-cost", lambda line: line.amount is None, "has no total", "have no total"),
    ("payer", lambda line: not line.payer, "does not say who pays", "do not say who pays"),
    ("councils", lambda line: not line.councils, "does not name a council",
     "do not name a council"),
    ("what", lambda line: not line.what, "has no name", "have no name"),
)  # fmt: skip


class CostFoot(QWidget):
    """A tick and words; an octagon and a link to the first line that lacks something."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator, self._place = navigator, NOWHERE
        self._adds_up = self._is_wrong = False
        self.well, self.lack = QWidget(), QWidget()
        outer = row(self, 20)
        self._say(self.well, IconMark("check", "ok", 18), Words(_ADD_UP, "small", "text2"))
        self.link = Link("", "small", "bad", weight=600, underline=False)
        self._say(self.lack, IconMark("octagon-alert", "bad", 18), self.link)
        for part in (self.well, self.lack):
            outer.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)
        self.link.clicked.connect(lambda: self._navigator.go(self._place))

    def _say(self, holder: QWidget, mark: IconMark, words: QWidget) -> None:
        line = row(holder, 8)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_bid(self, bid: Bid) -> None:
        """What holds of the lines of a bid."""
        lines = [(q.id, line) for q, lines in tables(bid) for line in lines]
        fund = [line for _, line in lines if line.payer == "fund"]
        self._adds_up = bool(fund) and all(line.amount is not None for line in fund)
        self._show_well()
        self.lack.hide()
        for field, lacks, one, several in _LACKS:
            found = [(question, line) for question, line in lines if lacks(line)]
            if found:
                self._place = Place(found[0][0]).at(found[0][1].id, field)
                self.link.setText(lacking_words(len(found), one, several))
                self.lack.show()
                return

    def show_wrong(self, *, wrong: bool) -> None:
        """Whether something about the lines or their sums stops export: nothing is well then."""
        self._is_wrong = wrong
        self._show_well()

    def _show_well(self) -> None:
        self.well.setVisible(self._adds_up and not self._is_wrong)


def lacking_words(many: int, one: str, several: str) -> str:
    """ "One line does not name a council"."""
    number = _MANY[many] if many < len(_MANY) else str(many)
    return f"{number} line {one}" if many == 1 else f"{number} lines {several}"
