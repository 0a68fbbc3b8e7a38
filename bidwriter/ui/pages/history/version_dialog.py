"""One version of the bid, to read from the top."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.pages.bid_document import BidDocument
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.words import Words


class VersionDialog(Dialog):
    """Reading changes nothing."""

    def __init__(self, parent: QWidget, bid: Bid, title: str, detail: str) -> None:
        super().__init__(parent, f"{title}, {detail}")
        body = column(self, 10, (24, 18, 12, 18))
        body.addWidget(Words(title, "h2"))
        body.addWidget(Words(detail, "small", "text2"))
        self.document = BidDocument(bid)
        body.addWidget(self.document, 1)
        line = row()
        line.addStretch(1)
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        line.addWidget(close)
        body.addLayout(line)
        window = parent.window()
        self.resize(min(theme().px(900), window.width() - 60), window.height() - 60)
        self.document.setFocus()
