"""Which round is changed: one of one's own, a copy of another, an empty one, one that was sent, or
one made from a form."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.rounds.library import Broken, Pack
from bidwriter.ui.look.space import row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words, heading


class ChoicePage(Sheet):
    """`change_asked` and `copy_asked` carry the folder of a round."""

    change_asked = Signal(object)
    copy_asked = Signal(object)
    empty_asked = Signal()
    form_asked = Signal()
    file_asked = Signal()

    def __init__(
        self, own: Sequence[Pack], shipped: Sequence[Pack], broken: Sequence[Broken]
    ) -> None:
        super().__init__("", "Which round do you want to change?")
        self.errors = ErrorSummary()
        self.body.insertWidget(0, self.errors)
        ways = QWidget()
        flow = FlowLayout(ways, 10, 8)
        for words, icon, signal in (
            ("Begin an empty round", "file-plus", self.empty_asked),
            ("Make one from a form", "file-text", self.form_asked),
            ("Take in a round that was sent", "download", self.file_asked),
        ):
            button = Button(words, "secondary", icon)
            button.clicked.connect(signal)
            flow.addWidget(button)
        self.body.addWidget(ways)
        self._list("Your own rounds", own, {"Change it": "change", "Copy it": "copy"})
        for one in broken:
            self._broken(one)
        self._list("Rounds that came with bidwriter", shipped, {"Change a copy": "copy"})
        self.body.addStretch(1)

    def _list(self, title: str, packs: Sequence[Pack], ways: Mapping[str, str]) -> None:
        if not packs:
            return
        self.body.addSpacing(14)
        self.body.addWidget(heading(title, "h2"))
        for pack in packs:
            card = Card(padding=(16, 10, 16, 12), spacing=2)
            card.body.addWidget(Words(pack.round.name, "body", weight=600))
            about = f"Version {pack.round.version}, {len(pack.round.questions)} questions"
            card.body.addWidget(Words(about, "small", "text2"))
            line = row(spacing=16)
            for words, way in ways.items():
                link = Link(words, "small")
                link.setAccessibleName(f"{words}: {pack.round.name} {pack.round.version}")
                asked = self.change_asked if way == "change" else self.copy_asked
                link.clicked.connect(partial(asked.emit, pack.folder))
                line.addWidget(link)
            line.addStretch(1)
            card.body.addLayout(line)
            self.body.addWidget(card)

    def _broken(self, one: Broken) -> None:
        card = Card(padding=(16, 10, 16, 12), spacing=2)
        card.body.addWidget(Words(one.folder.name, "body", weight=600))
        card.body.addWidget(Words(one.why, "small", "bad"))
        link = Link("Mend it", "small")
        link.setAccessibleName(f"Mend it: {one.folder.name}")
        link.clicked.connect(lambda: self.change_asked.emit(one.folder))
        card.body.addWidget(link)
        self.body.addWidget(card)

    def show_error(self, words: str) -> None:
        """Why that cannot be done."""
        self.errors.show_errors([ErrorLine("", words)] if words else [])
