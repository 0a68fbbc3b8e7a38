"""The one gate for every question to the user. Tests put their own in its place; a question that
nobody answers then fails the test instead of hanging."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Asking(Protocol):
    """What can be asked."""

    def choose(
        self, parent: QWidget, title: str, text: str, safe: str, other: str, *, danger: bool = False
    ) -> bool:
        """Whether `other` was chosen; Esc and closing mean `safe`."""

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say something that must be read."""

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """A file that is there."""

    def file_to_save(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """Where to write a file."""


class Dialogs:
    """The gate that shows dialogs."""

    def choose(
        self, parent: QWidget, title: str, text: str, safe: str, other: str, *, danger: bool = False
    ) -> bool:
        """Two buttons with verbs; the safe one is the default and what Esc does."""
        box = QMessageBox(parent)
        box.setWindowTitle("bidwriter")
        box.setText(title)
        box.setInformativeText(text)
        keep = box.addButton(safe, QMessageBox.ButtonRole.RejectRole)
        do = box.addButton(
            other,
            QMessageBox.ButtonRole.DestructiveRole if danger else QMessageBox.ButtonRole.AcceptRole,
        )
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is do

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """One button."""
        box = QMessageBox(parent)
        box.setWindowTitle("bidwriter")
        box.setText(title)
        box.setInformativeText(text)
        box.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """The system's own dialog."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def file_to_save(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """The system's own dialog, which asks before replacing."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        return Path(name) if name else None


_gate: list[Asking] = [Dialogs()]


def ask() -> Asking:
    """The gate in use."""
    return _gate[0]


def use(gate: Asking) -> Asking:
    """Put another gate in place; hands back the one that was there."""
    old, _gate[0] = _gate[0], gate
    return old
