"""PAGES AS THEY FILL: drawing operators, marks and annotations of one document being built.

Everything painted stands inside a mark or an artifact, by construction: the pen has no other
way to paint (ISO 14289-1, 7.1). Marks never nest and always enclose whole text objects.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from bidwriter.exports.tagged.nodes import Annotation, Mark, Node
from bidwriter.exports.tagged.subsets import Subsets
from bidwriter.exports.tagged.text import Link

A4 = (595.276, 841.89)
Box = tuple[float, float, float, float]


class LinkArea(NamedTuple):
    """A link annotation: page (from 0), rectangle (left, bottom, right, top) in points,
    target, words that describe it, and its Link element."""

    page: int
    box: Box
    target: Link
    contents: str
    node: Node


class Place(NamedTuple):
    """Where a destination is: page (from 0) and points from the page's foot."""

    page: int
    top: float


class Entry(NamedTuple):
    """A heading, for bookmarks and the contents list; `language` as of a run."""

    level: int
    title: str
    key: str
    language: str = ""


@dataclass
class Page:
    """One page's content. `topics` are the running titles that begin on it, each with whether
    other content stood above it."""

    under: list[str] = field(default_factory=list)
    ops: list[str] = field(default_factory=list)
    owners: list[Node] = field(default_factory=list)
    topics: list[tuple[str, bool]] = field(default_factory=list)


@dataclass
class Book:
    """All that one `build` gathers."""

    root: Node = field(default_factory=lambda: Node("Document"))
    subsets: Subsets = field(default_factory=Subsets)
    pages: list[Page] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    later: list[Callable[[], None]] = field(default_factory=list)

    def new_page(self) -> "Pen":
        """Begin a page; the pen that draws on it."""
        self.pages.append(Page())
        return Pen(self, len(self.pages) - 1)


class Pen:
    """Draws on one page. Coordinates are points from the page's left and foot."""

    def __init__(self, book: Book, number: int) -> None:
        self.book = book
        self.number = number
        self.page = book.pages[number]
        self._muted = False

    def put(self, operators: str) -> None:
        """Add operators; call only between `begin` and `end`, or within `artifact`."""
        self.page.ops.append(operators)

    def begin(self, node: Node) -> None:
        """Open a mark that belongs to `node`."""
        page = self.page
        if self._muted:
            page.ops.append("/Artifact <</Type /Pagination>> BDC")
            return
        number = len(page.owners)
        page.owners.append(node)
        node.kids.append(Mark(self.number, number))
        page.ops.append(f"/{node.tag} <</MCID {number}>> BDC")

    def end(self) -> None:
        """Close the open mark or artifact."""
        self.page.ops.append("EMC")

    @contextmanager
    def muted(self) -> Iterator[None]:
        """For the block, paint marks as artifacts: what is repeated on each page, such as a
        table's header row, is read once (ISO 32000-1, 14.8.2.2)."""
        self._muted = True
        yield
        self._muted = False

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """A mark that belongs to `node`, open for the block."""
        self.begin(node)
        yield
        self.end()

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """Decoration, open for the block: readers pass over it (ISO 32000-1, 14.8.2.2)."""
        self.page.ops.append(f"/Artifact <<{kind}>> BDC")
        yield
        self.end()

    def decorate(self, operators: str) -> None:
        """Paint operators as decoration."""
        self.page.ops.append(f"/Artifact <</Type /Layout>> BDC\n{operators}\nEMC")

    def link(self, node: Node, target: Link, box: Box, contents: str) -> None:
        """Make `box` lead to the target; `node` is the Link element of its words."""
        if self._muted:
            return
        node.kids.append(Annotation(len(self.book.links)))
        self.book.links.append(LinkArea(self.number, box, target, contents, node))

    def arrive(self, key: str, top: float) -> None:
        """Let links find this height as `key`."""
        self.book.places[key] = Place(self.number, top)
