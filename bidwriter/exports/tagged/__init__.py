"""TAGGED PDF: a generic layer over ReportLab that draws accessible, archival documents.

A story is a sequence of blocks; `TaggedDocument.build` lays it out in one pass and writes a
file that satisfies PDF/UA-1 (ISO 14289-1) and PDF/A-2a, or PDF/A-3a with embedded files
(ISO 19005-2 and -3). ReportLab reads and subsets the fonts and renders drawings; pages,
structure and file are written here. It knows nothing of bids, and takes colours and sizes as
parameters.

A new kind of block is a subclass of `Block`: its height, how it parts, how it paints.
"""

from bidwriter.exports.tagged.badges import Badge
from bidwriter.exports.tagged.beside import Beside
from bidwriter.exports.tagged.blocks import Block
from bidwriter.exports.tagged.chips import Chip, Chips
from bidwriter.exports.tagged.columns import Column
from bidwriter.exports.tagged.contents import Contents
from bidwriter.exports.tagged.document import MM, SIDE, TaggedDocument
from bidwriter.exports.tagged.drawings import DrawingError, Figure, Ornament
from bidwriter.exports.tagged.embedding import Embedded
from bidwriter.exports.tagged.faces import BOLD, REGULAR, SEMIBOLD, MissingGlyphError
from bidwriter.exports.tagged.furniture import Furniture, FurnitureStyle, PageFacts
from bidwriter.exports.tagged.heading import Heading
from bidwriter.exports.tagged.lists import ItemList
from bidwriter.exports.tagged.pagination import LayoutError
from bidwriter.exports.tagged.panels import Callout, Card, Cards
from bidwriter.exports.tagged.paragraph import Paragraph
from bidwriter.exports.tagged.spacing import KeepTogether, PageBreak, Rule, Spacer
from bidwriter.exports.tagged.tables import Cell, Row, Table, TableStyle
from bidwriter.exports.tagged.text import Run, TextStyle, Words

__all__ = [
    "BOLD",
    "MM",
    "REGULAR",
    "SEMIBOLD",
    "SIDE",
    "Badge",
    "Beside",
    "Block",
    "Callout",
    "Card",
    "Cards",
    "Cell",
    "Chip",
    "Chips",
    "Column",
    "Contents",
    "DrawingError",
    "Embedded",
    "Figure",
    "Furniture",
    "FurnitureStyle",
    "Heading",
    "ItemList",
    "KeepTogether",
    "LayoutError",
    "MissingGlyphError",
    "Ornament",
    "PageBreak",
    "PageFacts",
    "Paragraph",
    "Row",
    "Rule",
    "Run",
    "Spacer",
    "Table",
    "TableStyle",
    "TaggedDocument",
    "TextStyle",
    "Words",
]
