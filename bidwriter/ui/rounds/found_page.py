"""What the linter says of the round: each thing leads to where it can be mended."""

from functools import partial

from PySide6.QtCore import Signal

from bidwriter.rounds.linting.finding import Finding
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words

_MOST = 60
_HINT = "What is to mend stops the round from being used; advice does not"


class FoundPage(Sheet):
    """`followed` carries the thing that was chosen."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__("", "What is to mend", _HINT)
        self._found: tuple[Finding, ...] | None = None
        self._card = Card(padding=(18, 12, 18, 14), spacing=12)
        self.body.addWidget(self._card)
        self.body.addStretch(1)

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """List these."""
        if found == self._found:
            return
        self._found = found
        emptied(self._card.body)
        if not found:
            self._card.body.addWidget(Words("Nothing: this round can be used", "body"))
        for at, one in enumerate(found[:_MOST], 1):
            line = column(spacing=0)
            words = f"Advice: {one.words}" if one.is_advice else one.words
            line.addWidget(Words(words, "body", "text" if one.is_advice else "bad", weight=600))
            line.addWidget(Words(f"{one.remedy} ({one.place})", "small", "text2"))
            link = Link("Go there", "small")
            link.setAccessibleName(f"{at}: go to {one.words}")
            link.clicked.connect(partial(self.followed.emit, one))
            line.addWidget(link)
            self._card.body.addLayout(line)
        if len(found) > _MOST:
            self._card.body.addWidget(Words(f"and {len(found) - _MOST:,} more", "small", "text2"))
