"""Write `resources/fonts/coverage.json`: which characters each bundled font can draw.

Run after changing a font: `python tools/make_font_coverage.py`. Needs fontTools, which the
product does not: that is why the answer is kept as a file. A test proves that it still equals
the fonts.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).parent.parent / "resources" / "fonts"

ROLES = {
    "text": tuple(
        f"AtkinsonHyperlegibleNext-{face}"
        for face in ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")
    ),
    "sans": ("NotoSans-Regular",),
    "math": ("NotoSansMath-Regular",),
    "symbols": ("NotoSansSymbols2-Regular",),
}
"""Role → faces. A role can draw a character when every one of its faces can."""

Ranges = list[list[int]]


def coverage(fonts: Path = FONTS) -> dict[str, dict[str, Ranges] | dict[str, list[int]]]:
    """`roles`: role → inclusive ranges of code points; `figures`: face → the glyph numbers of
    its tabular digits 0 to 9 (the OpenType feature `tnum`)."""
    roles = {role: _ranges(_shared(fonts, faces)) for role, faces in ROLES.items()}
    figures = {face: _tabular(TTFont(fonts / f"{face}.ttf")) for face in ROLES["text"]}
    return {"roles": roles, "figures": figures}


def _shared(fonts: Path, faces: Iterable[str]) -> set[int]:
    covered = [set(TTFont(fonts / f"{face}.ttf").getBestCmap()) for face in faces]
    return set.intersection(*covered)


def _ranges(points: set[int]) -> Ranges:
    ranges: Ranges = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def _tabular(font: TTFont) -> list[int]:
    """Glyph numbers of the digits after `tnum`: figures of one width, so that columns align."""
    table = font["GSUB"].table
    names = font.getBestCmap()
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return [font.getGlyphID(swaps.get(names[digit], names[digit])) for digit in range(48, 58)]


def text(fonts: Path = FONTS) -> str:
    """The file's exact content."""
    return json.dumps(coverage(fonts), separators=(",", ":")) + "\n"


if __name__ == "__main__":
    (FONTS / "coverage.json").write_text(text(), encoding="utf-8")
