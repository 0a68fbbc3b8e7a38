"""Words beside what they were: new ones bold, underlined and tinted, taken-out ones struck
through. A reader hears which is which."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bidwriter.bids.joining.words import Run, compare_words
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role


class Compared(QLabel):
    """`new` beside `old`, word by word; `shown` may hide the words that went out or came in."""

    def __init__(
        self, old: str, new: str, *, role: Role = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._paint_words)
        self.show_words(old, new)

    def show_words(self, old: str, new: str) -> None:
        """Compare two texts."""
        self._runs = compare_words(old, new)
        self.setAccessibleName(spoken(self._runs))
        self._paint_words()

    def _paint_words(self) -> None:
        look = theme()
        self.setFont(look.font(self._role))
        line = f"line-height: {look.line(self._role)}px"
        words = "".join(map(_html, _parted(self._runs)))
        self.setText(f'<div style="{line}; color: {look.tokens.text}">{words}</div>')


def spoken(runs: tuple[Run, ...]) -> str:
    """The words as a reader says them."""
    said = {"same": "{}", "in": " [new: {}] ", "out": " [taken out: {}] "}
    return " ".join("".join(said[run.kind].format(run.text) for run in runs).split())


def _parted(runs: tuple[Run, ...]) -> list[Run]:
    """A space between what went out and what came in its place, for the eye alone."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1].kind == "out" and run.kind == "in" and not made[-1].text[-1].isspace():
            made.append(Run("same", " "))
        made.append(run)
    return made


def _html(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    look = theme().tokens
    match run.kind:
        case "in":
            style = f"background: {look.mark2}; font-weight: 600; text-decoration: underline"
        case "out":
            style = f"color: {look.text2}; text-decoration: line-through"
        case _:
            return words
    return f'<span style="{style}">{words}</span>'
