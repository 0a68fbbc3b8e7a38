"""Declarations: a check box for each statement. A tick is a statement, never a signature."""

from PySide6.QtWidgets import QWidget

from bidwriter.kinds.values.declarations import Declarations
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class DeclarationsEditor(FieldEditor):
    """The statements, each with where it comes from."""

    def __init__(
        self, session: Session, question: Declarations, navigator: Navigator, *, alone: bool
    ) -> None:
        group = QWidget()
        layout = column(group, 14)
        self.boxes: dict[str, CheckBox] = {}
        for statement in question.statements:
            box = CheckBox(statement.text)
            self.boxes[statement.id] = box
            box.clicked.connect(self._on_clicked)
            layout.addWidget(box)
        if self.boxes:
            group.setFocusProxy(next(iter(self.boxes.values())))
        super().__init__(session, question, navigator, group, alone=alone)
        self._statements = question
        for note in dict.fromkeys(s.note for s in question.statements if s.note):
            self.layout_.addWidget(Words(f"Assumed, not published: {note}", "small", "text2"))
        self.layout_.addWidget(
            Words("A tick is your statement. It is not a signature.", "small", "text2")
        )

    def _on_clicked(self) -> None:
        agreed = tuple(key for key, box in self.boxes.items() if box.isChecked())
        self.put(self._statements.tidy(agreed))

    def refresh(self) -> None:
        """What is agreed."""
        value = self.value
        agreed = value if isinstance(value, tuple) else ()
        for key, box in self.boxes.items():
            if box.isChecked() != (key in agreed):
                box.setChecked(key in agreed)
