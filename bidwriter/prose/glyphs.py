"""WHICH FONT DRAWS A CHARACTER: stand-ins, fallback fonts, and what cannot be printed.

Holds the choice alone, from the committed coverage table; it opens no font and knows nothing
of PDF, so that the checks can ask it at each key press. Must not import ReportLab or Qt.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bidwriter.paths import RESOURCES

FontRole = Literal["text", "sans", "math", "symbols"]
"""`text` is Atkinson Hyperlegible Next in the weight asked for; the others exist in one weight
and are tried in this order."""

ROLES: tuple[FontRole, ...] = ("text", "sans", "math", "symbols")


class Piece(NamedTuple):
    """Characters that one font draws. `text` may hold "\\n" (a line break)."""

    role: FontRole
    text: str


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """`text` as it is to be printed, in order. Characters without any glyph have become
    their code point in brackets, as "[U+1F600]"; invisible ones are gone. Never raises."""
    if _plain().fullmatch(text):
        return (Piece("text", text),) if text else ()
    found: list[tuple[FontRole, list[str]]] = []
    for char in _settled(text):
        role = _role(char)
        shown = char if role else bracketed(char)
        if found and found[-1][0] == (role or "text"):
            found[-1][1].append(shown)
        else:
            found.append((role or "text", [shown]))
    return tuple(Piece(role, "".join(chars)) for role, chars in found)


@lru_cache(maxsize=4096)
def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that no bundled font can draw rightly, each once, in order."""
    if _plain().fullmatch(text):
        return ()
    return tuple(dict.fromkeys(char for char in _settled(text) if not _role(char)))


def bracketed(char: str) -> str:
    """A character as its code point: "[U+1F600]"."""
    return f"[U+{ord(char):04X}]"


# Word brings U+2011 daily, and bullets from its own symbol fonts. A no-break space stays one.
_STAND_INS = {
    **dict.fromkeys("\u2010\u2011\u2043\ufe63\uff0d", "-"),
    "\u2012": "\u2013",
    "\u2015": "\u2014",
    **dict.fromkeys("\u2007\u202f", "\u00a0"),
    **dict.fromkeys("\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a", " "),
    **dict.fromkeys("\u205f\u3000", " "),
    **dict.fromkeys("\u2023\u25aa\u25cf\uf0a7\uf0b7", "\u2022"),
    "\u00b5": "\u03bc",
    **dict.fromkeys("\r\v\f\u0085\u2028\u2029", "\n"),
}

_UNSEEN = (
    (0x00, 0x09),
    (0x0E, 0x1F),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE0FFF),
)
"""Controls, joiners, direction marks, variation selectors: nothing to see, so nothing printed."""

_NOT_OURS = (
    (0x0590, 0x109F),
    (0x1780, 0x17FF),
    (0x1CD0, 0x1CFF),
    (0xA8E0, 0xA8FF),
    (0xD800, 0xF8FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0xFFFE, 0xFFFF),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EEFF),
    (0xF0000, 0x10FFFF),
)
"""Scripts whose letters must be joined or reordered, or run right to left, which nothing here
does: printing them letter by letter would be wrong, so they count as missing. Private use and
surrogates too: they mean nothing without their maker (ISO 19005-2, 6.2.11.7.3)."""

_CHANGES = str.maketrans(
    _STAND_INS
    | {chr(point): "" for low, high in _UNSEEN for point in range(low, high + 1)}
    | {"\t": " ", "\v": "\n", "\f": "\n"}
)


def _settled(text: str) -> str:
    """`text` composed and with stand-ins in place. The one-character forms are what fonts
    have: a Mac types é as two characters."""
    joined = text.replace("\r\n", "\n").translate(_CHANGES)
    return unicodedata.normalize("NFC", joined).translate(_CHANGES)


@lru_cache(maxsize=8192)
def _role(char: str) -> FontRole | None:
    """The first role that can draw the character rightly; None if there is none. An accent
    that joins no letter is Noto's, which sets it back over the letter before; the text
    font's would stand over the letter after."""
    if char == "\n":
        return "text"
    point = ord(char)
    if any(low <= point <= high for low, high in _NOT_OURS):
        return None
    order = ROLES[1:] if unicodedata.combining(char) else ROLES
    return next((role for role in order if _covers(role, point)), None)


def _covers(role: FontRole, point: int) -> bool:
    starts, ends = _coverage()[role]
    at = bisect_right(starts, point) - 1
    return at >= 0 and point <= ends[at]


@cache
def _coverage() -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Role → first and last code points of its ranges, ascending."""
    table = json.loads((RESOURCES / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    return {
        role: (tuple(low for low, _ in ranges), tuple(high for _, high in ranges))
        for role, ranges in table["roles"].items()
    }


@cache
def _plain() -> re.Pattern[str]:
    """Matches text that the text font draws just as it stands: nearly all of it."""
    starts, ends = _coverage()["text"]
    held = {chr(p) for low, high in zip(starts, ends, strict=True) for p in range(low, high + 1)}
    kept = {char for char in held if ord(char) not in _CHANGES and not unicodedata.combining(char)}
    return re.compile("[\n" + re.escape("".join(sorted(kept))) + "]*")
