"""Asks for the number that a list begins at. Give `asking_start_in(window)` to the editor."""

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from bidwriter.ui.editor.formatting_box import AskStart
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words

_LARGEST = 9_999
_TITLE = "Where the list begins"


class StartDialog(Dialog):
    """One number."""

    def __init__(self, start: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, _TITLE, stays=True)
        self.line = LineEdit(str(start))
        self._field = Field("Number of the first item", self.line)
        keep, cancel = Button("Number the list", "primary"), Button("Cancel")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        outer = column(self, 16, (24, 20, 24, 20))
        outer.addWidget(Words(_TITLE, "h2"))
        outer.addWidget(self._field)
        foot = row(spacing=10)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        outer.addLayout(foot)
        widths(self, least=360)
        self.line.selectAll()
        self._field.setFocus()

    @property
    def answer(self) -> int | None:
        """The number; None while there is none."""
        typed = self.line.text().strip().rstrip(".)")
        number = int(typed) if typed.isdecimal() and len(typed) <= len(str(_LARGEST)) else -1
        return number if 0 <= number <= _LARGEST else None

    @override
    def accept(self) -> None:
        """Shut only with a number."""
        wrong = self.answer is None
        self._field.set_error(f"Enter a whole number from 0 to {_LARGEST:,}" if wrong else "")
        if wrong:
            self._field.setFocus()
        else:
            super().accept()


def asking_start_in(window: QWidget) -> AskStart:
    """A way to ask in a dialog over `window`."""

    def ask(start: int) -> int | None:
        dialog = StartDialog(start, window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer if accepted else None
        dialog.deleteLater()
        return answer

    return ask
