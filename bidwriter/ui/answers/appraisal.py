"""The benefits page: inputs at the left, scenarios, chart and results at the right, live."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.appraisal import Appraisal
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.appraisal_form.actions import InputActions
from bidwriter.ui.answers.appraisal_form.inputs_card import InputsCard
from bidwriter.ui.answers.appraisal_form.results import Results
from bidwriter.ui.answers.appraisal_form.workbook import export_workbook
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

_FORM = 35  # per cent of the page's width


class AppraisalEditor(AnswerEditor):
    """A wide page's whole content under its heading."""

    wide = True
    is_titled = False

    def __init__(
        self, session: Session, question: Appraisal, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.edits = InputActions(session, question, navigator)
        self.inputs = InputsCard(self.edits)
        self.results = Results()
        outer = column(self, 16)
        self._across = row(spacing=18)
        self._across.addWidget(self.inputs, _FORM, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self.results, 100 - _FORM)
        outer.addLayout(self._across)
        outer.addStretch(1)
        self.results.workbook.clicked.connect(self.export_workbook)

    def refresh(self) -> None:
        """Inputs and results as the bid has them."""
        self.inputs.refresh()
        self.results.show_bid(self.session.bid)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Beside the boxes."""
        self.inputs.show_problems(problems)

    def go_to(self, place: Place) -> None:
        """The very cell of an input; a benefit's chips; else the form."""
        row_id = (place.item if place.is_evidence else place).row
        if not row_id or not self.inputs.go_to(row_id, place):
            self.inputs.tabs.setFocus()

    def in_focus(self) -> tuple[Place, str]:
        """The input that has the focus, or the appraisal."""
        row_id = self.inputs.focused()
        return (self.place.at(row_id) if row_id else self.place), ""

    def take_in(self) -> None:
        """What is still being typed is in the bid already."""
        self.inputs.take_in()

    def export_workbook(self) -> None:
        """Write the working as a workbook, where the officer says."""
        self.take_in()
        done = export_workbook(self, self.session)
        if done:
            self.navigator.say(done)

    def fit(self, effective_width: int) -> None:
        """Where there is no room for both, the results stand below the form. Between 1,100 and
        1,180 the task list takes the room that they would need."""
        beside = effective_width >= 1180 or 960 <= effective_width < 1100
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)
