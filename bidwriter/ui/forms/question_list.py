"""The questions that were found, a row each. Many are built bit by bit, so that nothing freezes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bidwriter.desk.form_rows import FoundRow
from bidwriter.ui.forms.question_row import QuestionRow
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.measured import Measured
from bidwriter.ui.parts.parts_of_pages import emptied

_AT_ONCE = 12  # rows that are built together: about what shows


class QuestionList(Card):
    """`settled` carries the id of what was said, and the way."""

    settled = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(padding=(20, 4, 20, 8), spacing=0)
        self.rows: list[QuestionRow] = []
        self._wanted: tuple[FoundRow, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build)

    def show_rows(self, wanted: tuple[FoundRow, ...]) -> None:
        """Show these. Rows of the same questions stay, with the focus and what is open in them."""
        self._wanted = wanted
        same = 0
        for made, row in zip(self.rows, wanted, strict=False):
            if made.shown is None or made.shown.key != row.key:
                break
            made.show_row(row)
            same += 1
        if same < len(self.rows):
            self._build_anew()
        elif same < len(wanted) and not self._later.isActive():
            self._build()

    def _build_anew(self) -> None:
        emptied(self.body)
        self.rows = []
        self._build()

    def _build(self) -> None:
        """Some more rows, in a part of their own: to lay out one is not to lay out all."""
        part = QWidget()
        inside: QVBoxLayout = column(part, 0)
        for shown in self._wanted[len(self.rows) :][:_AT_ONCE]:
            made = QuestionRow(shown, is_first=not self.rows)
            made.settled.connect(self.settled)
            inside.addWidget(made)
            self.rows.append(made)
        self.body.addWidget(Measured(part))
        if len(self.rows) < len(self._wanted):
            self._later.start()

    def row_of(self, number: int) -> QuestionRow | None:
        """The row of the question of this number, built if it is not yet."""
        while len(self.rows) < min(number, len(self._wanted)):
            self._build()
        return self.rows[number - 1] if 0 < number <= len(self.rows) else None

    def number_held(self) -> int:
        """The number of the question whose row has the focus; 0 for none."""
        focused = QApplication.focusWidget()
        held = (made for made in self.rows if focused is not None and made.isAncestorOf(focused))
        return next((made.shown.number for made in held if made.shown is not None), 0)
