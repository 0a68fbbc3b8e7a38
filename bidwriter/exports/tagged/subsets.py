"""FONTS IN A DOCUMENT: the characters that one document draws, and the PDF fonts they become.

Each face becomes a Type 0 font over a CIDFontType2 with its own codes 1, 2, 3… in the order of
first use (ISO 32000-1, 9.7; ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
"""

from bidwriter.exports.tagged import syntax
from bidwriter.exports.tagged.faces import Face
from bidwriter.exports.tagged.pdffile import PdfFile
from bidwriter.exports.tagged.syntax import reference


class _Codes(dict[str, str]):
    """Character → its code in this document as four hexadecimal digits, given at first use."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> str:
        self._face.glyph_of(ord(char))
        code = self[char] = f"{len(self) + 1:04X}"
        return code


class Subset:
    """What one document uses of one face. `name` is its key among the page resources."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes(face)

    def encode(self, text: str) -> str:
        """`text` as hexadecimal codes; raises MissingGlyphError."""
        return "".join(map(self._codes.__getitem__, text))

    @property
    def points(self) -> list[int]:
        """Code points in the order of their codes."""
        return [ord(char) for char in self._codes]


class Subsets:
    """The faces of one document."""

    def __init__(self) -> None:
        self._subsets: dict[str, Subset] = {}

    def of(self, face: Face) -> Subset:
        """The document's subset of `face`."""
        subset = self._subsets.get(face.fontName)
        if subset is None:
            name = f"F{len(self._subsets) + 1}"
            subset = self._subsets[face.fontName] = Subset(face, name)
        return subset

    def write(self, file: PdfFile) -> bytes:
        """Add every font; the /Font resource dictionary."""
        used = [subset for subset in self._subsets.values() if subset.points]
        entries = {subset.name: reference(_write(file, subset)) for subset in used}
        return syntax.dictionary(**entries)


def _write(file: PdfFile, subset: Subset) -> int:
    base = _tag(subset) + subset.face.fontName
    return file.add(
        syntax.dictionary(
            Type=b"/Font",
            Subtype=b"/Type0",
            BaseFont=syntax.name(base),
            Encoding=b"/Identity-H",
            DescendantFonts=b"[" + reference(_descendant(file, subset, base)) + b"]",
            ToUnicode=reference(file.add_stream(_to_unicode(subset.points))),
        )
    )


def _descendant(file: PdfFile, subset: Subset, base: str) -> int:
    return file.add(
        syntax.dictionary(
            Type=b"/Font",
            Subtype=b"/CIDFontType2",
            BaseFont=syntax.name(base),
            CIDSystemInfo=b"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            FontDescriptor=reference(_descriptor(file, subset, base)),
            DW=b"1000",
            W=_widths(subset),
            CIDToGIDMap=reference(file.add_stream(_glyph_numbers(subset))),
        )
    )


def _descriptor(file: PdfFile, subset: Subset, base: str) -> int:
    """Without CIDSet: PDF/A-2 does not ask for one, and one that is not perfect fails."""
    face = subset.face.face
    data = face.makeSubset(subset.points)
    program = file.add_stream(data, Length1=b"%d" % len(data))
    figures = {
        key: syntax.number(value).encode()
        for key, value in (
            ("Flags", face.flags),
            ("ItalicAngle", face.italicAngle),
            ("Ascent", face.ascent),
            ("Descent", face.descent),
            ("CapHeight", face.capHeight),
            ("StemV", face.stemV),
        )
    }
    return file.add(
        syntax.dictionary(
            Type=b"/FontDescriptor",
            FontName=syntax.name(base),
            FontBBox=f"[{syntax.numbers(*face.bbox)}]".encode(),
            **figures,
            FontFile2=reference(program),
        )
    )


def _tag(subset: Subset) -> str:
    """The six capitals that mark a subset (ISO 32000-1, 9.6.4): they name the characters."""
    value = sum((place + 1) * point for place, point in enumerate(subset.points))
    letters = (chr(65 + value // 26**place % 26) for place in range(6))
    return "".join(letters) + "+"


def _widths(subset: Subset) -> bytes:
    widths = (syntax.number(subset.face.widths[chr(point)]) for point in subset.points)
    return f"[1 [{' '.join(widths)}]]".encode()


def _glyph_numbers(subset: Subset) -> bytes:
    """Code → glyph number in the embedded program, two bytes each. `makeSubset` numbers the
    glyphs in order of first use, and two characters may share one."""
    order = {0: 0}
    codes = [0]
    for point in subset.points:
        glyph = subset.face.glyph_of(point)
        codes.append(order.setdefault(glyph, len(order)))
    return b"".join(code.to_bytes(2, "big") for code in codes)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _to_unicode(points: list[int]) -> bytes:
    """The ToUnicode map (ISO 32000-1, 9.10.3): UTF-16, so that characters beyond U+FFFF hold;
    never U+0000, U+FEFF or U+FFFE (ISO 14289-1, 7.21.7). A no-break space reads as a space,
    or searches would miss it."""
    rows = [
        f"<{code:04X}> <{_utf16(0x20 if point == 0xA0 else point)}>"
        for code, point in enumerate(points, 1)
    ]
    blocks = (rows[at : at + 100] for at in range(0, len(rows), 100))
    shown = (f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP.format(blocks="\n".join(shown)).encode("ascii")


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
