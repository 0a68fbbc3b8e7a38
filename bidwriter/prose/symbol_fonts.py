"""Fonts whose letters are signs: what each letter shows, as the Unicode character that is seen.

In such a font "à" is an arrow and "ü" a tick; without it they would be just these letters. Word and
Outlook make lists, arrows and smileys with them. A sign that is not known here stands as `UNKNOWN`.
"""

UNKNOWN = "[?]"

_WINGDINGS = {
    "!": "✏", '"': "✂", "#": "✁", "(": "☎", "*": "✉", "6": "⌛", "A": "✌", "J": ":)", "K": ":|",
    "L": ":(", "l": "●", "m": "❍", "n": "■", "o": "□", "p": "□", "q": "❑", "r": "❒", "s": "◆",
    "t": "◆", "u": "◆", "v": "❖", "w": "◆", "x": "☒", "{": "✿", "|": "✿", "}": "“", "~": "”",
    **{chr(0x80 + number): f"({number})" for number in range(11)},
    "\x9e": "·", "\x9f": "•", "\xa0": " ",
    "¡": "○", "¢": "○", "£": "○", "¤": "◉", "¥": "◎", "§": "▪", "¨": "□", "ª": "✦", "«": "★",
    "¬": "✶", "\xad": "✴", "®": "✹", "¯": "✵", "Ø": "➢", "ß": "←", "à": "→", "á": "↑", "â": "↓",
    "ã": "↖", "ä": "↗", "å": "↙", "æ": "↘", "ç": "←", "è": "➔", "é": "↑", "ê": "↓", "ë": "↖",
    "ì": "↗", "í": "↙", "î": "↘", "ï": "⇐", "ð": "⇒", "ñ": "⇑", "ò": "⇓", "ó": "⇔", "ô": "⇕",
    "õ": "⇖", "ö": "⇗", "÷": "⇙", "ø": "⇘", "û": "✗", "ü": "✓", "ý": "☒", "þ": "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    "O": "✗", "P": "✓", "Q": "☒", "R": "☑", "S": "☒", "T": "☒", "U": "⊗", "V": "⊗", "\x95": "·",
    "\x96": "•", "\x97": "●", "\x98": "●", "\x99": "○", "\x9a": "○", "\x9d": "◉", "\x9f": "▪",
    "¢": "■", "£": "☐", "¤": "□", "«": "◆",
}  # fmt: skip
_WINGDINGS_3 = {
    "f": "←", "g": "→", "h": "↑", "i": "↓", "j": "↖", "k": "↗", "l": "↙", "m": "↘", "p": "▲",
    "q": "▼", "t": "◀", "u": "▶", "|": "◀", "}": "▶", "\x80": "⇐", "Æ": "→",
}  # fmt: skip
_WEBDINGS = {
    "3": "◀", "4": "▶", "5": "▲", "6": "▼", "=": "–", "Y": "♥", "a": "✔", "c": "□", "g": "■",
    "n": "●", "r": "✖", "~": "✉",
}  # fmt: skip
_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprVstufcywJjv",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϕϖ",
        strict=True,
    )
)
_SAME = "0123456789 \xa0!#%&()+,./:;<=>?[]_{|}±°"
_SYMBOL = {
    **{char: char for char in _SAME},
    **_GREEK,
    '"': "∀", "$": "∃", "'": "∋", "*": "∗", "-": "−", "@": "≅", "\\": "∴", "^": "⊥", "~": "∼",
    "\x80": "€", "\xa0": " ", "¡": "ϒ", "¢": "′", "£": "≤", "¤": "⁄", "¥": "∞", "¦": "ƒ", "§": "♣",
    "¨": "♦", "©": "♥", "ª": "♠", "«": "↔", "¬": "←", "\xad": "↑", "®": "→", "¯": "↓", "²": "″",
    "³": "≥", "´": "×", "µ": "∝", "¶": "∂", "·": "•", "¸": "÷", "¹": "≠", "º": "≡", "»": "≈",
    "¼": "…", "Å": "⊕", "Ä": "⊗", "Æ": "∅", "Ç": "∩", "È": "∪", "É": "⊃", "Ê": "⊇", "Ë": "⊄",
    "Ì": "⊂", "Í": "⊆", "Î": "∈", "Ï": "∉", "Ð": "∠", "Ñ": "∇", "Ò": "®", "Ó": "©", "Ô": "™",
    "Õ": "∏", "Ö": "√", "×": "⋅", "Ø": "¬", "Ù": "∧", "Ú": "∨", "Û": "⇔", "Ü": "⇐", "Ý": "⇑",
    "Þ": "⇒", "ß": "⇓", "á": "⟨", "â": "®", "ã": "©", "ä": "™", "å": "∑", "ñ": "⟩", "ò": "∫",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE = 0xF000  # where Windows puts the letters of such fonts, beyond all other characters
_NO_FONT = {**_WINGDINGS, "·": "•", "\x9f": "•"}  # what such a letter most likely was


def symbol_font(family: str) -> str:
    """The symbol font that a CSS `font-family` asks for first; "" for any other."""
    first = family.partition(",")[0].strip().strip("\"'").strip().casefold()
    return first if first in _FONTS else ""


def shown(text: str, font: str) -> str:
    """`text` as it is seen in a symbol font."""
    signs = _FONTS[font]
    return "".join(_sign(char, signs) for char in text)


def _sign(char: str, signs: dict[str, str]) -> str:
    letter = _letter(char)
    return char if letter is None or char.isspace() else signs.get(letter, UNKNOWN)


# What letters of such fonts show that came without their font, for `str.translate`.
PRIVATE_LETTERS = {_PRIVATE + code: _NO_FONT.get(chr(code), UNKNOWN) for code in range(0x20, 0x100)}


def _letter(char: str) -> str | None:
    """The letter by which the tables above know it, one of Latin 1; None for a character of its
    own, which is seen as it is."""
    code = ord(char)
    if _PRIVATE <= code < _PRIVATE + 0x100:
        return chr(code - _PRIVATE)
    if code > 0xFF:  # Windows has letters there that Latin 1 has no place for
        try:
            return char.encode("cp1252").decode("latin-1")
        except UnicodeEncodeError:
            return None
    return char
