"""A small dialog that asks for a few words."""

from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words

_MOST = 200  # characters: what history keeps of the name of a version


class WordsDialog(Dialog):
    """`typed` are the words once it was accepted; without words it says what to do."""

    def __init__(self, parent: QWidget, title: str, label: str, action: str, start: str) -> None:
        super().__init__(parent, "bidwriter")
        self.setAccessibleName(title)
        self._label = label
        self.box = LineEdit(start, most=_MOST)
        self._field = Field(label, self.box)
        body = column(self, 14, (24, 22, 24, 20))
        body.addWidget(Words(title, "h3"))
        body.addWidget(self._field)
        line = row(spacing=12)
        line.addStretch(1)
        leave = Button("Leave it", "secondary")
        self.button = Button(action, "primary")
        line.addWidget(leave)
        line.addWidget(self.button)
        body.addLayout(line)
        leave.clicked.connect(self.reject)
        self.button.clicked.connect(self._on_done)
        self.button.setDefault(True)
        widths(self, least=440)
        self.box.selectAll()
        self.box.setFocus()

    @property
    def typed(self) -> str:
        """The words."""
        return self.box.text().strip()

    def _on_done(self) -> None:
        if self.typed:
            self.accept()
        else:
            self._field.set_error(f"Write a {self._label.lower()}")
