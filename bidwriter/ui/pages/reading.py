"""The bid to read: one document that nothing can be changed in, and nothing is loaded into."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from bidwriter.bids.places import question_of
from bidwriter.ui.look.space import row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.base import Page
from bidwriter.ui.pages.reading_html import reading_html
from bidwriter.ui.session import Session


class ReadingPage(Page):
    """Scrolls; words can be selected and copied."""

    title = "The bid"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.document = _Document()
        self.document.setAccessibleName(f"The bid: {session.bid.title}")
        line = row(self, 0, (28, 10, 8, 0))
        line.addStretch(1)
        line.addWidget(self.document, 1000)
        line.addStretch(1)
        theme().changed.connect(self.refresh)

    def refresh(self) -> None:
        """The bid in the colours and size in force."""
        look = theme()
        self.document.setMaximumWidth(look.px(820))
        self.document.document().setDefaultStyleSheet(
            f"body, p, li, td {{ font-size: {look.px(17)}px; line-height: 150%; }}"
            f"h1 {{ font-size: {look.px(32)}px; font-weight: 600; }}"
            f"h2 {{ font-size: {look.px(24)}px; font-weight: 600; margin-top: {look.px(34)}px; }}"
            f"h3 {{ font-size: {look.px(19)}px; font-weight: 600; margin-top: {look.px(24)}px; }}"
            f"h4 {{ font-size: {look.px(17)}px; font-weight: 600; }}"
            f"th, small {{ font-size: {look.px(14)}px; color: {look.tokens.text2}; }}"
            f"td {{ font-size: {look.px(15)}px; }}"
            f"a {{ color: {look.tokens.link}; }}"
        )
        self.document.setHtml(reading_html(self.bid))

    def go_to(self, place: str) -> None:
        """The question of a place, or the beginning."""
        question = question_of(place)
        if question or place.startswith("section-"):
            self.document.scrollToAnchor(question or place)
        else:
            self.document.moveCursor(QTextCursor.MoveOperation.Start)
        self.document.setFocus()


class _Document(QTextBrowser):
    """Shows words alone: no picture, style or page is ever loaded, no link followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("ringRadius", 8)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: N802
        """Nothing."""
        return None
