"""Attachments: files that go with the bid, known by their content."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids import places
from bidwriter.bids.bid import Attachment
from bidwriter.bids.editing import detach
from bidwriter.bids.partner_copy import ATTACHMENTS
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.attachments import ACCEPTED, LARGEST
from bidwriter.kinds.values.files import size_words
from bidwriter.ui.asking import ask
from bidwriter.ui.attaching import attach_file
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.parts_of_pages import centred, emptied
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session


class AttachmentsPage(Page):
    """Add, say what it is, take out. Files can be dropped here."""

    title = "Attachments"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self._closed = not session.may_change(ATTACHMENTS)
        self.setAcceptDrops(not self._closed)
        self.heading = heading("Attachments")
        self._lines: dict[str, LineEdit] = {}
        self._shown: tuple[object, ...] | None = None
        self._trouble = column(spacing=0)
        self.add = Button("Add a file", "primary", "plus")
        self.add.setEnabled(not self._closed)
        self.add.clicked.connect(self._on_add)
        self._list = column(spacing=12)
        inside = QWidget()
        body = column(inside, 12)
        body.addWidget(self.heading)
        words = (
            f"Letters, data or pictures that the bid points to: {ACCEPTED}, up to "
            f"{LARGEST // 10**6} MB each. They go into the package and are listed in the PDF."
        )
        body.addWidget(Words(words, "body", "text2"))
        body.addLayout(self._trouble)
        body.addLayout(self._list)
        line = row()
        line.addWidget(self.add)
        line.addStretch(1)
        body.addLayout(line)
        body.addStretch(1)
        self.fill(centred(inside, 760))

    def refresh(self) -> None:
        """The list; what is being typed stays."""
        keys = tuple((a.sha256, a.for_) for a in self.bid.attachments)
        if keys != self._shown:
            self._shown = keys
            self._lines = {}
            emptied(self._list)
            for item in self.bid.attachments:
                self._list.addWidget(self._card(item))
            if not keys:
                self._list.addWidget(
                    Words("Nothing is attached. A bid needs no attachments.", "body", "text2")
                )
        for item in self.bid.attachments:
            if " ".join(self._lines[item.sha256].text().split()) != item.about:
                self._lines[item.sha256].show_text(item.about)

    def _card(self, item: Attachment) -> QWidget:
        card = Card(padding=18, spacing=10)
        line = row(spacing=12)
        line.addWidget(IconMark("paperclip", "text2", 20, line=22))
        line.addWidget(Words(item.name, "body", weight=600), 1)
        line.addWidget(Words(size_words(item.size), "small", "text2", wrap=False))
        remove = IconButton("trash-2", f"Take out {item.name}")
        remove.setEnabled(not self._closed)
        remove.clicked.connect(lambda: self._remove(item))
        line.addWidget(remove)
        card.body.addLayout(line)
        names = [self.bid.round.by_id[q].name for q in item.for_ if q in self.bid.round.by_id]
        if names:
            card.body.addWidget(Words(f"Answers: {', '.join(names)}", "small", "text2"))
        about = LineEdit(item.about)
        about.setReadOnly(self._closed)
        place = places.ATTACHMENTS.at(item.sha256, "about")
        about.textEdited.connect(
            lambda text: self.session.edit(
                lambda bid: set_typed(bid, place, text), f"Said what {item.name} is", place
            )
        )
        about.editingFinished.connect(self.session.break_typing)
        self._lines[item.sha256] = about
        card.body.addWidget(
            Field(
                f"What {item.name} is",
                about,
                hint="For the list in the PDF",
                optional=True,
                role="small",
            )
        )
        return card

    def _on_add(self) -> None:
        path = ask().file_to_open(self, "Attach a file", "All files (*)", Path.home())
        if path:
            self.take(path)

    def take(self, path: Path) -> None:
        """Attach a file, or say why it cannot be."""
        trouble = attach_file(self.session, path)
        emptied(self._trouble)
        if trouble:
            self._trouble.addWidget(Callout("problem", "This file was not attached", trouble))

    def _remove(self, item: Attachment) -> None:
        self.session.edit(lambda bid: detach(bid, item.sha256), f"Took out {item.name}")
        self.navigator.say(f"Took out “{item.name}”", undo=True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def go_to(self, place: Place) -> None:
        """The words about one attachment, or the heading."""
        (self._lines.get(place.row) or self.heading).setFocus()
