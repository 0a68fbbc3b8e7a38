"""What a scenario comes to: costs, benefits, return, payback, cost for each council, and kinds of
benefit apart."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.appraising.findings import payback_words, ratio_words
from bidwriter.bids.appraising.inputs import Inputs
from bidwriter.bids.appraising.scenarios import Scenario
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.kinds.values.money import rough
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.words import Words

_NAMES = ("Costs", "Benefits", "Return on each £1", "Pays back", "Cost for each council")


class FiguresStrip(QWidget):
    """Figures side by side, and a line that keeps the kinds of benefit apart."""

    def __init__(self) -> None:
        super().__init__()
        outer = column(self, 10)
        holder = QWidget()
        flow = FlowLayout(holder, 34, 10)
        self.figures: dict[str, Words] = {}
        self.sentences: dict[str, Words] = {}
        for name in _NAMES:
            flow.addWidget(self._figure(name))
        outer.addWidget(holder)
        self.kinds = Words("", "small", "text2")
        outer.addWidget(self.kinds)

    def _figure(self, name: str) -> QWidget:
        made = QWidget()
        body = column(made, 0)
        body.addWidget(Words(name, "small", "text2", wrap=False))
        self.figures[name] = Words("", "h2", wrap=False)
        self.sentences[name] = Words("", "caption", "text2", wrap=False)
        body.addWidget(self.figures[name])
        body.addWidget(self.sentences[name])
        return made

    def show_scenario(self, inputs: Inputs, scenario: Scenario) -> None:
        """Show a scenario's figures."""
        year, which = payback_words(inputs, scenario)
        each = scenario.cost_per_council
        shown = {
            "Costs": (rough(scenario.costs), "present value"),
            "Benefits": (rough(scenario.benefits), "present value"),
            "Return on each £1": ratio_words(cases(inputs, scenario.name)),
            "Pays back": (year, which),
            "Cost for each council": (rough(each) if each is not None else "–", "present value"),
        }
        for name, (figure, sentence) in shown.items():
            self.figures[name].setText(figure)
            self.sentences[name].setText(sentence)
        self.kinds.setText(kinds_words(scenario))
        self.kinds.setVisible(bool(self.kinds.text()))


def kinds_words(scenario: Scenario) -> str:
    """ "Of the benefits £1.2m release cash, £400,000 do not; citizens gain £2m beside these"."""
    stream = scenario.stream
    parts = [
        (scenario.worth(stream.cash), "releases cash"),
        (scenario.worth(stream.not_cash), "does not release cash"),
        (scenario.worth(stream.unclassed), "is of no kind said yet"),
    ]
    said = ", ".join(f"{rough(amount)} {words}" for amount, words in parts if amount)
    beside = f"Citizens gain {rough(scenario.citizens)}, in no sum" if scenario.citizens else ""
    return ". ".join(part for part in (f"Of the benefits, {said}" if said else "", beside) if part)
