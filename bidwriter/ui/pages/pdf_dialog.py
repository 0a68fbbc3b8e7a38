"""The PDF inside bidwriter, page by page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.plain import PlainLabel
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words


def show_pdf(parent: QWidget, bid: Bid) -> None:
    """Make the PDF as it would be now, off the interface thread, and show it."""

    def make(_: jobs.Steps) -> bytes:
        from bidwriter.exports.pdf.document import bid_pdf

        return bid_pdf(bid, "draft", "full", None)

    jobs.run(
        make,
        lambda pdf: _show_dialog(parent, pdf),
        lambda error: ask().tell(parent, "The PDF could not be made", str(error)),
    )


def _show_dialog(parent: QWidget, pdf: bytes) -> None:
    PdfDialog(parent, pdf).open()


class PdfDialog(Dialog):
    """One page at a time; Page Up and Page Down turn."""

    def __init__(self, parent: QWidget, pdf: bytes) -> None:
        super().__init__(parent, "The PDF as it would be now")
        import pypdfium2  # only needed here

        self._pdf = pypdfium2.PdfDocument(pdf)
        self._at, self._shut = 0, False
        self._picture = PlainLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._count = Words("", "small", "text2", wrap=False)
        self._back = IconButton("arrow-left", "Previous page", "Page Up")
        self._on = IconButton("arrow-right", "Next page", "Page Down")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._back.setShortcut("PgUp")
        self._on.setShortcut("PgDown")
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        self.finished.connect(self._on_finished)
        body = column(self, 10, (16, 14, 16, 14))
        line = row(spacing=8)
        line.addWidget(self._back)
        line.addWidget(self._on)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(close)
        body.addLayout(line)
        body.addWidget(PageScroll(self._picture), 1)
        room = parent.window().size()
        self.resize(min(theme().px(760), room.width() - 40), min(820, room.height() - 40))
        self._show()

    def _on_finished(self) -> None:
        """pdfium's memory is given back now, not whenever Python comes to it."""
        self._shut = True
        self._pdf.close()

    def _turn(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._pdf) - 1)
        self._show()

    def _show(self) -> None:
        if self._shut:
            return
        page = self._pdf[self._at]
        ratio = self.devicePixelRatioF()
        room = max(300, self.width() - 70)
        scale = room * ratio / page.get_width()
        bitmap = page.render(scale=min(scale, 4.0))
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888
        )
        pixels = QPixmap.fromImage(image.copy())
        pixels.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixels)
        words = f"Page {self._at + 1} of {len(self._pdf)}"
        self._picture.setAccessibleName(words)
        self._count.setText(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as the window."""
        super().resizeEvent(event)
        self._show()
