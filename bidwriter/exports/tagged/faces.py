"""FONT FACES: the bundled TrueType fonts as ReportLab reads them, opened once, when first drawn.

Holds widths and glyph numbers. What one document uses of a face is in `subsets`.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from bidwriter.paths import RESOURCES
from bidwriter.prose.glyphs import FontRole

Weight = Literal["regular", "semibold", "bold"]

REGULAR = "AtkinsonHyperlegibleNext-Regular"
SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold"
BOLD = "AtkinsonHyperlegibleNext-Bold"

_TEXT_FACES: dict[tuple[Weight, bool], str] = {
    ("regular", False): REGULAR,
    ("regular", True): "AtkinsonHyperlegibleNext-Italic",
    ("semibold", False): SEMIBOLD,
    ("semibold", True): "AtkinsonHyperlegibleNext-SemiBoldItalic",
    ("bold", False): BOLD,
    ("bold", True): "AtkinsonHyperlegibleNext-BoldItalic",
}
_OTHER_FACES: dict[FontRole, str] = {
    "sans": "NotoSans-Regular",
    "math": "NotoSansMath-Regular",
    "symbols": "NotoSansSymbols2-Regular",
}


class MissingGlyphError(ValueError):
    """A character was drawn in a font that has no glyph for it (ISO 19005-2, 6.2.11.8)."""


class _Widths(dict[str, float]):
    """Character → advance in thousandths of the size; looked up once."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        self._face.glyph_of(ord(char))
        width = self[char] = float(self._face.face.charWidths[ord(char)])
        return width


class Face(TTFont):
    """One font file. In a document it is a Type 0 font with two-byte codes, so that one font
    object holds every character used and those beyond U+FFFF are right too: ReportLab's own
    one-byte subsets map them wrongly. Drawings use it by name like any ReportLab font."""

    def __init__(self, name: str, tabular: Sequence[int]) -> None:
        super().__init__(name, str(RESOURCES / "fonts" / f"{name}.ttf"), shapable=False)
        # ReportLab swaps fonts whose faces share a name: this one stays itself.
        self.face.name = b"tagged-" + name.encode()
        self._per_em: float = self.face.unitsPerEm
        self._use_tabular(tabular)
        self.widths: dict[str, float] = _Widths(self)
        self._words: dict[str, float] = {}

    def _use_tabular(self, tabular: Sequence[int]) -> None:
        """Point the digits at the glyphs of one width, so that columns of figures align."""
        for digit, glyph in zip(range(0x30, 0x3A), tabular, strict=False):
            self.face.charToGlyph[digit] = glyph
            self.face.charWidths[digit] = self.face.hmetrics[glyph][0] * 1000 / self._per_em

    def glyph_of(self, point: int) -> int:
        """The glyph number of a code point; raises MissingGlyphError."""
        glyph: int = self.face.charToGlyph.get(point, 0)
        if not glyph:
            raise MissingGlyphError(f"{self.fontName} has no glyph for U+{point:04X}")
        return glyph

    def width(self, text: str) -> float:
        """Advance of `text` in thousandths of the font's size. Words come again and again, so
        each is added up once."""
        width = self._words.get(text)
        if width is None:
            width = sum(map(self.widths.__getitem__, text))
            if len(text) < 24 and len(self._words) < 50_000:
                self._words[text] = width
        return width

    @override
    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Width in points (ReportLab's name and order)."""
        return self.width(text) * size / 1000

    @override
    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """`text` as the codes of the document that `doc` stands for (see `drawings`)."""
        return [(0, bytes.fromhex(doc.subsets.of(self).encode(text)))]

    @override
    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """The font's name among the document's resources, with the slash."""
        return f"/{doc.subsets.of(self).name}"


def face(role: FontRole, weight: Weight = "regular", *, italic: bool = False) -> Face:
    """The face for a role; weight and italic count for `text` alone."""
    return named(_TEXT_FACES[weight, italic] if role == "text" else _OTHER_FACES[role])


@cache
def named(name: str) -> Face:
    """The face of that PostScript name, opened at first use and made known to ReportLab so
    that drawings can name it."""
    opened = Face(name, _figures().get(name, ()))
    pdfmetrics.registerFont(opened)
    return opened


def register_text_faces() -> None:
    """Open the faces that drawings may name."""
    for name in (REGULAR, SEMIBOLD, BOLD):
        named(name)


@cache
def _figures() -> dict[str, list[int]]:
    table = json.loads((RESOURCES / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    figures: dict[str, list[int]] = table["figures"]
    return figures
