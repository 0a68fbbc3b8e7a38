"""The results: scenarios side by side, the chart of the chosen one, and what it comes to."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.appraising.findings import (
    default_scenario,
    finding,
    joining_words,
    scenario_names,
    scenario_title,
)
from bidwriter.bids.appraising.inputs import Inputs, inputs_of
from bidwriter.bids.appraising.scenarios import SCENARIOS, Scenario, ScenarioName, scenarios
from bidwriter.bids.bid import Bid
from bidwriter.exports.drawings.benefits_chart import benefits_chart
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import rough, show
from bidwriter.ui.answers.appraisal_form.figures_strip import FiguresStrip
from bidwriter.ui.answers.appraisal_form.legend import Legend
from bidwriter.ui.answers.appraisal_form.scenario_card import ScenarioCard
from bidwriter.ui.answers.appraisal_form.uncertain_card import UncertainCard
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.drawn_chart import DrawnChart
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.plain_table import PlainTable
from bidwriter.ui.parts.words import Words

_HEADER = ("Year", "Build", "Run", "Renew", "Saves", "Net", "Present value", "Added up")
_BESIDE = 440  # from here on the three scenarios have room side by side


class Results(QWidget):
    """Everything at the right of the page; kept up to date as the officer types."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[ScenarioName, ScenarioCard] = {name: ScenarioCard() for name in SCENARIOS}
        self.chosen: ScenarioName | None = None
        self.title = Words("", "h3")
        self.chart = DrawnChart(340)
        self.table = PlainTable()
        self.toggle = Link("Show as a table", "small")
        self.strip = FiguresStrip()
        self.uncertain = UncertainCard()
        self.workbook = Button("Export workbook", "secondary", "table")
        self._bid: Bid | None = None
        self._lay_out()
        self.table.hide()
        self.toggle.clicked.connect(self._on_toggle)
        for name, card in self.cards.items():
            card.clicked.connect(lambda _on=False, name=name: self.choose(name))

    def _lay_out(self) -> None:
        outer = column(self, 16)
        group = Beside([(card, 1) for card in self.cards.values()], least=_BESIDE, spacing=14)
        group.setAccessibleName("Scenario")
        outer.addWidget(group)
        sheet = Card(padding=(20, 16, 20, 18), spacing=8)
        sheet.body.addWidget(self.title)
        line = row(spacing=12)
        line.addWidget(Legend(), 1)
        line.addWidget(self.toggle)
        sheet.body.addLayout(line)
        sheet.body.addWidget(self.chart)
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(Rule(room=0))
        sheet.body.addWidget(self.strip)
        outer.addWidget(sheet)
        outer.addWidget(self.uncertain)
        foot = row()
        foot.addWidget(self.workbook)
        foot.addStretch(1)
        outer.addLayout(foot)
        outer.addStretch(1)

    # --- showing -----------------------------------------------------------------------------

    def show_bid(self, bid: Bid) -> None:
        """The results of the bid as it is now."""
        self._bid = bid
        inputs = inputs_of(bid)
        if inputs is None:
            return
        found = scenarios(inputs)
        name = self.chosen or default_scenario(bid)
        for at, scenario in enumerate(found):
            before = found[at - 1] if at else None
            sentence = f"net value over {inputs.years} years"
            if scenario.name == "all":
                sentence = joining_words(inputs, scenario)
            card = self.cards[scenario.name]
            card.show_scenario(scenario_title(bid, scenario, before), rough(scenario.npv), sentence)
            card.setChecked(scenario.name == name)
        self._show(bid, inputs, next(s for s in found if s.name == name))

    def choose(self, name: ScenarioName) -> None:
        """Look at another scenario."""
        self.chosen = name
        if self._bid is not None:
            self.show_bid(self._bid)

    def _show(self, bid: Bid, inputs: Inputs, scenario: Scenario) -> None:
        self.title.setText(scenario_names(bid, scenario))
        says = finding(bid, inputs, scenario)
        self.chart.show_drawing(
            lambda width, height, size: benefits_chart(inputs, scenario, width, height, size), says
        )
        self.table.show_rows(f"Year by year: {says}", _HEADER, _year_rows(inputs, scenario))
        self.strip.show_scenario(inputs, scenario)
        self.uncertain.show_scenario(bid, inputs, scenario)

    def _on_toggle(self) -> None:
        as_table = self.chart.isVisible()
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
        self.toggle.setText("Show as a chart" if as_table else "Show as a table")


def _year_rows(inputs: Inputs, scenario: Scenario) -> list[list[str]]:
    stream, start = scenario.stream, inputs.question.first_year
    columns = zip(
        stream.development, stream.running, stream.renewal, stream.benefits, scenario.net,
        scenario.discounted_net, scenario.added_up, strict=True,
    )  # fmt: skip
    return [
        [year_label(start + at), *(show(amount) for amount in amounts)]
        for at, amounts in enumerate(columns)
    ]
