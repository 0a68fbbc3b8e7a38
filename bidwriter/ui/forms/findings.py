"""What the linter found in the round as it is now."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bidwriter.rounds.linting.finding import Finding
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words, heading

_MOST = 40
_ABOUT = (
    "What is to mend stops the round from being used; advice does not. What cannot be changed on "
    "this page is changed in the round’s own files once it is made."
)


class Findings(QWidget):
    """Hidden until it is asked for. The focus begins on `heading`."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Finding, ...] = ()
        body = column(self, 8)
        self.heading = heading("What the linter says", "h2")
        body.addWidget(self.heading)
        body.addWidget(Words(_ABOUT, "small", "text2"))
        self._card = Card(padding=(18, 12, 18, 14), spacing=10)
        body.addWidget(self._card)
        self.hide()

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """List these."""
        if not found:
            self.hide()
        if found == self._found:
            return
        self._found = found
        emptied(self._card.body)
        for one in found[:_MOST]:
            line = column(spacing=0)
            words = f"Advice: {one.words}" if one.is_advice else one.words
            line.addWidget(Words(words, "body", "text" if one.is_advice else "bad", weight=600))
            line.addWidget(Words(f"{one.remedy} ({one.place})", "small", "text2"))
            self._card.body.addLayout(line)
        if len(found) > _MOST:
            self._card.body.addWidget(Words(f"and {len(found) - _MOST:,} more", "small", "text2"))

    def open(self) -> None:
        """Show it, and go there."""
        self.show()
        QTimer.singleShot(0, self.heading, self.heading.setFocus)  # once it is laid out
