"""THE DOCUMENT: from a story of blocks to the bytes of a tagged PDF."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from bidwriter.exports.tagged.beside import Beside
from bidwriter.exports.tagged.blocks import Block, attach_all
from bidwriter.exports.tagged.contents import Contents
from bidwriter.exports.tagged.embedding import Embedded
from bidwriter.exports.tagged.furniture import (
    Furniture,
    FurnitureStyle,
    MakeFurniture,
    PageFacts,
    furnish,
)
from bidwriter.exports.tagged.heading import Heading
from bidwriter.exports.tagged.metadata import Metadata, tidy
from bidwriter.exports.tagged.pages import A4, Book, Entry
from bidwriter.exports.tagged.pagination import Column, paginate
from bidwriter.exports.tagged.spacing import KeepTogether
from bidwriter.exports.tagged.writing import write

B = TypeVar("B", bound=Block)

MM = 72 / 25.4
SIDE = 19 * MM
"""Side margins, in points."""


def page_numbers(page: PageFacts) -> Furniture:
    """The least furniture: "Page 1 of 2"."""
    return Furniture(foot_right=f"Page {page.number} of {page.total}")


class TaggedDocument:
    """A4 pages that satisfy PDF/UA-1 and PDF/A-2a, or PDF/A-3a when files are embedded.

    `created` must know its offset from UTC: it is the only date in the file, and the bytes
    depend on nothing but what is given here and the story. `furniture` makes each page's
    header and footer; `top` and `foot` are the margins of the text, in points. `language` is that
    of the document, of its title above all; `spoken` that of words on its pages which say none of
    their own, where it is another. Raises
    ValueError for an empty title or a date without offset.
    """

    def __init__(
        self,
        title: str,
        author: str = "",
        subject: str = "",
        *,
        created: datetime,
        language: str = "en-GB",
        spoken: str = "",
        embedded: Sequence[Embedded] = (),
        furniture: MakeFurniture = page_numbers,
        furniture_style: FurnitureStyle | None = None,
        top: float = 27 * MM,
        foot: float = 23 * MM,
    ) -> None:
        if not tidy(title):
            raise ValueError("a document needs a title (ISO 14289-1, 7.1)")
        if created.tzinfo is None:
            raise ValueError("the date must know its offset from UTC")
        self._metadata = Metadata(
            tidy(title), tidy(author), tidy(subject), language, created, 3 if embedded else 2
        )
        self._spoken = "" if spoken == language else spoken
        self._embedded = tuple(embedded)
        self._furniture = furniture
        self._furniture_style = furniture_style or FurnitureStyle()
        self._column = Column(SIDE, A4[1] - top, foot, A4[0] - 2 * SIDE)

    def build(self, story: Sequence[Block]) -> bytes:
        """The file's bytes. The same story may be built again and gives the same bytes.

        Raises ValueError if headings skip a level or share a key, if a block stands twice in
        the story, or if a link leads nowhere; LayoutError (a ValueError) if a block that
        cannot be parted is higher than a page.
        """
        book = Book()
        book.root.language = self._spoken
        book.entries = _entries(story)
        for contents in _found(story, Contents):
            contents.take(book.entries)
        for block in story:
            block.settle(self._column.width, self._column.height)
        attach_all(story, book.root)
        paginate(story, book, self._column)
        for paint in book.later:
            paint()
        furnish(book, self._furniture, self._furniture_style, SIDE)
        return write(book, self._metadata, self._embedded)


def _entries(story: Sequence[Block]) -> list[Entry]:
    """The headings in order. A heading without a key is given one: its place."""
    entries: list[Entry] = []
    for place, heading in enumerate(_found(story, Heading)):
        heading.key = heading.given_key or f"heading-{place + 1}"
        entries.append(heading.entry)
    level = 0
    for entry in entries:
        if entry.level > level + 1:
            raise ValueError(f"heading {entry.title!r} skips from level {level} to {entry.level}")
        level = entry.level
    keys = [entry.key for entry in entries]
    if len(set(keys)) < len(keys):
        raise ValueError(f"two headings share a key: {sorted(keys)}")
    return entries


def _found(story: Sequence[Block], kind: type[B]) -> Iterator[B]:
    for block in story:
        if isinstance(block, kind):
            yield block
        elif isinstance(block, KeepTogether | Beside):
            yield from _found(block.blocks, kind)
