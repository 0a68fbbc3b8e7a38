"""The proof of a file: what is whole, missing, added or changed, for a file from anyone."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.exports.verifying import report
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_WORDS = {
    "whole": "Whole",
    "missing": "Missing",
    "added": "Added since it was made",
    "changed": "Changed since it was made",
}


class ProofPage(Page):
    """Made once: the file is not changed while it is read."""

    title = "Proof"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        found = report(session.opened)
        title = (
            "Nothing has changed since it was made" if found.whole else "This is not as it was made"
        )
        self.heading = heading(title, "display")
        inside = QWidget()
        body = column(inside, 14)
        body.addWidget(self.heading)
        body.addWidget(
            Callout("met" if found.whole else "problem", found.finding, session.path.name)
        )
        for note in found.notes:
            body.addWidget(Callout("problem", note))
        files = Card(padding=20, spacing=0)
        files.body.addWidget(Words("Files", "h3"))
        for entry in found.entries:
            files.body.addWidget(
                _row(
                    entry.path.removeprefix("data/"),
                    _WORDS[entry.standing],
                    entry.standing == "whole",
                )
            )
            files.body.addWidget(Rule(room=0))
        body.addWidget(files)
        info = Card(padding=20, spacing=6)
        info.body.addWidget(Words("What the file says of itself", "h3"))
        for name, value in found.info.items():
            info.body.addWidget(_pair(name.replace("-", " "), value))
        body.addWidget(info)
        body.addStretch(1)
        self.fill(centred(inside, 820))

    def refresh(self) -> None:
        """Nothing changes here."""

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a page to read
        """The heading."""
        self.heading.setFocus()


def _row(name: str, words: str, whole: bool) -> QWidget:
    holder = QWidget()
    line = row(holder, 12, (0, 8, 0, 8))
    line.addWidget(
        IconMark("check" if whole else "octagon-alert", "ok" if whole else "bad", 18, line=20)
    )
    line.addWidget(Words(name, "small", weight=600), 1)
    line.addWidget(Words(words, "small", "text2" if whole else "bad", wrap=False))
    return holder


def _pair(name: str, value: str) -> QWidget:
    holder = QWidget()
    line = row(holder, 12)
    label = Words(name, "small", "text2")
    widths(label, least=170, most=170)
    line.addWidget(label)
    line.addWidget(Words(value, "small"), 1)
    return holder
