"""DRAWINGS: ReportLab graphics as figures with a description, or as decoration.

Text in a drawing must name one of the faces in `faces` (REGULAR, SEMIBOLD, BOLD): a standard
PDF font is not embedded and is refused, as are transparency and pictures (ISO 19005-2, 6.2).
"""

from io import BytesIO
from typing import Any, Literal

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from bidwriter.exports.tagged import faces
from bidwriter.exports.tagged.blocks import Block
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.subsets import Subsets
from bidwriter.exports.tagged.syntax import numbers
from bidwriter.exports.tagged.text import Align


class DrawingError(ValueError):
    """A drawing holds what an archival file may not."""


class _Ledger(PDFDocument):
    """Stands for the document while a drawing is rendered: faces find its codes here."""

    def __init__(self, subsets: Subsets) -> None:
        super().__init__(invariant=1)
        self.subsets = subsets


class _Sketch(Canvas):
    """A canvas whose operators are taken, never its file."""

    def __init__(self, subsets: Subsets) -> None:
        faces.register_text_faces()
        font: Any = faces.REGULAR
        super().__init__(BytesIO(), initialFontName=font, invariant=1)
        self._doc = _Ledger(subsets)

    @override
    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:
        """The renderer names Helvetica before each drawing; only text drawn in it is refused."""
        if isinstance(pdfmetrics.getFont(psfontname), faces.Face):
            super().setFont(psfontname, size, leading)
        else:
            self.__dict__.update(_fontname=psfontname, _fontsize=size, _leading=size)

    @override
    def beginText(
        self, x: float = 0, y: float = 0, direction: Literal["LTR", "RTL"] | None = None
    ) -> PDFTextObject:
        name = self.__dict__["_fontname"]
        if not isinstance(pdfmetrics.getFont(name), faces.Face):
            raise DrawingError(f"{name} would not be embedded: use a face from `faces`")
        return super().beginText(x, y, direction)

    def operators(self) -> str:
        """What was drawn; raises DrawingError for what the file could not hold."""
        held: Any = self
        # reportlab tells it nowhere else
        if held._extgstate.getState() or held._formsinuse or held._shadingUsed:  # noqa: SLF001
            raise DrawingError("a drawing may hold no transparency, picture or shading")
        return "\n".join(held._code)  # noqa: SLF001 - nor what was drawn


def operators(drawing: Drawing, subsets: Subsets, x: float, foot: float) -> str:
    """A drawing's operators with its lower left corner at (x, foot)."""
    sketch = _Sketch(subsets)
    sketch.saveState()
    renderPDF.draw(drawing, sketch, x, foot)
    sketch.restoreState()
    return sketch.operators()


class Figure(Block):
    """A drawing that says something; `alt` says it in words and may not be empty
    (ISO 14289-1, 7.3). Raises ValueError if it is."""

    def __init__(
        self,
        drawing: Drawing,
        alt: str,
        *,
        align: Align = "left",
        before: float = 0,
        after: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        if not alt.strip():
            raise ValueError("a figure needs a description; decoration is an Ornament")
        self._drawing = drawing
        self._alt = alt
        self._align = align
        self.before, self.after = before, after
        self.keep_with_next = keep_with_next

    def attach(self, parent: Node) -> None:
        self.node = parent.child("Figure", alt=self._alt)

    @override
    def height(self, width: float) -> float:
        return float(self._drawing.height)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, high = float(self._drawing.width), float(self._drawing.height)
        x += {"left": 0, "centre": (width - wide) / 2, "right": width - wide}[self._align]
        box = numbers(x, top - high, x + wide, top)
        self.node.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        with pen.tagged(self.node):
            pen.put(operators(self._drawing, pen.book.subsets, x, top - high))


class Ornament(Block):
    """A drawing that readers pass over: it repeats what the words beside it say."""

    def __init__(
        self,
        drawing: Drawing,
        *,
        align: Align = "left",
        before: float = 0,
        after: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        self._drawing = drawing
        self._align = align
        self.before, self.after = before, after
        self.keep_with_next = keep_with_next

    @override
    def height(self, width: float) -> float:
        return float(self._drawing.height)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, high = float(self._drawing.width), float(self._drawing.height)
        x += {"left": 0, "centre": (width - wide) / 2, "right": width - wide}[self._align]
        pen.decorate(operators(self._drawing, pen.book.subsets, x, top - high))
