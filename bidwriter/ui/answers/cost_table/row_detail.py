"""Under the table: the current line's further cells, and which principles it shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.ui.answers.cost_table.line_actions import LineActions
from bidwriter.ui.answers.cost_table.row_fields import RowFields
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class RowDetail(QWidget):
    """Shows one line. `menu_asked` when the officer wants what else can be done with it."""

    menu_asked = Signal()

    def __init__(
        self, session: Session, question: CostLines, navigator: Navigator, actions: LineActions
    ) -> None:
        super().__init__()
        self._session, self._question, self._actions = session, question.id, actions
        self._row = ""
        self.title = Words("", "h3")
        self.more = IconButton("ellipsis", "More about this line")
        if not session.may_change(question.id):
            self.more.hide()
        self.fields = RowFields(session, question, actions.set_cells)
        self.note = self.fields.words["note"]
        self.strip = EvidenceStrip(session, navigator)
        outer = column(self, 6)
        head = row(spacing=8)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(head)
        outer.addWidget(self.fields)
        outer.addSpacing(4)
        outer.addWidget(self.strip)
        if not session.bid.round.principles:
            self.strip.hide()
        self.more.clicked.connect(self.menu_asked)
        self.hide()

    def show_line(self, line: CostLine | None) -> None:
        """Turn to a line; none hides all."""
        self.setVisible(line is not None)
        if line is None:
            self._row = ""
            return
        if line.id != self._row:
            self._session.break_typing()
            self._row = line.id
        if line.title != self.title.text():
            self.title.setText(line.title)
        self.fields.show_line(line)
        self.strip.show_place(Place(self._question).at(line.id))
