"""PAINTING TEXT: broken lines as text operators, their links as annotations."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.lines import Line
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.text import Bit, Ink, Link, TextStyle, Tongue


class Slot(NamedTuple):
    """Where text goes: left edge, top and width, in points."""

    left: float
    top: float
    width: float


class Owners:
    """The elements that a paragraph's words belong to: its own, and one for each link and each
    stretch of another language, which join the tree when their first word is drawn. `words`
    describes each link."""

    def __init__(self, node: Node, words: dict[Link, str]) -> None:
        self.node = node
        self.words = words
        self._links: dict[Link, Node] = {}
        self._spans: dict[Tongue, Node] = {}

    def of(self, ink: Ink) -> Node:
        """The element for words in this ink."""
        tongue = ink.tongue
        language = tongue.language if tongue and tongue.language != self.node.spoken else ""
        if ink.link:
            if ink.link not in self._links:
                self._links[ink.link] = self.node.child("Link", language=language)
            return self._links[ink.link]
        if tongue is None or not language:
            return self.node
        if tongue not in self._spans:
            self._spans[tongue] = self.node.child("Span", language=language)
        return self._spans[tongue]


class _Stretch(NamedTuple):
    """A link's words on one line."""

    link: Link
    ink: Ink
    left: float
    right: float
    baseline: float


def paint_lines(
    pen: Pen,
    owners: Owners,
    lines: Sequence[Line],
    style: TextStyle,
    column: Slot,
) -> None:
    """Draw lines from the column's top down, in marks of their owners, a space after each
    line: without it readers join the last and first words of two lines."""
    writer = _Writer(pen)
    stretches: list[_Stretch] = []
    baseline = column.top - style.baseline
    for line in lines:
        left = column.left + _indent(style, column.width, line.width)
        for bit in _spaced(line):
            writer.show(owners.of(bit.ink), bit, left, baseline)
            if bit.ink.link:
                right = left + bit.ink.width(bit.text.rstrip(" "))
                stretches.append(_Stretch(bit.ink.link, bit.ink, left, right, baseline))
            left += bit.ink.width(bit.text)
        baseline -= style.leading
    writer.finish()
    _add_links(pen, owners, stretches)


def show(pen: Pen, node: Node, bits: Sequence[Bit], x: float, baseline: float) -> None:
    """Draw bits side by side in one mark of `node`, or of an element in it for each stretch of
    another language."""
    writer, owners = _Writer(pen), Owners(node, {})
    for bit in bits:
        writer.show(owners.of(bit.ink), bit, x, baseline)
        x += bit.ink.width(bit.text)
    writer.finish()


def text_operators(pen: Pen, bits: Sequence[Bit], x: float, baseline: float) -> str:
    """Bits side by side as one text object, for artifacts."""
    ops = ["BT"]
    for bit in bits:
        subset = pen.book.subsets.of(bit.ink.face)
        ops.append(
            f"/{subset.name} {bit.ink.size:g} Tf {shapes.rgb(bit.ink.colour)} rg "
            f"1 0 0 1 {x:.2f} {baseline + bit.ink.rise:.2f} Tm <{subset.encode(bit.text)}> Tj"
        )
        x += bit.ink.width(bit.text)
    return "\n".join((*ops, "ET"))


class _Writer:
    """Text operators, with a mark that changes with the owner: each mark holds one whole text
    object, so marks and text objects never cross (ISO 32000-1, 14.6.1)."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._ops = pen.page.ops
        self._subsets = pen.book.subsets
        self._owner: Node | None = None
        self._ink: Ink | None = None
        self._encode: Callable[[str], str] = str

    def show(self, owner: Node, bit: Bit, x: float, y: float) -> None:
        text, ink = bit
        if owner is not self._owner:
            self.finish()
            self._pen.begin(owner)
            self._ops.append("BT")
            self._owner = owner
        if ink is not self._ink:
            subset = self._subsets.of(ink.face)
            self._ops.append(f"/{subset.name} {ink.size:g} Tf {shapes.rgb(ink.colour)} rg")
            self._ink, self._encode = ink, subset.encode
        self._ops.append(f"1 0 0 1 {x:.2f} {y + ink.rise:.2f} Tm <{self._encode(text)}> Tj")

    def finish(self) -> None:
        if self._owner is not None:
            self._ops.append("ET\nEMC")
        self._owner = self._ink = None


def _indent(style: TextStyle, width: float, used: float) -> float:
    if style.align == "left":
        return 0.0
    return (width - used) / (1 if style.align == "right" else 2)


def _spaced(line: Line) -> Sequence[Bit]:
    if line.joined or not line.bits:
        return line.bits
    last = line.bits[-1]
    return (*line.bits[:-1], Bit(last.text + " ", last.ink))


def _add_links(pen: Pen, owners: Owners, stretches: Sequence[_Stretch]) -> None:
    """One annotation for each line of each link, and its underline."""
    joined: dict[tuple[Link, float], list[_Stretch]] = {}
    for stretch in stretches:
        joined.setdefault((stretch.link, stretch.baseline), []).append(stretch)
    for (link, baseline), parts in joined.items():
        ink = parts[0].ink
        low, high = baseline + ink.rise - 0.25 * ink.size, baseline + ink.rise + 0.95 * ink.size
        box = (parts[0].left, low, parts[-1].right, high)
        pen.link(owners.of(ink), link, box, owners.words[link])
    rules = (_underline(parts) for parts in joined.values() if not parts[0].ink.rise)
    if shown := "\n".join(rules):
        pen.decorate(shown)


def _underline(parts: Sequence[_Stretch]) -> str:
    ink, y = parts[0].ink, parts[0].baseline - 0.13 * parts[0].ink.size
    return shapes.line(parts[0].left, y, parts[-1].right, y, ink.colour, width=ink.size * 0.06)
