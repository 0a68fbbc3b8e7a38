"""The checksums of a file from anyone: what matches them, and what that shows and does not."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.exports.verifying import STANDINGS, Report, report
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session


class ProofPage(Page):
    """Made once: the file is not changed while it is read."""

    title = "Checksums"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        found = report(session.opened)
        title = "All files match their checksums" if found.whole else "Something is wrong"
        self.heading = heading(title, "display")
        inside = QWidget()
        body = column(inside, 14)
        body.addWidget(self.heading)
        body.addWidget(
            Callout("met" if found.whole else "problem", found.finding, session.path.name)
        )
        for note in found.notes:
            body.addWidget(Callout("problem", note))
        body.addWidget(_shows(found))
        body.addWidget(_files(found))
        body.addWidget(_says(found))
        body.addStretch(1)
        self.fill(centred(inside, 820))

    def refresh(self) -> None:
        """Nothing changes here."""

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a page to read
        """The heading."""
        self.heading.setFocus()


def _shows(found: Report) -> QWidget:
    """What the finding shows, and the hash by which one can be sure."""
    card = Card(padding=20, spacing=8)
    card.body.addWidget(Words("What this shows", "h3"))
    card.body.addWidget(Words(found.meaning, "body"))
    if found.content_hash:
        digest = found.content_hash
        grouped = " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
        card.body.addWidget(_pair("Content hash", grouped))
        copy = Button("Copy the content hash", "quiet", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digest))
        line = row()
        line.addWidget(copy)
        line.addStretch(1)
        card.body.addLayout(line)
    for words in found.not_compared:
        card.body.addWidget(Words(words, "small", "text2"))
    return card


def _files(found: Report) -> QWidget:
    files = Card(padding=20, spacing=0)
    files.body.addWidget(Words("Files", "h3"))
    for entry in found.entries:
        words = STANDINGS[entry.standing]
        name, whole = entry.path.removeprefix("data/"), entry.standing == "whole"
        files.body.addWidget(_row(name, f"{words[0].upper()}{words[1:]}", whole=whole))
        files.body.addWidget(Rule(room=0))
    return files


def _says(found: Report) -> QWidget:
    info = Card(padding=20, spacing=6)
    info.body.addWidget(Words("What the file says of itself", "h3"))
    for name, value in found.info.items():
        info.body.addWidget(_pair(name.replace("-", " "), value))
    return info


def _row(name: str, words: str, *, whole: bool) -> QWidget:
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
