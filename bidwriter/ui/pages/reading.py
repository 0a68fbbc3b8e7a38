"""The bid to read: one document that nothing can be changed in."""

from PySide6.QtGui import QTextCursor

from bidwriter.bids.places import Place
from bidwriter.ui.look.space import row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.bid_document import BidDocument
from bidwriter.ui.pages.page import Page
from bidwriter.ui.session import Session


class ReadingPage(Page):
    """Scrolls; words can be selected and copied."""

    title = "The bid"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.document = BidDocument(session.bid)
        line = row(self, 0, (28, 10, 8, 0))
        line.addStretch(1)
        line.addWidget(self.document, 1000)
        line.addStretch(1)

    def refresh(self) -> None:
        """The bid as it is now."""
        self.document.show_bid(self.bid)

    def go_to(self, place: Place) -> None:
        """The question of a place, or the beginning."""
        if place.question:
            self.document.scrollToAnchor(place.question)
        else:
            self.document.moveCursor(QTextCursor.MoveOperation.Start)
        self.document.setFocus()
