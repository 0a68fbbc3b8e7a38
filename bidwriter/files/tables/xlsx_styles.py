"""How the numbers of a workbook are shown, as far as it changes what they mean."""

import re
from typing import NamedTuple

from bidwriter.files.office.parts import TooMuchError, is_on

MOST_STYLES = 70_000  # a little more than Excel can make
MOST_FORMATS = 5_000
_LONGEST_FORMAT = 255  # characters, as in Excel
_DATES = {14: "d", 15: "d", 16: "d", 17: "m", 22: "d h"}
_TIMES = {18: "h", 19: "h", 20: "h", 21: "h", 45: "m", 46: "[h]", 47: "m"}
_FORMATS = {
    9: "0%", 10: "0.00%", **_DATES, **_TIMES, **dict.fromkeys((5, 6, 7, 8, 42, 44), "$0"),
}  # fmt: skip
_LITERALS = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_LENGTH = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_OTHER_SIGN = re.compile(
    r"[€$¥](?!-)|\[\$([^-\]£]+)|\"\s*(USD|US\$|EUR|CHF|AUD|CAD|NZD|SEK|NOK|DKK|JPY)\s*\""
)
_TIMES_BEHIND = re.compile(r"[0#?.](?:\"\s*|\\ ?)([kKmM])(?:n|ln)?\"?")


class Shape(NamedTuple):
    """What a number format makes of a number. `is_length` is for lengths of time, `is_time` for
    times without a day; `sign` is that of a currency other than pounds; `times` are letters that
    stand behind it and multiply ("80k" of a stored 80); `is_in_full`: it is shown divided by
    thousands. `is_struck` is the font's."""

    is_date: bool = False
    is_length: bool = False
    is_time: bool = False
    is_percent: bool = False
    sign: str = ""
    times: str = ""
    is_in_full: bool = False
    is_struck: bool = False


PLAIN = Shape()


def shape_of(code: str) -> Shape:
    """The shape that a number format gives: "0.00%", "[$€-2] #,##0", "dd/mm/yyyy"."""
    first = code[:_LONGEST_FORMAT].split(";", maxsplit=1)[0]
    is_date = re.search(r"(?<![_\\])[dmhys]", _LITERALS.sub("", first), re.IGNORECASE) is not None
    bare = _LITERALS.sub("", first)
    # "0,k" shows thousands of what is stored; "0k" stores what it shows.
    times = _TIMES_BEHIND.search(first) if not is_date else None
    return Shape(
        is_date,
        is_date and _LENGTH.search(first) is not None,
        is_date and re.search(r"[dy]", bare, re.IGNORECASE) is None and "h" in bare.casefold(),
        "%" in code,
        other_sign(code),
        times[1] if times else "",
        not is_date and re.search(r"[0#?],+(?![0#?,])", bare) is not None,
    )


def other_sign(words: str) -> str:
    """The sign of a currency other than pounds in a number format or a number; "" for none."""
    found = _OTHER_SIGN.search(words[:_LONGEST_FORMAT].replace("[$£", ""))
    return (found[1] or found[2] or found[0]).strip("[$") if found else ""


class Styles:
    """Hears `styles.xml`; `shapes` are then those of the cell styles, by number."""

    def __init__(self) -> None:
        self._formats: dict[int, Shape] = {at: shape_of(code) for at, code in _FORMATS.items()}
        self.shapes: list[Shape] = []
        self._fonts: list[bool] = []  # whether each is struck through

    def shape(self, style: str) -> Shape:
        """The shape of the style that a cell names."""
        at = int(style) if style.isdecimal() and len(style) < 7 else -1
        return self.shapes[at] if 0 <= at < len(self.shapes) else PLAIN

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        if path == "styleSheet/numFmts/numFmt":
            self._formats[_id(attributes)] = shape_of(attributes.get("formatCode", ""))
        elif path == "styleSheet/fonts/font":
            self._fonts.append(False)
        elif path == "styleSheet/fonts/font/strike" and self._fonts:
            self._fonts[-1] = is_on(attributes)
        elif path == "styleSheet/cellXfs/xf":
            shape = self._formats.get(_id(attributes), PLAIN)
            font = _id(attributes, "fontId")
            is_struck = font < len(self._fonts) and self._fonts[font]
            self.shapes.append(shape._replace(is_struck=True) if is_struck else shape)
        if max(len(self.shapes), len(self._fonts)) > MOST_STYLES:
            raise TooMuchError
        if len(self._formats) > MOST_FORMATS:
            raise TooMuchError

    def end(self, path: str) -> None:
        pass

    def text(self, path: str, words: str) -> None:
        pass


def _id(attributes: dict[str, str], name: str = "numFmtId") -> int:
    number = attributes.get(name, "")
    return int(number) if number.isdecimal() and len(number) < 7 else 0
