"""Asks for the words and the address of a link. Give `asking_in(window)` to the editor."""

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from bidwriter.prose.links import allowed_link
from bidwriter.ui.editor.formatting_box import AskLink
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words


class LinkDialog(Dialog):
    """Words and address. An empty address takes an existing link away."""

    def __init__(self, text: str, address: str, parent: QWidget | None = None) -> None:
        title = "Change the link" if address else "Add a link"
        super().__init__(parent, title, stays=True)
        self._had_address = bool(address)
        self._words = Field("Words to show", LineEdit(text))
        hint = "A web or email address. Leave it empty to take the link away."
        self._address = Field("Address", LineEdit(address), hint=hint if address else "")
        keep, cancel = Button(title, "primary"), Button("Cancel")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        outer = column(self, 16, (24, 20, 24, 20))
        outer.addWidget(Words(title, "h2"))
        outer.addWidget(self._words)
        outer.addWidget(self._address)
        foot = row(spacing=10)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        outer.addLayout(foot)
        widths(self, least=440)
        (self._address if text else self._words).setFocus()

    @property
    def answer(self) -> tuple[str, str]:
        """The words, or the address where there are none, and the address in full."""
        address = _in_full(_text_of(self._address))
        return _text_of(self._words) or address, address

    @override
    def accept(self) -> None:
        """Shut only if the address can be followed."""
        typed, address = _text_of(self._address), self.answer[1]
        wrong = not address and (bool(typed) or not self._had_address)
        self._address.set_error("Enter an address, like https://www.gov.uk" if wrong else "")
        if wrong:
            self._address.setFocus()
        else:
            super().accept()


def asking_in(window: QWidget) -> AskLink:
    """A way to ask in a dialog over `window`."""

    def ask(text: str, address: str) -> tuple[str, str] | None:
        dialog = LinkDialog(text, address, window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer if accepted else None
        dialog.deleteLater()
        return answer

    return ask


def _text_of(field: Field) -> str:
    editor = field.editor
    return editor.text().strip() if isinstance(editor, LineEdit) else ""


def _in_full(typed: str) -> str:
    """An address with the scheme that the officer left out."""
    if not typed or " " in typed or allowed_link(typed):
        return allowed_link(typed)
    if "@" in typed:
        return allowed_link(f"mailto:{typed}")
    return allowed_link(f"https://{typed}") if "." in typed and ":" not in typed else ""
