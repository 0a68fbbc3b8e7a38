"""A bid as one document to read: nothing can be changed in it, and nothing is loaded into it."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.desk.reading_html import reading_html
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import NOTHING


class BidDocument(QTextBrowser):
    """Scrolls; words can be selected and copied. Shows words alone: no picture, style or page is
    ever loaded, no link followed."""

    def __init__(self, bid: Bid) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("ringRadius", 8)
        self.setAccessibleName(f"The bid: {bid.title}")
        self._bid = bid
        theme().changed.connect(self._show)
        self._show()

    def show_bid(self, bid: Bid) -> None:
        """Show a bid."""
        self._bid = bid
        self._show()

    def _show(self) -> None:
        """In the colours and size in force."""
        look = theme()
        self.setMaximumWidth(look.px(820))
        self.document().setDefaultStyleSheet(
            f"body, p, li, td {{ font-size: {look.px(17)}px; line-height: 150%; }}"
            f"h1 {{ font-size: {look.px(32)}px; font-weight: 600; }}"
            f"h2 {{ font-size: {look.px(24)}px; font-weight: 600; margin-top: {look.px(34)}px; }}"
            f"h3 {{ font-size: {look.px(19)}px; font-weight: 600; margin-top: {look.px(24)}px; }}"
            f"h4 {{ font-size: {look.px(17)}px; font-weight: 600; }}"
            f"th, small {{ font-size: {look.px(14)}px; color: {look.tokens.text2}; }}"
            f"td {{ font-size: {look.px(15)}px; }}"
            f"a {{ color: {look.tokens.link}; }}"
        )
        self.setHtml(reading_html(self._bid))

    @override
    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing, as a value: without one, Qt opens the file by itself."""
        return NOTHING
