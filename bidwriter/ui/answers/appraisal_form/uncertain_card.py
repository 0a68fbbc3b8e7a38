"""What matters most: low, central and high cases, and how far each uncertain input moves them."""

from bidwriter.bids.appraising.findings import cases_words, input_title, swing_words
from bidwriter.bids.appraising.inputs import Inputs, input_rows
from bidwriter.bids.appraising.scenarios import Scenario
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.bids.bid import Bid
from bidwriter.exports.drawings.tornado import Moved, tornado, tornado_height
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.numbers import plain
from bidwriter.ui.look.space import row
from bidwriter.ui.look.tokens import TYPE
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.drawn_chart import DrawnChart
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.plain_table import PlainTable
from bidwriter.ui.parts.words import Words

_HEADER = ("Input", "Uncertainty", "Net if lower", "Net if higher")
_NONE = "Open an input’s details and say how far it could be out, to see what matters most."


class UncertainCard(Card):
    """A tornado with its table; words alone while no input states an uncertainty."""

    def __init__(self) -> None:
        super().__init__(padding=(20, 16, 20, 18), spacing=8)
        self.title = Words("What matters most", "h3")
        self.says = Words("", "small", "text2")
        self.chart = DrawnChart(120)
        self.table = PlainTable()
        self.toggle = Link("Show what matters most as a table", "small")
        line = row(spacing=12)
        line.addWidget(self.title, 1)
        line.addWidget(self.toggle)
        self.body.addLayout(line)
        for part in (self.says, self.chart, self.table):
            self.body.addWidget(part)
        self._as_table = False
        self.toggle.clicked.connect(self._on_toggle)

    def show_scenario(self, bid: Bid, inputs: Inputs, scenario: Scenario) -> None:
        """Show what moves a scenario's net present value."""
        moving = swings(inputs)[scenario.name]
        rows = {row_.id: row_ for row_ in input_rows(bid)}
        spread = cases_words(cases(inputs, scenario.name)) if moving else _NONE
        self.says.setText(spread)
        titles = {id_: input_title(bid, row_) for id_, row_ in rows.items()}
        given = [Moved(titles[s.row], s.lower, s.higher) for s in moving]
        each = "; ".join(swing_words(bid, rows[s.row], s) for s in moving)
        self.chart.show_drawing(
            lambda width, _height, size: tornado(given, scenario.npv, width, size),
            f"What matters most: {each}",
            tornado_height(len(given), TYPE["caption"].px),
        )
        self.table.show_rows(
            "What matters most",
            _HEADER,
            [
                [
                    titles[s.row],
                    f"±{plain(rows[s.row].uncertainty or s.width * 0)}%",
                    show(s.lower),
                    show(s.higher),
                ]
                for s in moving
            ],
        )
        self._show_parts(any_=bool(moving))

    def _show_parts(self, *, any_: bool) -> None:
        self.chart.setVisible(any_ and not self._as_table)
        self.table.setVisible(any_ and self._as_table)
        self.toggle.setVisible(any_)
        what = "a chart" if self._as_table else "a table"
        self.toggle.setText(f"Show what matters most as {what}")

    def _on_toggle(self) -> None:
        self._as_table = not self._as_table
        self._show_parts(any_=True)
