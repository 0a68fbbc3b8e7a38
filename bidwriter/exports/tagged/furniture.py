"""PAGE FURNITURE: header, footer and draft marks, drawn when all pages are known.

All of it is a pagination artifact: readers pass over it (ISO 14289-1, 7.8).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.faces import face
from bidwriter.exports.tagged.lines import broken
from bidwriter.exports.tagged.pages import A4, Book, Pen
from bidwriter.exports.tagged.painting import text_operators
from bidwriter.exports.tagged.text import Bit, Ink, Run, TextStyle, Words, as_runs, inked

_SMALL = TextStyle(8.5, 12)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a callback may build a page's furniture from: its number from 1, the count of
    pages, and the running titles in force on it, in order (see `Heading`, `topic`)."""

    number: int
    total: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words round one page. Too long words are cut with an ellipsis. `pill` stands in a
    box in the middle of the header; `diagonal` stands large and pale across the page, under
    its content."""

    left: Words = ""
    right: Words = ""
    foot_left: Words = ""
    foot_right: Words = ""
    pill: str = ""
    diagonal: str = ""


@dataclass(frozen=True, slots=True)
class FurnitureStyle:
    """Text and colours of the furniture; heights of baselines in points from the page's
    head (`head`) and foot (`foot`), the footer's rule `rule_gap` above its text's middle."""

    header: TextStyle = _SMALL
    footer: TextStyle = _SMALL
    rule: str = "#D2CDC2"
    pill_fill: str = "#FFFFFF"
    pill_colour: str = "#000000"
    diagonal_colour: str = "#EEEEEE"
    head: float = 48
    foot: float = 35.5
    rule_gap: float = 14.5


MakeFurniture = Callable[[PageFacts], Furniture]


def furnish(book: Book, make: MakeFurniture, style: FurnitureStyle, margin: float) -> None:
    """Draw the furniture of every page between side margins of `margin` points."""
    topics = _topics(book)
    for number in range(len(book.pages)):
        facts = PageFacts(number + 1, len(book.pages), topics[number])
        _Painter(Pen(book, number), style, margin).paint(make(facts))


def _topics(book: Book) -> list[tuple[str, ...]]:
    """Of each page the topics in force: the one carried over, if content stands before the
    page's first own topic, then its own."""
    carried, found = "", []
    for page in book.pages:
        own = [topic for topic, _ in page.topics]
        goes_on = carried and (not page.topics or page.topics[0][1])
        found.append(tuple(dict.fromkeys([carried, *own] if goes_on else own)))
        carried = own[-1] if own else carried
    return found


class _Painter:
    """Paints one page's furniture."""

    def __init__(self, pen: Pen, style: FurnitureStyle, margin: float) -> None:
        self._pen = pen
        self._style = style
        self._left, self._right = margin, A4[0] - margin

    def paint(self, furniture: Furniture) -> None:
        style = self._style
        head = A4[1] - style.head
        room = self._right - self._left
        if furniture.diagonal:
            self._paint_diagonal(furniture.diagonal)
        middle = 0.2 if furniture.pill else 0.0
        share = room * (0.6 - middle)
        with self._pen.artifact("/Type /Pagination /Subtype /Header"):
            self._put(furniture.left, style.header, head, share)
            self._put(furniture.right, style.header, head, room * 0.38, at_right=True)
            if furniture.pill:
                self._paint_pill(furniture.pill, head)
        with self._pen.artifact("/Type /Pagination /Subtype /Footer"):
            rule = style.foot + style.rule_gap
            self._pen.put(shapes.line(self._left, rule, self._right, rule, style.rule))
            self._put(furniture.foot_left, style.footer, style.foot, room * 0.75)
            self._put(furniture.foot_right, style.footer, style.foot, room * 0.24, at_right=True)

    def _put(
        self,
        words: Words,
        style: TextStyle,
        baseline: float,
        room: float,
        *,
        at_right: bool = False,
    ) -> None:
        bits = _fitted(words, style, room)
        if not bits:
            return
        wide = sum(bit.ink.width(bit.text) for bit in bits)
        x = self._right - wide if at_right else self._left
        self._pen.put(text_operators(self._pen, bits, x, baseline))

    def _paint_pill(self, words: str, baseline: float) -> None:
        style = self._style
        text = style.header.but(colour=style.pill_colour, weight="bold")
        bits = tuple(inked((Run(words),), text))
        wide = sum(bit.ink.width(bit.text) for bit in bits)
        x = (A4[0] - wide) / 2
        high = text.size * 1.9
        foot = baseline + 0.334 * text.size - high / 2
        self._pen.put(
            shapes.box(
                x - 10,
                foot,
                wide + 20,
                high,
                fill=style.pill_fill,
                edge=style.pill_colour,
                radius=high / 2,
                line_width=1,
            )
        )
        self._pen.put(text_operators(self._pen, bits, x, baseline))

    def _paint_diagonal(self, words: str) -> None:
        """Under the content, rising at 55 degrees through the middle of the page."""
        chosen = face("text", "bold")
        size = min(190.0, 640_000 / chosen.width(words))
        subset = self._pen.book.subsets.of(chosen)
        turn, rise = cos(radians(55)), sin(radians(55))
        half, drop = chosen.width(words) * size / 2000, 0.334 * size
        x = A4[0] / 2 - half * turn + drop * rise
        y = A4[1] / 2 - half * rise - drop * turn
        self._pen.page.under.append(
            "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\nBT\n"
            f"/{subset.name} {size:.1f} Tf {shapes.rgb(self._style.diagonal_colour)} rg "
            f"{turn:.5f} {rise:.5f} {-rise:.5f} {turn:.5f} {x:.2f} {y:.2f} Tm "
            f"<{subset.encode(words)}> Tj\nET\nEMC"
        )


def _fitted(words: Words, style: TextStyle, room: float) -> tuple[Bit, ...]:
    """The words on one line; if they are too long, as many as fit and an ellipsis."""
    runs = tuple(run._replace(text=run.text.replace("\n", " ")) for run in as_runs(words))
    lines = broken(runs, style, room)
    if len(lines) < 2:
        return lines[0].bits if lines else ()
    short = broken(runs, style, room - Ink(face("text"), style.size, "").width("\u2026"))[0]
    last = short.bits[-1]
    return (*short.bits[:-1], Bit(last.text + "\u2026", last.ink))
