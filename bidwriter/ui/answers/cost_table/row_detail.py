"""Under the table: the current line's note, and which principles it shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.kinds.base import NotAllowedError
from bidwriter.kinds.cost_lines import CostLine
from bidwriter.ui.answers.cost_table.line_actions import LineActions
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class RowDetail(QWidget):
    """Shows one line. `menu_asked` when the officer wants what else can be done with it."""

    menu_asked = Signal()

    def __init__(
        self, session: Session, question: str, navigator: Navigator, actions: LineActions
    ) -> None:
        super().__init__()
        self._session, self._question, self._actions = session, question, actions
        self._row = ""
        self.title = Words("", "h3")
        self.more = IconButton("ellipsis", "More about this line")
        closed = not session.may_change(question)
        if closed:
            self.more.hide()
        self.note = LineEdit()
        self.note.setReadOnly(closed)
        self.strip = EvidenceStrip(session, navigator)
        outer = column(self, 6)
        head = row(spacing=8)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(head)
        outer.addWidget(Field("Note", self.note, optional=True, role="small"))
        outer.addSpacing(4)
        outer.addWidget(self.strip)
        if not session.bid.round.principles:
            self.strip.hide()
        self.more.clicked.connect(self.menu_asked)
        self.note.textEdited.connect(self._on_note_typed)
        self.note.editingFinished.connect(session.break_typing)
        self.note.undo_asked.connect(session.undo)
        self.note.redo_asked.connect(session.redo)
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
        if " ".join(self.note.text().split()) != (line.note or ""):
            self.note.show_text(line.note or "")
        self.note.setAccessibleName(f"Note, {line.title}, optional")
        self.strip.show_place(f"{self._question}/{line.id}")

    def _on_note_typed(self, words: str) -> None:
        place = f"{self._question}/{self._row}/note"
        try:
            self._actions.set_cells(self._row, {"note": " ".join(words.split()) or None}, place)
        except NotAllowedError:
            self.show_line(self._actions.line(self._row))
