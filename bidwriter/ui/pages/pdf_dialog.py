"""The PDF inside bidwriter, page by page: larger, smaller, and with a search."""

from collections.abc import Sequence

from pypdfium2 import PdfiumError
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.pages.pdf_reading import Found, PdfReading
from bidwriter.ui.pages.pdf_search import PdfSearch
from bidwriter.ui.pages.pdf_view import PdfView
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.words import Words

_SIZES = (50, 75, 100, 125, 150, 200, 300)  # per cent of the room there is across


def show_pdf(parent: QWidget, bid: Bid, place: Place = NOWHERE) -> None:
    """Make the PDF as it would be now, off the interface thread, and show it, at the page of a
    place."""

    def make(_: jobs.Steps) -> bytes:
        from bidwriter.exports.pdf.document import bid_pdf

        return bid_pdf(bid, "draft", "full", None)

    def show(pdf: bytes) -> None:
        from bidwriter.exports.pdf.questions import heading_over

        show_made(parent, pdf, heading_over(bid, place.question))

    jobs.run(make, show, lambda error: _tell(parent, "The PDF could not be made", str(error)))


def show_made(parent: QWidget, pdf: bytes, heading: str = "") -> None:
    """Show a PDF that is there already, from the page under a heading."""
    try:
        reading = PdfReading(pdf)
    except PdfiumError:
        words = "It is damaged or locked. The answers are not: they can be read here as they are."
        _tell(parent, "The PDF in this package cannot be opened", words)
        return
    PdfDialog(parent, reading, reading.page_under(heading)).open()


def _tell(parent: QWidget, title: str, words: str) -> None:
    ask().tell(parent, title, words)


class PdfDialog(Dialog):
    """One page at a time, as wide as the window unless made larger or smaller."""

    def __init__(self, parent: QWidget, reading: PdfReading, at: int = 0) -> None:
        super().__init__(parent, "The PDF as it would be now")
        self._reading, self._at, self._size = reading, at, 100
        self.view = PdfView()
        self.search = PdfSearch(reading)
        self.announcer = Announcer(self)
        self._count = Words("", "small", "text2", wrap=False)
        self._percent = Words("", "small", "text2", wrap=False)
        self._back = IconButton("arrow-left", "Previous page", "Page Up")
        self._on = IconButton("arrow-right", "Next page", "Page Down")
        self._less = IconButton("minus", "Smaller", "Ctrl −")
        self._more = IconButton("plus", "Larger", "Ctrl +")
        self._close = Button("Close", "primary")
        self._close.setAutoDefault(False)  # Enter is for the search
        self._lay_out()
        self._connect()
        room = parent.window().size()
        self.resize(min(theme().px(760), room.width() - 40), min(820, room.height() - 40))
        self.view.setFocus()
        self._show()

    def _lay_out(self) -> None:
        body = column(self, 10, (16, 14, 16, 14))
        bar, top = QWidget(), row(spacing=8)
        flow = FlowLayout(bar, 18, 6)
        for parts in (
            (self._back, self._on, self._count),
            (self._less, self._more, self._percent),
            (self.search,),
        ):
            group = QWidget()
            line = row(group, 8)
            for part in parts:
                line.addWidget(part)
            flow.addWidget(group)
        top.addWidget(bar, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(top)
        body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._less.clicked.connect(lambda: self._resize(-1))
        self._more.clicked.connect(lambda: self._resize(1))
        self._close.clicked.connect(self.accept)
        self.finished.connect(self._reading.close)
        self.view.turn_asked.connect(self._turn)
        self.view.end_asked.connect(lambda last: self._go(self._reading.pages - 1 if last else 0))
        self.search.found.connect(self._on_found)
        self.search.said.connect(lambda words: self.announcer.say(words, again=True))
        for keys, act in (
            ("Ctrl+F", self.search.begin),
            ("F3", lambda: self.search.go(1)),
            ("Shift+F3", lambda: self.search.go(-1)),
            ("Ctrl++", lambda: self._resize(1)),
            ("Ctrl+=", lambda: self._resize(1)),
            ("Ctrl+-", lambda: self._resize(-1)),
            ("Ctrl+0", lambda: self._resize(0)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # --- going -------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        """To the beginning of the page that follows, or to the end of the one before."""
        if 0 <= self._at + by < self._reading.pages:
            self._go(self._at + by)
            if by < 0:
                self.view.to_foot()

    def _go(self, page: int) -> None:
        self._at = page
        self._show()
        self.view.to_top()
        self.announcer.say(self._count.text(), again=True)

    def _on_found(self, found: Found) -> None:
        self._at = found.page
        self._show()
        boxes = self._marked()
        if boxes:
            self.view.look_at(boxes[0])

    def _resize(self, by: int) -> None:
        """A step larger or smaller; 0: as wide as the window."""
        at = _SIZES.index(self._size) + by if by else _SIZES.index(100)
        self._size = _SIZES[min(max(at, 0), len(_SIZES) - 1)]
        self._show()
        self.announcer.say(self._percent.text(), again=True)

    # --- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        if not self._reading.is_open:
            return
        beside = theme().px(32) + self.view.verticalScrollBar().sizeHint().width()
        wide = max(200, self.width() - beside) * self._size // 100
        image = self._reading.picture(self._at, round(wide * self.devicePixelRatioF()))
        words = f"Page {self._at + 1} of {self._reading.pages}"
        self.view.show_page(image, wide, self._marked(), words)
        self._count.setText(words)
        self._percent.setText(f"{self._size}%")
        self.search.at = self._at

    def _marked(self) -> Sequence[QRectF]:
        current = self.search.current
        return self._reading.boxes(current) if current and current.page == self._at else ()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as the window."""
        super().resizeEvent(event)
        self._show()
