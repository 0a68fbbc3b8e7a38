"""How each kind of block and span looks in a text document, and how to read it back.

A block's kind is a property of its block format: the truth. Lists, margins and weights are
drawn from it. A heading is semibold, so bold within one is the heavier weight.
"""

from functools import lru_cache
from itertools import count
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
    QTextListFormat,
)

from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.rises import Rise
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import TYPE
from bidwriter.ui.parts.plain import tip

KIND = int(QTextFormat.Property.UserProperty) + 1
# Of a list item: how many levels it is set in, and the number it begins at, each and one.
_DEEPER, _START = KIND + 3, KIND + 4
# Of a live figure: its name, and a number of its own, without which two of one figure side by
# side would be one stretch to Qt.
FIGURE, FIGURE_NUMBER = KIND + 1, KIND + 2
KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "bullet", "number")
BREAK = "\u2028"
_BOLD = QFont.Weight.Bold
_numbers = count(1)
_GAP = {"paragraph": 10, "heading": 5, "bullet": 10, "number": 10}
_ITEM_GAP = 3
_HEIGHTS: dict[Rise, QTextCharFormat.VerticalAlignment] = {
    "": QTextCharFormat.VerticalAlignment.AlignNormal,
    "raised": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "lowered": QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_RISES = {height: rise for rise, height in _HEIGHTS.items()}
_BULLETS = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)


class Shape(NamedTuple):
    """What a block is, apart from its words; as in `Block`."""

    kind: BlockKind
    level: int = 1
    start: int | None = None


PARAGRAPH = Shape("paragraph")


def kind_of(block: QTextBlock) -> BlockKind:
    """The kind of a block in the document."""
    return KINDS[block.blockFormat().intProperty(KIND)]


def shape_of(block: QTextBlock) -> Shape:
    """The shape of a block in the document."""
    look = block.blockFormat()
    start = look.intProperty(_START)
    kind = KINDS[look.intProperty(KIND)]
    return Shape(kind, look.intProperty(_DEEPER) + 1, start - 1 if start else None)


def gap_below(kind: BlockKind, *, in_list: bool = False) -> int:
    """The space under a block; `in_list`: another item of the same list follows."""
    return theme().px(_ITEM_GAP if in_list else _GAP[kind])


def block_format(shape: Shape, *, in_list: bool = False) -> QTextBlockFormat:
    """The block format of a shape; `in_list`: another item of the same list follows."""
    kind = shape.kind
    look = QTextBlockFormat()
    look.setProperty(KIND, KINDS.index(kind))
    look.setProperty(_DEEPER, shape.level - 1)
    look.setProperty(_START, 0 if shape.start is None else shape.start + 1)
    look.setHeadingLevel(2 if kind == "heading" else 0)
    look.setBottomMargin(gap_below(kind, in_list=in_list))
    look.setTopMargin(theme().px(6) if kind == "heading" else 0)
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    percent = _percent(theme().scale, heading=kind == "heading")
    look.setLineHeight(percent, proportional.value)
    return look


@lru_cache(maxsize=32)
def _percent(scale: float, *, heading: bool) -> float:
    """What makes a line as high as its type role asks: Qt counts from its own rounded height."""
    font = QFont(theme().font("prose"))
    if heading:
        font.setPixelSize(round(font.pixelSize() * 1.2))
    layout = QTextLayout("x", font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    own = layout.lineAt(0).height()
    return 100 * TYPE["h2" if heading else "prose"].line * scale / own


def list_format(shape: Shape) -> QTextListFormat:
    """The format of a list that begins with an item of this shape."""
    look = QTextListFormat()
    numbered = shape.kind == "number"
    look.setStyle(QTextListFormat.Style.ListDecimal if numbered else _BULLETS[shape.level - 1])
    look.setIndent(shape.level)
    if numbered and shape.start is not None:
        look.setStart(shape.start)
    return look


def char_format(kind: BlockKind, span: Span) -> QTextCharFormat:
    """The look of a span in a block of `kind`. Each live figure's is unlike any other."""
    heading = kind == "heading"
    look = QTextCharFormat()
    usual = QFont.Weight.DemiBold if heading or span.figure else QFont.Weight.Normal
    look.setFontWeight(_BOLD if span.bold else usual)
    look.setFontItalic(span.italic)
    look.setVerticalAlignment(_HEIGHTS[span.rise])
    if heading:
        # An adjustment is relative to the document's font, so it follows the text size.
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    if span.figure:
        look.setProperty(FIGURE, span.figure)
        look.setProperty(FIGURE_NUMBER, next(_numbers))
        look.setForeground(theme().colour("ink"))
    if span.link:
        look.setAnchor(True)
        look.setAnchorHref(span.link)
        look.setFontUnderline(True)
        look.setForeground(theme().colour("link"))
        tip(look, span.link)
    return look


def span_of(text: str, look: QTextCharFormat) -> Span:
    """A span from a stretch of the document."""
    link = look.anchorHref() if look.isAnchor() else ""
    bold = look.fontWeight() >= _BOLD
    rise = _RISES.get(look.verticalAlignment(), "")
    return Span(text.replace(BREAK, "\n"), bold, look.fontItalic(), link, figure_of(look), rise)


def figure_of(look: QTextCharFormat) -> str:
    """The name of the live figure that a stretch is; "" for other words."""
    return look.stringProperty(FIGURE)


def read_block(block: QTextBlock) -> Block:
    """One block of the document as a value, not yet normal."""
    shape = shape_of(block)
    spans = []
    met: set[int] = set()
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.isValid():
            # A fragment keeps non-breaking spaces; toPlainText would lose them.
            span = span_of(fragment.text(), fragment.charFormat())
            number = fragment.charFormat().intProperty(FIGURE_NUMBER)
            # What is left of a figure after something got into it is words.
            spans.append(span._replace(figure="") if number in met else span)
            met |= {number} if span.figure else set()
        at += 1
    return Block(shape.kind, tuple(spans), shape.level, shape.start)
