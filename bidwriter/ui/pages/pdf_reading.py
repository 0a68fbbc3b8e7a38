"""A PDF as its readers have it: pages as pictures, and where words and headings stand in it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

_MOST_FOUND = 10_000
_MOST_POINTS = 16_000_000  # in a picture: 64 MB
_SHARPEST = 4.0


class Found(NamedTuple):
    """Where words stand: the page from 0, and the characters on it."""

    page: int
    start: int
    length: int


class PdfReading:
    """An open PDF. `close` gives pdfium's memory back at once, not whenever Python comes to it.
    Raises pypdfium2.PdfiumError for what is no PDF, has no page, or is locked."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pypdfium2.PdfDocument(pdf)
        self.pages = len(self._pdf)
        if not self.pages:
            raise pypdfium2.PdfiumError("no page")
        self.is_open = True
        self._words = cache(self._read)

    def close(self) -> None:
        """Nothing can be read from now on."""
        self.is_open = False
        self._words.cache_clear()
        self._pdf.close()

    def page_under(self, heading: str) -> int:
        """The page, from 0, that a bookmark of these words leads to; the first, if none does."""
        if not heading:
            return 0
        for bookmark in self._pdf.get_toc():
            to = bookmark.get_dest()
            if to is not None and bookmark.get_title().split() == heading.split():
                return to.get_index() or 0
        return 0

    def picture(self, page: int, width: int) -> QImage:
        """A page as a picture `width` points wide, or as near to it as its size allows."""
        from_pdf = self._pdf[page]
        wide, high = from_pdf.get_size()
        scale = min(width / wide, _SHARPEST, (_MOST_POINTS / (wide * high)) ** 0.5)
        made = from_pdf.render(scale=scale)
        image = QImage(
            made.buffer, made.width, made.height, made.stride, QImage.Format.Format_BGR888
        )
        return image.copy()

    def find(self, words: str) -> tuple[Found, ...]:
        """Wherever the words stand, in capitals or not, also where a line ends between them."""
        parts = [re.escape(part) for part in words.split()]
        if not parts:
            return ()
        wanted = re.compile(r"\s+".join(parts), re.IGNORECASE)
        found = (
            Found(page, match.start(), match.end() - match.start())
            for page in range(self.pages)
            for match in wanted.finditer(self._words(page))
        )
        return tuple(islice(found, _MOST_FOUND))

    def boxes(self, found: Found) -> Sequence[QRectF]:
        """Where the words stand on their page, as shares of its width and height."""
        page = self._pdf[found.page]
        text = page.get_textpage()
        wide, high = page.get_size()
        boxes = []
        for at in range(text.count_rects(found.start, found.length)):
            left, bottom, right, top = text.get_rect(at)
            boxes.append(
                QRectF(left / wide, 1 - top / high, (right - left) / wide, (top - bottom) / high)
            )
        return boxes

    def _read(self, page: int) -> str:
        return str(self._pdf[page].get_textpage().get_text_range())
