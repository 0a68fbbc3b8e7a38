"""STRUCTURE ELEMENTS: the tree that a screen reader follows (ISO 32000-1, 14.7).

The tree is built in story order; marks on pages and annotations join it as they are drawn, so
that a block parted over pages stays one element. Writing it is in `structure`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """Marked content: page (from 0) and its number on that page (MCID)."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation, by its place among the document's annotations (from 0)."""

    place: int


@dataclass(eq=False)
class Node:
    """One structure element. `attributes` is a PDF dictionary without its brackets, as
    "/O /Table /Scope /Column"; `alt` describes a figure; `kept` elements are written even if
    nothing was drawn under them (a table's empty cells). `language` is that of its words, "" for
    that of the element around it."""

    tag: str
    parent: "Node | None" = None
    attributes: str = ""
    alt: str = ""
    kept: bool = False
    language: str = ""
    kids: "list[Node | Mark | Annotation]" = field(default_factory=list)

    def child(
        self, tag: str, attributes: str = "", alt: str = "", *, kept: bool = False,
        language: str = "",
    ) -> "Node":  # fmt: skip
        """A new last child."""
        node = Node(tag, self, attributes, alt, kept, language)
        self.kids.append(node)
        return node

    @property
    def spoken(self) -> str:
        """The language of words in it that say none of their own; "" for the document's."""
        return self.language or (self.parent.spoken if self.parent else "")

    @property
    def root(self) -> "Node":
        """The document's own element."""
        return self if self.parent is None else self.parent.root

    @property
    def filled(self) -> bool:
        """Whether anything was drawn under it: elements without content are not written."""
        return self.kept or any(not isinstance(kid, Node) or kid.filled for kid in self.kids)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it that hold something, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node) and kid.filled:
                yield from kid.walk()
