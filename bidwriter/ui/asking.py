"""The one gate for every question to the user. Tests put their own in its place; a question that
nobody answers then fails the test instead of hanging."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from bidwriter.ui.parts.question import Question
from bidwriter.ui.parts.ways_dialog import WaysDialog
from bidwriter.ui.parts.words_dialog import WordsDialog


class Asking(Protocol):
    """What can be asked."""

    def choose(
        self, parent: QWidget, title: str, text: str, safe: str, other: str, *, danger: bool = False
    ) -> bool:
        """Whether `other` was chosen; Esc and closing mean `safe`."""

    def pick(self, parent: QWidget, title: str, text: str, ways: tuple[str, ...]) -> str | None:
        """One of several ways on; None, and Esc, mean none of them now."""

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say something that must be read."""

    def words(
        self, parent: QWidget, title: str, label: str, action: str, start: str = ""
    ) -> str | None:
        """A few words; None if the question was left."""

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """A file that is there."""

    def files_to_open(
        self, parent: QWidget, title: str, kinds: str, folder: Path
    ) -> tuple[Path, ...]:
        """One or several files that are there; none if nothing was picked."""

    def file_to_save(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """Where to write a file."""


class Dialogs:
    """The gate that shows dialogs."""

    def choose(
        self, parent: QWidget, title: str, text: str, safe: str, other: str, *, danger: bool = False
    ) -> bool:
        """Two buttons with verbs; the safe one is the default and what Esc does."""
        return _asked(Question(parent, title, text, safe, other, danger=danger))

    def pick(self, parent: QWidget, title: str, text: str, ways: tuple[str, ...]) -> str | None:
        """A button for each way, and one for none."""
        question = WaysDialog(parent, title, text, ways)
        question.exec()
        return question.picked

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """One button."""
        _asked(Question(parent, title, text, "Close"))

    def words(
        self, parent: QWidget, title: str, label: str, action: str, start: str = ""
    ) -> str | None:
        """One field and two buttons."""
        dialog = WordsDialog(parent, title, label, action, start)
        return dialog.typed if dialog.exec() == WordsDialog.DialogCode.Accepted else None

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """The system's own dialog."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def files_to_open(
        self, parent: QWidget, title: str, kinds: str, folder: Path
    ) -> tuple[Path, ...]:
        """The system's own dialog."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
        return tuple(Path(name) for name in names)

    def file_to_save(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """The system's own dialog, which asks before replacing."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        return Path(name) if name else None


def _asked(question: Question) -> bool:
    return question.exec() == Question.DialogCode.Accepted


_gate: list[Asking] = [Dialogs()]


def ask() -> Asking:
    """The gate in use."""
    return _gate[0]


def use(gate: Asking) -> Asking:
    """Put another gate in place; hands back the one that was there."""
    old, _gate[0] = _gate[0], gate
    return old
