"""The export's result: what is in the package, that it was read back, and how to check it later."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.files.container.bagit import Entry
from bidwriter.kinds.values.day import show
from bidwriter.kinds.values.files import size_words
from bidwriter.ui.look.space import column, row
from bidwriter.ui.pages.exporting import Exported
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words, heading

_ABOUT = {
    "bid.pdf": ("file-text", "For people: tagged for screen readers"),
    "bid.json": ("list", "For machines: every answer, figure and tag"),
    "bid.schema.json": ("list", "What bid.json may hold"),
    "round.json": ("table", "The questions and rules this bid answered"),
    "history.jsonl": ("history", "Who changed what, and when"),
    "package.json": ("package-check", "What this package is, to sort by"),
    "manifest-sha256.txt": ("shield-check", "A checksum for each file above"),
}


class ExportedView(QWidget):
    """Package saved and checked."""

    def __init__(self, made: Exported, bid: Bid, back: Callable[[], None]) -> None:
        super().__init__()
        self._made = made
        title = (
            "Package saved and checked"
            if made.report.whole
            else "The package was saved, but does not read back whole"
        )
        self.heading = heading(title, "display")
        body = column(self, 16)
        top = row(spacing=16)
        whole = made.report.whole
        mark = IconMark("package-check" if whole else "octagon-alert", "ok" if whole else "bad", 36)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        names = column(spacing=2)
        names.addWidget(self.heading)
        names.addWidget(
            Words(f"{made.path.name}  ·  {size_words(len(made.package.data))}", "body", "text2")
        )
        top.addLayout(names, 1)
        body.addLayout(top)
        body.addWidget(self._buttons(back))
        side = QWidget()
        right = column(side, 16)
        right.addWidget(self._proof())
        right.addWidget(self._next(bid))
        right.addStretch(1)
        left = QWidget()
        files = column(left, 0)
        files.addWidget(self._contents())
        files.addStretch(1)
        body.addWidget(Beside([(left, 9), (side, 4)], least=860, spacing=20))

    def _buttons(self, back: Callable[[], None]) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, 12, 10)
        folder = Button("Show in folder", "primary", "folder-open")
        folder.clicked.connect(self._on_folder)
        pdf = Button("Look at the PDF", "secondary", "file-text")
        pdf.clicked.connect(self._on_pdf)
        again = Button("Back to the checks", "quiet")
        again.clicked.connect(back)
        for button in (folder, pdf, again):
            line.addWidget(button)
        return holder

    def _contents(self) -> QWidget:
        card = Card(padding=20, spacing=0)
        line = row(spacing=8)
        line.addWidget(Words("What is in it", "h3"), 1)
        entries = [
            e
            for e in self._made.report.entries
            if e.path.startswith("data/") or e.path == "manifest-sha256.txt"
        ]
        whole = all(e.standing == "whole" for e in entries)
        words = (
            f"Read back after saving: all {len(entries)} match"
            if whole
            else self._made.report.finding
        )
        line.addWidget(Words(words, "small", "ok" if whole else "bad", weight=600), 2)
        card.body.addLayout(line)
        for entry in entries:
            card.body.addWidget(_entry_row(entry))
            card.body.addWidget(Rule(room=0))
        return card

    def _proof(self) -> QWidget:
        card = Card(padding=20, spacing=8)
        card.body.addWidget(Words("Check it later", "h3"))
        words = (
            "Anyone can check this package for damage, with bidwriter or with any BagIt tool. That "
            "does not show who made it: whoever must be sure that it is yours compares one of "
            "these with what you tell them by other means."
        )
        card.body.addWidget(Words(words, "small", "text2"))
        for name, digest in (
            ("content hash", self._made.report.content_hash),
            ("SHA-256 of the zip", self._made.sha256),
        ):
            _add_digest(card, name, digest)
        return card

    def _next(self, bid: Bid) -> QWidget:
        card = Card(padding=20, spacing=8)
        card.body.addWidget(Words("What happens now", "h3"))
        by = f" by {show(bid.round.closes.day)}" if bid.round.closes else ""
        steps = [
            bid.round.sending
            or f"Send the zip the way the fund asks{by}. bidwriter does not send it."
        ]
        steps += [
            "Keep your bid file. You can go on changing it and export again.",
            "Tell your partners. Each can open the package and check their own words.",
        ]
        for at, words in enumerate(steps, 1):
            card.body.addWidget(Words(f"{at}  {words}", "small"))
        return card

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.path.parent)))

    def _on_pdf(self) -> None:
        from bidwriter.ui.pages.pdf_dialog import show_made

        show_made(self, self._made.package.pdf)


def _entry_row(entry: Entry) -> QWidget:
    name = entry.path.removeprefix("data/")
    icon, about = _ABOUT.get(name, ("paperclip", "Attachment"))
    holder = QWidget()
    line = row(holder, 12, (0, 9, 0, 9))
    line.addWidget(IconMark(icon, "text2", 18, line=20), 0, Qt.AlignmentFlag.AlignTop)
    label = Words(name, "small", weight=600)
    said = Words(about, "small", "text2")
    line.addWidget(Beside([(label, 2), (said, 4)], least=300, spacing=2), 1)
    size = Words(size_words(entry.size), "small", "text2", wrap=False)
    line.addWidget(size, 0, Qt.AlignmentFlag.AlignTop)
    mark = "check" if entry.standing == "whole" else "octagon-alert"
    tick = IconMark(mark, "ok" if mark == "check" else "bad", 18, line=20)
    line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _add_digest(card: Card, name: str, digest: str) -> None:
    card.body.addWidget(Words(f"The {name}", "small", weight=600))
    lines = (digest[at : at + 16] for at in range(0, 64, 16))
    grouped = "\n".join(" ".join(line[n : n + 4] for n in range(0, 16, 4)) for line in lines)
    sheet = Card(padding=(14, 10, 14, 12), spacing=0, fill="sunken")
    sheet.body.addWidget(Words(grouped, "small"))
    card.body.addWidget(sheet)
    copy = Button("Copy", "quiet", "copy")
    copy.setAccessibleName(f"Copy the {name}")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digest))
    line = row()
    line.addWidget(copy)
    line.addStretch(1)
    card.body.addLayout(line)
